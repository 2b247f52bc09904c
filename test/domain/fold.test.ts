import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, nameKey } from '../../src/domain/fold.ts'

describe('folding', () => {
  test.each([
    ['張三豐', '张三丰', 'Traditional is found as Simplified'],
    [
      '裏裡綫線台臺義齒衞峯羣',
      '里里线线台台义齿卫峰群',
      'so are the variants of Taiwan and Hong Kong',
    ],
    ['李乾坤', '李干坤', 'a character with two Simplified forms takes the commoner one'],
    ['ＡＢＣ（上海）１２', 'abc(上海)12', 'full width is half width'],
    ['Hongda TRADING', 'hongda trading', 'capitals are small letters'],
    ['Müller Façade', 'muller facade', 'accents are left out'],
    ['上海　宏达 贸易', '上海宏达贸易', 'spaces between Han characters go'],
    ['  IBM \t 中国\n公司 ', 'ibm 中国公司', 'other white space is one space'],
    ['张\u200b三\ufeff', '张三', 'invisible characters go'],
    ['⼀㈱①', '一(株)1', 'compatibility characters are what they stand for'],
    ['赵孟𫖯', '赵孟頫', 'a Simplified form outside the main block meets its Traditional one'],
    ['', '', 'nothing stays nothing'],
  ])('%s becomes %s: %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hanOrSpace })),
        (text) => {
          expect(foldText(foldText(text))).toBe(foldText(text))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const hanOrSpace = fc.constantFrom(...'張三 豐Ａb\u3000（é1𫖯')

describe('the key of a company', () => {
  const same = (names: readonly string[]) =>
    new Set(names.map((name) => nameKey(name, 'organisation')))

  test.each([
    [
      '上海宏达贸易有限公司',
      '上海宏達貿易有限公司',
      '上海宏达贸易 有限公司',
      '上海宏达贸易(有限)公司',
      '上海宏达贸易有限责任公司',
      '上海宏达贸易股份有限公司',
      '上海宏达贸易公司',
      '上海宏达贸易',
      '上海宏达贸易集团有限公司',
      '上海宏达贸易（集团）股份有限公司',
      '上海宏达贸易集团总公司',
    ],
    ['宏达（上海）贸易有限公司', '宏达上海贸易公司'],
    ['Hongda Trading Co., Ltd.', 'HONGDA TRADING CO.,LTD', 'Hongda Trading', 'Hongda  Trading Inc'],
    ['Hongda Trading (Group) Company Limited', 'hongda-trading corp.'],
    ['宏达Trading Co., Ltd', '宏达 Trading'],
    ['宏达义齿加工厂（个体工商户）', '宏達義齒加工廠'],
    ['上海投资合伙企业（有限合伙）', '上海投资合伙企业'],
    ['上海宏达贸易有限公司北京分公司', '上海宏达贸易有限责任公司北京分公司'],
  ])('is one for %s and its spellings', (...names) => {
    expect(same(names.filter((name) => typeof name === 'string')).size).toBe(1)
  })

  test.each([
    ['上海宏达贸易有限公司', '上海宏达贸易有限公司北京分公司', 'a branch'],
    ['宏达义齿有限公司', '宏达义齿厂', 'a factory'],
    ['宏达贸易有限公司', '宏达商贸有限公司', 'another trade'],
    ['仁爱医院', '仁爱口腔医院', 'another hospital'],
    ['Unlimited', 'Un', 'a word that only ends like a legal form'],
    ['Tesco', 'Tes', 'the same'],
  ])('of %s is not that of %s: %s', (one, two) => {
    expect(same([one, two]).size).toBe(2)
  })

  test.each(['有限公司', '公司', '集团', 'Co., Ltd.', '***', '（）', ' '])(
    'of %j, all form and no name, is still something',
    (name) => {
      expect(nameKey(name, 'organisation')).not.toBe('')
    },
  )

  test('is never empty unless the name is, nor different for its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(nameKey(name, 'organisation')).not.toBe('')
        expect(nameKey(name, 'person')).not.toBe('')
      }),
    )
  })
})

describe('the key of a person', () => {
  test.each([
    ['张三', '張 三'],
    ['买买提·吐尔逊', '买买提吐尔逊'],
    ['John Smith', 'JOHN  SMITH'],
  ])('is one for %s and %s', (one, two) => {
    expect(nameKey(one, 'person')).toBe(nameKey(two, 'person'))
  })

  test('keeps what would be a legal form in a company', () => {
    expect(nameKey('李公司', 'person')).toBe('李公司')
  })
})
