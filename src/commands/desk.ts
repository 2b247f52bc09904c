import type { Printer } from '../cli/printer.ts'
import type { Answered, Answers, Presumption, Question } from '../cli/ask.ts'
import type { Screen } from '../cli/screen.ts'
import type { Policy } from '../domain/policy.ts'
import type { Operator } from '../domain/staff.ts'
import type { Day, Instant, Language } from '../domain/words.ts'
import type { Catalog } from '../messages/catalog.ts'
import type { Hand } from '../store/journal.ts'
import type { Key } from '../store/key.ts'
import type { Store } from '../store/store.ts'
import type { Processes } from './world.ts'

/** The archive file, opened, and the circumstances in which it is used. */
export interface Office {
  readonly store: Store
  /** The policy in force on `today`. */
  readonly policy: Policy
  readonly policyVersion: number
  /** The policy in force on `realToday`: the keys by which customers are compared are kept under it. */
  readonly keyingPolicy: Policy
  /** The effective date of what is done. */
  readonly today: Day
  /** The date it really is, in the policy's time zone. */
  readonly realToday: Day
  readonly operator: Operator
  readonly hand: Hand
}

/** The options that every command takes (SPEC section 2). */
export interface Globals {
  readonly file: string
  readonly as: string | undefined
  readonly date: Day | undefined
  readonly yes: boolean
  readonly dryRun: boolean
  /** May a person be asked? False off a terminal, under --no-input and CI. */
  readonly interactive: boolean
}

/** What a command is handed: functions, so that building it (and `--help`) opens nothing. */
export interface Desk {
  readonly text: Catalog
  readonly language: Language
  readonly globals: Globals
  readonly say: Printer
  /** What prompts are drawn on. */
  readonly screen: Screen
  /** What a person answered so far: the equivalent line says it. */
  readonly answered: Answered[]
  readonly now: () => Instant
  /** The program's own. */
  readonly version: string
  /** The operator's account at the operating system. */
  readonly account: string
  /** The stdin of the program, for lists and imports that say `-`. */
  readonly stdin: number
  readonly processes: Processes
  /** The file that says whose signatures count, where the line names none. */
  readonly allowedSigners: string

  /** Opens the file for reading; nothing is written through it. */
  read(): Promise<Office>
  /**
   * Does an act: opens for writing, checks who and when, and runs `work` in one transaction.
   * Under --dry-run the transaction is taken back and the result shown all the same.
   */
  act<T>(work: (office: Office) => T extends PromiseLike<unknown> ? never : T): Promise<T>
  /** Opens for writing without a transaction of its own, for work in several (imports). */
  write(): Promise<Office>
  /** Opens for writing as the program itself, for the duties of `daily` alone (SPEC 15.1). */
  serve(): Promise<Office>

  /** Asks at a terminal for what is missing; elsewhere a usage error names the options. */
  ask<Q extends Record<string, Question>>(
    questions: Q,
    given: Partial<Answers<Q>>,
  ): Promise<Answers<Q>>
  /** A yes to `question`, from --yes or a person; Enter alone says no, unless presumed. @throws Refusal usage.confirm */
  confirm(question: string, command: string, presumption?: Presumption): Promise<boolean>
  /** The key for a new or sealed file; asked for without echo where there is a terminal. */
  key(path: string, fresh: boolean): Promise<Key>
  /** Marks the command's outcome where it is neither success nor refusal (10: attention needed …). */
  finish(status: number): void
}
