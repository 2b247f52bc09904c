import { describe, expect, test } from 'vitest'
import { readKeepRule, rotate, type KeptBackup } from '../../src/domain/backup-rotation.ts'
import { Refusal } from '../../src/domain/refusal.ts'

const zone = 'Asia/Shanghai'
const made = (madeAt: string, isWhole = true): KeptBackup => ({ backup: madeAt, madeAt, isWhole })
const daily = (from: string, count: number): KeptBackup[] =>
  Array.from({ length: count }, (_, at) =>
    made(new Date(Date.parse(`${from}T02:00:00Z`) - at * 86_400_000).toISOString()),
  )
const kept = (backups: readonly KeptBackup[], rule: string) =>
  rotate(backups, readKeepRule(rule), zone)
    .filter(({ because }) => because.length > 0)
    .map(({ backup }) => backup.madeAt.slice(0, 10))

describe('a rule of rotation', () => {
  test.each([
    ['8w12m', { week: 8, month: 12 }],
    ['7d 8W，12m3y', { day: 7, week: 8, month: 12, year: 3 }],
    ['７日８周１２个月３年', { day: 7, week: 8, month: 12, year: 3 }],
  ])('%s is understood', (text, rule) => {
    expect(readKeepRule(text)).toEqual(rule)
  })

  test.each(['', '8', 'w', '8w8w', '8w12', '0w', '-1d', '8x', 'all'])('“%s” is none', (text) => {
    expect(() => readKeepRule(text)).toThrow(Refusal)
  })
})

describe('rotation', () => {
  test('keeps the newest of each week and of each month, and says why', () => {
    const plan = rotate(daily('2026-11-20', 400), readKeepRule('2w3m'), zone)
    expect(plan.filter(({ because }) => because.length > 0)).toMatchObject([
      {
        backup: { madeAt: '2026-11-20T02:00:00.000Z' },
        because: [
          { code: 'newest' },
          { code: 'week', of: '2026-11-16' },
          { code: 'month', of: '2026-11-01' },
        ],
      },
      {
        backup: { madeAt: '2026-11-15T02:00:00.000Z' },
        because: [{ code: 'week', of: '2026-11-09' }],
      },
      {
        backup: { madeAt: '2026-10-31T02:00:00.000Z' },
        because: [{ code: 'month', of: '2026-10-01' }],
      },
      {
        backup: { madeAt: '2026-09-30T02:00:00.000Z' },
        because: [{ code: 'month', of: '2026-09-01' }],
      },
    ])
  })

  test('does not count spans in which nothing was made', () => {
    const seldom = ['2026-11-20', '2026-07-01', '2025-03-03', '2024-01-01'].map((day) =>
      made(`${day}T02:00:00.000Z`),
    )
    expect(kept(seldom, '3m')).toEqual(['2026-11-20', '2026-07-01', '2025-03-03'])
  })

  test('reckons days where the office is: ten at night in London is tomorrow in Shanghai', () => {
    const late = made('2026-11-19T22:00:00.000Z')
    const early = made('2026-11-20T02:00:00.000Z')
    expect(kept([late, early], '5d')).toEqual(['2026-11-20'])
    expect(rotate([late, early], { day: 5 }, 'Europe/London').every((it) => it.because[0])).toBe(
      true,
    )
  })

  test('never removes a broken backup unseen, and gives it nobody’s place', () => {
    const broken = made('2026-11-20T03:00:00.000Z', false)
    const older = made('2026-11-20T02:00:00.000Z')
    const plan = rotate([older, broken], { day: 1 }, zone)
    expect(plan.map(({ because }) => because[0]?.code)).toEqual(['broken', 'newest'])
  })

  test('keeps the newest whole one under any rule, and only ever as many as the rule says besides', () => {
    for (const rule of ['1d', '1y', '3d', '2w', '1m1y']) {
      const plan = kept(daily('2026-11-20', 60), rule)
      expect(plan[0]).toBe('2026-11-20')
      expect(plan.length).toBeLessThanOrEqual(4)
    }
  })
})
