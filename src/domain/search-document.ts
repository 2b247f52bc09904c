import type { Naming } from './fold.ts'

/** A name and the way it is read. */
export interface SearchName {
  readonly text: string
  readonly naming: Naming
}

/** What of an archive can be found by words. */
export interface SearchDocument {
  /** The archive's own name first, then former names and contacts. */
  readonly names: readonly SearchName[]
  /** Address, entries, titles of materials … */
  readonly texts: readonly string[]
  readonly phones: readonly string[]
}

/** Marks in front of terms that are not text; folding leaves none of them in any text. */
export const marks = { syllable: '§', initials: '¦', phone: '¬' } as const
