import type { Archive } from './archive.ts'
import type { Because, DisposalStage, DisposalStatus } from './disposal-reasons.ts'
import { holdName, type Hold } from './hold.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { RequestStatus } from './request-status.ts'
import { retainUntil, retentionRuleOf } from './retention.ts'
import type { Day } from './words.ts'

/** What an archive is tied up in on a day, as far as that keeps it. */
export interface DisposalFacts {
  /** Holds that stand. */
  readonly holds: readonly Pick<Hold, 'id' | 'until'>[]
  readonly loans: readonly { readonly loan: string; readonly dueOn: Day }[]
  /** Requests that nobody has settled, but for the one that asks for this disposal. */
  readonly requests: readonly string[]
  readonly incidents: readonly string[]
  /** Consultations that are open. */
  readonly consultations: readonly string[]
  /** Copies that nobody has accounted for: none may outlive the original (S003-7.4.2-3). */
  readonly copies: number
  /** The last entry of the kinds that its retention counts from; null: none. */
  readonly lastTransactionOn: Day | null
}

export interface DisposalVerdict {
  readonly mayGo: boolean
  readonly retainUntil: Day | null
  readonly because: readonly Because[]
}

/** May it be destroyed on a day? Every reason for and against (S002-9.1-1, S000-R1-6, SPEC section 10). */
export function planDisposal(
  archive: Archive,
  facts: DisposalFacts,
  policy: Policy,
  day: Day,
): DisposalVerdict {
  if (archive.status === 'destroyed')
    return { mayGo: false, retainUntil: archive.retainUntil, because: [{ code: 'destroyed' }] }
  const until = keptUntil(archive, facts, policy)
  const term = termOf(archive, until, policy, day)
  const ties = tiesIn(facts)
  return {
    mayGo: term.code === 'over' && ties.length === 0,
    retainUntil: until,
    because: [term, ...ties],
  }
}

/** The later of what stands in the register and what the facts say today: nothing shortens a term on the way. */
function keptUntil(archive: Archive, { lastTransactionOn }: DisposalFacts, policy: Policy) {
  const rule = retentionRuleOf(policy, archive.retentionClass)
  if (archive.retainUntil === null) return null
  const derived = retainUntil(rule, { ...archive, lastTransactionOn })
  return derived !== null && derived > archive.retainUntil ? derived : archive.retainUntil
}

function termOf(archive: Archive, until: Day | null, policy: Policy, day: Day): Because {
  const { retentionClass } = archive
  const rule = retentionRuleOf(policy, retentionClass)
  const source = rule?.source ?? policy.retention?.source ?? []
  const label = rule?.label ?? null
  if (rule?.years === 'permanent') return { code: 'permanent', label: rule.label, source }
  if (until !== null) return { code: until < day ? 'over' : 'until', label, until, source }
  return rule === undefined ? { code: 'noClass' } : { code: 'notBegun', label, source }
}

const tiesIn = ({ holds, loans, requests, incidents, ...facts }: DisposalFacts): Because[] => [
  ...holds.map(({ id, until }): Because => ({ code: 'hold', hold: holdName(id), until })),
  ...loans.map((it): Because => ({ code: 'loan', ...it })),
  ...requests.map((request): Because => ({ code: 'request', request })),
  ...incidents.map((incident): Because => ({ code: 'incident', incident })),
  ...facts.consultations.map((consultation): Because => ({ code: 'consultation', consultation })),
  ...copyTies(facts.copies),
]

const copyTies = (count: number): Because[] =>
  count === 0 ? [] : [{ code: 'copies', count, source: ['S003-7.4.2-3'] }]

/** `D1`: how people and files name a disposal. */
export const disposalName = (id: number): string => `D${id}`

/** Reads `D1`, `d1` or full width; undefined where it is none. */
export function readDisposalName(text: string): number | undefined {
  const said = /^[Dd](\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

/** Of how far it has come and what became of its request. */
export function disposalStatus(stage: DisposalStage, request: RequestStatus): DisposalStatus {
  if (stage === 'verified') return 'executed'
  if (stage !== 'proposed') return 'executing'
  if (request === 'approved' || request === 'used') return 'approved'
  return request === 'pending' ? 'proposed' : 'refused'
}

/** Somebody who destroys, or looks on: of the staff, or an outsider with their unit (SPEC 15.1). */
export interface Participant {
  readonly staffId: number | null
  readonly name: string
  readonly unit: string | null
}

export const participantName = ({ name, unit }: Participant): string =>
  unit === null ? name : `${name}（${unit}）`

/**
 * Two different people, of whom one at most can then be the applicant. Where the operator is alone,
 * or somebody is no staff, only a signed paper shows it.
 * @throws Refusal disposal.same-person, disposal.unattested
 */
export function requireTwo(
  executor: Participant,
  witness: Participant,
  { isAlone, form }: { readonly isAlone: boolean; readonly form: string | undefined },
): void {
  const isSame =
    executor.staffId === witness.staffId &&
    (executor.staffId !== null || personKey(executor) === personKey(witness))
  if (isSame) throw new Refusal('disposal.same-person', { name: executor.name })
  const outsider = [executor, witness].find(({ staffId }) => staffId === null)
  if (form === undefined && (isAlone || outsider))
    throw new Refusal('disposal.unattested', { name: (outsider ?? witness).name })
}

/** Names as compared: of two that differ in nothing else, the unit does not make two people. */
const personKey = ({ name }: Participant): string =>
  name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Words by which people say that paper is sold as waste (S001-25-1). */
const sale = /出售|卖|賣|废纸|廢紙|废品|廢品|回收|\bsale\b|\bsell|\bsold\b|waste|scrap/i

/** @throws Refusal disposal.sold: papers are destroyed, never sold as waste (S001-25-1) */
export function requireNoSale(method: string): void {
  if (sale.test(method)) throw new Refusal('disposal.sold', { method })
}
