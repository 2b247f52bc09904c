import type { Instant } from '../domain/words.ts'
import { query } from './query.ts'
import { readRequestName } from '../domain/request.ts'
import type { Store } from './store.ts'

/** A decision that was proven by a signature, as the register keeps it. */
export interface SignedStep {
  readonly requestId: number
  readonly step: number
  readonly signedText: string | null
  readonly signature: string | null
  readonly signer: string | null
}

/** A decision as the journal tells of it. */
export interface EnteredDecision {
  readonly requestId: number
  readonly step: number
  /** When it was really entered. */
  readonly at: Instant
  readonly isSigned: boolean
}

/** Decisions that the register or the journal calls signed, in the order of their requests. */
export function signedSteps(store: Store, entered: readonly EnteredDecision[]): SignedStep[] {
  const kept = store.all(signed)
  const missing = entered
    .filter((it) => it.isSigned && !kept.some((other) => isSameStep(it, other)))
    .map(({ requestId, step }) => ({
      ...{ requestId, step },
      ...{ signedText: null, signature: null, signer: null },
    }))
  return [...kept, ...missing].toSorted((a, b) => a.requestId - b.requestId || a.step - b.step)
}

type StepName = Pick<SignedStep, 'requestId' | 'step'>
export const isSameStep = (one: StepName, other: StepName): boolean =>
  one.requestId === other.requestId && one.step === other.step

const signed = query
  .selectFrom('requestStep')
  .select(['requestId', 'step', 'signedText', 'signature', 'signer'])
  .where('evidence', '=', 'signature')

/** What the journal says of decisions, as far as its details have not been destroyed. */
export const enteredDecisions = (store: Store): EnteredDecision[] =>
  store
    .all(
      query
        .selectFrom('journal')
        .innerJoin('journalDetail', 'journalDetail.seq', 'journal.seq')
        .select(['journal.at', 'journal.object', 'journalDetail.detail'])
        .where('journal.action', 'in', ['request.approve', 'request.refuse']),
    )
    .map(({ at, object, detail }) => {
      const { step, evidence } = JSON.parse(detail) as { step: number; evidence: string }
      const isSigned = evidence === 'signature'
      return { requestId: readRequestName(object) ?? 0, step, at, isSigned }
    })

/** What people were called, and their accounts, in earlier days: by staff id. */
export function formerNames(store: Store): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>()
  const changes = query
    .selectFrom('journal')
    .innerJoin('journalDetail', 'journalDetail.seq', 'journal.seq')
    .select('journalDetail.detail')
    .where('journal.action', 'in', ['staff.update', 'staff.leave'])
  for (const { detail } of store.all(changes)) {
    const { before } = JSON.parse(detail) as { before?: Called & { id: number } }
    if (before) names.set(before.id, [...(names.get(before.id) ?? []), ...callsOf(before)])
  }
  return names
}

interface Called {
  readonly name: string
  readonly osAccount: string | null
}

/** The principals by which somebody may sign: their name, and their account. */
export const callsOf = ({ name, osAccount }: Called): string[] =>
  osAccount === null ? [name] : [name, osAccount]
