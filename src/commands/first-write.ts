import { declassify } from '../store/declassifying.ts'
import { bringIntoForce } from '../store/policy-effects.ts'
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
}
