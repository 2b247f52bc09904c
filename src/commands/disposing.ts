import type { Archive } from '../domain/archive.ts'
import {
  disposalName,
  disposalStatus,
  planDisposal,
  readDisposalName,
  type DisposalVerdict,
} from '../domain/disposal.ts'
import type { DisposalStatus } from '../domain/disposal-reasons.ts'
import type { DisposalRule } from '../domain/policy-disposal.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { readRequestName, statusOn, type Request } from '../domain/request.ts'
import { mayRead } from '../domain/staff.ts'
import { archivesById } from '../store/archives.ts'
import { customerValues } from '../store/customer-values.ts'
import { disposalFacts } from '../store/disposal-facts.ts'
import {
  disposalById,
  disposalOfRequest,
  itemsOf,
  type Disposal,
  type DisposalItem,
} from '../store/disposals.ts'
import { requestById } from '../store/requests.ts'
import { holdersOf } from '../store/value-holders.ts'
import type { Office } from './desk.ts'

/** An archive, and whether it may go. */
export interface Planned {
  readonly archive: Archive
  readonly verdict: DisposalVerdict
}

/** Of each archive whether it may go, and why; `besides` is the request that asks for it. */
export function* planned(
  { store, policy, today }: Office,
  archives: Iterable<Archive>,
  besides?: number,
): Generator<Planned> {
  const facts = disposalFacts(store, policy, today, besides)
  for (const archive of archives)
    yield { archive, verdict: planDisposal(archive, facts(archive), policy, today) }
}

/** All may go, or none does. @throws Refusal disposal.kept */
export function requireDisposable(
  office: Office,
  archives: readonly Archive[],
  besides?: number,
): readonly Planned[] {
  const plans = [...planned(office, archives, besides)]
  const kept = plans
    .filter(({ verdict }) => !verdict.mayGo)
    .map(({ archive, verdict }) => ({ number: archive.number, because: verdict.because }))
  if (kept.length > 0) throw new Refusal('disposal.kept', { kept })
  return plans
}

/** The archives that a request is about, each once. */
export const archivesOf = ({ store }: Office, request: Request): Archive[] => [
  ...archivesById(
    store,
    request.items.map(({ archiveId }) => archiveId),
  ).values(),
]

/** @throws Refusal policy.silent */
export function disposalRule({ disposal }: Policy): DisposalRule {
  if (disposal) return disposal
  throw new Refusal('policy.silent', { section: 'disposal', source: [] })
}

/** A disposal with what belongs to it. */
export interface Standing {
  readonly disposal: Disposal
  readonly request: Request
  readonly items: readonly DisposalItem[]
  readonly status: DisposalStatus
}

export function standingOf({ store, today }: Office, disposal: Disposal): Standing {
  const request = requestById(store, disposal.requestId) as Request
  const items = itemsOf(store, disposal.id)
  const status = disposalStatus(disposal.stage, statusOn(request, today))
  return { disposal, request, items, status }
}

/** The disposal that `D1`, or its request `R12`, means. @throws Refusal disposal.missing */
export function disposalGiven(office: Office, name: string): Standing {
  const { store } = office
  const id = readDisposalName(name)
  const request = readRequestName(name)
  const disposal =
    id === undefined
      ? request === undefined
        ? undefined
        : disposalOfRequest(store, request)
      : disposalById(store, id)
  const standing = disposal && standingOf(office, disposal)
  if (standing && mayReadAll(office, standing)) return standing
  throw new Refusal('disposal.missing', { disposal: name })
}

/** Of what is above the operator's clearance nothing is told; a stub has nothing to hide but its level. */
export function mayReadAll({ store, operator }: Office, { items }: Standing): boolean {
  const archives = archivesById(
    store,
    items.map(({ archiveId }) => archiveId),
  )
  return [...archives.values()].every((it) => mayRead(operator, it))
}

/** As other programs see it (SPEC section 2). */
export const disposalShown = ({ disposal, request, items, status }: Standing) => ({
  disposal: disposalName(disposal.id),
  status,
  request: `R${request.id}`,
  reason: disposal.reason,
  appraisal: disposal.appraisal,
  proposedOn: disposal.proposedOn,
  executor: disposal.executor,
  witness: disposal.witness,
  method: disposal.method,
  place: disposal.place,
  form: disposal.formNumber,
  executedOn: disposal.executedOn,
  items: items.map(({ number, retainUntil, because }) => ({ number, retainUntil, because })),
  kept: [],
})

/** Words that are kept for ever may not tell of whom they are. @throws Refusal disposal.names-customer */
export function requireSilent(
  { store }: Office,
  archives: readonly Pick<Archive, 'id' | 'number'>[],
  words: { readonly [Where in 'reason' | 'appraisal' | 'request']?: string | null },
): void {
  const said = Object.entries(words).filter(([, text]) => text)
  for (const { id, number } of archives.slice(0, looked))
    for (const value of customerValues(store, [id]).map(String))
      for (const [where, text] of said)
        if (text?.includes(value) && !holdersOf(store, Buffer.from(value)).isOffice)
          throw new Refusal('disposal.names-customer', { number, where: where as 'reason' })
}

/** Of more archives nobody writes the names into a reason. */
const looked = 200
