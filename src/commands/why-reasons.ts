import { failureOf } from '../cli/failure.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/** One thing that was looked at; `isInTheWay`: the act is refused while it stands. */
export interface Reason {
  readonly code: string
  readonly isInTheWay: boolean
  /** In the reader's words, with the clause. */
  readonly message: string
  readonly source: readonly string[]
}

/** May it be done now, by which rules and facts, and what is to be typed next. */
export interface Answer {
  readonly reasons: readonly Reason[]
  readonly next: readonly string[]
}

/** What a rule says when it refuses; nothing where it lets pass. */
export function refusedBy(desk: Desk, check: () => unknown): Reason[] {
  try {
    check()
    return []
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { source = [] } = thrown.facts as { readonly source?: readonly string[] }
    const message = failureOf(thrown, desk.text)?.message ?? thrown.code
    return [{ code: thrown.code, isInTheWay: true, message, source }]
  }
}
