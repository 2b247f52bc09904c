import { Refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts'
import type { Catalog } from '../messages/catalog.ts'
import { exitOf, exits, type Exit } from './exit.ts'
import { safeJson } from './safe.ts'
import { OutputFailed, ReaderGone } from './streams.ts'

/** How a command ended that did not end well: what is said, and the status. */
export interface Failure {
  readonly status: Exit
  readonly code: string
  readonly message: string
  readonly facts: unknown
}

/** A wrong word on the line, already put into words. */
export class UsageFault extends Error {
  readonly code: string
  readonly facts: unknown
  constructor(message: string, code = 'usage.line', facts: unknown = {}) {
    super(message)
    this.code = code
    this.facts = facts
  }
}

/** What was done before somebody gave up, and stays: a sentence, and facts for machines. */
export interface Standing {
  readonly message: string
  readonly facts: unknown
}

/** Somebody pressed Ctrl-C at a prompt. Nothing was changed, unless it is said what stands. */
export class Cancelled extends Error {
  readonly standing: Standing | undefined
  constructor(standing?: Standing) {
    super()
    this.standing = standing
  }
}

/** What to say of whatever was thrown; undefined where there is nothing to say (the reader has gone). */
export function failureOf(thrown: unknown, text: Catalog): Failure | undefined {
  if (thrown instanceof ReaderGone) return undefined
  if (thrown instanceof Refusal) return refusalFailure(thrown, text)
  if (thrown instanceof UsageFault)
    return { status: exits.usage, code: thrown.code, message: thrown.message, facts: thrown.facts }
  if (thrown instanceof Cancelled)
    return {
      status: exits.cancelled,
      code: 'cancelled',
      ...(thrown.standing ?? { message: text.program.cancelled, facts: {} }),
    }
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  const { fault, outputFailed } = text.program
  const message = thrown instanceof OutputFailed ? outputFailed(reason) : fault(reason)
  return { status: exits.fault, code: 'fault', message, facts: {} }
}

function refusalFailure({ code, facts }: Refusal, text: Catalog): Failure {
  return { status: exitOf[code], code, message: wordingOf(code, text)(facts), facts }
}

/** The catalog is checked for completeness by the compiler; the pairing of code and facts by `Refusal`. */
const wordingOf = (code: RefusalCode, text: Catalog) =>
  text.refusals[code] as (facts: RefusalFacts[RefusalCode]) => string

/** `{"error":{"code","message","facts"}}` (SPEC section 2). */
export const failureJson = ({ code, message, facts }: Failure): string =>
  safeJson({ error: { code, message, facts } })
