import type { BorrowerKind, ChainRule, ChainStep, RequestKind } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { postOf } from './post.ts'
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
}

/** The chain of a request: whose decisions it needs, in order, and which rule says so. */
export interface Chain {
  readonly steps: readonly ChainStep[]
  readonly source: readonly string[]
  /** The applicant's post needs no approval. */
  readonly isExempt: boolean
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
  const rule = policy.requests?.chains.find((chain) => fits(chain, asked))
  if (!rule) return { steps: [], source: [], isExempt: false }
  const { source = [], steps = [], exempt = [] } = rule
  if (rule.refused) throw never(asked, source)
  const post = asked.applicant.staff ? postOf(asked.applicant.staff, policy) : undefined
  const isExempt = post !== undefined && exempt.includes(post)
  return { steps: isExempt ? [] : steps, source, isExempt }
}

function fits(chain: ChainRule, { kind, applicant, levels, materialKinds }: Asked): boolean {
  const { borrower, secrecy, materialKinds: onlyKinds } = chain
  return (
    chain.kinds.includes(kind) &&
    (borrower === undefined || borrower === borrowerKindOf(applicant)) &&
    (secrecy === undefined || secrecy.includes(highestOf(levels))) &&
    (onlyKinds === undefined ||
      (materialKinds !== null && materialKinds.every((it) => onlyKinds.includes(it))))
  )
}

const never = ({ kind, applicant, levels }: Asked, source: readonly string[]): Refusal =>
  new Refusal('request.never', {
    kind,
    borrower: borrowerKindOf(applicant),
    secrecy: highestOf(levels),
    source,
  })
