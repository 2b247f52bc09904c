import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { readsIn } from '../domain/consultation.ts'
import { dayNamed } from '../domain/day-given.ts'
import { standsInTheWay } from '../domain/lending.ts'
import { loansRule } from '../domain/loan.ts'
import type { Takings } from '../domain/takings.ts'
import { statusOn, type Applicant, type Request, requestName } from '../domain/request.ts'
import { readingsOf } from '../store/consultations.ts'
import { outstandingOf } from '../store/loans.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Day } from '../domain/words.ts'
import { applicantFor, type ApplicantOptions } from './applicant-given.ts'
import { withApplicantOptions } from './applicant-options.ts'
import { isSeveral } from './archives-given.ts'
import { askBorrow } from './borrow-questions.ts'
import type { Desk, Office } from './desk.ts'
import { dueOf, issueLoan, requireLoanable, waitingFor } from './lending.ts'
import { sayLent, type Lent } from './loan-view.ts'
import { chainOf, makeRequest, openRequestFor, requestGiven } from './requesting.ts'
import { eachGiven } from './takings-given.ts'

export interface BorrowOptions extends ApplicantOptions {
  readonly purpose?: string
  readonly basis?: string
  readonly due?: string
  readonly agreement?: string
  readonly queue?: true
  readonly reason?: string
}

/**
 * `borrow <numbers…> --to <name>`: takes archives, or some of their materials, out until a day; where
 * somebody must approve, it makes the request first and says who (SPEC section 8).
 */
export function borrowCommand(desk: Desk) {
  const text = desk.text.loan.borrow
  const named = new Command('borrow')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
  const command = withApplicantOptions(named, desk.text.request.applicant)
    .option('--purpose <purpose>', desk.text.request.applicant.purpose)
    .option('--basis <basis>', desk.text.request.applicant.basis)
    .option('--due <day>', text.due)
    .option('--agreement <number>', text.agreement)
    .option('--queue', text.queue)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const asked = await askBorrow(desk, given, options)
      const done = await desk.act((office) => ({
        office,
        lent: eachGiven(office, asked.numbers, {
          request: (it) => issued(office, it, asked),
          takings: (it) => borrowed(office, it, asked),
        }),
      }))
      sayLent(desk, done.office, done.lent, isSeveral(given))
    })
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan borrow RG2025-0001 --to 李雷 --purpose 核对病历',
    'dangan borrow RG2025-0001/3 --to 韩梅 --unit 市第一医院 --credential 介绍信 --credential-number 2025-031 --purpose 会诊',
    'dangan borrow R12 --agreement XY-2025-008',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

/** Issues what was approved. */
function issued(office: Office, request: Request, options: BorrowOptions): Lent {
  requireDating({ ...office, reason: options.reason }, office.policy)
  const loan = issueLoan(office, request, wishOf(options))
  return { request: requestGiven(office, `R${request.id}`), loan }
}

const wishOf = ({ due, agreement }: BorrowOptions) => ({
  due: due === undefined ? undefined : dayNamed('--due', due),
  agreement,
})

/** Uses the approved request for the same things, or makes one (SPEC 15.10). */
function borrowed(office: Office, takings: Takings, options: BorrowOptions): Lent {
  const { policy, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  requireAfterLastAct(takings.archive, today)
  const borrower = applicantFor(office, options)
  const { due } = wishOf(options)
  const known = openRequestFor(office, 'borrow', takings, borrower)
  if (known && statusOn(known, today) === 'approved') return issued(office, known, options)
  if (known) return { request: waiting(known, due), loan: null }
  const request = applied(office, takings, borrower, options)
  if (request.status === 'pending' || request.wish.queued) return { request, loan: null }
  return issued(office, request, options)
}

/** Whoever decides it has its due day before them. @throws Refusal request.other-due */
function waiting(request: Request, due: Day | undefined): Request {
  const { dueOn } = request.wish
  if (due === undefined || due === dueOn) return request
  const name = requestName(request.id)
  throw new Refusal('request.other-due', { request: name, dueOn: due, asked: dueOn ?? null })
}

/** What nobody gets, or could not be lent, is not applied for either. */
function applied(
  office: Office,
  takings: Takings,
  applicant: Applicant,
  options: BorrowOptions,
): Request {
  const { due } = wishOf(options)
  const queued = options.queue === true && isTaken(office, takings)
  const wish = {
    ...(due === undefined ? {} : { dueOn: due }),
    ...(queued ? { queued: true as const } : {}),
    ...(options.unitSeal === undefined ? {} : { unitSeal: options.unitSeal }),
  }
  const purpose = options.purpose ?? ''
  const { basis } = options
  const application = { kind: 'borrow' as const, applicant, takings, purpose, wish, basis }
  chainOf(office, application)
  requireLoanable(office, takings, applicant, { queued })
  if (due !== undefined || loansRule(office.policy).bySlip) dueOf(office, due)
  return makeRequest(office, application)
}

/** Is there anything to wait for: is it out, being read, or kept for somebody? */
const isTaken = (office: Office, takings: Takings): boolean =>
  standsInTheWay(takings, outstandingOf(office.store, takings.archive.id)) !== undefined ||
  readsIn(takings, readingsOf(office.store, takings.archive.id)) !== undefined ||
  waitingFor(office, takings).length > 0
