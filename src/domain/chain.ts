import type { ArchiveContents } from './archive.ts'
import { valueOf } from './checklist.ts'
import { holds, isFault, parseFormula } from './formula.ts'
import type { BorrowerKind, ChainRule, ChainStep, RequestKind } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { isHead, postOf } from './post.ts'
import { Refusal } from './refusal.ts'
import { isExternal, type Applicant } from './request.ts'
import { exceeds, type Secrecy } from './words.ts'

/** What a chain is chosen by. */
export interface Asked {
  readonly kind: RequestKind
  readonly applicant: Applicant
  /** Levels of all that is asked for. */
  readonly levels: readonly Secrecy[]
  /** Kinds of the materials asked for; null: a whole archive is among it, or a material without kind. */
  readonly materialKinds: readonly string[] | null
  /** The archives that are asked for, or out of which materials are. */
  readonly archives: readonly ArchiveContents[]
}

/** The chain of a request: whose decisions it needs, in order, and which rule says so. */
export interface Chain {
  readonly steps: readonly ChainStep[]
  readonly source: readonly string[]
  /** The applicant's post needs no approval, or they answer for what they ask for. */
  readonly isExempt: boolean
  /** Posts that need none. */
  readonly exempt: readonly string[]
}

export const borrowerKindOf = (applicant: Applicant): BorrowerKind =>
  isExternal(applicant) ? 'external' : 'internal'

export const highestOf = (levels: readonly Secrecy[]): Secrecy =>
  levels.reduce((highest, level) => (exceeds(level, highest) ? level : highest), 'none')

/**
 * The first chain of the policy that fits; without one no approval is needed.
 * @throws Refusal request.never where the policy gives it to nobody (S004-K-3.5.1)
 */
export function chainFor(asked: Asked, policy: Policy): Chain {
  const rule = ruleFor(asked, policy)
  if (!rule) return { steps: [], source: [], isExempt: false, exempt: [] }
  const { source = [], steps = [], exempt = [] } = rule
  if (rule.refused) throw never(asked, policy, source)
  const isExempt = needsNobody(rule, asked, policy)
  const mine = steps.map((it) => stepFor(it, asked.applicant, policy))
  return { steps: isExempt ? [] : mine, source, isExempt, exempt }
}

const ruleFor = (asked: Asked, policy: Policy): ChainRule | undefined =>
  policy.requests?.chains.find((chain) => fits(chain, asked))

function fits(chain: ChainRule, asked: Asked): boolean {
  const { kind, applicant, levels, materialKinds } = asked
  const { borrower, secrecy, materialKinds: onlyKinds } = chain
  return (
    chain.kinds.includes(kind) &&
    (borrower === undefined || borrower === borrowerKindOf(applicant)) &&
    (secrecy === undefined || secrecy.includes(highestOf(levels))) &&
    (onlyKinds === undefined ||
      (materialKinds !== null && materialKinds.every((it) => onlyKinds.includes(it)))) &&
    (chain.when === undefined || isSo(chain.when, asked))
  )
}

/** A formula that nobody can read holds of nothing; a policy that was checked has none. */
function isSo(when: string, { archives }: Asked): boolean {
  const formula = parseFormula(when)
  if (isFault(formula)) return false
  return archives.every((archive) => holds(formula, (key) => valueOf(archive, key)))
}

function needsNobody(
  { exempt = [], exemptOwner = false }: ChainRule,
  { applicant: { staff }, archives }: Asked,
  policy: Policy,
): boolean {
  if (!staff) return false
  const post = postOf(staff, policy)
  if (post !== undefined && exempt.includes(post)) return true
  return exemptOwner && archives.length > 0 && archives.every(({ owner }) => owner === staff.name)
}

/** Nobody decides for themselves: where the applicant is the head, those above are asked. */
function stepFor(step: ChainStep, { staff }: Applicant, policy: Policy): ChainStep {
  const { aboveHead, head, ...rest } = step
  const isTheirs = head === 'applicant' && staff !== null && isHead(staff, policy)
  if (!isTheirs || !aboveHead) return head === undefined ? rest : { head, ...rest }
  return { ...rest, posts: [...new Set([...(rest.posts ?? []), ...aboveHead])] }
}

/** What is not lent may still be read on the spot, where the policy lets people (S004-K-3.5.1). */
function never(asked: Asked, policy: Policy, source: readonly string[]): Refusal {
  const { kind, applicant, levels } = asked
  const reading = ruleFor({ ...asked, kind: 'consult' }, policy)
  return new Refusal('request.never', {
    kind,
    borrower: borrowerKindOf(applicant),
    secrecy: highestOf(levels),
    mayRead: kind === 'borrow' && reading?.refused !== true,
    source,
  })
}
