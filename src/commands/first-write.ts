import { bringIntoForce } from '../store/policy-effects.ts'
import { isIndexOutdated } from '../store/reindexing.ts'
import type { Desk, Office } from './desk.ts'
import { renewIndex } from './reindex.ts'

/** What must be caught up with before anything is written: an index of old tables, a policy whose day has come. */
export async function catchUp(desk: Desk, { store, hand, realToday }: Office): Promise<void> {
  if (isIndexOutdated(store)) await renewIndex(desk, store)
  if (!desk.globals.dryRun) bringIntoForce(store, { ...hand, today: realToday }, realToday)
}
