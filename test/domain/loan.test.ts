import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import {
  requireBorrower,
  requireIn,
  requireLendable,
  requireLoanAgreement,
  requireRoom,
  requireTurn,
  type Held,
} from '../../src/domain/lending.ts'
import {
  loansRule,
  overdueDays,
  readLoanName,
  recalledDay,
  requireRenewable,
  type Loan,
} from '../../src/domain/loan.ts'
import { takingsLevels, takingsNames, type Takings } from '../../src/domain/takings.ts'
import type { WorkDays } from '../../src/domain/loan-term.ts'
import type { Material } from '../../src/domain/material.ts'
import type { LoansRule } from '../../src/domain/policy-use.ts'
import { builtInCalendar } from '../../src/domain/work-calendar.ts'
import type { Status } from '../../src/domain/words.ts'
import { anArchive, denture } from '../support/archives.ts'
import { refusalOf } from '../support/refusals.ts'

const material = (id: number, said: Partial<Material> = {}) =>
  ({ id, seq: id, medium: 'paper', secrecy: null, ...said }) as Material
const whole: Takings = { archive: anArchive(), materials: [] }
const some = (...ids: number[]): Takings => ({ ...whole, materials: ids.map((id) => material(id)) })

/** The code of the refusal, or `fine`. */
function outcome(work: () => void): string {
  try {
    work()
    return 'fine'
  } catch (thrown) {
    return (thrown as { code: string }).code
  }
}

describe('overdue is counted from the due day', () => {
  test.each([
    ['2026-11-26', 0],
    ['2026-11-27', 0],
    ['2026-11-28', 1],
    ['2026-12-27', 30],
  ])('due on 27 November, on %s: %s', (today, days) => {
    expect(overdueDays({ dueOn: '2026-11-27', returnedOn: null }, today)).toBe(days)
    expect(overdueDays({ dueOn: '2026-11-27', returnedOn: today }, '2027-12-31')).toBe(days)
  })
})

describe('what is lent', () => {
  const also = (...list: NonNullable<LoansRule['also']>[number][]): LoansRule => ({ also: list })
  test.each<[Status, LoansRule, string]>([
    ['active', {}, 'fine'],
    ['closed', {}, 'status.wrong'],
    ['closed', also('closed'), 'fine'],
    ['pending', also('closed'), 'status.wrong'],
    ['pending', also('pending'), 'fine'],
    ['destroyed', also('closed', 'pending', 'held'), 'status.wrong'],
  ])('an archive that is %s under %j: %s', (status, rule, result) => {
    const takings = { ...whole, archive: anArchive({ status }) }
    expect(outcome(() => requireLendable(takings, rule, []))).toBe(result)
  })

  test.each<[string, boolean, LoansRule, string]>([
    ['a hold keeps it in', false, {}, 'loan.held'],
    ['unless the policy lends what is held', false, also('held'), 'fine'],
    [
      'but not where the hold says that it may not leave the house',
      true,
      also('held'),
      'loan.held',
    ],
  ])('%s', (_, bars, rule, result) =>
    expect(outcome(() => requireLendable(whole, rule, [{ hold: 'H2', bars }]))).toBe(result),
  )

  test('a file is not lent, not even among papers', () => {
    const takings = { ...whole, materials: [material(1), material(2, { medium: 'electronic' })] }
    expect(refusalOf(() => requireLendable(takings, {}, []))).toMatchObject({
      code: 'loan.electronic',
      facts: { material: 'RG2026-0001/2' },
    })
  })
})

describe('the whole and its parts exclude each other', () => {
  const out = (materialId: number | null) => [
    { loan: 7, materialId, borrower: '李雷', dueOn: '2026-11-27' },
  ]
  test.each([
    ['nothing is out', whole, [], 'fine'],
    ['the whole is out, the whole is asked for', whole, out(null), 'loan.out'],
    ['the whole is out, a part is asked for', some(1), out(null), 'loan.out'],
    ['a part is out, the whole is asked for', whole, out(1), 'loan.out'],
    ['the same part', some(1, 2), out(2), 'loan.out'],
    ['another part', some(1, 2), out(3), 'fine'],
  ] as const)('%s', (_, takings, outstanding, result) =>
    expect(outcome(() => requireIn(takings, outstanding))).toBe(result),
  )
})

describe('whose turn it is', () => {
  const queue = [
    { request: 3, applicant: '赵敏' },
    { request: 5, applicant: '李雷' },
  ]
  test.each([
    ['nobody waits', [], undefined, 'fine'],
    ['the first in line', queue, 3, 'fine'],
    ['the second in line', queue, 5, 'loan.reserved'],
    ['somebody who does not wait', queue, 9, 'loan.reserved'],
    ['somebody who has no request yet', queue, undefined, 'loan.reserved'],
  ] as const)('%s: %s', (_, waiting, request, result) =>
    expect(outcome(() => requireTurn(whole, waiting, request))).toBe(result),
  )
})

describe('room for one more', () => {
  const today = '2026-11-20'
  const held = (archiveId: number, dueOn = '2026-11-27'): Held => ({
    loan: archiveId,
    archiveId,
    number: `RG2026-000${archiveId}`,
    dueOn,
  })
  const two: LoansRule = { limit: { most: 2 } }
  test.each<[string, readonly Held[], number, LoansRule, string]>([
    ['has nothing', [], 9, two, 'fine'],
    ['has one of two', [held(1)], 9, two, 'fine'],
    ['has two of two', [held(1), held(2)], 9, two, 'loan.limit'],
    ['has two of two, and takes more of one', [held(1), held(2)], 2, two, 'fine'],
    ['has two loans of one archive', [held(1), held(1)], 9, two, 'fine'],
    ['has many, and there is no limit', [1, 2, 3, 4].map((id) => held(id)), 9, {}, 'fine'],
    ['has something due today', [held(1, today)], 9, two, 'fine'],
    ['has something due yesterday', [held(1, '2026-11-19')], 9, two, 'loan.overdue'],
    ['is late with the same archive', [held(9, '2026-11-19')], 9, {}, 'loan.overdue'],
  ])('whoever %s', (_, list, archiveId, rule, result) =>
    expect(outcome(() => requireRoom('李雷', list, archiveId, rule, today))).toBe(result),
  )
})

test.each([
  ['internal', undefined, 'fine'],
  ['external', undefined, 'loan.agreement'],
  ['external', 'XY-2026-008', 'fine'],
] as const)('an agreement is signed by outsiders (S002-6.4-3): %s, %s: %s', (who, number, result) =>
  expect(outcome(() => requireLoanAgreement(who, number, loansRule(denture)))).toBe(result),
)

test('an archive is lent to the people whom the policy names, to all where it names none', () => {
  const inside: LoansRule = { borrowers: { kinds: ['internal'], source: ['S004-K-3.5.2'] } }
  expect(outcome(() => requireBorrower('internal', inside))).toBe('fine')
  expect(outcome(() => requireBorrower('external', inside))).toBe('loan.borrower')
  expect(outcome(() => requireBorrower('external', {}))).toBe('fine')
})

test('a policy that is silent on lending lends nothing', () => {
  const { loans: _, ...silent } = denture
  expect(outcome(() => loansRule(silent))).toBe('policy.silent')
})

const aLoan = (said: Partial<Loan> = {}) =>
  ({
    id: 7,
    lentOn: '2026-11-20',
    dueOn: '2026-11-27',
    returnedOn: null,
    renewals: 0,
    ...said,
  }) as Loan

describe('a renewal', () => {
  const once: LoansRule = { renewals: { most: 1 } }
  test.each<[string, Partial<Loan>, LoansRule, string, string]>([
    ['the day before it is due', {}, once, '2026-11-26', 'fine'],
    ['on the due day', {}, once, '2026-11-27', 'renewal.late'],
    ['the day after', {}, once, '2026-11-28', 'renewal.late'],
    ['a second time', { renewals: 1 }, once, '2026-11-26', 'renewal.most'],
    ['where the policy knows none', {}, {}, '2026-11-26', 'renewal.most'],
    ['of what is back', { returnedOn: '2026-11-23' }, once, '2026-11-26', 'loan.returned'],
  ])('%s', (_, said, rule, today, result) =>
    expect(outcome(() => requireRenewable(aLoan(said), rule, today))).toBe(result),
  )
})

describe('a recall', () => {
  const rule: LoansRule = { recall: { days: 2, guaranteedDays: 5 } }
  const mainland: WorkDays = {
    calendar: builtInCalendar('mainland'),
    rule: { name: 'mainland', closedDays: 'next', beyondCoverage: 'refuse' },
  }
  const loan = { lentOn: '2026-11-02', dueOn: '2026-11-27' }
  test.each([
    ['so many days from now', '2026-11-09', '2026-11-11'],
    ['never before what was promised', '2026-11-02', '2026-11-07'],
    ['the promise holds to its last day', '2026-11-05', '2026-11-07'],
    ['never later than it is due anyway', '2026-11-26', '2026-11-27'],
    ['what is late stays late', '2026-11-30', '2026-11-27'],
  ])('%s', (_, today, day) => expect(recalledDay(loan, rule, today)).toBe(day))

  test.each([
    ['2026-11-06', '2026-11-09'], // Sunday the 8th
    ['2026-11-05', '2026-11-09'], // Saturday the 7th
    ['2026-11-04', '2026-11-09'],
    ['2026-11-26', '2026-11-27'],
  ])('on %s ends on %s, when the office is there', (today, day) =>
    expect(recalledDay(loan, rule, today, mainland)).toBe(day),
  )

  test('needs no calendar of next year where it cannot bring it back sooner', () => {
    const late = { lentOn: '2026-12-01', dueOn: '2026-12-31' }
    expect(recalledDay(late, rule, '2026-12-30', mainland)).toBe('2026-12-31')
  })

  test('never prolongs, and never breaks the promise by more than the due day does', () => {
    const days = fc.nat(60).map((count) => addDays('2026-09-01', count))
    fc.assert(
      fc.property(days, days, days, fc.nat(9), fc.nat(9), (lentOn, a, b, asked, promised) => {
        const [today, dueOn] = a < b ? [a, b] : [b, a]
        const recall = { days: asked, guaranteedDays: promised }
        const day = recalledDay({ lentOn, dueOn }, { recall }, today, mainland)
        const kept = addDays(lentOn, promised)
        expect(day <= dueOn && (day >= kept || day === dueOn)).toBe(true)
      }),
    )
  })

  test('is nothing that a silent policy knows', () => {
    expect(outcome(() => recalledDay(loan, {}, '2026-11-09'))).toBe('policy.silent')
  })
})

test('names and levels of what is taken out', () => {
  const secret = { ...whole, materials: [material(1), material(3, { secrecy: 'topSecret' })] }
  expect([takingsNames(whole), takingsLevels(whole)]).toEqual([['RG2026-0001'], ['none']])
  expect(takingsNames(secret)).toEqual(['RG2026-0001/1', 'RG2026-0001/3'])
  expect(takingsLevels(secret)).toEqual(['none', 'topSecret'])
})

test.each([
  ['L12', 12],
  ['l7', 7],
  ['Ｌ１２', 12],
  ['12', undefined],
  ['L', undefined],
  ['R12', undefined],
])('%s is loan %s', (text, id) => expect(readLoanName(text)).toBe(id))
