import { declassify } from '../store/declassifying.ts'
import { bringIntoForce } from '../store/policy-effects.ts'
import { disposalName } from '../domain/disposal.ts'
import { pendingDisposals } from '../store/disposals.ts'
import { isIndexOutdated } from '../store/reindexing.ts'
import type { Desk, Office } from './desk.ts'
import { renewIndex } from './reindex.ts'

/**
 * What must be caught up with before anything is written: an index of old tables, a policy whose day
 * has come, levels whose term is over.
 */
export async function catchUp(desk: Desk, office: Office): Promise<void> {
  const { store, hand, realToday } = office
  if (isIndexOutdated(store)) await renewIndex(desk, store)
  if (desk.globals.dryRun) return
  bringIntoForce(store, { ...hand, today: realToday }, realToday)
  const lowered = declassify(office, realToday)
  if (lowered.length > 0) desk.say.notice(desk.text.secrecy.lapsed(lowered.length))
  tellPending(desk, office)
}

const told = new WeakSet<Desk>()

/** The command goes on with a disposal itself: it need not be told. */
export const passOverPending = (desk: Desk): void => void told.add(desk)

/** A disposal that was interrupted is said once, by whatever writes next (SPEC section 10). */
function tellPending(desk: Desk, { store }: Office): void {
  if (told.has(desk)) return
  told.add(desk)
  for (const { id } of pendingDisposals(store))
    desk.say.notice(desk.text.disposal.execute.pending(disposalName(id)))
}
