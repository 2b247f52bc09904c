import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKinds, type Choices, type FieldKind } from '../../src/domain/policy.ts'
import { nearest } from '../../src/domain/suggest.ts'
import { isInvalid, phoneDigits, readName, readValue } from '../../src/domain/value.ts'
import { diceOf, idCard, idCardCheck, uscc, usccCheck } from '../support/people.mjs'

const levels: Choices = {
  none: { label: { 'zh-Hans': '无', 'zh-Hant': '無', en: 'none' } },
  secret: { label: { 'zh-Hans': '秘密', 'zh-Hant': '秘密', en: 'secret' } },
  confidential: { label: { 'zh-Hans': '机密', 'zh-Hant': '機密', en: 'confidential' } },
  topSecret: {
    label: { 'zh-Hans': '绝密', 'zh-Hant': '絕密', en: 'top secret' },
    aliases: ['最高机密'],
  },
}

/** The kept text, or the code of what is wrong. */
function outcome(kind: FieldKind, raw: string): string {
  const read = readValue(kind, raw, { choices: levels })
  return isInvalid(read) ? read.code : read
}
const factsOf = (kind: FieldKind, raw: string) => {
  const read = readValue(kind, raw, { choices: levels })
  return isInvalid(read) ? read.facts : read
}

describe('a phone', () => {
  test.each([
    ['13800138000', '13800138000', 'a mobile'],
    ['138 0013 8000', '13800138000', 'a mobile in groups'],
    ['138-0013-8000', '13800138000', 'a mobile with dashes'],
    ['138.0013.8000', '13800138000', 'a mobile with dots'],
    ['１３８００１３８０００', '13800138000', 'in full width'],
    [
      '\u202d13800138000\u202c',
      '13800138000',
      'copied from an address book with marks of direction',
    ],
    ['\t13800138000', '13800138000', 'with the TAB that keeps Excel off'],
    ['+86 138 0013 8000', '13800138000', 'with the code of the country'],
    ['0086-13800138000', '13800138000', 'with the code of the country as dialled'],
    ['8613800138000', '13800138000', 'with the code of the country alone'],
    ['（+86）13800138000', '13800138000', 'with the code of the country in brackets'],
    ['18412345678转1234', '18412345678-1234', 'a mobile with an extension hides a privacy number'],
    ['021-62345678', '021-62345678', 'a landline'],
    ['02162345678', '021-62345678', 'a landline without dash'],
    ['(021)6234-5678', '021-62345678', 'a landline with brackets'],
    ['（０２１）６２３４５６７８', '021-62345678', 'a landline in full width'],
    ['+86 21 62345678', '021-62345678', 'a landline from abroad'],
    ['86-21-62345678', '021-62345678', 'a landline from abroad without plus'],
    ['+86 (0)755 8612 3456', '0755-86123456', 'a landline from abroad with its zero'],
    ['0755-86123456', '0755-86123456', 'a long area code'],
    ['0931-4612345', '0931-4612345', 'seven digits after a long area code'],
    ['0755-8612-3456', '0755-86123456', 'grouped'],
    ['021-62345678-123', '021-62345678-123', 'an extension'],
    ['021-62345678转123', '021-62345678-123', 'an extension in Chinese'],
    ['021-62345678 轉 123', '021-62345678-123', 'an extension in Traditional Chinese'],
    ['021-62345678 ext. 123', '021-62345678-123', 'an extension in English'],
    ['0931-4612345-8', '0931-4612345-8', 'a short extension is not a digit of the number'],
    ['62345678', '62345678', 'a local number, or one of Hong Kong'],
    ['6234-5678', '62345678', 'a local number in groups'],
    ['5234567', '5234567', 'a local number of seven digits'],
    ['4008208820', '400-820-8820', 'a service number'],
    ['400-8208-820', '400-820-8820', 'a service number grouped otherwise'],
    ['95588', '95588', 'a bank'],
    ['10086', '10086', 'a carrier'],
    ['12345', '12345', 'a town hall'],
    ['0912345678', '0912345678', 'a mobile of Taiwan'],
    ['0912-345-678', '0912345678', 'a mobile of Taiwan in groups'],
    ['02-27001234', '02-27001234', 'a landline of Taipei'],
    ['(02)2700-1234', '02-27001234', 'a landline of Taipei with brackets'],
    ['07-3456789', '07-3456789', 'a landline of Kaohsiung'],
    ['+886 912 345 678', '+886912345678', 'Taiwan from abroad'],
    ['+852 2345 6789', '+85223456789', 'Hong Kong'],
    ['00852-23456789', '+85223456789', 'Hong Kong as dialled'],
    ['+853 2888 1234', '+85328881234', 'Macao'],
    ['+1 (212) 555-0123', '+12125550123', 'America'],
    ['+44 (0)20 7946 0958', '+442079460958', 'England with a zero that is not dialled'],
    ['13800138000.0', '13800138000', 'once a float'],
    ["'13800138000", '13800138000', 'marked as text by Excel'],
    ["'+85223456789", '+85223456789', 'kept from being a formula'],
    ['1.3800138000E+10', '13800138000', 'an exponent with all its digits'],
    ['', '', 'nothing'],
    ['无', '', 'the word for nothing'],
    ['暂无', '', 'the phrase for nothing'],
    ['-', '', 'a dash for nothing'],
    ['N/A', '', 'nothing in English'],
    ['1.38E+10', 'phone.exponent', 'an exponent that lost digits'],
    ['1.3800138E+10', 'phone.exponent', 'an exponent whose zeros are only likely'],
    ['2162345678', 'phone.lost-zero', 'a landline that lost its zero'],
    ['21-62345678', 'phone.lost-zero', 'a landline that lost its zero, with dash'],
    ['7558612345', 'phone.lost-zero', 'a landline of seven digits that lost its zero'],
    ['912345678', 'phone.lost-zero', 'a mobile of Taiwan that lost its zero'],
    ['138****8000', 'value.masked', 'with stars'],
    ['13800138000/021-62345678', 'phone.several', 'two numbers'],
    ['13800138000、13900139000', 'phone.several', 'two numbers in Chinese'],
    ['1380013800', 'phone.shape', 'a mobile short of a digit'],
    ['138001380001', 'phone.shape', 'a mobile with a digit too many'],
    ['12800138000', 'phone.shape', 'a range that is no mobile'],
    ['021-162345678', 'phone.shape', 'a local number beginning with 1'],
    ['110101199001011237', 'phone.shape', 'an identity number'],
    ['+86 62345678', 'phone.shape', 'the country without the area'],
    ['+852 12345678', 'phone.shape', 'no number of Hong Kong'],
    ['微信同号', 'phone.shape', 'words'],
    ['138001\u001b[2J38000', 'text.control', 'an escape sequence'],
    ['138\u000000138000', 'text.control', 'a NUL'],
  ])('%j is %s: %s', (raw, expected) => {
    expect(outcome('phone', raw)).toBe(expected)
  })

  test('a refusal says what Excel left, and what the number may be', () => {
    expect(factsOf('phone', '1.38E+10')).toEqual({ known: 3, missing: 8 })
    expect(factsOf('phone', '2162345678')).toEqual({ suggestion: '021-62345678' })
    expect(factsOf('phone', '912345678')).toEqual({ suggestion: '0912345678' })
  })

  test.each([
    ['13800138000', '13800138000'],
    ['021-62345678-12', '0216234567812'],
    ['+886912345678', '0912345678'],
    ['+85223456789', '85223456789'],
  ])('%s is compared as %s', (phone, digits) => {
    expect(phoneDigits(phone)).toBe(digits)
  })
})

describe('an e-mail address', () => {
  test.each([
    ['wang@example.com', 'wang@example.com', 'plain'],
    ['Wang.Fang+zs@Example.COM', 'Wang.Fang+zs@example.com', 'capitals stay before the @'],
    ['ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'wang@example.com', 'in full width'],
    [' wang@example.com ', 'wang@example.com', 'between spaces'],
    ['mailto:wang@example.com', 'wang@example.com', 'copied from a page'],
    ['王芳@例子.中国', '王芳@例子.中国', 'in Chinese'],
    ['无', '', 'the word for nothing'],
    ['wang.example.com', 'email.shape', 'without @'],
    ['wang@example', 'email.shape', 'without a domain of two parts'],
    ['wang@@example.com', 'email.shape', 'with two @'],
    ['wang fang@example.com', 'email.shape', 'with a space'],
    ['wang@-example.com', 'email.shape', 'a domain beginning with a hyphen'],
    ['wang@example-.com', 'email.shape', 'a domain ending in a hyphen'],
    ['a@b.cn;c@d.cn', 'email.shape', 'two addresses'],
    ['wang@example..com', 'email.shape', 'an empty part'],
  ])('%s is %s: %s', (raw, expected) => {
    expect(outcome('email', raw)).toBe(expected)
  })
})

const sound = `11010119900101123${idCardCheck('11010119900101123')}`
const endingInX = findX()
function findX(): string {
  for (let serial = 100; ; serial++) {
    const first17 = `11010119900101${serial}`
    if (idCardCheck(first17) === 'X') return `${first17}X`
  }
}

describe('an identity number', () => {
  test.each([
    [sound, sound, 'sound'],
    ['11010519491231002X', '11010519491231002X', 'the example of the standard'],
    [endingInX.toLowerCase(), endingInX, 'a small x'],
    ["'" + sound, sound, 'marked as text by Excel'],
    [sound.replace(/^(.{6})(.{8})/, '$1 $2 '), sound, 'in groups'],
    ['110101900101123', '110101900101123', 'one of before 1999, of 15 digits'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X', 'in full width'],
    ['不详', '', 'unknown'],
    ['110105194912310021', 'idCard.checksum', 'a wrong checksum'],
    ['110105194902310021', 'idCard.date', 'the 31st of February'],
    ['110101900231123', 'idCard.date', 'the 31st of February, of 15 digits'],
    ['990105194912310021', 'idCard.checksum', 'a foreigner with a wrong checksum'],
    ['170105194912310021', 'idCard.region', 'a province that does not exist'],
    ['1.10105E+17', 'idCard.rounded', 'an exponent'],
    ['110105194912310000', 'idCard.rounded', 'fifteen digits kept by Excel'],
    ['11010519491231002', 'idCard.length', 'seventeen characters'],
    ['1101051949123100', 'idCard.length', 'sixteen'],
    ['11010519491231O02X', 'idCard.character', 'a letter O'],
    ['110105X9491231002X', 'idCard.character', 'an X in the middle'],
    ['H12345678', 'idCard.not-mainland', 'a permit of Hong Kong'],
    ['A123456(7)', 'idCard.not-mainland', 'a card of Hong Kong'],
    ['A123456789', 'idCard.not-mainland', 'a card of Taiwan'],
    ['E12345678', 'idCard.not-mainland', 'a passport'],
    ['110105********002X', 'value.masked', 'with stars'],
  ])('%s is %s: %s', (raw, expected) => {
    expect(outcome('idCard', raw)).toBe(expected)
  })

  test('every sound one passes; one wrong sign in it never does', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(17), fc.nat(10), (seed, at, other) => {
        const number = idCard(diceOf(seed))
        expect(outcome('idCard', number)).toBe(number)
        const sign = '0123456789X'[other] ?? ''
        if (number[at] === sign) return
        expect(isInvalid(readValue('idCard', changed(number, at, sign)))).toBe(true)
      }),
    )
  })
})

const changed = (text: string, at: number, sign: string) =>
  text.slice(0, at) + sign + text.slice(at + 1)

describe('a unified social credit code', () => {
  const code = '91110000600037341L'
  test.each([
    [code, code, 'sound'],
    [code.toLowerCase(), code, 'in small letters'],
    ['91110000 60003734 1L', code, 'in groups'],
    ['９１１１００００６０００３７３４１Ｌ', code, 'in full width'],
    ['无', '', 'the word for nothing'],
    ['91110000600037342L', 'uscc.checksum', 'one digit wrong'],
    ['9131000MA1FL0', 'uscc.length', 'thirteen signs'],
    ['310101000123456', 'uscc.length', 'a registration number of before 2015'],
    ['9111OOOO600037341L', 'uscc.character', 'letters O in place of zeros'],
    ['91110000600037341字', 'uscc.character', 'a sign that is no letter'],
    ['9.1110000600037E+17', 'uscc.rounded', 'an exponent'],
    ['911100006000373000', 'uscc.rounded', 'fifteen digits kept by Excel'],
  ])('%s is %s: %s', (raw, expected) => {
    expect(outcome('uscc', raw)).toBe(expected)
  })

  test('a letter O in place of a zero is pointed out, not mended', () => {
    expect(factsOf('uscc', '9111OOOO600037341L')).toEqual({
      at: 5,
      character: 'O',
      suggestion: code,
    })
  })

  test('every sound one passes; one wrong sign in it never does', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(), fc.nat(17), fc.nat(30), (seed, at, other) => {
        const number = uscc(diceOf(seed))
        expect(outcome('uscc', number)).toBe(number)
        const sign = alphabet[other] ?? ''
        if (number[at] === sign) return
        expect(isInvalid(readValue('uscc', changed(number, at, sign)))).toBe(true)
      }),
    )
  })

  test('the checksum is that of the standard', () => {
    expect(usccCheck('91110000600037341')).toBe('L')
    expect(usccCheck('91350100M000100Y4')).toBe('3')
  })
})

describe('numbers', () => {
  test.each([
    ['34', '34', 'plain'],
    ['0', '0', 'none'],
    ['007', '7', 'with zeros in front'],
    ['1,234', '1234', 'in thousands'],
    ['３４', '34', 'in full width'],
    ['34.0', '34', 'once a float'],
    ['-', '', 'a dash for nothing'],
    ['-3', 'integer.negative', 'below zero'],
    ['34.5', 'integer.shape', 'a fraction'],
    ['34岁', 'integer.shape', 'with a unit'],
    ['1.2E+3', 'integer.exponent', 'an exponent'],
    ['1,23', 'integer.shape', 'no thousands'],
  ])('the whole number %s is %s: %s', (raw, expected) => {
    expect(outcome('integer', raw)).toBe(expected)
  })

  test.each([
    ['1234.50', '1234.50', 'as many decimals as written'],
    ['1,234.50', '1234.50', 'in thousands'],
    ['￥1,234.50', '1234.50', 'with the sign of the yuan'],
    ['¥ 1234', '1234', 'with its other sign'],
    ['人民币1234元整', '1234', 'as on a receipt'],
    ['１２３４．５', '1234.5', 'in full width'],
    ['3.5万', '35000', 'in ten thousands'],
    ['3.5萬元', '35000', 'in ten thousands, Traditional'],
    ['1.234567万元', '12345.67', 'exact beyond the unit'],
    ['0.00001万', '0.1', 'exact below the unit'],
    ['2亿', '200000000', 'in hundred millions'],
    ['-1234.5', '-1234.5', 'below zero'],
    ['−5', '-5', 'with the minus of a typesetter'],
    ['¥-5', '-5', 'with the minus after the sign'],
    ['(1,234.50)', '-1234.50', 'below zero as accountants write'],
    ['-0.00', '0.00', 'zero is not below zero'],
    ['.5', '0.5', 'without its zero'],
    ['0.1', '0.1', 'what no float can hold'],
    ['999999999999999.99', '999999999999999.99', 'greater than floats can count'],
    ['壹仟元整', 'amount.words', 'in capitals'],
    ['三千', 'amount.words', 'in words'],
    ['1.2E+3', 'amount.exponent', 'an exponent'],
    ['$100', 'amount.currency', 'in dollars'],
    ['NT$100', 'amount.currency', 'in dollars of Taiwan'],
    ['1,23.4', 'amount.shape', 'no thousands'],
    ['1.2.3', 'amount.shape', 'two points'],
    ['面议', 'amount.shape', 'to be agreed'],
    ['--5', 'amount.shape', 'two signs'],
  ])('the amount %s is %s: %s', (raw, expected) => {
    expect(outcome('amount', raw)).toBe(expected)
  })

  test('ten thousands are multiplied exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 11n), fc.nat(8), (digits, scale) => {
        const text = digits.toString().padStart(scale + 1, '0')
        const point = text.length - scale
        const amount = scale === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`
        const read = readValue('amount', `${amount}万`) as string
        const [whole, decimals = ''] = read.split('.')
        expect(BigInt(`${whole}${decimals}`) * 10n ** BigInt(scale)).toBe(
          digits * 10_000n * 10n ** BigInt(decimals.length),
        )
      }),
    )
  })
})

describe('a choice', () => {
  test.each([
    ['confidential', 'confidential', 'its identifier'],
    ['CONFIDENTIAL', 'confidential', 'capitals'],
    ['机密', 'confidential', 'its Simplified label'],
    ['機密', 'confidential', 'its Traditional label'],
    [' 机密\u3000', 'confidential', 'between spaces'],
    ['机 密', 'confidential', 'spaced out'],
    ['Top Secret', 'topSecret', 'its English label'],
    ['top-secret', 'topSecret', 'with a hyphen'],
    ['ｔｏｐＳｅｃｒｅｔ', 'topSecret', 'in full width'],
    ['最高機密', 'topSecret', 'an alias in the other characters'],
    ['无', 'none', 'a word that elsewhere means nothing'],
    ['   ', '', 'blank'],
    ['机秘', 'choice.unknown', 'a slip'],
    ['constructor', 'choice.unknown', 'a word of the programming language'],
    ['__proto__', 'choice.unknown', 'another'],
  ])('%j is %s: %s', (raw, expected) => {
    expect(outcome('choice', raw)).toBe(expected)
  })

  test('a slip comes with what was probably meant', () => {
    expect(factsOf('choice', '机秘')).toMatchObject({
      value: '机秘',
      suggestion: 'confidential',
      choices: ['none', 'secret', 'confidential', 'topSecret'],
    })
    expect(factsOf('choice', '公开')).not.toHaveProperty('suggestion')
  })

  test.each([
    ['brorow', ['borrow', 'return'], 'borrow'],
    ['lsit', ['list', 'show'], 'list'],
    ['ad', ['add', 'find'], 'add'],
    ['个体', ['机构', '个人'], '个人'],
    ['序号', ['档号'], undefined],
    ['xyz', ['add', 'find'], undefined],
    ['time_zone', ['timeZone'], 'timeZone'],
    ['RG2025-001', ['RG2025-0001'], 'RG2025-0001'],
  ])('%s of %j probably means %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected)
  })
})

describe('a text', () => {
  test.each([
    ['  上海口腔诊所 ', '上海口腔诊所', 'without the spaces around it'],
    ['\ufeff\u200b\u3000\u00a0张三\u200b', '张三', 'without invisible ones around it'],
    ['第一行\r\n第二行\t末', '第一行\n第二行\t末', 'lines and TAB are kept'],
    ['𠮷野家 𪚥', '𠮷野家 𪚥', 'rare characters'],
    ['e\u0301', 'e\u0301', 'accents apart stay apart'],
    ['👨‍👩‍👧 很满意', '👨‍👩‍👧 很满意', 'a family of one picture'],
    ['葛󠄀城', '葛󠄀城', 'a variant of a character'],
    ['=cmd|a', '=cmd|a', 'what a spreadsheet would run is only text here'],
    ['无', '无', 'a word that elsewhere means nothing'],
    ['a\u0000b', 'text.control', 'NUL'],
    ['a\u001b]0;x\u0007b', 'text.control', 'an escape sequence'],
    ['a\u009bb', 'text.control', 'a control character of eight bits'],
    ['a\u202eb', 'text.control', 'a turn of direction'],
    ['a\u200bb', 'text.control', 'an invisible space inside'],
    ['a\u200db', 'text.control', 'a joiner that joins nothing'],
    ['a\ud800b', 'text.surrogate', 'half a character'],
    ['\udc00', 'text.surrogate', 'the other half'],
    ['x\ud83d', 'text.surrogate', 'a text cut in a character'],
  ])('%j is %j: %s', (raw, expected) => {
    expect(outcome('text', raw)).toBe(expected)
  })

  test('a flaw is named by its place and code', () => {
    expect(factsOf('text', '𠮷a\u202eb')).toEqual({ at: 3, character: 'U+202E' })
  })

  test('a text has at most 10,000 characters, a name 200 and one line', () => {
    expect(outcome('text', '𠮷'.repeat(10_000))).toBe('𠮷'.repeat(10_000))
    expect(outcome('text', '字'.repeat(10_001))).toBe('text.long')
    expect(readName('字'.repeat(200))).toBe('字'.repeat(200))
    expect(readName('字'.repeat(201))).toEqual({ code: 'text.long', facts: { limit: 200 } })
    expect(readName('张三\n李四')).toMatchObject({ code: 'text.control' })
  })
})

describe('any value', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...'0123456789.,-+eE()（）万元亿￥转年月日 \u3000\u202e\ud800Xx@*'), {
        maxLength: 24,
      })
      .map((signs) => signs.join('')),
  )

  test('is read without a fault, and a kept value is kept as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), cells, (kind, raw) => {
        const read = readValue(kind, raw, { choices: levels })
        if (isInvalid(read)) return
        expect(readValue(kind, read, { choices: levels })).toBe(read)
      }),
      { numRuns: 5000 },
    )
  })

  test('a kept value holds no control character and no half character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), cells, (kind, raw) => {
        const read = readValue(kind, raw, { choices: levels })
        if (isInvalid(read)) return
        expect(read).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|[\ud800-\udfff]/u)
      }),
      { numRuns: 2000 },
    )
  })

  test('of any length is read at once', () => {
    for (const kind of fieldKinds)
      for (const piece of [' ', '1', '-', '1-', '1,', '.', 'a@', '一', '(', '\u200b', '转1'])
        expect(() => readValue(kind, `x${piece.repeat(50_000)}x`)).not.toThrow()
  })
})
