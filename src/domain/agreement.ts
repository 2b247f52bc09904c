import { addDays, addYears } from './day.ts'
import { invalid } from './invalid.ts'
import type { AgreementRule, AgreementUse } from './policy-custody.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Staff } from './staff.ts'
import type { Day } from './words.ts'

/** Somebody who signs: of the staff, or an outsider; one of them is null. */
export interface Signatory {
  readonly staff: Pick<Staff, 'id' | 'name'> | null
  readonly outsider: { readonly name: string; readonly unit: string } | null
}

export const signatoryName = ({ staff, outsider }: Signatory): string =>
  staff?.name ?? outsider?.name ?? ''

/** An agreement (保密协议) that somebody signed. */
export interface Agreement {
  readonly id: number
  /** A key of the policy's agreements. */
  readonly kind: string
  readonly signatory: Signatory
  /** That of the paper. */
  readonly number: string | null
  readonly signedOn: Day
  /** Its last day; null: without end. */
  readonly until: Day | null
  /** From this day on it holds no more, whatever it says. */
  readonly endedOn: Day | null
  readonly endReason: string | null
}

export const agreementStatuses = ['standing', 'expired', 'ended'] as const
export type AgreementStatus = (typeof agreementStatuses)[number]

/** `A3`: how people and files name an agreement. */
export const agreementName = (id: number): string => `A${id}`

/** Does it hold on a day? From that of signing to its last. */
export const isStanding = (agreement: Agreement, on: Day): boolean =>
  agreement.signedOn <= on && agreementStatus(agreement, on) === 'standing'

export function agreementStatus({ until, endedOn }: Agreement, on: Day): AgreementStatus {
  if (endedOn !== null && endedOn <= on) return 'ended'
  return until !== null && until < on ? 'expired' : 'standing'
}

/** The last day of an agreement that does not say one, signed on a day. */
export const untilOf = (rule: AgreementRule | undefined, signedOn: Day): Day | null =>
  rule?.years === undefined ? null : addDays(addYears(signedOn, rule.years), -1)

/** @throws Refusal value.bad where it would end before it was signed */
export function requireTerm(signedOn: Day, until: Day | null): void {
  if (until === null || until >= signedOn) return
  const it = invalid('date.before', { value: until, from: signedOn })
  throw new Refusal('value.bad', { problems: [{ key: '--until', value: until, invalid: it }] })
}

/** The kinds of agreement of the policy. @throws Refusal policy.silent */
export function agreementRules(policy: Policy): Readonly<Record<string, AgreementRule>> {
  if (policy.agreements) return policy.agreements
  throw new Refusal('policy.silent', { section: 'agreements', source: [] })
}

/**
 * Whoever is to do something for which the policy wants an agreement has one that holds that day
 * (S000-4-8, S002-7.1-2). A policy that is silent wants none.
 * @throws Refusal agreement.missing, agreement.expired
 */
export function requireAgreement(
  signatory: Signatory,
  agreements: readonly Agreement[],
  policy: Policy,
  { use, day }: { readonly use: AgreementUse; readonly day: Day },
): void {
  const [lack] = agreementsLacking(signatory, agreements, policy, { use, day })
  if (lack === undefined) return
  const { kind, rule, last } = lack
  const { label, source = [] } = rule
  const facts = { ...partyOf(signatory), kind, label, use, source }
  if (!last) throw new Refusal('agreement.missing', facts)
  const until = last.endedOn ?? last.until ?? last.signedOn
  throw new Refusal('agreement.expired', { ...facts, agreement: agreementName(last.id), until })
}

/** Kinds that somebody needs for a use and has not; `last`: the one that held last. */
export const agreementsLacking = (
  { staff }: Signatory,
  agreements: readonly Agreement[],
  policy: Policy,
  { use, day }: { readonly use: AgreementUse; readonly day: Day },
) =>
  Object.entries(policy.agreements ?? {})
    .filter(([, rule]) => rule.neededFor.includes(use))
    .filter(([, rule]) => rule.of.includes(staff ? 'internal' : 'external'))
    .map(([kind, rule]) => ({ kind, rule, own: agreements.filter((it) => it.kind === kind) }))
    .filter(({ own }) => !own.some((it) => isStanding(it, day)))
    .map(({ own, ...lack }) => ({ ...lack, last: lastOf(own.filter((it) => it.signedOn <= day)) }))

const lastOf = (agreements: readonly Agreement[]): Agreement | undefined =>
  agreements.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1)

const endOf = ({ endedOn, until }: Agreement): Day => endedOn ?? until ?? '9999-12-31'

const partyOf = (signatory: Signatory) => ({
  name: signatoryName(signatory),
  staff: signatory.staff?.id ?? null,
  unit: signatory.outsider?.unit ?? null,
})
