import { spawnSync } from 'node:child_process'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../src/domain/fold.ts'
import { allSyllables, initialsOf, isSyllable, syllablesOf } from '../../src/domain/pinyin.ts'

const usual = (name: string) =>
  syllablesOf(name, 'person')
    .map(([first]) => first)
    .join(' ')

describe('a person is read with the surname', () => {
  test.each([
    ['张三丰', 'zhang san feng'],
    ['單雄信', 'shan xiong xin'],
    ['单雄信', 'shan xiong xin'],
    ['曾國藩', 'zeng guo fan'],
    ['仇英', 'qiu ying'],
    ['解缙', 'xie jin'],
    ['區大相', 'ou da xiang'],
    ['查良镛', 'zha liang yong'],
    ['翟让', 'zhai rang'],
    ['覃文', 'qin wen'],
    ['蓋聶', 'ge nie'],
    ['朴树', 'piao shu'],
    ['繆荃孫', 'miao quan sun'],
    ['乐毅', 'yue yi'],
    ['任华', 'ren hua'],
    ['员半千', 'yun ban qian'],
    ['黑伯', 'he bo'],
    ['繁钦', 'po qin'],
    ['宓妃', 'mi fei'],
    ['逄萌', 'pang meng'],
    ['晁盖', 'chao gai'],
    ['佘赛花', 'she sai hua'],
    ['阚泽', 'kan ze'],
    ['宿白', 'su bai'],
    ['秘彭', 'bi peng'],
    ['冼星海', 'xian xing hai'],
    ['隗嚣', 'wei xiao'],
    ['牟其中', 'mou qi zhong'],
    ['卜世', 'bu shi'],
    ['那英', 'na ying'],
    ['折可', 'she ke'],
    ['召平', 'shao ping'],
    ['种师道', 'chong shi dao'],
    ['洗夫人', 'xian fu ren'],
    ['祭遵', 'zhai zun'],
    ['尉遲恭', 'yu chi gong'],
    ['万俟咏', 'mo qi yong'],
    ['长孙无忌', 'zhang sun wu ji'],
    ['長孫無忌', 'zhang sun wu ji'],
    ['澹台灭明', 'tan tai mie ming'],
    ['令狐冲', 'ling hu chong'],
    ['吕绿', 'lv lv'],
    ['李单', 'li dan'],
    ['郭乾', 'guo gan'],
  ])('%s is %s', (name, reading) => {
    expect(usual(name)).toBe(reading)
  })

  test('as pinyin-pro reads the two hundred commonest surnames, among other readings', () => {
    const options = { toneType: 'none', type: 'array', mode: 'surname', v: true } as const
    const missed = [...commonSurnames].filter(
      (name) => !syllablesOf(name, 'person')[0]!.includes(pinyin(name, options)[0]!),
    )
    expect(missed).toEqual([])
  })

  test('and the first reading is that of pinyin-pro, but for what we know better', () => {
    const options = { toneType: 'none', type: 'array', mode: 'surname', v: true } as const
    const differs = [...commonSurnames].filter((name) => usual(name) !== pinyin(name, options)[0])
    expect(differs).toEqual([])
  })

  test('an organisation is not: 单县医院 begins as it is usually read', () => {
    expect(syllablesOf('单县医院', 'organisation')[0]).toEqual(['dan', 'shan', 'chan'])
  })
})

const commonSurnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁' +
  '任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严' +
  '莫孔向常汤康易乔赖文尤施洪裴辛柯聂游焦翁牛温芦季俞章鲁葛伍申尚童倪盛柴庄詹欧单解仇区查翟朴缪盖' +
  '乐员宁甘祝左涂谷时舒耿牟卜路连喻麦褚娄窦岑景党宫费路靳车房屈司冷关包骆冉管殷苗凌纪柳齐庞鲍'

describe('a name', () => {
  test('has every reading of a character with several', () => {
    expect(syllablesOf('重庆', 'organisation')[0]).toEqual(['zhong', 'chong'])
    expect(syllablesOf('单', 'person')[0]).toEqual(['shan', 'dan', 'chan'])
  })

  test('has ü as v, and as u for those who type it so', () => {
    expect(syllablesOf('吕', 'person')).toEqual([['lv', 'lu']])
  })

  test('has Latin and digits whole', () => {
    expect(syllablesOf('３M（中国）', 'organisation')).toEqual([['3m'], ['zhong'], ['guo']])
    expect(initialsOf('TCL集团', 'organisation')).toBe('tcljt')
  })

  test.each([
    ['张三丰', 'zsf'],
    ['單雄信', 'sxx'],
    ['张 · 三', 'zs'],
    ['', ''],
  ])('%s has the initials %s', (name, initials) => {
    expect(initialsOf(name, 'person')).toBe(initials)
  })

  test('of characters beyond the table keeps them as they are', () => {
    expect(syllablesOf('李𪚥', 'person')[1]).toEqual(['𪚥'])
    expect(initialsOf('李𪚥', 'person')).toBe('l𪚥')
  })
})

describe('the tables', () => {
  test('are those that bin/dev/make-tables.mjs makes today', () => {
    const { status } = spawnSync(process.execPath, ['bin/dev/make-tables.mjs', '--check'])
    expect(status).toBe(0)
  }, 30_000)

  test('have a syllable of the list for every character that has a reading', () => {
    const chars = Array.from({ length: 0x5200 }, (_, at) => String.fromCodePoint(0x4e00 + at))
    const odd = chars.filter((char) => {
      const [readings] = syllablesOf(char, 'organisation')
      return !readings!.every((one) => one === char || isSyllable(one))
    })
    expect(odd).toEqual([])
    expect(allSyllables().length).toBeGreaterThan(400)
  })

  test('read and fold every character of GB 2312', () => {
    const unread = gb2312().filter((char) => syllablesOf(char, 'organisation')[0]![0] === char)
    expect(unread).toEqual([])
    const folded = gb2312().filter((char) => foldText(char) !== char)
    expect(folded.join('')).toBe('藉么乾著菸薹拚捱摺吒後徵夥榘於袷麴醣麽')
  })
})

function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312')
  const chars: string[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    const length = row === 0xd7 ? 89 : 94
    for (let cell = 0; cell < length; cell++) {
      chars.push(decoder.decode(new Uint8Array([row, 0xa1 + cell])))
    }
  }
  return chars
}
