import type { Stream } from '../cli/streams.ts'

/** What comes in from outside: main.ts alone knows where from. */
export interface World {
  /** The words after the program's name. */
  readonly words: readonly string[]
  /** The program's own. */
  readonly version: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Stream
  readonly err: Stream
  readonly stdin: { readonly fd: number; readonly isTerminal: boolean }
  readonly account: string
  readonly home: string
  readonly platform: string
  readonly clock: () => Date
  /** Tells SQLite where to spill: the archive's own folder (SPEC 15.16). */
  readonly spillInto: (folder: string) => void
  /** How long to wait for another writer, ms; a good while if left out. */
  readonly patience?: number
}
