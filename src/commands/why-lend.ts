import type { Archive } from '../domain/archive.ts'
import { chainFor, type Chain } from '../domain/chain.ts'
import { requireFound, requireIn, requireLendable, requireTurn } from '../domain/lending.ts'
import { loansRule } from '../domain/loan.ts'
import { borrowerKinds, type BorrowerKind } from '../domain/policy-use.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Applicant } from '../domain/request.ts'
import { lostOf, outstandingOf } from '../store/loans.ts'
import type { Desk, Office } from './desk.ts'
import { dueOf, holdingsOf, waitingFor } from './lending.ts'
import { stepWords } from './request-view.ts'
import { refusedBy, type Answer, type Reason } from './why-reasons.ts'

/** Who may borrow it today, with whose approval, until when, and what stands in the way. */
export function whyLend(desk: Desk, office: Office, archive: Archive): Answer {
  const { store, policy } = office
  const takings = { archive, materials: [] }
  const silent = refusedBy(desk, () => loansRule(policy))
  if (silent.length > 0) return { reasons: silent, next: [] }
  const rule = loansRule(policy)
  const inTheWay = [
    ...refusedBy(desk, () => requireLendable(takings, rule, holdingsOf(office, archive))),
    ...refusedBy(desk, () => requireFound(takings, lostOf(store, archive.id))),
    ...refusedBy(desk, () => requireIn(takings, outstandingOf(store, archive.id))),
    ...refusedBy(desk, () => requireTurn(takings, waitingFor(office, takings), undefined)),
  ]
  const open = borrowerKinds.map((borrower) => peopleReason(desk, office, archive, borrower))
  const terms = inTheWay.length > 0 ? [] : termReasons(desk, office)
  const nobody = open.every(({ isInTheWay }) => isInTheWay)
  const people = open.map((it) => ({ ...it, isInTheWay: nobody }))
  const next = inTheWay.length > 0 || nobody ? [] : [desk.text.why.lend.next(archive.number)]
  return { reasons: [...inTheWay, ...people, ...terms], next }
}

const stranger: Applicant = {
  staff: null,
  outsider: { name: '', unit: '', credential: null, credentialNumber: null },
}
const colleague: Applicant = {
  staff: {
    id: 0,
    name: '',
    post: null,
    department: null,
    clearance: 'none',
    osAccount: null,
    joinedOn: '',
    leftOn: null,
  },
  outsider: null,
}

/** Whether people of one kind may borrow it, and whose approval they need. */
function peopleReason(
  desk: Desk,
  { policy }: Office,
  archive: Archive,
  borrower: BorrowerKind,
): Reason {
  const { lend } = desk.text.why
  const rule = loansRule(policy)
  const code = `lend.${borrower}`
  const { borrowers } = rule
  if (borrowers && !borrowers.kinds.includes(borrower)) {
    const { source = [] } = borrowers
    return { code, isInTheWay: true, message: lend.never(lend.people[borrower], source), source }
  }
  const applicant = borrower === 'internal' ? colleague : stranger
  const levels = [archive.secrecy]
  const archives = [archive]
  const asked = { kind: 'borrow', applicant, levels, materialKinds: null, archives } as const
  let chain: Chain
  try {
    chain = chainFor(asked, policy)
  } catch (thrown) {
    if (!isNever(thrown)) throw thrown
    const { source } = thrown.facts
    return { code, isInTheWay: true, message: lend.never(lend.people[borrower], source), source }
  }
  const { steps, source } = chain
  const who = steps.map((step) => stepWords(desk, policy, step))
  const exempt = exemptPosts(desk, policy, chain)
  const message =
    who.length === 0
      ? lend.free(lend.people[borrower])
      : lend.steps(lend.people[borrower], who, source, borrower === 'internal' ? exempt : [])
  return { code, isInTheWay: false, message, source }
}

const isNever = (thrown: unknown): thrown is Refusal<'request.never'> =>
  thrown instanceof Refusal && thrown.code === 'request.never'

const exemptPosts = (desk: Desk, policy: Office['policy'], { exempt }: Chain): string[] =>
  exempt.map((key) => policy.posts?.[key]?.label[desk.language] ?? key)

/** How long, and what is signed. */
function termReasons(desk: Desk, office: Office): Reason[] {
  const { lend } = desk.text.why
  const { term, bySlip, agreement, limit, source: all = [] } = loansRule(office.policy)
  const told = (code: string, message: string, source: readonly string[]): Reason => ({
    code,
    isInTheWay: false,
    message,
    source,
  })
  const source = term?.source ?? all
  const dueOn = term && !bySlip ? dueOf(office, undefined).dueOn : undefined
  return [
    ...(term && dueOn !== undefined
      ? [told('lend.term', lend.term(term.count, term.unit, dueOn, source), source)]
      : []),
    ...(bySlip ? [told('lend.bySlip', lend.bySlip(source), source)] : []),
    ...(agreement
      ? [
          told(
            'lend.agreement',
            lend.agreement(
              agreement.borrowers.map((it) => lend.people[it]),
              agreement.source ?? [],
            ),
            agreement.source ?? [],
          ),
        ]
      : []),
    ...(limit
      ? [told('lend.limit', lend.limit(limit.most, limit.source ?? []), limit.source ?? [])]
      : []),
  ]
}
