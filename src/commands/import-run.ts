import { isBlankRow } from '../domain/import-row.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import type { DetectedEncoding } from '../exchange/encoding.ts'
import type { ChunkSource } from '../exchange/source.ts'
import { batchName, beginImport, noteImport, type Counts } from '../store/imports.ts'
import { Intake } from '../store/intake.ts'
import { enter } from '../store/journal.ts'
import { registryOf } from '../store/registry.ts'
import { endStretch } from '../store/stretches.ts'
import { joinTerms } from '../store/terms.ts'
import type { Desk, Office } from './desk.ts'
import {
  newStretch,
  type ImportWish,
  type PassedOver,
  type Rejected,
  type Stretch,
} from './import-stretch.ts'
import { takeRow } from './importing.ts'
import type { RejectFile } from './reject-file.ts'

/** The file that is being taken in. */
export interface ImportFile {
  readonly fileName: string
  readonly shape: DetectedEncoding & { readonly delimiter: string }
  readonly source: ChunkSource
  readonly records: Iterator<CsvRecord>
}

/** What an import came to. */
export interface ImportTaken {
  readonly importId: number
  readonly shape: ImportFile['shape']
  readonly counts: Counts
  readonly firstNumber: string | null
  readonly lastNumber: string | null
  readonly seconds: number
  /** The first hundred of each; all of them go into `--errors`. */
  readonly rejected: readonly Rejected[]
  readonly passedOver: readonly PassedOver[]
  /** Nothing was kept, since something was rejected and all or nothing was asked for. */
  readonly takenBack: boolean
}

/** How a file is taken in. */
export interface Manner {
  readonly rejects: RejectFile
  readonly allOrNothing: boolean
  /** Why the act is dated back. */
  readonly reason: string | undefined
}

/** Rows of one committed stretch: the unit that a killed import leaves whole or not at all. */
const stretchRows = 20_000
const listed = 100
/** From here on an import leaves the search index in too many pieces. */
const largeImport = 50_000

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
  const progress =
    desk.globals.interactive || desk.say.err.isTerminal ? await progressOf(desk, file) : undefined
  const run = importing(office, file, wish, manner, progress?.update)
  const { dryRun } = desk.globals
  let takenBack = dryRun
  try {
    if (dryRun) store.rehearse(() => run.all())
    else if (manner.allOrNothing)
      store.transact(() => {
        run.all()
        if (run.result().counts.rejected > 0) throw new TakenBack()
      })
    else run.stretches()
  } catch (thrown) {
    if (!(thrown instanceof TakenBack)) {
      tellUnfinished(desk, run.committed())
      throw thrown
    }
    takenBack = true
  } finally {
    progress?.stop()
  }
  if (dryRun) desk.say.notice(desk.text.program.dryRun)
  return takenBack && !dryRun ? withNothingKept(run.result()) : { ...run.result(), takenBack }
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
  (await import('../cli/progress.ts')).progress(desk.say.err, file.source.bytes)

/** One run over the file: rows are taken, counted and listed as they come. */
function importing(
  office: Office,
  file: ImportFile,
  wish: ImportWish,
  { rejects, reason }: Manner,
  tell: ((bytes: number, rows: number) => void) | undefined,
) {
  const { store, policy, hand, today } = office
  const started = performance.now()
  const counts: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }
  const rejected: Rejected[] = []
  const passedOver: PassedOver[] = []
  let importId = 0
  let intake: Intake | undefined
  let firstNumber: string | null = null
  let lastNumber: string | null = null
  let committed = 0
  const listeners = {
    rejected: (one: Rejected) => {
      if (rejected.length < listed) rejected.push(one)
      rejects.add(one)
    },
    passedOver: (one: PassedOver) => {
      if (passedOver.length < listed) passedOver.push(one)
    },
  }

  const begin = (): Intake => {
    const { fileName, shape } = file
    const { encoding, delimiter } = shape
    importId = beginImport(store, {
      fileName,
      encoding,
      delimiter,
      startedAt: hand.now(),
      startedOn: today,
      staffId: hand.staffId,
    })
    const { digestKey } = registryOf(store)
    return new Intake(store, policy, { importId, collectedBy: hand.staffId, today, digestKey })
  }

  /** Takes up to `rows` rows; false once the file is at its end. */
  const stretch = (rows: number): boolean => {
    intake ??= begin()
    const one = newStretch()
    let more = true
    while (one.counts.read < rows) {
      const next = file.records.next()
      more = !next.done
      if (next.done) break
      if (isBlankRow(next.value.cells)) continue
      takeRow(office, intake, wish, next.value, one, listeners)
      if (tell && one.counts.read % 1000 === 0)
        tell(file.source.position, counts.read + one.counts.read)
    }
    close(intake, one, more)
    return more
  }

  const close = (open: Intake, one: Stretch, more: boolean): void => {
    open.end()
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += one.counts[key]
    firstNumber ??= one.firstNumber
    lastNumber = one.lastNumber ?? lastNumber
    const office_ = { archiveId: 0, detail: { ...one.counts, reason } }
    const act = {
      action: 'import.commit',
      object: batchName(importId),
      parts: [office_, ...one.parts],
    }
    endStretch(store, importId, enter(store, hand, act), one)
    noteImport(store, importId, {
      ...counts,
      firstNumber,
      lastNumber,
      ...(more ? {} : { status: 'done', seconds: seconds() }),
    })
    if (tell) tell(file.source.position, counts.read)
  }

  /** An index in many pieces is slow to ask: after a large import they are made one. */
  const finish = (): void => {
    if (counts.created > largeImport) joinTerms(store)
  }

  const seconds = (): number => Math.round(performance.now() - started) / 1000

  return {
    all() {
      while (stretch(stretchRows));
    },
    stretches() {
      while (store.transact(() => stretch(stretchRows))) committed = counts.read
      finish()
    },
    committed: () => ({ importId, rows: committed }),
    result: () => ({
      importId,
      shape: file.shape,
      counts,
      firstNumber,
      lastNumber,
      seconds: seconds(),
      rejected,
      passedOver,
    }),
  }
}
