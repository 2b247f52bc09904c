import { isBlankRow } from '../domain/import-row.ts'
import type { EntryReader } from '../domain/entry-row.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import type { ChunkSource } from '../exchange/source.ts'
import { EntryIntake } from '../store/entry-intake.ts'
import { endEntryStretch } from '../store/entry-stretches.ts'
import { batchName, beginImport, noteImport, type Counts } from '../store/imports.ts'
import { enter } from '../store/journal.ts'
import { registryOf } from '../store/registry.ts'
import type { Desk, Office } from './desk.ts'
import { newStretch, type ImportTaken, type Manner, type Rejected } from './import-stretch.ts'
import { takeEntryRow, type EntryStretch } from './note-row.ts'

/** Rows of one committed stretch: the unit that a killed import leaves whole or not at all. */
const stretchRows = 20_000
const listed = 100

/** The list that is being taken in, row by row. */
export interface EntryList {
  readonly fileName: string
  readonly shape: ImportTaken['shape']
  readonly source: ChunkSource
  readonly records: Iterator<CsvRecord>
}

/** What is taken in, and how its rows are read. */
export interface EntryFile {
  readonly file: EntryList
  readonly reader: EntryReader
  /** Cells of the heading: a row may have no more that say something. */
  readonly width: number
  readonly manner: Manner
}

/** Taken back as a whole. */
class TakenBack extends Error {}

/** Takes a file of entries in, a stretch a transaction; one where it is a rehearsal or all or nothing. */
export async function runEntryImport(
  desk: Desk,
  office: Office,
  taking: EntryFile,
): Promise<ImportTaken> {
  const progress = desk.say.isWatched
    ? (await import('../cli/progress.ts')).progress(desk.say.err, taking.file.source.bytes)
    : undefined
  const run = new EntryRun(office, taking, progress?.update)
  const { dryRun } = desk.globals
  try {
    const takenBack = dryRun ? rehearsed(office, run) : committed(office, run, taking.manner)
    progress?.stop()
    if (dryRun) desk.say.notice(desk.text.program.dryRun)
    const { counts } = run.result
    const isNothing = takenBack && !dryRun
    return { ...run.result, counts: isNothing ? { ...counts, created: 0 } : counts, takenBack }
  } catch (thrown) {
    progress?.stop()
    if (run.rowsIn > 0 && !dryRun)
      desk.say.notice(desk.text.import.run.unfinished(batchName(run.result.importId), run.rowsIn))
    throw thrown
  }
}

function rehearsed({ store }: Office, run: EntryRun): boolean {
  store.rehearse(() => run.all())
  return true
}

/** Was it taken back, since all or nothing was asked for and a row was rejected? */
function committed({ store }: Office, run: EntryRun, { allOrNothing }: Manner): boolean {
  if (!allOrNothing) {
    run.stretches()
    return false
  }
  try {
    store.transact(() => {
      run.all()
      if (run.result.counts.rejected > 0) throw new TakenBack()
    })
    return false
  } catch (thrown) {
    if (thrown instanceof TakenBack) return true
    throw thrown
  }
}

/** One run over a file: rows are taken, counted and listed as they come, a stretch after the other. */
class EntryRun {
  readonly #office: Office
  readonly #taking: EntryFile
  readonly #tell: ((bytes: number, rows: number) => void) | undefined
  readonly #started = performance.now()
  readonly #counts: Counts = newStretch().counts
  readonly #rejected: Rejected[] = []
  #importId = 0
  #intake: EntryIntake | undefined
  /** Rows that are in for good, should the run end here. */
  rowsIn = 0

  constructor(
    office: Office,
    taking: EntryFile,
    tell: ((bytes: number, rows: number) => void) | undefined,
  ) {
    this.#office = office
    this.#taking = taking
    this.#tell = tell
  }

  /** The whole file, in the caller's transaction. */
  all(): void {
    while (this.#stretch());
  }

  /** The whole file, a stretch a transaction. */
  stretches(): void {
    const { store } = this.#office
    while (store.transact(() => this.#stretch())) this.rowsIn = this.#counts.read
  }

  get result(): Omit<ImportTaken, 'takenBack'> {
    return {
      importId: this.#importId,
      shape: this.#taking.file.shape,
      counts: this.#counts,
      firstNumber: null,
      lastNumber: null,
      seconds: this.#seconds,
      rejected: this.#rejected,
      passedOver: [],
    }
  }

  readonly #reject = (one: Rejected): void => {
    if (this.#rejected.length < listed) this.#rejected.push(one)
    this.#taking.manner.rejects.add(one)
  }

  /** Takes the next rows; false once the file is at its end. */
  #stretch(): boolean {
    const intake = (this.#intake ??= this.#begin())
    intake.refresh()
    const { records, source } = this.#taking.file
    const stretch: EntryStretch = { counts: newStretch().counts, firstId: null, lastId: null }
    let more = true
    while (stretch.counts.read < stretchRows) {
      const next = records.next()
      more = !next.done
      if (next.done) break
      if (isBlankRow(next.value.cells)) continue
      takeEntryRow(this.#office, intake, this.#taking, next.value, stretch, this.#reject)
      if (this.#tell && stretch.counts.read % 1000 === 0)
        this.#tell(source.position, this.#counts.read + stretch.counts.read)
    }
    intake.end()
    this.#close(stretch, more)
    return more
  }

  #begin(): EntryIntake {
    const { store, policy, keyingPolicy, hand, today } = this.#office
    const { fileName, shape } = this.#taking.file
    const { encoding, delimiter } = shape
    const begun = { startedAt: hand.now(), startedOn: today, staffId: hand.staffId }
    this.#importId = beginImport(store, { fileName, encoding, delimiter, ...begun })
    noteImport(store, this.#importId, { content: 'entries' })
    const { digestKey } = registryOf(store)
    const intake = { importId: this.#importId, recordedBy: hand.staffId, today }
    return new EntryIntake(store, policy, { ...intake, digestKey, keyingPolicy })
  }

  #close(stretch: EntryStretch, more: boolean): void {
    const { store, hand } = this.#office
    const counts = this.#counts
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += stretch.counts[key]
    const { reason } = this.#taking.manner
    const parts = [{ archiveId: 0, detail: { ...stretch.counts, reason } }]
    const act = { action: 'entry.import', object: batchName(this.#importId), parts }
    endEntryStretch(store, this.#importId, enter(store, hand, act), stretch)
    noteImport(store, this.#importId, {
      ...counts,
      ...(more ? {} : { status: 'done', seconds: this.#seconds }),
    })
    this.#tell?.(this.#taking.file.source.position, counts.read)
  }

  get #seconds(): number {
    return Math.round(performance.now() - this.#started) / 1000
  }
}
