import type { Stream } from '../cli/streams.ts'
import type { RunOther } from '../exchange/other-program.ts'

/** This process and others. */
export interface Processes {
  /** Of this one, on its machine. */
  readonly name: string
  /** Undefined: it is of another machine. This one counts as not running: it has only begun. */
  readonly isRunning: (name: string) => boolean | undefined
  /** Runs a program of the machine (ssh-keygen), in our own environment. */
  readonly runOther: RunOther
}

/** What comes in from outside: main.ts alone knows where from. */
export interface World {
  /** The words after the program's name. */
  readonly words: readonly string[]
  /** The program's own. */
  readonly version: string
  /** Node's own; unknown if left out. */
  readonly node?: string
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
  /** Tells processes apart, for what one of them may leave half-done; where left out, nobody else runs, or can be run. */
  readonly processes?: Processes
  /** How long to wait for another writer, ms; a good while if left out. */
  readonly patience?: number
}
