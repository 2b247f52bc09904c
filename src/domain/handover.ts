import {
  handoverRoles,
  type HandoverAnswer,
  type HandoverCause,
  type HandoverItemKind,
  type HandoverRole,
} from './handover-words.ts'
import type { HandoverRule } from './policy-handover.ts'
import type { Policy } from './policy.ts'
import { postOf } from './post.ts'
import { Refusal } from './refusal.ts'
import { isActive, type Staff } from './staff.ts'
import type { Day, Secrecy } from './words.ts'

export interface HandoverItem {
  readonly position: number
  readonly kind: HandoverItemKind
  /** Null: of the office itself, or of many archives. */
  readonly archiveId: number | null
  readonly number: string | null
  /** The archive's name; null: it is gone, or there is none. */
  readonly archiveName: string | null
  /** The level of the archive, or of the paper; null: of the office itself. */
  readonly secrecy: Secrecy | null
  /** Id of the material, loan, request, finding, round or place. */
  readonly subjectId: number | null
  /** What it is called: `/3 房产证`, `L12`, `R5`, `F3`, `2025Q3`, `A-1-01`; null: the archive itself. */
  readonly what: string | null
  readonly count: number
  readonly pages: number | null
  readonly answer: HandoverAnswer | null
  readonly pagesFound: number | null
  readonly answeredOn: Day | null
  readonly answeredBy: string | null
  readonly note: string | null
  /** A loan that came back, a request or finding that was settled, since the list was made. */
  readonly settled: boolean
}

export interface HandoverSignature {
  readonly role: HandoverRole
  readonly signerId: number
  readonly signer: string
  readonly signedOn: Day
  /** Null: signed in the tool. */
  readonly form: string | null
}

export interface HandoverExtension {
  readonly days: number
  readonly reason: string
  readonly approvedBy: string
  readonly form: string | null
  readonly on: Day
  readonly before: Day
}

/** What somebody answers for passes to another (移交). */
export interface Handover {
  readonly id: number
  readonly because: HandoverCause
  readonly giverId: number
  readonly giver: string
  readonly receiverId: number
  readonly receiver: string
  readonly department: string | null
  readonly openedOn: Day
  readonly giveBy: Day
  readonly receiveBy: Day
  readonly calendar: string | null
  readonly endedOn: Day | null
  readonly outcome: 'closed' | 'withdrawn' | null
  readonly items: readonly HandoverItem[]
  readonly signatures: readonly HandoverSignature[]
  readonly extensions: readonly HandoverExtension[]
}

/** `H1`: how people and files name a handover. */
export const handoverName = (id: number): string => `H${id}`

/** Reads `H1`, `h1`, `1` or full width; undefined where it is none. */
export function readHandoverName(text: string): number | undefined {
  const said = /^[Hh]?(\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

export const handoverStatus = ({
  outcome,
}: Pick<Handover, 'outcome'>): 'open' | 'closed' | 'withdrawn' => outcome ?? 'open'

/** @throws Refusal policy.silent */
export function handoverRule({ handover }: Policy): HandoverRule {
  if (handover) return handover
  throw new Refusal('policy.silent', { section: 'handover', source: [] })
}

export const signatureOf = (
  { signatures }: Pick<Handover, 'signatures'>,
  role: HandoverRole,
): HandoverSignature | undefined => signatures.find((it) => it.role === role)

/** The next day by which somebody must act, and who; undefined: it has ended. */
export function nextDue(
  it: Pick<Handover, 'signatures' | 'giveBy' | 'receiveBy' | 'giver' | 'receiver' | 'endedOn'>,
): { readonly dueOn: Day; readonly who: string } | undefined {
  if (it.endedOn !== null) return undefined
  return signatureOf(it, 'giver')
    ? { dueOn: it.receiveBy, who: it.receiver }
    : { dueOn: it.giveBy, who: it.giver }
}

/** Who leaves must bring back what is lent to them, or somebody goes on with it (S003-5.5-1). */
const mustComeBack = ({ because }: Pick<Handover, 'because'>, { kind }: HandoverItem): boolean =>
  because === 'leave' && kind === 'loan'

/** Nobody has said yet what became of it. */
export const isUnanswered = (handover: Pick<Handover, 'because'>, item: HandoverItem): boolean =>
  !item.settled &&
  (item.answer === null || (mustComeBack(handover, item) && item.answer === 'found'))

export const unanswered = (handover: Pick<Handover, 'because' | 'items'>): HandoverItem[] =>
  handover.items.filter((item) => isUnanswered(handover, item))

/** What was listed and is not there, or not all of it. */
export const isLacking = ({ answer }: Pick<HandoverItem, 'answer'>): boolean =>
  answer === 'missing' || answer === 'incomplete'

/** @throws Refusal handover.ended */
export function requireUnended({ id, endedOn, outcome }: Handover): void {
  if (endedOn !== null)
    throw new Refusal('handover.ended', {
      handover: handoverName(id),
      endedOn,
      outcome: outcome ?? 'closed',
    })
}

/** Nothing is dated before the last thing that was done about it. @throws Refusal date.before-last-act */
export function requireAfterLast(handover: Handover, today: Day): void {
  const days = [
    handover.openedOn,
    ...handover.items.map(({ answeredOn }) => answeredOn),
    ...handover.signatures.map(({ signedOn }) => signedOn),
    ...handover.extensions.map(({ on }) => on),
  ]
  const lastAct = days.reduce((last: Day, on) => (on !== null && on > last ? on : last), '')
  if (today < lastAct)
    throw new Refusal('date.before-last-act', {
      number: handoverName(handover.id),
      date: today,
      lastAct,
    })
}

/** What the receiver has signed is not answered otherwise any more. @throws Refusal handover.signed */
export function requireUnsigned(handover: Handover): void {
  const signed = signatureOf(handover, 'receiver') ?? signatureOf(handover, 'supervisor')
  if (signed)
    throw new Refusal('handover.signed', {
      handover: handoverName(handover.id),
      role: signed.role,
      by: signed.signer,
      on: signed.signedOn,
    })
}

/** @throws Refusal handover.unchecked where somebody has still to say what became of an item */
function requireChecked(handover: Handover): void {
  const open = unanswered(handover)
  if (open.length === 0) return
  throw new Refusal('handover.unchecked', {
    handover: handoverName(handover.id),
    items: open.map(({ position }) => position),
    loans: open.filter((it) => mustComeBack(handover, it)).map(({ what }) => what ?? ''),
  })
}

/**
 * May this person sign in this role? Giver and receiver for themselves, somebody else as the third;
 * the receiver and the third sign what was checked item by item (S003-15.4-3, S003-15.4-10).
 * @throws Refusal handover.ended, handover.twice, handover.not-party, handover.same, handover.unfit, handover.unchecked
 */
export function requireSignable(
  handover: Handover,
  role: HandoverRole,
  signer: Staff,
  { policy, today }: { readonly policy: Policy; readonly today: Day },
): void {
  requireUnended(handover)
  requireAfterLast(handover, today)
  const name = handoverName(handover.id)
  const known = signatureOf(handover, role)
  if (known)
    throw new Refusal('handover.twice', {
      handover: name,
      role,
      by: known.signer,
      on: known.signedOn,
    })
  if (!isActive(signer, today))
    throw new Refusal('person.left', { staff: signer.name, leftOn: signer.leftOn ?? '' })
  requireParty(handover, role, signer, policy)
  if (role !== 'giver') requireChecked(handover)
}

function requireParty(handover: Handover, role: HandoverRole, signer: Staff, policy: Policy): void {
  const facts = { handover: handoverName(handover.id), staff: signer.name }
  const { giverId, giver, receiverId, receiver } = handover
  if (role !== 'supervisor') {
    const [id, expected] = role === 'giver' ? [giverId, giver] : [receiverId, receiver]
    if (signer.id !== id) throw new Refusal('handover.not-party', { ...facts, role, expected })
    return
  }
  if (signer.id === giverId || signer.id === receiverId) throw new Refusal('handover.same', facts)
  requirePost(signer, policy.handover?.supervisors, policy, { ...facts, act: 'sign' })
}

/** @throws Refusal handover.unfit */
export function requirePost(
  staff: Staff,
  posts: readonly string[] | undefined,
  policy: Policy,
  facts: {
    readonly handover: string
    readonly staff: string
    readonly act: 'sign' | 'extend'
    readonly source?: readonly string[]
  },
): void {
  const post = postOf(staff, policy)
  if (!posts || (post !== undefined && posts.includes(post))) return
  throw new Refusal('handover.unfit', {
    source: policy.handover?.source ?? [],
    ...facts,
    posts: posts.map((key) => ({ post: key, label: policy.posts?.[key]?.label ?? null })),
  })
}

/** @throws Refusal handover.ended, handover.unchecked, handover.unsigned */
export function requireCloseable(handover: Handover, policy: Policy, today: Day): void {
  requireUnended(handover)
  requireAfterLast(handover, today)
  requireChecked(handover)
  const roles = handoverRoles.filter((role) => !signatureOf(handover, role))
  if (roles.length === 0) return
  const source = policy.handover?.source ?? []
  throw new Refusal('handover.unsigned', { handover: handoverName(handover.id), roles, source })
}
