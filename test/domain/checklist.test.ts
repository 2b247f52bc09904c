import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/domain/archive.ts'
import {
  kindsNeeded,
  lacksOf,
  needsFor,
  wholeCompleteness,
  type HeldMaterial,
} from '../../src/domain/checklist.ts'
import { missingAsked } from '../../src/domain/missing.ts'
import type { CopyForm } from '../../src/domain/policy-materials.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { keysIn } from '../../src/messages/index.ts'
import { anArchive } from '../support/archives.ts'
import { readText, readyText } from '../support/policies.ts'
import { refusalOf } from '../support/refusals.ts'

const ready = (name: string): Policy => readText(readyText(name) as string)
const contracts = ready('contracts')
const lending = ready('lending')
const property = ready('property')
const ledger = ready('ledger')
const denture = ready('denture')

const buyer = (stage: string, fields: Archive['fields'] = {}): Archive =>
  anArchive({ type: 'buyer', stage, fields })

const held = (kind: string, said: Partial<HeldMaterial> = {}): HeldMaterial => ({
  kind,
  form: 'original',
  copies: 1,
  pages: null,
  annex: false,
  seals: [],
  ...said,
})

/** `identityCard copy:2`, as the checklists ask of an archive. */
const asked = (archive: Archive, policy: Policy): string[] =>
  needsFor(archive, policy).map(({ kind, copies }) =>
    [kind, ...Object.entries(copies).map(([form, count]) => `${form}:${count}`)].join(' '),
  )
const lacking = (archive: Archive, policy: Policy, materials: readonly HeldMaterial[]): string[] =>
  lacksOf(archive, policy, materials).map(({ need }) => need.kind)

describe('认购 (S004-Q-1.1)', () => {
  test('lists eight items', () => {
    const { items } = contracts.checklists?.['subscription'] ?? { items: {} }
    expect(Object.keys(items)).toHaveLength(8)
  })

  test('an outsider who pays by card needs all eight, in these copies', () => {
    const archive = buyer('subscribed', { origin: 'outside', depositMeans: 'card' })
    expect(asked(archive, contracts)).toEqual([
      'subscriptionForm original:1',
      'receipt copy:2',
      'identityCard copy:2',
      'household copy:2',
      'marriage copy:2',
      'residence copy:2',
      'cardStatement original:1',
      'declaration original:1',
    ])
  })

  test.each([
    [{ origin: 'local', depositMeans: 'cash' }, 6],
    [{ origin: 'local', depositMeans: 'card' }, 7],
    [{ origin: 'outside', depositMeans: 'cash' }, 7],
    [{}, 7], // nobody said where the buyer is from: asked for
  ])('a buyer of %o needs %i', (fields, count) => {
    expect(asked(buyer('subscribed', fields), contracts)).toHaveLength(count)
  })

  test('before any stage nothing is asked for', () => {
    expect(asked(anArchive({ type: 'buyer', stage: null }), contracts)).toEqual([])
  })
})

describe('签约 (S004-Q-2.1)', () => {
  test('lists eleven items, the last of which is the subscription file', () => {
    const items = Object.values(contracts.checklists?.['signing']?.items ?? {})
    expect(items).toHaveLength(11)
    expect(items.at(-1)).toMatchObject({ checklist: 'subscription', source: ['S004-Q-2.1c'] })
  })

  test('asks for four contracts, two of them duplicates, and two filing forms', () => {
    const all = asked(buyer('signed'), contracts)
    expect(all).toContain('contract original:2 duplicate:2')
    expect(all).toContain('filing original:2')
    expect(all).toContain('invoice any:2')
  })

  test.each([
    ['local', false],
    ['outside', true],
    ['foreign', true],
  ])('of a buyer who is %s, five years of insurance and tax are asked for: %s', (origin, is) => {
    const kinds = needsFor(buyer('signed', { origin }), contracts).map(({ kind }) => kind)
    expect(kinds.includes('insuranceAndTax')).toBe(is)
  })

  test.each([
    ['full', false],
    ['mortgage', true],
    ['fund', true],
  ])('where payment is %s, loan papers are asked for: %s', (payment, is) => {
    const kinds = needsFor(buyer('signed', { payment }), contracts).map(({ kind }) => kind)
    expect(kinds.includes('loanPapers')).toBe(is)
  })

  test('takes the conditions of the subscription file with it', () => {
    const local = asked(buyer('signed', { origin: 'local' }), contracts)
    const outside = asked(buyer('signed', { origin: 'outside' }), contracts)
    expect(local).not.toContain('residence copy:2')
    expect(outside).toContain('residence copy:2')
    expect(needsFor(buyer('signed'), contracts).at(-1)?.at).toBe(
      'checklists.subscription.items.declaration',
    )
  })

  test('a contract is sealed in nine places (S004-Q-2.2.1)', () => {
    const { seals = {} } = contracts.materials?.kinds['contract'] ?? {}
    expect(Object.keys(seals)).toEqual([
      ...['p18', 'p19', 'p24', 'p26', 'p27', 'p48', 'p56'],
      ...['acrossPages', 'copyMark'],
    ])
  })
})

describe('what is there', () => {
  const archive = buyer('signed')
  const seals = needsFor(archive, contracts).find(({ kind }) => kind === 'contract')?.seals ?? []
  const contract = (form: Exclude<CopyForm, 'any'>, copies: number, seen = seals) =>
    held('contract', { form, copies, seals: seen })
  const isLacking = (...materials: HeldMaterial[]) =>
    lacking(archive, contracts, materials).includes('contract')

  test.each([
    [2, 2, false],
    [3, 2, false],
    [1, 2, true],
    [2, 1, true],
    [4, 0, true],
    [0, 4, true],
  ])('%i originals and %i duplicates of two each: lacking %s', (originals, duplicates, lack) => {
    expect(isLacking(contract('original', originals), contract('duplicate', duplicates))).toBe(lack)
  })

  test('copies add up over several materials', () => {
    const two = [contract('original', 1), contract('original', 1)]
    expect(isLacking(...two, contract('duplicate', 2))).toBe(false)
  })

  test('one seal that nobody has seen is one too few', () => {
    const unsealed = contract('duplicate', 2, seals.slice(1))
    expect(isLacking(contract('original', 2), unsealed)).toBe(true)
    const lack = lacksOf(archive, contracts, [contract('original', 2), unsealed]).find(
      ({ need }) => need.kind === 'contract',
    )
    expect(lack).toMatchObject({ held: { original: 2, duplicate: 2 }, seals: ['p18'] })
  })

  test('where nothing is there, no seal is spoken of', () => {
    const lack = lacksOf(archive, contracts, []).find(({ need }) => need.kind === 'contract')
    expect(lack).toMatchObject({ held: { original: 0, duplicate: 0 }, seals: [], pages: false })
  })

  test('a scan is no copy, and any form will do where none is said', () => {
    const scan = (kind: string, copies: number) => held(kind, { form: 'scan', copies })
    const lack = lacking(archive, contracts, [scan('receipt', 2), scan('invoice', 2)])
    expect(lack).toContain('receipt')
    expect(lack).not.toContain('invoice')
  })

  test('an annex is the customer’s own and does not count (S003-15.4-7)', () => {
    const annex = { ...contract('original', 2), annex: true }
    expect(isLacking(annex, contract('duplicate', 2))).toBe(true)
  })
})

describe('a loan (S003-15)', () => {
  const loan = (stage: string, fields: Archive['fields'] = {}) =>
    anArchive({ type: 'loan', stage, fields: { borrowerKind: 'company', ...fields } })

  test('its dossier has four parts in the prescribed order (S003-15.4-6)', () => {
    expect(Object.keys(lending.materials?.parts ?? {})).toEqual([
      'approval',
      'contracts',
      'survey',
      'customer',
    ])
    const kinds = needsFor(loan('disbursed'), lending).map(({ kind }) => kind)
    const parts = new Set(kinds.map((kind) => lending.materials?.kinds[kind]?.part))
    expect(parts).toEqual(new Set(['approval', 'contracts', 'survey', 'customer']))
  })

  test('the in-volume list goes out in three copies with three signatures (S003-15.4-3)', () => {
    const { copies, signatures = {} } = lending.materials?.list ?? {}
    expect([copies, Object.keys(signatures)]).toEqual([3, ['managerA', 'managerB', 'archivist']])
  })

  test('every item wants its pages counted (S003-15.4-2)', () => {
    const archive = loan('signed')
    expect(needsFor(archive, lending).every(({ pages }) => pages === 1)).toBe(true)
    const contract = held('contract', { pages: null })
    const lack = lacksOf(archive, lending, [contract]).find(({ need }) => need.kind === 'contract')
    expect(lack).toMatchObject({ held: { original: 1 }, pages: true })
    expect(lacking(archive, lending, [{ ...contract, pages: 1 }])).not.toContain('contract')
  })

  test.each([
    ['credit', []],
    ['ownProperty', ['ownTitle', 'otherRights']],
    ['guarantorProperty', ['guarantorTitle', 'otherRights']],
    ['chattel', ['chattelNotice']],
    ['equity', ['equityNotice']],
  ])('secured by %s it needs the certificates %o (S003-15.5-1)', (security, certificates) => {
    const kinds = needsFor(loan('disbursed', { security }), lending).map(({ kind }) => kind)
    const all = Object.entries(lending.materials?.kinds ?? {}).filter(
      ([, { number }]) => number === '{number}',
    )
    expect(all).toHaveLength(6)
    expect(kinds.filter((kind) => all.some(([it]) => it === kind))).toEqual(certificates)
  })

  test.each([
    ['person', 'identity'],
    ['company', 'company'],
  ])('a borrower who is a %s shows %s papers', (borrowerKind, kind) => {
    const kinds = needsFor(loan('initiated', { borrowerKind }), lending).map(({ kind }) => kind)
    expect(kinds.filter((it) => ['identity', 'company'].includes(it))).toEqual([kind])
  })

  test('each stage asks for all that came before', () => {
    const counts = ['initiated', 'signed', 'disbursed'].map(
      (stage) => needsFor(loan(stage), lending).length,
    )
    expect(counts).toEqual([3, 4, 5])
  })
})

describe('a building (S003-2)', () => {
  test('knows twelve kinds of material, and its checklist names each', () => {
    const kinds = Object.keys(property.materials?.kinds ?? {})
    expect(kinds).toHaveLength(12)
    const items = Object.values(property.checklists?.['customer']?.items ?? {})
    expect(items.map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each([
    [{}, 5],
    [{ fitOut: 'yes' }, 6],
    [{ fitOut: 'no' }, 5],
    [{ feeStatus: 'inArrears' }, 6],
    [{ complaints: 'yes' }, 7],
  ])('a tenant of %o is asked for %i', (fields, count) => {
    expect(asked(anArchive({ type: 'tenant', stage: 'movedIn', fields }), property)).toHaveLength(
      count,
    )
  })
})

test.each([
  ['domestic', ['contract']],
  ['export', ['letterOfCredit', 'inspection']],
])('a sale that is %s has its voucher in three parts and %o', (market, papers) => {
  const archive = anArchive({ type: 'enterprise', stage: 'cooperating', fields: { market } })
  expect(asked(archive, ledger).map((it) => it.split(' ')[0])).toEqual([
    ...['stub', 'invoicePart', 'deliveryPart'],
    ...papers,
    ...['productionPlan', 'deliverySlip'],
  ])
})

test.each([
  ['individual', null, []],
  ['individual', 'insale', ['order']],
  ['dealer', 'insale', ['order']],
  ['dealer', 'aftersale', ['order', 'feedback']],
])('denture asks of %s at stage %s for %o', (type, stage, kinds) => {
  expect(needsFor(anArchive({ type, stage }), denture).map(({ kind }) => kind)).toEqual(kinds)
})

describe('completeness', () => {
  const archive = anArchive({ type: 'dealer', stage: 'insale', phone: null })

  test('counts fields and materials alike, and names what is missing by its place in the policy', () => {
    expect(wholeCompleteness(archive, denture, [])).toMatchObject({
      score: 0,
      required: 4,
      missing: ['phone', 'address', 'contact', 'checklists.insale.items.order'],
    })
    expect(wholeCompleteness(archive, denture, [held('order')])).toMatchObject({ score: 0.25 })
  })

  test('is 1 only where nothing is missing', () => {
    const whole = { ...archive, phone: '1', address: '某路', contacts: [{ name: '李四' }] }
    expect(wholeCompleteness(whole, denture, []).score).toBe(0.75)
    expect(wholeCompleteness(whole, denture, [held('order')])).toMatchObject({
      score: 1,
      missing: [],
      lacks: [],
    })
  })

  test('a policy without checklists asks for fields only', () => {
    const { checklists, ...silent } = denture
    expect(checklists).toBeDefined()
    expect(wholeCompleteness(archive, silent, []).missing).toEqual(['phone', 'address', 'contact'])
  })

  test('just short of whole is never called whole', () => {
    const items = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`i${at}`, { kind: at === 0 ? 'other' : 'order' }]),
    )
    const policy: Policy = {
      ...denture,
      checklists: { all: { label: denture.title, items } },
    }
    const whole = { ...archive, phone: '1', address: '某路', contacts: [{ name: '李四' }] }
    expect(wholeCompleteness(whole, policy, [held('order')]).score).toBe(0.99)
  })
})

describe('--missing', () => {
  const conditionOf = (said: string, policy = contracts) =>
    missingAsked(said, policy, keysIn['zh-Hans'])[0]

  test.each([
    ['身份证', ['identityCard'], []],
    ['identityCard', ['identityCard'], []],
    ['戶口名簿,电话', ['household'], ['phone']],
    ['楼座', [], ['building']],
  ])('%s means the kinds %o and the keys %o', (said, kinds, keys) => {
    expect(conditionOf(said)).toEqual({ kind: 'missing', kinds, keys })
  })

  test('what nothing asks for is never missing, and is refused', () => {
    const { code, facts } = refusalOf(() => conditionOf('身份正'))
    expect([code, (facts as { suggestion: string }).suggestion]).toEqual([
      'usage.bad-option',
      '身份证',
    ])
    expect((facts as { choices: string[] }).choices).toEqual(
      expect.arrayContaining(['身份证', '电话', '楼座']),
    )
    expect(refusalOf(() => conditionOf('备注')).code).toBe('usage.bad-option')
    expect(refusalOf(() => conditionOf('')).code).toBe('usage.bad-option')
  })

  test('the kinds that checklists ask for are each named once', () => {
    const kinds = kindsNeeded(contracts)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds).not.toContain('letter')
  })
})
