import type { CheckCode, CheckFacts, Severity } from './audit-finding.ts'
import type { Policy } from './policy.ts'

export interface CheckRule<Code extends CheckCode = CheckCode> {
  readonly severity: Severity
  /** Items of DA/T 70-2018 that it answers: 1 authenticity, 2 completeness, 3 usability, 4 security. */
  readonly items: readonly string[]
  /** Clauses: those of the policy's rule, where there is one. */
  readonly source: (policy: Policy, type: string) => readonly string[]
  /** What has happened has happened: once somebody has answered for it, it is not raised again. */
  readonly lasting?: boolean
  /** The next command. */
  readonly fix: (number: string, facts: CheckFacts[Code]) => string
}

/** Clauses that are the same under every policy. */
export const fixed =
  (...source: readonly string[]) =>
  (): readonly string[] =>
    source

export const standards = ['DA/T 70-2018']

export const show = (number: string): string => `dangan show ${number}`

export type ChecksOf<Code extends CheckCode> = { readonly [It in Code]: CheckRule<It> }
