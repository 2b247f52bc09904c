import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { completenessOf } from '../../src/domain/completeness.ts'
import type { Condition } from '../../src/domain/filter.ts'
import { openArchive } from '../../src/domain/opening.ts'
import { byNumberUp } from '../../src/domain/order.ts'
import { addArchive, archiveById } from '../../src/store/archives.ts'
import type { Selection } from '../../src/store/conditions.ts'
import { addEntry } from '../../src/store/entries.ts'
import { find } from '../../src/store/finding.ts'
import { listed, pageRows, survey } from '../../src/store/listing.ts'
import { issueNumber } from '../../src/store/numbers.ts'
import type { Store } from '../../src/store/store.ts'
import { denture, readsAll } from '../support/archives.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
})

const today = '2026-11-20'

/** One transaction, since every commit waits for the disk. */
const inOffice = (work: (store: Store) => void): void =>
  office.meddle((store) => store.transact(() => work(store)))

/** Enters an archive, past the commands: quick enough for hundreds. */
function entered(store: Store, said: Record<string, string>): number {
  const values = new Map(Object.entries({ type: 'individual', ...said }))
  const opening = openArchive({ values, problems: [] }, [], denture, today)
  const issued = issueNumber(store, denture, opening)
  const intake = { collectedBy: 1, importId: null, today }
  return addArchive(store, issued, opening, intake, denture).id
}

const selection = (words: string, conditions: readonly Condition[] = []): Selection => ({
  words,
  filter: { conditions, stubs: false },
  policy: denture,
  rights: readsAll,
})
const foundIds = (store: Store, words: string, limit = 50) =>
  find(store, selection(words), limit).found.map(({ archive }) => archive.id)
const listedNumbers = (store: Store, it: Selection, order = byNumberUp) =>
  [...listed(store, it, order)].map(({ number }) => number)

/** Characters as names have them: simple, traditional, rare, Latin, digits, outside the main plane. */
const character = fc.constantFrom(
  ...('张王李陳單仇曾尉迟宏达貿易有限公司㐀〇ab9·.()（） é𠮷'.match(/./gu) as string[]),
)
/** Latin words and numbers are found whole, or from their third letter on. */
const cutsWord = (signs: readonly string[], at: number): boolean =>
  /^[ab9é]{2}$/.test(`${signs[at - 1] ?? ''}${signs[at] ?? ''}`)
const aName = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join('').trim())
  .filter((name) => /[\p{L}\p{N}]/u.test(name))

describe('whatever is entered is found', () => {
  test('by any part of its name', () => {
    inOffice((store) => {
      fc.assert(
        fc.property(aName, fc.nat(), fc.nat(), (name, from, length) => {
          const id = entered(store, { name })
          const signs = [...name]
          const start = from % signs.length
          const end = start + 1 + (length % (signs.length - start))
          const part = signs.slice(start, end).join('')
          fc.pre(/[\p{L}\p{N}]/u.test(part) && !cutsWord(signs, start) && !cutsWord(signs, end))
          const all = new Set([...listed(store, selection(part), byNumberUp)].map((it) => it.id))
          expect(all.has(id)).toBe(true)
          expect(foundIds(store, part, 400)).toContain(id)
        }),
        { numRuns: 150 },
      )
    })
  })

  test('by any four digits in a row of its phone', () => {
    inOffice((store) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(7), (digits, at) => {
          const phone = `139${String(digits).padStart(8, '0')}`
          const id = entered(store, { name: '电话', phone })
          expect(foundIds(store, phone.slice(at, at + 4), 400)).toContain(id)
        }),
        { numRuns: 40 },
      )
    })
  })

  test('by words of which each stands in its name or in one of its entries', () => {
    inOffice((store) => {
      const id = entered(store, { name: '穆青云', address: '听雨轩' })
      const entry = { archiveId: id, kind: 'communication', happenedOn: today, fields: {} }
      const rest = { recordedBy: 1, recordedOn: today, fromNumber: null }
      addEntry(store, { ...entry, ...rest, text: '夜泊秦淮' })
      addEntry(store, { ...entry, ...rest, text: '近酒家' })
      for (const words of ['穆青 秦淮', '秦淮 听雨 酒', '酒家 夜泊', '云 酒'])
        expect(foundIds(store, words)).toEqual([id])
      expect(foundIds(store, '穆青 商女')).toEqual([])
    })
  })
})

describe('order and limits', () => {
  test('find shows the same in the same order, and a smaller limit its beginning', () => {
    inOffice((store) => {
      for (let at = 0; at < 300; at += 1)
        entered(store, { name: at % 3 ? `欧阳${at}` : `某欧阳${at}` })
      const all = foundIds(store, '欧阳', 400)
      expect(all).toHaveLength(300)
      expect(foundIds(store, '欧阳', 400)).toEqual(all)
      expect(foundIds(store, '欧阳', 20)).toEqual(all.slice(0, 20))
      expect(find(store, selection('欧阳'), 400).total).toBe(300)
      expect(find(store, selection('欧阳'), 20).total).toBeNull()
    })
  })

  test('a single character that nearly everybody has is found among the newest', () => {
    inOffice((store) => {
      for (let at = 0; at < 500; at += 1)
        entered(store, { name: `客${at}`, address: `某县${at}号` })
      const last = entered(store, { name: '末', address: '某县' })
      expect(foundIds(store, '县', 20)[0]).toBe(last)
      expect([...listed(store, selection('县'), byNumberUp)]).toHaveLength(501)
    })
  })

  test('numbers are listed by series: 10000 follows 9999, and back', () => {
    inOffice((store) => {
      store.script(`UPDATE series SET last = 9997 WHERE stem LIKE 'RG%'`)
      for (let at = 0; at < 4; at += 1) entered(store, { name: '万' })
      const [first = '', ...rest] = listedNumbers(
        store,
        selection('', [{ kind: 'standard', key: 'name', values: ['万'] }]),
      )
      expect([first, ...rest]).toEqual([
        'RG2026-9998',
        'RG2026-9999',
        'RG2026-10000',
        'RG2026-10001',
      ])
      const back = listedNumbers(store, selection('万'), { key: 'number', descending: true })
      expect(back).toEqual([first, ...rest].toReversed())
    })
  })

  test('a list of several pages gives each archive once, up and down, foreign numbers behind', () => {
    inOffice((store) => {
      for (let at = 0; at < pageRows * 2 + 7; at += 1)
        entered(store, { type: 'dealer', name: '页', orgCode: `D${at % 5}` })
      store.script(`UPDATE archive SET series_id = NULL, serial = NULL, number = 'OLD-' || id
        WHERE name = '页' AND id % 2 = 0`)
      const pages = selection('', [{ kind: 'standard', key: 'name', values: ['页'] }])
      const up = listedNumbers(store, pages)
      expect(new Set(up).size).toBe(pageRows * 2 + 7)
      expect(up.length).toBe(pageRows * 2 + 7)
      expect(up.findIndex((number) => number.startsWith('OLD'))).toBe(
        up.filter((number) => !number.startsWith('OLD')).length,
      )
      expect(listedNumbers(store, pages, { key: 'number', descending: true })).toEqual(
        up.toReversed(),
      )
      expect(listedNumbers(store, selection('页'))).toEqual(up)
      expect(survey(store, pages).count).toBe(up.length)
      expect(survey(store, selection('页')).count).toBe(up.length)
    })
  })

  test('a list goes on where others write meanwhile, and holds nothing open between its pages', () => {
    inOffice((store) => {
      const walk = listed(store, selection(''), byNumberUp)
      walk.next()
      const id = entered(store, { name: '后来者' })
      expect([...walk].some((archive) => archive.id === id)).toBe(true)
    })
  })
})

test('incomplete archives are the same to SQL as to the rule', () => {
  inOffice((store) => {
    const some = ['phone', 'sex', 'age'].flatMap((left) => [
      entered(store, { name: '全', phone: '13800000000', sex: 'male', age: '30', [left]: '' }),
      entered(store, { name: '全', phone: '13800000000', sex: 'male', age: '30' }),
    ])
    const orgs = [
      { phone: '021-62345678' },
      { address: '某路', contact: '某人', phone: '021-62345678' },
    ].map((said) => entered(store, { type: 'dealer', name: '机构', orgCode: 'A1', ...said }))
    const missing = new Set(
      [...listed(store, selection('', [{ kind: 'incomplete' }]), byNumberUp)].map(({ id }) => id),
    )
    for (const id of [...some, ...orgs]) {
      const archive = archiveById(store, id)
      expect(missing.has(id)).toBe(archive && completenessOf(archive, denture).missing.length > 0)
    }
  })
})
