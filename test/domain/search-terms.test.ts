import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../src/domain/fold.ts'
import { initialsOf, syllablesOf } from '../../src/domain/pinyin.ts'
import {
  indexTerms,
  matchesQuery,
  parseQuery,
  termsVersion,
} from '../../src/domain/search-terms.ts'
import type { Match, SearchDocument } from '../../src/domain/search-terms.ts'

const person = (text: string) => ({ text, naming: 'person' as const })
const firm = (text: string) => ({ text, naming: 'organisation' as const })
const document = (part: Partial<SearchDocument>): SearchDocument => ({
  names: [],
  texts: [],
  phones: [],
  ...part,
})

/** An index such as the store's. */
function openIndex(documents: readonly SearchDocument[] = []) {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE terms USING fts5(
    t, content='', detail=none, columnsize=0, tokenize='ascii')`)
  const add = db.prepare('INSERT INTO terms (rowid, t) VALUES (?, ?)')
  documents.forEach((one, at) => add.run(at, indexTerms(one)))
  const ask = db.prepare('SELECT rowid FROM terms WHERE terms MATCH ?').pluck()
  return { db, candidates: (match: string) => ask.all(match) as number[] }
}

/** The index asked and the candidates checked, as `find` does it. */
function found(input: string, one: SearchDocument): Match | undefined {
  const query = parseQuery(input)
  if (query.match === null) return undefined
  const { db, candidates } = openIndex([one])
  const isCandidate = candidates(query.match).length > 0
  db.close()
  return isCandidate ? matchesQuery(query, one) : undefined
}

const wangs = document({
  names: [person('张三丰'), person('歐陽娜娜')],
  texts: ['上海市浦东新区 世纪大道100号 A座302室', 'info@example.com'],
  phones: ['138 0013-8000', '+86-21-62345678'],
})
const hongda = document({ names: [firm('IBM宏达（中国）贸易有限公司')] })
const lv = document({ names: [person('吕重单')] })
const shan = document({ names: [person('單長孫')] })

describe('an archive is found', () => {
  test.each([
    ['张三丰', wangs, 'name', 'by its name'],
    ['張三豐', wangs, 'name', 'by its name in Traditional'],
    ['三丰', wangs, 'name', 'by a part of it'],
    ['丰', wangs, 'name', 'by one character'],
    ['欧阳', wangs, 'name', 'by a contact, Simplified for Traditional'],
    ['浦東', wangs, 'text', 'by its address'],
    ['新区世纪', wangs, 'text', 'across a space that Han does not need'],
    ['大道100号', wangs, 'text', 'by signs and digits together'],
    ['a座', wangs, 'text', 'by a letter and a sign'],
    ['Ａ座３０２', wangs, 'text', 'full width'],
    ['302', wangs, 'text', 'by a number in its address'],
    ['EXAMPLE', wangs, 'text', 'in capitals'],
    ['exam', wangs, 'text', 'by the beginning of a Latin word'],
    ['zhangsanfeng', wangs, 'pinyin', 'by full pinyin'],
    ['zhangsanf', wangs, 'pinyin', 'by unfinished pinyin'],
    ['zhangsan', wangs, 'pinyin', 'by the pinyin of its beginning'],
    ['zhan', wangs, 'pinyin', 'by the beginning of a syllable'],
    ['zh', wangs, 'pinyin', 'by the beginning of a beginning'],
    ['sanfeng', wangs, 'pinyin', 'by the pinyin of a later part'],
    ['zsf', wangs, 'pinyin', 'by initials'],
    ['ZSF', wangs, 'pinyin', 'by initials in capitals'],
    ['zhsf', wangs, 'pinyin', 'by initials with zh'],
    ['sf', wangs, 'pinyin', 'by some of them'],
    ['zhangsf', wangs, 'pinyin', 'by surname and initials'],
    ['zsanfeng', wangs, 'pinyin', 'by initials and syllables'],
    ["zhang'san'feng", wangs, 'pinyin', 'by pinyin with marks between'],
    ['ouyangnana', wangs, 'pinyin', "by a contact's pinyin"],
    ['张sf', wangs, 'pinyin', 'by a character and initials'],
    ['张s', wangs, 'pinyin', 'by a character and one initial'],
    ['张三feng', wangs, 'pinyin', 'by characters and pinyin'],
    ['13800138000', wangs, 'phone', 'by phone'],
    ['138 0013 8000', wangs, 'phone', 'by phone with spaces'],
    ['+8613800138000', wangs, 'phone', 'by phone with the code of the country'],
    ['0138', wangs, 'phone', 'by four digits of it'],
    ['62345678', wangs, 'phone', 'by the second phone'],
    ['张 浦东 8000', wangs, 'name', 'by several words'],
    ['zhang san', wangs, 'pinyin', 'by syllables as words'],
    ['张三 （）', wangs, 'name', 'with words that ask for nothing'],
    ['宏达中国', hongda, 'name', 'without the brackets of its name'],
    ['(中国)贸易', hongda, 'name', 'with other brackets'],
    ['ibm', hongda, 'name', 'by the Latin in its name'],
    ['ibmhd', hongda, 'pinyin', 'by Latin and initials'],
    ['hdzgmyyxgs', hongda, 'pinyin', 'by the initials of a long name'],
    ['hongdazhongguomaoyiyouxiangongsi', hongda, 'pinyin', 'by the whole pinyin of one'],
    ['lvzhong', lv, 'pinyin', 'by ü as v'],
    ['luchong', lv, 'pinyin', 'by ü as u and the other reading'],
    ['lcd', lv, 'pinyin', 'by the initials of other readings'],
    ['shanchang', shan, 'pinyin', 'by the reading of the surname'],
    ['sc', shan, 'pinyin', 'by its initial'],
    [
      '吉\ud842',
      document({ names: [person('吉𠮷')] }),
      'name',
      'though a character was cut in two',
    ],
  ])('%s (%#)', (input, one, by) => {
    expect(found(input, one)?.by).toBe(by)
  })
})

describe('an archive is not found', () => {
  test.each([
    ['三张', wangs, 'by characters in another order'],
    ['张丰', wangs, 'by characters that do not follow each other'],
    ['李四', wangs, 'by another name'],
    ['zhangfeng', wangs, 'by pinyin with a syllable left out'],
    ['angsan', wangs, 'by pinyin from the middle of a syllable'],
    ['zsx', wangs, 'by other initials'],
    ['张 李', wangs, 'when one word of two is missing'],
    ['8001380', document({ phones: ['0138001', '1380'] }), 'by digits of two phones'],
    ['()', wangs, 'by punctuation'],
    ['', wangs, 'by nothing'],
  ])('%s (%#)', (input, one) => {
    expect(found(input, one)).toBeUndefined()
  })
})

test('exact before prefix before inside before pinyin before initials before the rest', () => {
  const cases: readonly [string, SearchDocument][] = [
    ['张三', document({ names: [person('张三')] })],
    ['张三', document({ names: [person('李四'), person('张三')] })],
    ['张三', document({ names: [person('张三丰')] })],
    ['张三', document({ names: [person('小张三')] })],
    ['zhangsan', document({ names: [person('张三丰')] })],
    ['zs', document({ names: [person('张三丰')] })],
    ['张三', document({ texts: ['张三'] })],
  ]
  const ranks = cases.map(([input, one]) => found(input, one)!.rank)
  expect(ranks).toEqual([...new Set(ranks)].toSorted((one, two) => one - two))
  expect(found('John Smith', document({ names: [person('John  SMITH')] }))?.rank).toBe(0)
})

const han = fc.constantFrom(
  ...'张三李四王单單曾區区重慶庆長长孫孙乐樂台臺灣湾里裏裡线線義义齿齒宏達达貿贸易公司𠮷𪚥々〇ア㐂',
)
const pinyinHan = fc.constantFrom(...'张三李安西先俞恩尔单曾重长乐欧阳娜囡南宁安艾阿吕女略行区')
const hanName = fc.string({ unit: han, minLength: 1, maxLength: 12 })

test('any part of a name finds it, though it has brackets and spaces', () => {
  const spoilt = fc.array(fc.tuple(han, fc.constantFrom('', '', '', ' ', '（', '·', '\u3000')), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(spoilt, fc.nat(), fc.nat(), (chars, from, length) => {
      const name = chars.map(([char, behind]) => char + behind).join('')
      const start = from % chars.length
      const part = chars.slice(start, start + 1 + (length % (chars.length - start)))
      const input = part.map(([char]) => char).join('')
      expect(found(input, document({ names: [firm(name)] }))?.by).toBe('name')
    }),
    { numRuns: 300 },
  )
})

test('the usual pinyin, its beginnings, and the initials of any name find it', () => {
  fc.assert(
    fc.property(fc.string({ unit: pinyinHan, minLength: 2, maxLength: 8 }), (name) => {
      const one = document({ names: [person(name)] })
      const full = syllablesOf(name, 'person').map(([first]) => first!)
      expect(found(full.join(''), one)?.by).toBe('pinyin')
      expect(found(full.join('').slice(0, 1 + full[0]!.length), one)?.by).toBe('pinyin')
      expect(found(initialsOf(name, 'person').slice(0, 6), one)?.by).toBe('pinyin')
      expect(found(full[0] + initialsOf(name, 'person').slice(1, 4), one)?.by).toBe('pinyin')
    }),
    { numRuns: 300 },
  )
})

test('Simplified finds Traditional and the reverse', () => {
  fc.assert(
    fc.property(hanName, (name) => {
      expect(found(foldText(name), document({ texts: [name] }))?.by).toBe('text')
      expect(found(name, document({ texts: [foldText(name)] }))?.by).toBe('text')
    }),
    { numRuns: 200 },
  )
})

describe('whatever somebody types', () => {
  const { candidates } = openIndex([wangs])
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'"*():^-+{}\\\' NEARandortxyz张三1234', '\ud800', '\0', '😀'),
    }),
    fc.string({ unit: fc.constantFrom(...'anghnieox '), maxLength: 80 }),
  )

  test('FTS5 takes it', () => {
    fc.assert(
      fc.property(typed, (input) => {
        const query = parseQuery(input)
        const matches = [query.match ?? [], query.words.map((word) => word.match)].flat()
        expect(() => matches.map(candidates)).not.toThrow()
        expect(() => matchesQuery(query, wangs)).not.toThrow()
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['"', 'a quotation mark'],
    ['t:张', 'a column'],
    ['NEAR(a b)', 'an operator'],
    ['-张*', 'signs'],
    ['张'.repeat(10_000), 'ten thousand characters'],
    ['张三 '.repeat(5_000), 'five thousand words'],
    ['na'.repeat(5_000), 'ten thousand letters'],
    ['nan'.repeat(20), 'letters that can be read in thousands of ways'],
    ['1'.repeat(10_000), 'ten thousand digits'],
    ['a张1'.repeat(3_000), 'ten thousand changes'],
    [Array.from({ length: 3000 }, (_, at) => `w${at}`).join(' '), 'three thousand words'],
    [
      String.fromCodePoint(...Array.from({ length: 9000 }, (_, at) => 0x4e00 + at)),
      'all characters',
    ],
  ])('FTS5 takes %.20s (%s), and soon', (input) => {
    const start = performance.now()
    const { match } = parseQuery(input)
    if (match !== null) candidates(match)
    matchesQuery(parseQuery(input), wangs)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('the terms of an archive', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), hanName, fc.string())
  const anyDocument = fc.record({
    names: fc.array(
      fc.record({
        text: anyText,
        naming: fc.constantFrom('person' as const, 'organisation' as const),
      }),
      { maxLength: 3 },
    ),
    texts: fc.array(anyText, { maxLength: 3 }),
    phones: fc.array(fc.oneof(anyText, fc.stringMatching(/^[0-9 +-]{0,20}$/)), { maxLength: 3 }),
  })

  test('are each there once', () => {
    fc.assert(
      fc.property(anyDocument, (one) => {
        const terms = indexTerms(one).split(' ')
        expect(new Set(terms).size).toBe(terms.length)
      }),
    )
  })

  test('made again, take it out of the index without a trace', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { minLength: 1, maxLength: 4 }), (documents) => {
        const { db } = openIndex(documents)
        db.exec(`CREATE VIRTUAL TABLE vocabulary USING fts5vocab('terms', 'row')`)
        const drop = db.prepare(`INSERT INTO terms (terms, rowid, t) VALUES ('delete', ?, ?)`)
        documents.forEach((one, at) => drop.run(at, indexTerms(structuredClone(one))))
        expect(db.prepare('SELECT * FROM vocabulary').all()).toEqual([])
        db.close()
      }),
      { numRuns: 100 },
    )
  })

  test('of a long text are all there', () => {
    const text = String.fromCodePoint(...Array.from({ length: 15_000 }, (_, at) => 0x4e00 + at))
    const terms = indexTerms(document({ texts: [text, text] })).split(' ')
    expect(terms.length).toBeGreaterThan(14_000)
    expect(new Set(terms).size).toBe(terms.length)
  })

  test('are these; whoever changes them must raise the number in termsVersion', () => {
    expect(termsVersion().split('-')[0]).toBe('2')
    expect(
      indexTerms(document({ names: [person('單三')], texts: ['Ａ座12號'], phones: ['021-1234'] })),
    ).toBe('单 三 单三 §shan §dan §chan §san ¦ss ¦ds ¦cs a 12 座 号 ¬0211 ¬2112 ¬1123 ¬1234')
  })
})
