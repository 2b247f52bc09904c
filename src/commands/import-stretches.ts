import { beginImport, noteImport, type Counts } from '../store/imports.ts'
import { Intake } from '../store/intake.ts'
import { joinTerms } from '../store/terms.ts'
import type { Office } from './desk.ts'
import { enterStretch } from './import-entry.ts'
import {
  newStretch,
  type ImportFile,
  type ImportTaken,
  type ImportWish,
  type Manner,
  type PassedOver,
  type Rejected,
  type Stretch,
} from './import-stretch.ts'
import { takeRow } from './importing.ts'

/** Rows of one committed stretch: the unit that a killed import leaves whole or not at all. */
const stretchRows = 20_000
const listed = 100
/** From here on an import leaves the search index in too many pieces. */
const largeImport = 50_000

/** Hears how far a run has come: bytes of the file, rows. */
export type Tell = (bytes: number, rows: number) => void

/** One run over a file: rows are taken, counted and listed as they come, a stretch after the other. */
export class FileRun {
  readonly #office: Office
  readonly #file: ImportFile
  readonly #wish: ImportWish
  readonly #manner: Manner
  readonly #tell: Tell | undefined
  readonly #started = performance.now()
  readonly #counts: Counts = newStretch().counts
  readonly #rejected: Rejected[] = []
  readonly #passedOver: PassedOver[] = []
  #importId = 0
  #intake: Intake | undefined
  #firstNumber: string | null = null
  #lastNumber: string | null = null
  #committed = 0

  constructor(
    office: Office,
    taking: { readonly file: ImportFile; readonly wish: ImportWish; readonly manner: Manner },
    tell: Tell | undefined,
  ) {
    this.#office = office
    this.#file = taking.file
    this.#wish = taking.wish
    this.#manner = taking.manner
    this.#tell = tell
  }

  /** The whole file, in the caller's transaction. */
  all(): void {
    while (this.#stretch());
  }

  /** The whole file, a stretch a transaction. An index in many pieces is slow to ask: they are made one. */
  stretches(): void {
    const { store } = this.#office
    while (store.transact(() => this.#stretch())) this.#committed = this.#counts.read
    if (this.#counts.created > largeImport) joinTerms(store)
  }

  /** What is in for good, should the run end here. */
  get committed(): { readonly importId: number; readonly rows: number } {
    return { importId: this.#importId, rows: this.#committed }
  }

  get result(): Omit<ImportTaken, 'takenBack'> {
    return {
      importId: this.#importId,
      shape: this.#file.shape,
      counts: this.#counts,
      firstNumber: this.#firstNumber,
      lastNumber: this.#lastNumber,
      seconds: this.#seconds,
      rejected: this.#rejected,
      passedOver: this.#passedOver,
    }
  }

  readonly #listeners = {
    rejected: (one: Rejected) => {
      if (this.#rejected.length < listed) this.#rejected.push(one)
      this.#manner.rejects.add(one)
    },
    passedOver: (one: PassedOver) => {
      if (this.#passedOver.length < listed) this.#passedOver.push(one)
    },
  }

  /** Takes the next rows; false once the file is at its end. */
  #stretch(): boolean {
    const intake = (this.#intake ??= this.#begin())
    intake.begin()
    const { rows } = this.#file
    const stretch = newStretch()
    const { counts } = stretch
    let more = true
    while (counts.read < stretchRows) {
      const row = rows.next()
      more = row !== undefined
      if (row === undefined) break
      takeRow(this.#office, intake, this.#wish, row, stretch, this.#listeners)
      if (this.#tell && counts.read % 1000 === 0)
        this.#tell(rows.position, this.#counts.read + counts.read)
    }
    intake.end()
    this.#close(stretch, more)
    return more
  }

  #begin(): Intake {
    const { store, policy, keyingPolicy, hand, today } = this.#office
    const { fileName, shape } = this.#file
    const { encoding, delimiter } = shape
    const begun = { startedAt: hand.now(), startedOn: today, staffId: hand.staffId }
    this.#importId = beginImport(store, { fileName, encoding, delimiter, ...begun })
    const intake = { importId: this.#importId, collectedBy: hand.staffId, today }
    return new Intake(store, policy, { ...intake, keyingPolicy })
  }

  #close(stretch: Stretch, more: boolean): void {
    const counts = this.#counts
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += stretch.counts[key]
    this.#firstNumber ??= stretch.firstNumber
    this.#lastNumber = stretch.lastNumber ?? this.#lastNumber
    enterStretch(this.#office, this.#importId, stretch, this.#manner.reason)
    noteImport(this.#office.store, this.#importId, {
      ...counts,
      firstNumber: this.#firstNumber,
      lastNumber: this.#lastNumber,
      ...(more ? {} : { status: 'done', seconds: this.#seconds }),
    })
    this.#tell?.(this.#file.rows.position, counts.read)
  }

  get #seconds(): number {
    return Math.round(performance.now() - this.#started) / 1000
  }
}
