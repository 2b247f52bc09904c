import type { OnDuplicate } from '../domain/import-decision.ts'
import type { Taken } from '../domain/import-row.ts'
import type { Problem } from '../domain/problem.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import type { Counts } from '../store/imports.ts'
import type { Met } from '../store/intake.ts'
import type { ListShape } from './list-opened.ts'
import type { PreparedRow } from './prepared-row.ts'
import type { Rows } from './prepared-rows.ts'

/** How an import was asked for. */
export interface ImportWish {
  readonly columns: readonly Taken[]
  /** Cells of the heading: a row may have no more that say something. */
  readonly width: number
  readonly type: string | undefined
  readonly onDuplicate: OnDuplicate
  readonly foreignNumber: boolean
}

/** A row that was not taken: all that is wrong with it. */
export interface Rejected {
  readonly record: Pick<CsvRecord, 'line' | 'cells'>
  readonly problems: readonly Problem[]
}

/** The archive that a row is or looks like, and by what. */
export interface Likeness {
  readonly id: number
  readonly because: Met['because'] | 'number'
}

/** A row that looks like an archive's customer and was passed over. */
export interface PassedOver {
  readonly row: PreparedRow
  readonly number: string
  readonly because: Likeness['because']
}

/** What became of one row. */
export type Outcome =
  | { readonly problems: readonly Problem[] }
  | { readonly passedOver: Omit<PassedOver, 'row'> }
  | { readonly archiveId: number }

/** What the rows of one stretch came to. */
export interface Stretch {
  readonly counts: Counts
  /** Details of changes by archive id; a second change of the same archive is in the next round. */
  readonly changes: Map<number, unknown>[]
  firstId: number | null
  lastId: number | null
  firstNumber: string | null
  lastNumber: string | null
}

/** Told of rows as they are not taken. */
export interface Listeners {
  readonly rejected: (rejected: Rejected) => void
  readonly passedOver: (passedOver: PassedOver) => void
}

export const newStretch = (): Stretch => ({
  counts: { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
  changes: [],
  firstId: null,
  lastId: null,
  firstNumber: null,
  lastNumber: null,
})

/** The file that is being taken in. */
export interface ImportFile {
  readonly fileName: string
  readonly shape: ListShape
  /** Length, where it is known beforehand. */
  readonly bytes: number | undefined
  readonly rows: Rows
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

/** The rows that were not taken, as they stood, with what is wrong: to be mended and imported again. */
export interface RejectFile {
  readonly add: (rejected: Rejected) => void
  /** Puts the file in its place, whole, and says so; where no row was rejected there is none. */
  readonly keep: () => void
  /** Leaves nothing behind; after `keep` this does nothing. */
  readonly discard: () => void
}

/** How a file is taken in. */
export interface Manner {
  readonly rejects: RejectFile
  readonly allOrNothing: boolean
  /** Why the act is dated back. */
  readonly reason: string | undefined
}
