import { highestOf } from './chain.ts'
import { materialName } from './material.ts'
import { Refusal } from './refusal.ts'
import { applicantName, requestName, type Decision, type Request } from './request.ts'
import type { RequestFacts } from './request-facts.ts'
import { differencesFrom } from './request-text.ts'

/** A decision that somebody is to sign, or has signed. */
export interface Signing {
  /** The uuid of the archive file. */
  readonly file: string
  readonly step: number
  readonly decision: Decision
  readonly decider: { readonly name: string; readonly post: string | null }
}

/** All that a text says but the journal's head. */
export type SignedFacts = Omit<RequestFacts, 'headHash' | 'headSeq'>

/** What a text must say for this request and this decision, and no other. */
export function factsOf(request: Request, signing: Signing): SignedFacts {
  const { applicant, items } = request
  const { dueOn = null, queued: _, ...wish } = request.wish
  return {
    applicant: applicantName(applicant),
    decider: signing.decider.name,
    deciderPost: signing.decider.post,
    decision: signing.decision,
    dueOn,
    expiresOn: request.expiresOn,
    file: signing.file,
    kind: request.kind,
    materials: items.flatMap(({ number, seq }) =>
      seq === null ? [] : [materialName(number, seq)],
    ),
    nonce: request.nonce,
    numbers: [...new Set(items.map(({ number }) => number))],
    policyVersion: request.policyVersion,
    purpose: request.purpose,
    request: requestName(request.id),
    secrecy: highestOf(items.map(({ secrecy }) => secrecy)),
    step: signing.step,
    unit: applicant.outsider?.unit ?? null,
    wish,
  }
}

/** What was signed is this, now: another request, step or decision, or other facts are refused. @throws Refusal approval-text.other */
export function requireSame(said: RequestFacts, facts: Partial<SignedFacts>): void {
  const differences = differencesFrom(said, facts)
  if (differences.length === 0) return
  throw new Refusal('approval-text.other', { request: said.request, differences })
}

/**
 * The head that was signed is an entry of this journal, not before the one that made the request:
 * whoever signed witnesses the history until there (SPEC section 7).
 * @param hash of entry `said.headSeq`; undefined: there is none
 * @throws Refusal approval-text.head
 */
export function requireHead(
  said: Pick<RequestFacts, 'headHash' | 'headSeq'>,
  hash: string | undefined,
  madeSeq: number,
): void {
  const { headSeq: seq, headHash } = said
  if (hash === undefined) throw new Refusal('approval-text.head', { seq, because: 'missing' })
  if (hash !== headHash) throw new Refusal('approval-text.head', { seq, because: 'changed' })
  if (seq < madeSeq) throw new Refusal('approval-text.head', { seq, because: 'early' })
}
