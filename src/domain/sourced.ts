import type { Label } from './words.ts'

/** Where a rule comes from: clause ids of the sources, such as `S002-3.2-1`. */
export interface Sourced {
  readonly source?: readonly string[]
  /** The source left this blank; the office has not confirmed our default yet. */
  readonly assumed?: boolean
}

/** A choice of a list: its identifier is what files and JSON say. */
export interface Choice extends Sourced {
  readonly label: Label
  /** Other spellings that an import may meet (any language). */
  readonly aliases?: readonly string[]
}
export type Choices = Readonly<Record<string, Choice>>
