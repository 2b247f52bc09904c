// Makes src/domain/tables/han.ts from opencc-js, pinyin-pro and the lists below.
// `--check` writes nothing and exits 1 when the committed file is not what would be made.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'

const target = new URL('../../src/domain/tables/han.ts', import.meta.url)
const [first, last] = [0x4e00, 0x9fff]

/** Characters read in more than one way in names, addresses and firms: the usual reading first. */
const polyphones = `
乐le,yue,lao 长chang,zhang 重zhong,chong 行xing,hang 都du,dou 厦xia,sha 区qu,ou 单dan,shan,chan
朝chao,zhao 曾zeng,ceng 解jie,xie 盖gai,ge 仇chou,qiu 查cha,zha 朴pu,piao 翟zhai,di 柏bai,bo
盛sheng,cheng 种zhong,chong 秘mi,bi 繁fan,po 谷gu,yu 车che,ju 藏zang,cang 传chuan,zhuan
弹dan,tan 强qiang,jiang 降jiang,xiang 角jiao,jue 觉jue,jiao 校xiao,jiao 系xi,ji 调tiao,diao
度du,duo 率lv,shuai 省sheng,xing 识shi,zhi 宿su,xiu 堡bao,pu,bu 埔pu,bu 圈quan,juan
巷xiang,hang 弄long,nong 会hui,kuai 给gei,ji 合he,ge 和he,huo 还hai,huan 贾jia,gu 见jian,xian
将jiang,qiang 壳ke,qiao 露lu,lou 落luo,la,lao 脉mai,mo 埋mai,man 没mei,mo 模mo,mu 牟mou,mu
娜na,nuo 纶lun,guan 屏ping,bing 奇qi,ji 茄qie,jia 亲qin,qing 若ruo,re 塞sai,se 色se,shai
莎sha,suo 杉shan,sha 什shi,shen 拾shi,she 氏shi,zhi 数shu,shuo 说shuo,shui,yue 似si,shi
提ti,di 拓tuo,ta 蔓man,wan 万wan,mo 尉wei,yu 蔚wei,yu 虾xia,ha 纤xian,qian 洗xi,xian
削xue,xiao 血xue,xie 叶ye,xie 殷yin,yan 员yuan,yun 扎zha,za 轧zha,ya 择ze,zhai 粘nian,zhan
着zhe,zhuo,zhao 著zhu,zhuo 钥yao,yue 褚chu,zhu 卜bu,bo 大da,dai 阿a,e 薄bo,bao 剥bo,bao
泊bo,po 参can,shen,cen 差cha,chai,ci 称cheng,chen 澄cheng,deng 匙chi,shi 畜xu,chu 得de,dei
地di,de 的de,di 恶e,wu 番fan,pan 佛fo,fu 否fou,pi 蛤ha,ge 吓xia,he 核he,hu 桧gui,hui 咖ka,ga
卡ka,qia 勒le,lei 了le,liao 六liu,lu 陆lu,liu 碌lu,liu 泌mi,bi 炮pao,bao 瀑pu,bao 暴bao,pu
曝pu,bao 契qi,xie 铅qian,yan 蛇she,yi 折zhe,she 召zhao,shao 属shu,zhu 汤tang,shang 屯tun,zhun
邪xie,ye 遗yi,wei 仔zi,zai 爪zhua,zhao 幢zhuang,chuang 柞zuo,zha 隗kui,wei 覃qin,tan 郇xun,huan
沈shen,chen 祭ji,zhai 缪miao,mou,miu 宓mi,fu 能neng,nai 郗xi,chi 郄qie,xi 句ju,gou 莘shen,xin
莞guan,wan 浒hu,xu 蚌bang,beng 泷long,shuang 荥xing,ying 涡wo,guo 歙she,xi 犍qian,jian
浚jun,xun 筠yun,jun 洞dong,tong 渑mian,sheng 枞cong,zong 乾gan,qian 谌chen,shen 晟sheng,cheng
茜qian,xi 嬛huan,xuan 颉jie,xie 峤qiao,jiao 炅jiong,gui 隽jun,juan 镐hao,gao 荨xun,qian 鹄hu,gu
俞yu,shu 涌yong,chong 漯luo,ta 熟shu,shou 艾ai,yi 齐qi,ji 芍shao,que 校xiao,jiao 炔que,gui
陂bei,pi,po 阚kan 婼ruo,chuo 玘qi 亹men,wei 呙guo,he 逄pang 佴er,nai 台tai 於yu,wu 嗯en 呒fu
嚣xiao,ao 咀ju,zui 囤dun,tun 桔ju,jie 铣xi,xian 刨bao,pao 栅zha,shan 槛kan,jian 攒zan,cuan
稽ji,qi 缉ji,qi 辟pi,bi 豁huo,hua 扛kang,gang 绰chuo,chao 臂bi,bei 椎zhui,chui 苹ping
黑hei,he 任ren 华hua 晁chao 佘she 冼xian 乜mie,nie 仉zhang 那na,nei 燕yan 令ling 亓qi
`

/** Surnames with a reading of their own, beyond what pinyin-pro's surname mode knows. */
const surnames = `
单shan 曾zeng 仇qiu 解xie 区ou 查zha 翟zhai,di 覃qin,tan 盖ge 朴piao 缪miao 乐yue,le 任ren 华hua
员yun 黑he 繁po 宓mi,fu 逄pang 晁chao 佘she 阚kan 宿su 秘bi 冼xian 隗wei,kui 牟mou,mu 卜bu 那na
折she 召shao 种chong 洗xian 祭zhai 能nai 郗xi,chi 郄qie,xi 句gou 莘shen,xin 谌chen,shen 褚chu
殷yin 薄bo 尉wei,yu 万wan 都du 六lu 朝chao 贾jia 盛sheng 沈shen 石shi 车che 谷gu 强qiang 行xing
炅gui 炔gui 呙guo 眭sui 笪da 昝zan 妫gui 郏jia 郐kuai 乜nie 仉zhang 亓qi 啜chuai 於yu 俞yu 柏bai
观guan 过guo 哈ha 教jiao 撒sa 麻ma 幺yao 应ying 要yao 钭tou 郜gao 郝hao 滑hua 暨ji 瞿qu 藏zang
臧zang 重chong 俱ju 纪ji 令ling 咸xian 相xiang 曲qu 祝zhu 长zhang 适shi 葛ge 番pan 斜xie 苫shan
尉迟yu,chi 万俟mo,qi 长孙zhang,sun 澹台tan,tai 令狐ling,hu 单于chan,yu 鲜于xian,yu 宰父zai,fu
乐正yue,zheng 中行zhong,hang 谷梁gu,liang 颛孙zhuan,sun 子车zi,ju 屈突qu,tu
皇甫huang,fu 淳于chun,yu 长鱼zhang,yu 尔朱er,zhu 仆固pu,gu 拓跋tuo,ba 夏侯xia,hou 宿勤su,qin
`

const entriesOf = (text) =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => /^(\p{Script=Han}+)([a-z,]+)$/u.exec(entry).slice(1))

const every = Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
const converters = ['t', 'hk', 'tw'].map((from) => Converter({ from, to: 'cn' }))

/** Variants that opencc converts only inside phrases, or not at all. */
const moreFolds = new Map(
  [
    ...'瞭了藉借著着姪侄麽么硃朱衞卫竝并竚伫衆众羣群峯峰嶽岳崑昆崙仑菴庵凴凭敍叙勛勋勳勋'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, from, to]) => [from, to]),
)

function folded(char) {
  const next = moreFolds.get(char) ?? converters.map((c) => c(char)).find((c) => c !== char)
  return next === undefined ? char : folded(next)
}

const inTable = (char) => char >= every[0] && char <= every.at(-1)
const foldOf = new Map(every.map((char) => [char, folded(char)]))

/** '0' where a character stays as it is. Targets outside the table go into `rareFolds`, turned round. */
const foldTable = every
  .map((char) => {
    const to = foldOf.get(char)
    return to === char || !inTable(to) ? '0' : to
  })
  .join('')

/** Simplified forms outside the table become their traditional one; Extension A becomes what opencc says. */
function rareFolds() {
  const turned = every.filter((c) => !inTable(foldOf.get(c))).map((c) => [foldOf.get(c), c])
  const extensionA = Array.from({ length: 0x1a00 }, (_, at) => String.fromCodePoint(0x3400 + at))
    .map((char) => [char, folded(char)])
    .filter(([char, to]) => char !== to && inTable(to))
  return [...new Map([...turned, ...extensionA])].flat().join('')
}

const notSyllables = new Set(['m', 'n', 'ng', 'hng', 'hm', 'ê'])
const curated = new Map(
  entriesOf(polyphones).map(([char, readings]) => [char, readings.split(',')]),
)
const plain = { toneType: 'none', type: 'array', v: true }
const usual = (char) => pinyin(char, plain)[0]

/** The readings to index; ü is `v` as on a keyboard, and `u` besides. */
function readingsOf(char) {
  const own = usual(char)
  const shared = curated.get(char) ?? curated.get(foldOf.get(char))
  const known = curated.has(char) || shared?.includes(own) ? shared : [own]
  const real = known.filter((r) => r !== char && !notSyllables.has(r) && /^[a-z]+$/.test(r))
  return [
    ...new Set([...real, ...real.filter((r) => /^[ln]v/.test(r)).map((r) => r.replace('v', 'u'))]),
  ]
}

const readings = every.map((char) => readingsOf(char).join(','))
const readingSets = ['', ...[...new Set(readings.filter(Boolean))].toSorted()]
const setAt = new Map(readingSets.map((set, at) => [set, at]))
const readingTable = readings.map((set) => String.fromCharCode(0xac00 + setAt.get(set))).join('')
const syllables = [
  ...new Set(readingSets.flatMap((set) => set.split(',')).filter(Boolean)),
].toSorted()

/** Surname readings, ours first; then the ordinary ones of a single character, since people type both. */
function surnameReadings() {
  const found = new Map()
  for (const char of every.filter((c) => foldOf.get(c) === c)) {
    const asSurname = pinyin(char, { ...plain, mode: 'surname' })[0]
    if (asSurname !== usual(char)) found.set(char, [asSurname])
  }
  for (const [name, list] of entriesOf(surnames)) found.set(name, list.split(','))
  return [...found]
    .map(([name, list]) => (name.length > 1 ? [name, list] : [name, withOrdinary(name, list)]))
    .filter(([name, list]) => name.length > 1 || list.join() !== readingsOf(name).join())
    .map(([name, list]) => name + list.join())
    .toSorted()
    .join(' ')
}

const withOrdinary = (char, list) => [...new Set([...list, ...readingsOf(char)])]

const tables = {
  foldTable: [
    "The simplified form of U+4E00 + index, '0' where it is the character itself.",
    foldTable,
  ],
  rareFolds: [
    'Pairs: a character outside U+4E00..U+9FFF, what it is folded to inside.',
    rareFolds(),
  ],
  syllables: ['All syllables, sorted, ü as v.', syllables.join(' ')],
  readingSets: ['Sets of readings, the first set empty.', readingSets.join(' ')],
  readingTable: ['U+AC00 + the index in `readingSets` of U+4E00 + index.', readingTable],
  surnames: [
    'Surnames with readings of their own: one list of a character, or one reading each.',
    surnameReadings(),
  ],
}

function text() {
  const hash = createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 10)
  const parts = Object.entries(tables).map(
    ([name, [says, value]]) => `/** ${says} */\nexport const ${name} =\n  '${value}'\n`,
  )
  const head = '// Made by bin/dev/make-tables.mjs from opencc-js and pinyin-pro: do not edit.\n\n'
  const version = `/** Changes whenever a table does: an index made with another must be rebuilt. */\nexport const tablesVersion = '${hash}'\n`
  return head + [version, ...parts].join('\n')
}

const committed = () => {
  try {
    return readFileSync(target, 'utf8')
  } catch {
    return ''
  }
}

if (process.argv.includes('--check')) {
  if (committed() !== text()) {
    console.error('src/domain/tables/han.ts is not current: run node bin/dev/make-tables.mjs')
    process.exitCode = 1
  }
} else writeFileSync(target, text())
