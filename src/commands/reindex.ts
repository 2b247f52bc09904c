import { indexed, reindex } from '../store/reindexing.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'

/** Before the first write of a program that folds otherwise, the search index is made anew (SPEC 15.14). */
export async function renewIndex(desk: Desk, store: Store): Promise<void> {
  desk.say.notice(desk.text.program.reindexing)
  const bar = desk.say.isWatched
    ? (await import('../cli/progress.ts')).progress(desk.say.err, indexed(store))
    : undefined
  try {
    reindex(store, (done) => bar?.update(done, done))
  } finally {
    bar?.stop()
  }
}
