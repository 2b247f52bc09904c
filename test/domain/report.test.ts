import { describe, expect, test } from 'vitest'
import { assess, gradeOf, type Work } from '../../src/domain/assessing.ts'
import type { AssessmentRule } from '../../src/domain/policy-assessment.ts'
import { countedBy, inListOrder, sumOf } from '../../src/domain/report-counting.ts'
import { halfYearOf, stretchesIn, stretchOf, usualStretch } from '../../src/domain/report-period.ts'
import { meanOf, shareOf } from '../../src/domain/report.ts'

describe('the stretches of a report of growth', () => {
  test('are named like periods', () => {
    expect(['month', 'quarter', 'year'].map((it) => stretchOf('2026-05-31', it as never))).toEqual([
      '2026-05',
      '2026Q2',
      '2026',
    ])
    expect(['2026-06-30', '2026-07-01'].map(halfYearOf)).toEqual(['2026H1', '2026H2'])
  })

  test('go from the one with the first day to the one with the last, none left out', () => {
    const quarters = stretchesIn('2025-11-15', '2026-04-01', 'quarter')
    expect(quarters).toEqual([
      { name: '2025Q4', from: '2025-10-01', to: '2025-12-31' },
      { name: '2026Q1', from: '2026-01-01', to: '2026-03-31' },
      { name: '2026Q2', from: '2026-04-01', to: '2026-06-30' },
    ])
    expect(stretchesIn('2024-02-29', '2024-02-29', 'month')).toEqual([
      { name: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    ])
  })

  test('are months of two years, quarters of six, then years', () => {
    expect(usualStretch('2024-01-01', '2025-12-31')).toBe('month')
    expect(usualStretch('2024-01-01', '2026-02-01')).toBe('quarter')
    expect(usualStretch('2015-01-01', '2026-02-01')).toBe('year')
  })
})

describe('counts', () => {
  const parts = [
    { keys: ['a', 'east'], counts: { archives: 3 } },
    { keys: ['b', 'east'], counts: { archives: 2 } },
    { keys: ['a', null], counts: { archives: 5 } },
  ]

  test('of each value are the same in sum, whatever they are counted by', () => {
    expect([...countedBy(parts, 0)]).toEqual([
      ['a', { archives: 8 }],
      ['b', { archives: 2 }],
    ])
    expect([...countedBy(parts, 1)]).toEqual([
      ['east', { archives: 5 }],
      [null, { archives: 5 }],
    ])
    for (const at of [0, 1])
      expect(sumOf([...countedBy(parts, at).values()], { archives: 0 })).toEqual({ archives: 10 })
  })

  test('stand in the order of the list, what it does not know behind, none last', () => {
    const label = { 'zh-Hans': '', 'zh-Hant': '', en: '' }
    const groups = new Map<string | null, number>([
      [null, 1],
      ['gone', 2],
      ['first', 3],
      ['second', 4],
    ])
    const listed = inListOrder(groups, { second: { label }, first: { label } })
    expect(listed.map(([key]) => key)).toEqual(['second', 'first', 'gone', null])
  })

  test('of nothing have neither share nor mean', () => {
    expect([shareOf(0, 0), meanOf(0, 0)]).toEqual([null, null])
    expect([shareOf(1, 3), meanOf(10, 3)]).toEqual([0.3333, 3.3])
  })
})

describe('somebody’s work is assessed', () => {
  const label = { 'zh-Hans': '', 'zh-Hant': '', en: '' }
  const rule: AssessmentRule = {
    weights: { completeness: 30, timeliness: 25, accuracy: 25, tidiness: 10, safety: 10 },
    grades: { poor: { from: 0, label }, good: { from: 75, label }, best: { from: 90, label } },
    incidentPoints: 10,
  }
  const work: Work = {
    archives: 10,
    completeness: 0.8,
    timely: 3,
    dated: 4,
    faulty: { accuracy: 1, tidiness: 0, safety: 2 },
    incidents: 1,
  }

  test('by its measures, each as much as the policy says (S004-J-2.1)', () => {
    // 80·30 + 75·25 + 90·25 + 100·10 + (80 − 10)·10, of 100
    expect(assess(work, rule)).toEqual({
      completeness: 80,
      timeliness: 75,
      accuracy: 90,
      tidiness: 100,
      safety: 70,
      score: 82.3,
    })
  })

  test('by what can be judged only: without an audit two measures count', () => {
    const points = assess({ ...work, faulty: null, incidents: 0 }, rule)
    expect(points).toMatchObject({ accuracy: null, tidiness: null, safety: null })
    expect(points.score).toBe(Math.round(((80 * 30 + 75 * 25) / 55) * 10) / 10)
  })

  test('and by nothing at all not', () => {
    const none = {
      archives: 0,
      completeness: null,
      timely: 0,
      dated: 0,
      faulty: null,
      incidents: 0,
    }
    expect(assess(none, rule).score).toBeNull()
    expect(gradeOf(null, rule)).toBeNull()
  })

  test('safety does not fall below nothing', () => {
    expect(assess({ ...work, incidents: 30 }, rule).safety).toBe(0)
  })

  test('a result is called by the highest grade that it reaches', () => {
    expect([0, 74.9, 75, 90].map((score) => gradeOf(score, rule))).toEqual([
      'poor',
      'poor',
      'good',
      'best',
    ])
  })
})
