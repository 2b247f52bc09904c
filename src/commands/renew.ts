import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayNamed } from '../domain/day-given.ts'
import { loanName, type Loan } from '../domain/loan.ts'
import { Refusal } from '../domain/refusal.ts'
import { readRequestName, requestName, statusOn, type Request } from '../domain/request.ts'
import { requestsWith } from '../store/requests.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { loanGiven, loansOut } from './loan-given.ts'
import { sayRenewed, type Lent } from './loan-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { issueRenewal, renewalDue, requireRenewal } from './renewing.ts'
import { makeRequest, requestGiven, requireUsable, takingsOf } from './requesting.ts'

interface RenewOptions {
  readonly due?: string
  readonly reason?: string
}

/** `renew <numbers…>`: prolongs a loan before it is due, with approval where the policy wants it (S002-6.3-3). */
export function renewCommand(desk: Desk) {
  const text = desk.text.loan.renew
  const command = new Command('renew')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--due <day>', text.due)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const names = await numbersFrom(desk, given)
      const done = await desk.act((office) => ({
        office,
        renewed: names.flatMap((name) =>
          readRequestName(name) === undefined
            ? loansOut(office, name).map(({ loan }) => renewed(office, loan, options))
            : [approved(office, requestGiven(office, name), options)],
        ),
      }))
      sayRenewed(desk, done.office, done.renewed, isSeveral(given))
    })
  const examples = [
    'dangan renew RG2025-0001 --reason 会诊未完',
    'dangan renew L12 --due 2025-03-14',
    'dangan renew R15',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

/** Uses the approved request for this loan, waits for one that is not decided, or makes one. */
function renewed(office: Office, loan: Loan, options: RenewOptions): Lent {
  const { due, reason } = options
  requireDating({ ...office, reason }, office.policy)
  const named = due === undefined ? undefined : dayNamed('--due', due)
  requireRenewal(office, loan, named)
  const known = requestsWith(office.store, {
    archiveId: loan.archiveId,
    kind: 'renew',
    isOpen: true,
  }).find((it) => it.wish.loan === loan.id && statusOn(it, office.today) !== 'expired')
  const request = known ?? applied(office, loan, { named, reason })
  return request.status === 'approved'
    ? approved(office, request, options)
    : { request, loan: null }
}

/** The borrower of the loan applies, for what they have. */
function applied(
  office: Office,
  loan: Loan,
  { named, reason }: { readonly named: string | undefined; readonly reason: string | undefined },
): Request {
  const first = requestGiven(office, requestName(loan.request))
  const [takings] = takingsOf(office, first)
  if (!takings) throw new Error('a loan is of an archive')
  const { dueOn } = renewalDue(office, loan, named)
  const wish = { loan: loan.id, dueOn }
  const { applicant } = first
  return makeRequest(office, { kind: 'renew', applicant, takings, purpose: reason ?? '', wish })
}

function approved(office: Office, request: Request, options: RenewOptions): Lent {
  const { due } = options
  requireUsable(office, request, 'renew')
  const loan = loanGiven(office, loanName(request.wish.loan ?? 0))
  const named = due === undefined ? request.wish.dueOn : dayNamed('--due', due)
  const latest = request.wish.dueOn
  if (named !== undefined && latest !== undefined && named > latest)
    throw new Refusal('loan.due-approved', {
      dueOn: named,
      approved: latest,
      request: requestName(request.id),
    })
  const after = issueRenewal(office, request, loan, named)
  return { request: requestGiven(office, requestName(request.id)), loan: after }
}
