import { Refusal } from '../domain/refusal.ts'
import type { Store } from './store.ts'

/** Statistics keep samples of values (reliability 2.1, row 11). */
const hasStatistics = (store: Store): boolean =>
  store.prepare(`SELECT 1 FROM sqlite_schema WHERE name GLOB 'sqlite_stat[14]'`).get() !== undefined

/** Statistics are made anew: their samples may be of what is gone. */
export function forgetSamples(store: Store): void {
  if (hasStatistics(store)) store.script('ANALYZE')
}

/**
 * Writes the whole file anew: pages keep copies of what was deleted in their gaps, whatever
 * secure_delete does (reliability 2.1). False: another process is in the way.
 */
export function rewriteFile(store: Store): boolean {
  return unlessBusy(() => {
    forgetSamples(store)
    if (!truncateLog(store)) return false
    store.script('VACUUM')
    return true
  })
}

/** Puts the log into the file and empties it. False: somebody still reads the file as it was. */
export const truncateLog = (store: Store): boolean =>
  unlessBusy(() => store.pragma('wal_checkpoint(TRUNCATE)') === 0)

function unlessBusy(work: () => boolean): boolean {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'file.busy') return false
    throw thrown
  }
}
