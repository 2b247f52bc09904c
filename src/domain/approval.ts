import type { Evidence } from './policy-use.ts'
import type { Policy } from './policy.ts'
import { isHead, postOf } from './post.ts'
import { readChoice } from './choice.ts'
import { Refusal } from './refusal.ts'
import {
  applicantName,
  nextStep,
  requestName,
  statusOn,
  type Decision,
  type Request,
  type RequestStep,
} from './request.ts'
import { isActive, type Staff } from './staff.ts'
import type { Day } from './words.ts'

/** Who decides: somebody of the staff, or a name and a post that a form bears. */
export interface Decider {
  readonly staff: Staff | null
  readonly name: string
  /** As said, of somebody outside the register; the register's own otherwise. */
  readonly post: string | null
}

/** A decision about to be entered. */
export interface Ruling {
  readonly decision: Decision
  readonly decider: Decider
  readonly evidence: Evidence
  readonly today: Day
  /** Departments of the owners of what is asked for, as far as the register knows them. */
  readonly ownerDepartments: readonly (string | null)[]
}

/**
 * The step that this ruling decides, if it may: in order, by somebody who fits it, who is not the
 * applicant, with evidence that the policy takes (SPEC section 7, S002-6.3-1).
 * @throws Refusal request.status, approval.own, approval.twice, approval.unfit, approval.evidence
 */
export function decide(request: Request, ruling: Ruling, policy: Policy): RequestStep {
  requireUndecided(request, ruling.today)
  const step = nextStep(request)
  if (!step) throw wrongStatus(request, 'approved')
  requireOther(request, ruling.decider)
  requireFit(request, step, ruling, policy)
  requireEvidence(request, step, ruling.evidence)
  return step
}

/** @throws Refusal request.status unless it waits for a decision */
export function requireUndecided(request: Request, today: Day): void {
  const status = statusOn(request, today)
  if (status !== 'pending') throw wrongStatus(request, status)
}

const wrongStatus = (request: Request, status: Request['status']): Refusal =>
  new Refusal('request.status', { request: requestName(request.id), status, needs: ['pending'] })

/** Nobody approves their own request, whoever they are; and nobody decides two of its steps. */
function requireOther(request: Request, { staff, name }: Decider): void {
  const facts = { request: requestName(request.id), staff: name }
  const { applicant } = request
  const isApplicant = staff
    ? staff.id === applicant.staff?.id
    : sameName(name, applicantName(applicant))
  if (isApplicant) throw new Refusal('approval.own', facts)
  const earlier = request.steps.find(
    ({ decision, decidedBy, decider }) =>
      decision !== null && (staff ? decidedBy === staff.id : sameName(decider ?? '', name)),
  )
  if (earlier) throw new Refusal('approval.twice', { ...facts, step: earlier.step })
}

const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

function requireFit(request: Request, step: RequestStep, ruling: Ruling, policy: Policy): void {
  const { decider, today } = ruling
  const { staff } = decider
  if (staff && !isActive(staff, today))
    throw new Refusal('person.left', { staff: staff.name, leftOn: staff.leftOn ?? staff.joinedOn })
  if (fitsStep(request, step, ruling, policy)) return
  const { posts = [], head = null, person = null, source = [] } = step.rule
  throw new Refusal('approval.unfit', {
    request: requestName(request.id),
    step: step.step,
    staff: decider.name,
    post: decider.post,
    posts,
    labels: Object.fromEntries(
      posts.flatMap((key) => {
        const label = policy.posts?.[key]?.label
        return label ? [[key, label]] : []
      }),
    ),
    head,
    person,
    source,
  })
}

/** May this person decide this step? */
export function fitsStep(
  request: Request,
  { rule }: Pick<RequestStep, 'rule'>,
  { decider, ownerDepartments }: Pick<Ruling, 'decider' | 'ownerDepartments'>,
  policy: Policy,
): boolean {
  const { staff, name, post } = decider
  const key = staff ? postOf(staff, policy) : postNamed(post, policy)
  if (key !== undefined && rule.posts?.includes(key)) return true
  if (rule.person !== undefined && sameName(rule.person, name)) return true
  if (rule.head === undefined) return false
  if (rule.head === 'owner') return headsOneOf(decider, ownerDepartments, policy)
  if (!request.applicant.staff) return staff === null
  return headsOneOf(decider, [request.department], policy)
}

const postNamed = (post: string | null, policy: Policy): string | undefined => {
  if (post === null || !policy.posts) return undefined
  const key = readChoice(policy.posts, post)
  return typeof key === 'string' && key !== '' ? key : undefined
}

/** Where the register knows no department, whoever heads one may decide. */
function headsOneOf(
  { staff, post }: Decider,
  departments: readonly (string | null)[],
  policy: Policy,
): boolean {
  if (!isHead({ post }, policy)) return false
  const known = departments.filter((it) => it !== null)
  return known.length === 0 || staff === null || known.includes(staff.department ?? '')
}

function requireEvidence(request: Request, { step, rule }: RequestStep, evidence: Evidence): void {
  const { evidence: accepted, source = [] } = rule
  if (!accepted || accepted.includes(evidence)) return
  const facts = { request: requestName(request.id), step, evidence, accepted, source }
  throw new Refusal('approval.evidence', facts)
}
