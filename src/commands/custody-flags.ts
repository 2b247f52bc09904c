import type { Archive } from '../domain/archive.ts'
import { cardOf } from '../store/cards.ts'
import { shelfAt } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { isHeld } from './hold-view.ts'
import { archiveHolding, liesWrong } from './housing.ts'

/** What is to be noticed of where an archive lies, of holds on it, and of its card on paper (S001-22-2, S002-2.3-4). */
export function custodyFlags(office: Office, archive: Archive): string[] {
  const { location: place, number, id } = archive
  const shelf = place === null ? undefined : shelfAt(office.store, place)
  const holding = archiveHolding(archive, number)
  return [
    ...(liesWrong(office, holding, { place, shelf }) ? ['misplaced'] : []),
    ...(isHeld(office, id) ? ['held'] : []),
    ...(cardOf(office.store, id)?.isBehind ? ['cardBehind'] : []),
  ]
}

/** Says of which archives the level no longer goes with the place, since an act. */
export function noticeMisplaced(
  desk: Desk,
  office: Office,
  changes: readonly { readonly before: Archive; readonly after: Archive }[],
): void {
  const raised = changes.filter(
    ({ before, after }) => before.secrecy !== after.secrecy && after.location !== null,
  )
  for (const { after } of raised)
    if (custodyFlags(office, after).includes('misplaced'))
      desk.say.notice(desk.text.place.misplaced(after.number))
}
