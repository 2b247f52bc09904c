import { handoverName, readHandoverName, type Handover } from '../domain/handover.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead, requireClearance, type Staff } from '../domain/staff.ts'
import { archivesById } from '../store/archives.ts'
import { handoverById } from '../store/handovers.ts'
import { enter, type Part } from '../store/journal.ts'
import { surveyed, type Survey } from '../store/listing.ts'
import { isJournaledReading } from '../store/reading.ts'
import { staffById, staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** The handover that the line names, or a person is asked for. */
export async function handoverGiven(desk: Desk, given: string | undefined): Promise<string> {
  const message = desk.text.handover.handover
  const question = { kind: 'text', message, option: '<handover>' } as const
  const said = given === undefined ? {} : { handover: given }
  return (await desk.ask({ handover: question }, said)).handover
}

/** The whole handover of that name, whoever asks. @throws Refusal handover.missing */
export function handoverMeant({ store }: Office, given: string): Handover {
  const id = readHandoverName(given)
  const handover = id === undefined ? undefined : handoverById(store, id)
  if (handover) return handover
  throw new Refusal('handover.missing', { handover: given })
}

/** A handover as a reader may see it: what they may not read is left out and counted. */
export interface SeenHandover {
  readonly handover: Handover
  readonly hidden: number
}

export function seenBy({ store, operator }: Office, handover: Handover): SeenHandover {
  const archives = archivesById(
    store,
    handover.items.flatMap(({ archiveId }) => archiveId ?? []),
  )
  const items = handover.items.filter(({ archiveId, secrecy }) => {
    if (archiveId === null) return true
    const archive = archives.get(archiveId)
    return archive !== undefined && mayRead(operator, archive, secrecy ?? archive.secrecy)
  })
  return { handover: { ...handover, items }, hidden: handover.items.length - items.length }
}

/** Whoever passes things on knows them all. @throws Refusal person.not-cleared, person.not-reader */
export function requireAllReadable({ store, operator }: Office, handover: Handover): void {
  const ids = handover.items.flatMap(({ archiveId }) => archiveId ?? [])
  const archives = archivesById(store, ids)
  for (const { archiveId, number, secrecy } of handover.items) {
    const archive = archives.get(archiveId ?? 0)
    if (archive)
      requireClearance(operator, archive, {
        number: number ?? '',
        secrecy: secrecy ?? archive.secrecy,
      })
  }
}

/** Archives whose being listed here is entered before it is shown (SPEC 15.3). */
export function handoverToEnter({ store, policy }: Office, seen: readonly SeenHandover[]): Survey {
  const items = seen.flatMap(({ handover }) => handover.items)
  const guarded = items.flatMap(({ archiveId, secrecy }) =>
    archiveId !== null && secrecy !== null && isJournaledReading(policy, secrecy)
      ? [archiveId]
      : [],
  )
  return surveyed(archivesById(store, [...new Set(guarded)]).values())
}

/** Who acts: whoever is named, or for whom the operator acts. @throws Refusal person.missing, person.unbound */
export function actorGiven({ store, hand, operator }: Office, by: string | undefined): Staff {
  if (by !== undefined) return staffOf(store, by)
  const staff = staffById(store, hand.staffId ?? 0)
  if (staff) return staff
  throw new Refusal('person.unbound', { account: operator.account })
}

/** Somebody else's word is proven by the paper that they signed. @throws Refusal handover.unproven */
export function requireProof(
  { operator }: Office,
  handover: Handover,
  staff: Staff,
  form: string | null,
): void {
  if (form !== null || staff.id === operator.staff?.id) return
  const facts = { handover: handoverName(handover.id), staff: staff.name }
  throw new Refusal('handover.unproven', facts)
}

/** Enters an act upon a handover: what is said of archives lies in their parts, the rest is the office's. */
export function enterHandover(
  { store, hand }: Office,
  { id }: Handover,
  act: string,
  told: { readonly office: object; readonly archives?: ReadonlyMap<number, object> },
): void {
  const handover = handoverName(id)
  const parts: Part[] = [
    { archiveId: 0, detail: { handover, ...told.office } },
    ...[...(told.archives ?? [])].map(([archiveId, detail]) => ({
      archiveId,
      detail: { handover, ...detail },
    })),
  ]
  enter(store, hand, { action: `handover.${act}`, object: handover, parts })
}
