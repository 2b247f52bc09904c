import { decimalIn, decimalText, shortened, sum, zero } from './decimal.ts'
import type { AppealRule, ViolationsRule } from './policy-supervision.ts'
import type { Policy } from './policy.ts'
import { postOf } from './post.ts'
import { Refusal } from './refusal.ts'
import type { Staff } from './staff.ts'
import type { Day } from './words.ts'

export const appealDecisions = ['upheld', 'reduced', 'cancelled'] as const
/** What came of an appeal: it stands, it costs less, it never was one. */
export type AppealDecision = (typeof appealDecisions)[number]

/** Somebody broke a rule (违规), what it costs, and what became of an appeal. */
export interface Violation {
  readonly id: number
  readonly staffId: number
  readonly staff: string
  /** A key of the policy's violations. */
  readonly code: string
  readonly happenedOn: Day
  readonly text: string | null
  /** Yuan, as the policy said on that day. */
  readonly amount: string
  readonly enteredOn: Day
  readonly enteredBy: number | null
  /** The last day for an appeal; null: none is foreseen. */
  readonly appealBy: Day | null
  readonly appealedOn: Day | null
  readonly appeal: string | null
  readonly decideBy: Day | null
  readonly decidedOn: Day | null
  readonly decider: string | null
  readonly decision: AppealDecision | null
  readonly finalAmount: string | null
  readonly form: string | null
  readonly note: string | null
}

/** `V3`: how people and files name a violation. */
export const violationName = (id: number): string => `V${id}`

/** Reads `V3`, `v3`, `3` or full width; undefined where it is none. */
export function readViolationName(text: string): number | undefined {
  const said = /^[Vv]?(\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

/** @throws Refusal policy.silent */
export function violationsRule({ violations }: Policy): ViolationsRule {
  if (violations) return violations
  throw new Refusal('policy.silent', { section: 'violations', source: [] })
}

/** What it costs, whatever became of it; yuan. */
export const amountOf = ({ amount, finalAmount }: Pick<Violation, 'amount' | 'finalAmount'>) =>
  finalAmount ?? amount

/** What they cost together; yuan. */
export const totalAmount = (list: readonly Violation[]): string =>
  decimalText(
    shortened(
      list.reduce((total, it) => sum(total, decimalIn(amountOf(it))), zero),
      0,
    ),
  )

export const violationStatus = ({
  appealedOn,
  decision,
}: Pick<Violation, 'appealedOn' | 'decision'>): 'standing' | 'appealed' | AppealDecision =>
  decision ?? (appealedOn === null ? 'standing' : 'appealed')

/** In time, once, and where the policy foresees it. @throws Refusal violation.*, date.before-last-act */
export function requireAppealable(it: Violation, policy: Policy, today: Day): AppealRule {
  const violation = violationName(it.id)
  const { appeal, source = [] } = violationsRule(policy)
  if (it.appealedOn !== null)
    throw new Refusal('violation.appealed', { violation, on: it.appealedOn })
  if (!appeal || it.appealBy === null)
    throw new Refusal('violation.no-appeal', { violation, source })
  if (today > it.appealBy)
    throw new Refusal('violation.late', {
      violation,
      appealBy: it.appealBy,
      source: appeal.source ?? source,
    })
  requireAfter(it, it.enteredOn, today)
  return appeal
}

function requireAfter({ id }: Violation, lastAct: Day, date: Day): void {
  if (date < lastAct)
    throw new Refusal('date.before-last-act', { number: violationName(id), date, lastAct })
}

/**
 * An appeal is decided once, by somebody of the policy's posts who is neither the one it is about nor
 * the one who entered it. @throws Refusal violation.*, date.before-last-act
 */
export function requireDecidable(it: Violation, decider: Staff, policy: Policy, today: Day): void {
  const violation = violationName(it.id)
  if (it.appealedOn === null) throw new Refusal('violation.not-appealed', { violation })
  if (it.decidedOn !== null) throw new Refusal('violation.decided', { violation, on: it.decidedOn })
  requireAfter(it, it.appealedOn, today)
  const facts = { violation, staff: decider.name }
  if (decider.id === it.staffId || decider.id === it.enteredBy)
    throw new Refusal('violation.own', facts)
  const { posts, source = [] } = violationsRule(policy).appeal ?? {}
  const post = postOf(decider, policy)
  if (!posts || (post !== undefined && posts.includes(post))) return
  const labels = posts.map((key) => ({ post: key, label: policy.posts?.[key]?.label ?? null }))
  throw new Refusal('violation.unfit', { ...facts, posts: labels, source })
}

/** What it costs after the decision; yuan. @throws Refusal violation.not-less */
export function amountAfter(it: Violation, decision: AppealDecision, said: string | null): string {
  if (decision === 'upheld') return it.amount
  if (decision === 'cancelled') return '0'
  const amount = said ?? ''
  if (amount !== '' && isLess(amount, it.amount)) return amount
  const violation = violationName(it.id)
  throw new Refusal('violation.not-less', { violation, amount: it.amount, said: amount })
}

const isLess = (one: string, other: string): boolean =>
  sum(decimalIn(one), decimalIn(`-${other}`)).units < 0n
