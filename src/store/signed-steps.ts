import type { Instant } from '../domain/words.ts'
import { query } from './query.ts'
import { requestName } from '../domain/request.ts'
import type { Store } from './store.ts'

/** A decision that was proven by a signature, as the register keeps it. */
export interface SignedStep {
  readonly requestId: number
  readonly step: number
  readonly signedText: string | null
  readonly signature: string | null
  readonly signer: string | null
}

/** Signed decisions in the order of their requests. */
export const signedSteps = (store: Store): SignedStep[] =>
  store.all(
    query
      .selectFrom('requestStep')
      .select(['requestId', 'step', 'signedText', 'signature', 'signer'])
      .where('evidence', '=', 'signature')
      .orderBy('requestId')
      .orderBy('step'),
  )

/** When each decision was really entered, by `R12 2` (request and step). */
export function decisionInstants(store: Store): ReadonlyMap<string, Instant> {
  const entries = store.all(
    query
      .selectFrom('journal')
      .leftJoin('journalDetail', 'journalDetail.seq', 'journal.seq')
      .select(['journal.at', 'journal.object', 'journalDetail.detail'])
      .where('journal.action', 'in', ['request.approve', 'request.refuse'])
      .orderBy('journal.seq'),
  )
  return new Map(
    entries.flatMap(({ at, object, detail }) =>
      detail === null ? [] : [[`${object} ${stepIn(detail)}`, at] as const],
    ),
  )
}

const stepIn = (detail: string): unknown => (JSON.parse(detail) as { step?: unknown }).step

export const decisionName = ({ requestId, step }: Pick<SignedStep, 'requestId' | 'step'>): string =>
  `${requestName(requestId)} ${step}`

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
