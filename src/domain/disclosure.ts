import { disclosureBases, type DisclosureBasis } from './disclosure-bases.ts'
import type { DisclosureRule } from './policy-giving.ts'
import type { Chain } from './chain.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** The rules of telling others of a customer. @throws Refusal policy.silent */
export function disclosureRule(policy: Policy): DisclosureRule {
  if (policy.disclosure) return policy.disclosure
  throw new Refusal('policy.silent', { section: 'disclosure', source: [] })
}

/** The ground that is named, by identifier or in the reader's words. @throws Refusal usage.bad-option */
export function basisNamed(
  raw: string,
  words: Readonly<Record<DisclosureBasis, string>>,
): DisclosureBasis {
  const said = raw.normalize('NFKC').trim().toLowerCase()
  const found = disclosureBases.find((it) => it === said || words[it].toLowerCase() === said)
  if (found) return found
  const choices = disclosureBases.map((it) => words[it])
  throw new Refusal('usage.bad-option', { option: '--basis', value: raw, choices })
}

/** The ground of a request: entered as one, since only `basisNamed` gives it. */
export const basisOf = ({ basis }: { readonly basis?: string }): DisclosureBasis =>
  disclosureBases.find((it) => it === basis) ?? 'consent'

/**
 * Is it a ground that the policy accepts? Where it wants consent too, a contract alone is none
 * (S004-M-8.1).
 * @throws Refusal disclosure.basis, disclosure.consent
 */
export function requireBasis(
  basis: DisclosureBasis,
  consent: string | undefined,
  { bases, consentNeeded, source = [] }: DisclosureRule,
): void {
  if (!bases.includes(basis)) throw new Refusal('disclosure.basis', { basis, bases, source })
  if (consentNeeded && basis === 'contract' && consent === undefined)
    throw new Refusal('disclosure.consent', { basis, source })
}

/** Nobody is told anything without prior approval (S001-24-1). @throws Refusal disclosure.unapproved */
export function requirePriorApproval(
  { steps, isExempt }: Chain,
  { source = [] }: DisclosureRule,
): void {
  if (steps.length === 0 && !isExempt) throw new Refusal('disclosure.unapproved', { source })
}

/** Until when it may be given; its day is over: expired. */
export const isExpired = ({ expiresOn }: { readonly expiresOn: Day | null }, today: Day): boolean =>
  expiresOn !== null && expiresOn < today
