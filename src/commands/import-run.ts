import { batchName } from '../store/imports.ts'
import type { Desk, Office } from './desk.ts'
import type { ImportFile, ImportTaken, ImportWish, Manner } from './import-stretch.ts'
import { FileRun } from './import-stretches.ts'

/** Taken back as a whole. */
class TakenBack extends Error {}

/** Takes the file in, a stretch a transaction; one transaction where it is a rehearsal or all or nothing. */
export async function runImport(
  desk: Desk,
  office: Office,
  file: ImportFile,
  wish: ImportWish,
  manner: Manner,
): Promise<ImportTaken> {
  const { store } = office
  const progress = desk.say.isWatched ? await progressOf(desk, file) : undefined
  const run = new FileRun(office, { file, wish, manner }, progress?.update)
  const { dryRun } = desk.globals
  let takenBack = dryRun
  try {
    if (dryRun) store.rehearse(() => run.all())
    else if (manner.allOrNothing)
      store.transact(() => {
        run.all()
        if (run.result.counts.rejected > 0) throw new TakenBack()
      })
    else run.stretches()
  } catch (thrown) {
    if (!(thrown instanceof TakenBack)) {
      progress?.stop()
      tellUnfinished(desk, run.committed)
      throw thrown
    }
    takenBack = true
  } finally {
    progress?.stop()
  }
  if (dryRun) desk.say.notice(desk.text.program.dryRun)
  return takenBack && !dryRun ? withNothingKept(run.result) : { ...run.result, takenBack }
}

/** What was counted as created and updated is not there. */
const withNothingKept = (result: Omit<ImportTaken, 'takenBack'>): ImportTaken => ({
  ...result,
  counts: { ...result.counts, created: 0, updated: 0 },
  firstNumber: null,
  lastNumber: null,
  takenBack: true,
})

/** A file may turn out to be damaged behind rows that are in already: whoever imports it must know. */
function tellUnfinished(
  desk: Desk,
  done: { readonly importId: number; readonly rows: number },
): void {
  if (done.rows > 0)
    desk.say.notice(desk.text.import.run.unfinished(batchName(done.importId), done.rows))
}

const progressOf = async (desk: Desk, file: ImportFile) =>
  (await import('../cli/progress.ts')).progress(desk.say.err, file.bytes)
