import { array, assert, constant, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/domain/archive.ts'
import {
  disposalStatus,
  planDisposal,
  requireNoSale,
  requireTwo,
  type DisposalFacts,
  type Participant,
} from '../../src/domain/disposal.ts'
import type { Policy } from '../../src/domain/policy.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { retainUntil } from '../../src/domain/retention.ts'
import { anArchive, denture } from '../support/archives.ts'
import { placed, smallText } from '../support/policies.ts'
import { refusalOf } from '../support/refusals.ts'

const free: DisposalFacts = {
  holds: [],
  loans: [],
  requests: [],
  incidents: [],
  consultations: [],
  copies: 0,
  lastTransactionOn: null,
}
const over = { retainUntil: '2020-03-01', formedOn: '2010-03-01', openedOn: '2010-03-01' }
const plan = (said: Partial<Archive>, facts: Partial<DisposalFacts> = {}, day = '2026-11-20') =>
  planDisposal(anArchive({ ...over, ...said }), { ...free, ...facts }, denture, day)
const codes = (said: Partial<Archive>, facts: Partial<DisposalFacts> = {}, day?: string) => {
  const { mayGo, because } = plan(said, facts, day)
  return `${mayGo ? 'may go' : 'kept'}: ${because.map(({ code }) => code).join(' ')}`
}

describe('planDisposal', () => {
  test.each<[string, Partial<Archive>, Partial<DisposalFacts>, string]>([
    ['whose term is over may go', {}, {}, 'may go: over'],
    ['whose term ends later is kept', { retainUntil: '2030-03-01' }, {}, 'kept: until'],
    [
      'that is kept for ever',
      { retentionClass: 'permanent', retainUntil: null },
      {},
      'kept: permanent',
    ],
    ['whose term has not begun', { retainUntil: null }, {}, 'kept: notBegun'],
    ['without a class', { retentionClass: null, retainUntil: null }, {}, 'kept: noClass'],
    ['that was destroyed', { status: 'destroyed', name: null }, {}, 'kept: destroyed'],
    ['that is held', {}, { holds: [{ id: 2, until: null }] }, 'kept: over hold'],
    ['that is lent', {}, { loans: [{ loan: 'L1', dueOn: '2026-12-01' }] }, 'kept: over loan'],
    ['that is asked for', {}, { requests: ['R3'] }, 'kept: over request'],
    ['to which something befell', {}, { incidents: ['I1'] }, 'kept: over incident'],
    ['that is being read', {}, { consultations: ['C1'] }, 'kept: over consultation'],
    ['of which copies are out', {}, { copies: 2 }, 'kept: over copies'],
    [
      'that is everything at once tells all of it',
      { retainUntil: '2030-03-01' },
      { holds: [{ id: 2, until: '2027-01-01' }], requests: ['R3', 'R4'], incidents: ['I1'] },
      'kept: until hold request request incident',
    ],
  ])('an archive %s', (_title, said, facts, expected) => {
    expect(codes(said, facts)).toBe(expected)
  })

  test('the last day of the term is still within it', () => {
    expect(codes({}, {}, '2020-03-01')).toBe('kept: until')
    expect(codes({}, {}, '2020-03-02')).toBe('may go: over')
  })

  test('it says which class, until when, and by which clause', () => {
    expect(plan({}).because).toEqual([
      {
        code: 'over',
        label: denture.retention?.classes['general']?.label,
        until: '2020-03-01',
        source: ['S002-5.1-1'],
      },
    ])
    expect(plan({}, { holds: [{ id: 2, until: null }] }).because[1]).toEqual({
      code: 'hold',
      hold: 'H2',
      until: null,
    })
  })

  test('what may go and what is kept are all, and each says why', () => {
    const facts = record({
      holds: array(record({ id: nat(), until: constant(null) }), { maxLength: 2 }),
      loans: array(constant({ loan: 'L1', dueOn: '2026-12-01' }), { maxLength: 1 }),
      requests: array(constant('R1'), { maxLength: 1 }),
      incidents: array(constant('I1'), { maxLength: 1 }),
      consultations: array(constant('C1'), { maxLength: 1 }),
      copies: constantFrom(0, 0, 2),
      lastTransactionOn: constant(null),
    })
    const until = constantFrom('2020-03-01', '2026-11-19', '2026-11-20', '2040-01-01', null)
    assert(
      property(facts, until, (it, day) => {
        const { mayGo, because } = plan({ retainUntil: day }, it)
        const { holds, loans, requests, incidents, consultations, copies } = it
        const ties =
          [holds, loans, requests, incidents, consultations].flat().length + Math.sign(copies)
        expect(mayGo).toBe(ties === 0 && day !== null && day < '2026-11-20')
        expect(because.length).toBe(1 + ties)
        expect(mayGo).toBe(because.every(({ code }) => code === 'over'))
      }),
    )
  })
})

describe('retention', () => {
  const days = { openedOn: '2010-03-01', formedOn: '2010-03-01', closedOn: null }
  const rule = { label: { 'zh-Hans': '一', 'zh-Hant': '一', en: 'one' }, years: 5 } as const
  test('counts from the last transaction, and from formation where there was none', () => {
    const last = { ...rule, start: 'lastTransaction', entries: ['order'] } as const
    expect(retainUntil(last, { ...days, lastTransactionOn: '2015-06-30' })).toBe('2020-06-30')
    expect(retainUntil(last, { ...days, lastTransactionOn: null })).toBe('2015-03-01')
  })
  test('is never shorter than its floor nor longer than its cap', () => {
    const last = { ...rule, start: 'lastTransaction', entries: ['order'] } as const
    expect(retainUntil({ ...last, floorYears: 8 }, days)).toBe('2018-03-01')
    const late = { ...days, lastTransactionOn: '2019-01-01' }
    expect(retainUntil({ ...last, capYears: 10 }, late)).toBe('2020-03-01')
    expect(retainUntil({ ...last, capYears: 10, yearEnd: true }, late)).toBe('2020-12-31')
  })
  test('a later transaction moves what the register says, never an earlier one', () => {
    const policy: Policy = {
      ...denture,
      retention: {
        classes: { general: { ...rule, start: 'lastTransaction', entries: ['order'] } },
        default: 'general',
      },
    }
    const until = (lastTransactionOn: string | null) =>
      planDisposal(anArchive(over), { ...free, lastTransactionOn }, policy, '2026-11-20')
        .retainUntil
    expect(until('2025-01-01')).toBe('2030-01-01')
    expect(until('2012-01-01')).toBe('2020-03-01')
  })
  test('a floor above the cap, and a last transaction of no kind, are errors of the policy', () => {
    const at = (line: string) =>
      placed(smallText.replace('      years: 10\n', `      years: 10\n${line}`))
    expect(at('      floorYears: 5\n      capYears: 4\n').join()).toContain(
      'retention.floor-above-cap',
    )
    expect(at('      floorYears: 4\n      capYears: 4\n')).toEqual([])
    const last = smallText.replace('start: formed', 'start: lastTransaction')
    expect(placed(last).join()).toContain('retention.no-entries')
  })
})

const person = (staffId: number | null, name: string, unit: string | null = null): Participant => ({
  staffId,
  name,
  unit,
})

const codeOf = (check: () => void): string | undefined => {
  try {
    check()
    return undefined
  } catch (thrown) {
    return (thrown as Refusal).code
  }
}

describe('executor and witness', () => {
  const among = { isAlone: false, form: undefined }
  test.each<[string, Participant, Participant, object, string | undefined]>([
    ['two of the staff', person(1, '李娜'), person(2, '王芳'), {}, undefined],
    ['one of the staff twice', person(1, '李娜'), person(1, '李娜'), {}, 'disposal.same-person'],
    ['namesakes of the staff', person(1, '李娜'), person(2, '李娜'), {}, undefined],
    [
      'an outsider without a paper',
      person(1, '李娜'),
      person(null, '周强', '律所'),
      {},
      'disposal.unattested',
    ],
    [
      'an outsider with a paper',
      person(1, '李娜'),
      person(null, '周强', '律所'),
      { form: 'X1' },
      undefined,
    ],
    [
      'one outsider under two units',
      person(null, '周强', '律所'),
      person(null, '周 强', '公司'),
      { form: 'X1' },
      'disposal.same-person',
    ],
    [
      'whoever is alone',
      person(1, '李娜'),
      person(2, '王芳'),
      { isAlone: true },
      'disposal.unattested',
    ],
  ])('%s', (_title, executor, witness, said, code) => {
    const check = () => requireTwo(executor, witness, { ...among, ...said })
    expect(codeOf(check)).toBe(code)
  })
})

test('papers are never sold as waste', () => {
  for (const method of ['当废纸卖', '出售', '廢紙回收', 'sale', 'sold as waste paper'])
    expect(refusalOf(() => requireNoSale(method)).facts).toEqual({ method })
  for (const method of ['粉碎', 'burn', '化浆']) requireNoSale(method)
})

test('a disposal is what its stage and its request make of it', () => {
  expect(disposalStatus('proposed', 'pending')).toBe('proposed')
  expect(disposalStatus('proposed', 'approved')).toBe('approved')
  for (const status of ['refused', 'withdrawn', 'expired'] as const)
    expect(disposalStatus('proposed', status)).toBe('refused')
  expect(disposalStatus('deleted', 'used')).toBe('executing')
  expect(disposalStatus('verified', 'used')).toBe('executed')
})
