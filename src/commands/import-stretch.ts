import type { OnDuplicate } from '../domain/import-decision.ts'
import type { Taken } from '../domain/import-row.ts'
import type { Problem } from '../domain/problem.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import type { Counts } from '../store/imports.ts'
import type { Met } from '../store/intake.ts'
import type { Part } from '../store/journal.ts'

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
  readonly record: CsvRecord
  readonly problems: readonly Problem[]
}

/** The archive that a row is or looks like, and by what. */
export interface Likeness {
  readonly id: number
  readonly because: Met['because'] | 'number'
}

/** A row that looks like an archive's customer and was passed over. */
export interface PassedOver {
  readonly record: CsvRecord
  readonly number: string
  readonly because: Likeness['because']
}

/** What became of one row. */
export type Outcome =
  | { readonly problems: readonly Problem[] }
  | { readonly passedOver: Omit<PassedOver, 'record'> }
  | { readonly archiveId: number }

/** What the rows of one stretch came to. */
export interface Stretch {
  readonly counts: Counts
  readonly parts: Part[]
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
  parts: [],
  firstId: null,
  lastId: null,
  firstNumber: null,
  lastNumber: null,
})
