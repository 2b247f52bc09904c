import type { Column } from '../cli/printer.ts'
import { loanName, type Loan } from '../domain/loan.ts'
import { agreementsLacking } from '../domain/agreement.ts'
import { applicantName, type Applicant, type Request } from '../domain/request.ts'
import { agreementsOf } from '../store/agreements.ts'
import type { Desk, Office } from './desk.ts'
import { loanNames, loanShown, namesIn, type LoanShown } from './loan-shown.ts'
import { requestShown } from './request-shown.ts'
import { nextFor, requestLines } from './request-view.ts'

/** What became of one wish: a request, and the loan where nothing stands in its way. */
export interface Lent {
  readonly request: Request
  readonly loan: Loan | null
}

/** What became of each wish: lent until a day, or applied for and who must approve. */
export function sayLent(desk: Desk, office: Office, all: readonly Lent[], several: boolean): void {
  const { today } = office
  const values = all.map(({ request, loan }) => ({
    request: requestShown(office, request),
    loan: loan && loanShown(loan, today),
  }))
  const human = () => all.flatMap((it) => lentLines(desk, office, it))
  const [only] = values
  if (several || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
  for (const { request, loan } of all) {
    for (const lack of agreementsLackingFor(office, request.applicant))
      desk.say.notice(
        desk.text.loan.noAgreement(
          applicantName(request.applicant),
          lack.rule.label[desk.language],
          lack.rule.source ?? [],
          agreementCommand(request.applicant),
        ),
      )
    if (loan?.provisional) desk.say.notice(desk.text.loan.provisional(loan.dueOn))
  }
}

/** Agreements that whoever borrows should have signed: told, and refused only where the policy says so. */
function agreementsLackingFor({ store, policy, today }: Office, applicant: Applicant) {
  const signed = agreementsOf(store, applicant)
  const lacking = (['handle', 'borrow'] as const).flatMap((use) =>
    agreementsLacking(applicant, signed, policy, { use, day: today }),
  )
  return [...new Map(lacking.map((lack) => [lack.kind, lack])).values()]
}

const agreementCommand = ({ staff, outsider }: Applicant): string =>
  staff
    ? `dangan staff agreement ${staff.name}`
    : `dangan staff agreement ${outsider?.name} --unit ${outsider?.unit}`

function lentLines(desk: Desk, office: Office, { request, loan }: Lent): string[] {
  const text = desk.text.loan.borrow
  const { items } = desk.text.program.marks
  if (loan) {
    const names = loanNames(loan).join(items)
    return [
      text.done(names, loan.borrower, loan.dueOn, loanName(loan.id)),
      text.next(`dangan return ${backName(loan)}`, `dangan form slip ${loanName(loan.id)}`),
    ]
  }
  const next = nextFor(desk, office, request)
  const head = request.wish.queued ? text.queued : text.applied
  return [head, ...requestLines(desk, office, request), ...(next === undefined ? [] : [next])]
}

/** A whole archive comes back by its number; materials by their loan, since others may be out, too. */
const backName = ({ id, number, items }: Loan): string =>
  items.every(({ materialId }) => materialId === null) ? number : loanName(id)

/** The columns of the list of loans. */
export function loanColumns(desk: Desk): readonly Column<LoanShown>[] {
  const { keys, statuses } = desk.text.loan
  const { items } = desk.text.program.marks
  const plain = (key: keyof LoanShown, besides = false): Column<LoanShown> => ({
    key,
    heading: keys[key],
    value: (loan) => loan[key],
    besides,
  })
  return [
    plain('loan'),
    plain('request', true),
    { ...plain('number'), shown: (loan) => namesIn(loan).join(items) },
    plain('borrower'),
    plain('unit', true),
    { ...plain('status'), shown: ({ status }) => statuses[status] },
    plain('lentOn'),
    plain('dueOn'),
    plain('returnedOn', true),
    plain('renewals', true),
    { ...plain('overdueDays'), shown: ({ overdueDays }) => String(overdueDays || '') },
    plain('calendar', true),
    plain('calendarVersion', true),
    plain('provisional', true),
    plain('recalledOn', true),
    plain('agreement', true),
    { ...plain('items', true), shown: (loan) => namesIn(loan).join(items) },
  ]
}

/** What became of each renewal: until when, or who must approve. */
export function sayRenewed(
  desk: Desk,
  office: Office,
  all: readonly Lent[],
  several: boolean,
): void {
  const { today } = office
  const values = all.map(({ request, loan }) => ({
    request: requestShown(office, request),
    loan: loan && loanShown(loan, today),
  }))
  const human = () => all.flatMap((it) => renewedLines(desk, office, it))
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function renewedLines(desk: Desk, office: Office, { request, loan }: Lent): string[] {
  const { renew } = desk.text.loan
  if (!loan) {
    const next = nextFor(desk, office, request)
    const lines = requestLines(desk, office, request)
    return [desk.text.loan.borrow.applied, ...lines, ...(next === undefined ? [] : [next])]
  }
  const names = loanNames(loan).join(desk.text.program.marks.items)
  return [renew.done(names, loan.dueOn, loan.renewals)]
}
