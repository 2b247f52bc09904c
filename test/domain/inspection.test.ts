import { describe, expect, test } from 'vitest'
import { nextInspection, nextStocktake, periodOf } from '../../src/domain/inspection-cycle.ts'
import { isBeyond, judged, readNumbered } from '../../src/domain/inspection.ts'
import type { InspectionItemRule } from '../../src/domain/policy-inspection.ts'
import { inspectionProblems } from '../../src/domain/policy-inspection-check.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { shelvesOf, type Place } from '../../src/domain/place.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import {
  areApart,
  requireWitness,
  scannedNumber,
  sharesOf,
  strayText,
} from '../../src/domain/stocktake.ts'

const label = { 'zh-Hans': '湿度', 'zh-Hant': '濕度', en: 'humidity' }
const rule = { everyMonths: 6, items: {}, states: {} } as const

/** What a rule says no with. */
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : String(thrown)
  }
}

describe('when the next inspection is due', () => {
  test.each([
    ['2026-06-30', 6, '2026H1', '2026-06-30'],
    ['2026-07-01', 6, '2026H2', '2026-12-31'],
    ['2026-03-31', 3, '2026Q1', '2026-03-31'],
    ['2026-10-01', 3, '2026Q4', '2026-12-31'],
    ['2024-02-29', 1, '2024-02', '2024-02-29'],
    ['2026-11-22', 12, '2026', '2026-12-31'],
  ] as const)('%s lies, of %i months, in %s, which ends on %s', (day, months, name, to) => {
    expect(periodOf(day, months)).toMatchObject({ name, to })
  })

  test.each([
    ['never inspected: the half-year of its founding', [], '2026-06-30'],
    ['the first half done: the second', [['2026-06-30', null]], '2026-12-31'],
    ['one place of two done: still the first', [['2026-06-30', 'A']], '2026-06-30'],
    [
      'each place done by itself: the second',
      [
        ['2026-06-30', 'A'],
        ['2026-06-30', 'B'],
      ],
      '2026-12-31',
    ],
    [
      'the latest counts, however they were entered',
      [
        ['2026-12-31', null],
        ['2026-06-30', null],
      ],
      '2027-06-30',
    ],
    ['a quarter more than the rule asks for', [['2026-03-31', null]], '2026-06-30'],
  ] as const)('%s', (_, done, due) => {
    const inspected = done.map(([lastDay, place]) => ({ lastDay, place }))
    expect(nextInspection(rule, inspected, ['A', 'B'], '2026-02-10')).toBe(due)
  })

  test('a stocktake comes so many months after the last, or after the founding; without a cycle never', () => {
    expect(nextStocktake({ everyMonths: 12 }, null, '2026-02-10')).toBe('2027-02-10')
    expect(nextStocktake({ everyMonths: 12 }, '2026-08-31', '2026-02-10')).toBe('2027-08-31')
    expect(nextStocktake({}, null, '2026-02-10')).toBe(null)
    expect(nextStocktake(undefined, null, '2026-02-10')).toBe(null)
  })
})

describe('the policy’s checklist', () => {
  const item = (from: number, to: number): InspectionItemRule => ({
    label,
    reading: { unit: '%', from, to },
  })
  const problemsOf = (...items: InspectionItemRule[]) =>
    inspectionProblems({
      inspection: { ...rule, items: Object.fromEntries(items.map((it, at) => [`item${at}`, it])) },
    } as unknown as Policy).map(({ code, at }) => `${code} ${at}`)

  test('has no limits that cross, and no two items of one name', () => {
    expect(problemsOf(item(45, 60))).toEqual([])
    expect(problemsOf(item(60, 60))).toEqual([])
    expect(problemsOf(item(61, 60))).toEqual(['reading.limits inspection.items.item0.reading'])
    expect(problemsOf(item(1, 2), item(1, 2))[0]).toContain('alias.twice')
  })
})

describe('an item of the checklist', () => {
  const measured: InspectionItemRule = { label, reading: { unit: '%', from: 45, to: 60 } }
  const seen: InspectionItemRule = { label }

  test.each([
    [measured, { reading: '45' }, 'ok', '45'],
    [measured, { reading: '60%' }, 'ok', '60'],
    [measured, { reading: '５２％' }, 'ok', '52'],
    [measured, { reading: '60.1' }, 'bad', '60.1'],
    [measured, { reading: '44.9' }, 'bad', '44.9'],
    [measured, { reading: '52', answer: '异常', note: '结露' }, 'bad', '52'],
    [measured, { answer: 'na' }, 'na', null],
    [measured, { answer: 'bad', note: '湿度计坏了' }, 'bad', null],
    [seen, { answer: '正常' }, 'ok', null],
    [seen, { answer: '合格' }, 'ok', null],
    [seen, { answer: '不适用' }, 'na', null],
  ] as const)('%j with %j is %s', (item, said, answer, reading) => {
    expect(judged('humidity', item, said)).toMatchObject({ answer, reading })
  })

  test.each([
    [measured, { answer: 'ok' }, 'inspection.reading'],
    [measured, { answer: 'ok', reading: '70' }, 'inspection.beyond'],
    [measured, { answer: 'na', reading: '50' }, 'inspection.reading'],
    [measured, { reading: '很湿' }, 'value.bad'],
    [measured, {}, 'inspection.reading'],
    [seen, { answer: 'ok', reading: '50' }, 'inspection.reading'],
    [seen, { answer: 'bad' }, 'inspection.bare'],
    [seen, { answer: '还行' }, 'value.bad'],
    [seen, {}, 'usage.missing'],
  ] as const)('%j with %j is refused: %s', (item, said, code) => {
    expect(codeOf(() => judged('humidity', item, said))).toBe(code)
  })

  test('one limit is enough', () => {
    expect([
      isBeyond({ unit: '℃', to: 24 }, '-5'),
      isBeyond({ unit: '℃', from: 14 }, '13'),
    ]).toEqual([false, true])
  })

  test.each([
    ['I3', 3],
    ['i3', 3],
    ['３', 3],
    ['C3', undefined],
    ['I', undefined],
    ['I-3', undefined],
  ])('%s names %s', (said, id) => {
    expect(readNumbered('I', said)).toBe(id)
  })
})

describe('what is scanned', () => {
  test.each([
    ['rg2026-0001', 'RG2026-0001'],
    [']C1RG2026-0001', 'RG2026-0001'],
    ['\u0002RG2026-0001\u0003\r', 'RG2026-0001'],
    ['ＲＧ２０２６－０００１', 'RG2026-0001'],
    ['"RG2026-0001"', 'RG2026-0001'],
    ['\uFEFF ', ''],
  ])('%j is %j', (raw, number) => {
    expect(scannedNumber(raw)).toBe(number)
  })

  test.each([
    ['XX-0001', 'XX-0001'],
    ['13800138000', '138…00'],
    ['11010519491231002X', '110…2X'],
    ['A@B.CN', 'A@B…CN'],
    ['X'.repeat(70), `${'X'.repeat(63)}…`],
  ])('%s, which nobody knows, is kept as %s', (number, kept) => {
    expect(strayText(number)).toBe(kept)
  })

  test('at a place that is in the one of the register, or around it, it is in its place', () => {
    const place = (id: number, code: string, parentId: number | null): Place => ({
      ...{ id, code, kind: 'cabinet', label: null, parentId, position: id },
      ...{ capacity: null, keeperId: null, levels: null },
    })
    const places = [place(1, 'A', null), place(2, 'A-1', 1), place(3, 'A-2', 1)]
    const shelves = new Map(shelvesOf(places, () => 0).map((it) => [it.code, it]))
    const pairs = ['A A-1', 'A-1 A', 'A-1 A-1', 'A-1 A-2', '东柜 东柜', '东柜 A'] as const
    const apart = pairs.filter((pair) => {
      const [seen = '', known = ''] = pair.split(' ')
      return areApart(shelves, seen, known)
    })
    expect(apart).toEqual(['A-1 A-2', '东柜 A'])
  })

  test('a sample takes the more of what is more secret', () => {
    const shares = sharesOf(5, { leastPercent: { confidential: 50, topSecret: 100 } })
    expect(shares).toEqual({ none: 5, secret: 5, confidential: 50, topSecret: 100 })
    expect(sharesOf(80, { leastPercent: { confidential: 50 } }).confidential).toBe(80)
  })

  test('whoever counts does not witness', () => {
    expect(codeOf(() => requireWitness(['李娜'], '李娜'))).toBe('stocktake.same-person')
    expect(codeOf(() => requireWitness(['李娜'], '王芳'))).toBe('done')
    expect(codeOf(() => requireWitness(['李娜'], undefined))).toBe('done')
  })
})
