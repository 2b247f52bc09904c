import { chainFor } from '../domain/chain.ts'
import { requireDating } from '../domain/dating.ts'
import { addDays } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ReportKind } from '../domain/report.ts'
import {
  requestName,
  statusOn,
  type Applicant,
  type Request,
  type RequestWish,
} from '../domain/request.ts'
import { enter } from '../store/journal.ts'
import { addRequest, tieRequest } from '../store/requesting.ts'
import { requestById, requestsWith } from '../store/requests.ts'
import { staffById } from '../store/staff.ts'
import { applicantFor } from './applicant-given.ts'
import type { Desk, Office } from './desk.ts'
import { textIn } from './name-given.ts'
import type { ReportSaid } from './report-given.ts'
import { drawnUp, filterKeys, sayWhatIsMissing, type MakingOptions } from './report-drawing.ts'
import type { CopyMarks } from './report-sheet.ts'
import { atOnce, endingOf, preparedFile, writeReport } from './report-writing.ts'
import { sayRequests } from './request-saying.ts'
import { requireUsable, useRequest } from './requesting.ts'

export interface IssuingOptions extends MakingOptions {
  readonly issueTo: string
}

/**
 * Issues a report to another department, with numbered copies; where somebody must approve it, makes
 * the request first and says who, and uses it once it is approved (S001-10-1, S001-12-1, SPEC 15.10).
 */
export async function issueReport(
  desk: Desk,
  kind: ReportKind,
  said: ReportSaid,
  options: IssuingOptions,
): Promise<void> {
  const wish = wishOf(kind, said, options)
  if (options.output !== undefined) endingOf(options.output, ['.html'])
  const made = await desk.act((office) => ({ office, request: requestFor(office, wish, options) }))
  const { office, request } = made
  if (statusOn(request, office.today) === 'pending') {
    if (desk.say.manner.format === 'table') desk.say.notice(desk.text.report.issue.applied)
    return sayRequests(desk, office, [request], false)
  }
  return issued(desk, kind, requestName(request.id), options)
}

/** The request as approvers see it, and as it is issued later. @throws Refusal usage.together, usage.bad-option */
function wishOf(
  kind: ReportKind,
  { filter, ...days }: ReportSaid,
  options: IssuingOptions,
): RequestWish {
  const { where, ...plain } = filter
  // its values may be a customer's, and a request is kept when the customer has gone
  if (where && where.length > 0)
    throw new Refusal('usage.together', { options: ['--issue-to', '--where'] })
  const filters = Object.entries(plain).filter(([, value]) => value !== undefined)
  const when = Object.entries(days).filter(([, value]) => value !== undefined)
  return {
    report: kind,
    ...Object.fromEntries(when),
    ...(filters.length === 0
      ? {}
      : { filter: Object.fromEntries(filters) as Record<string, string> }),
    recipient: departmentSaid(options.issueTo),
    copies: copiesSaid(options.copies),
  }
}

function departmentSaid(said: string): string {
  const department = textIn('--issue-to', said)
  if (department !== undefined && department !== '') return department
  throw new Refusal('usage.missing', { options: ['--issue-to'] })
}

/** More than a report is ever printed. */
const mostCopies = 99

function copiesSaid(said: string | undefined): number {
  if (said === undefined) return 1
  const digits = said.normalize('NFKC').trim()
  if (/^[1-9]\d?$/.test(digits) && Number(digits) <= mostCopies) return Number(digits)
  throw new Refusal('usage.bad-option', { option: '--copies', value: said, choices: ['1', '3'] })
}

/** The request for the same report that was not used yet, or a new one. In the caller's transaction. */
function requestFor(office: Office, wish: RequestWish, options: IssuingOptions): Request {
  const { store, policy, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  const applicant = applicantOf(office, options)
  const same = JSON.stringify(inOrder(wish))
  const known = requestsWith(store, { kind: 'report', isOpen: true }).find(
    (it) =>
      ['pending', 'approved'].includes(statusOn(it, today)) &&
      it.applicant.staff?.id === applicant.staff?.id &&
      JSON.stringify(inOrder(it.wish)) === same,
  )
  return known ?? requested(office, applicant, wish, textIn('--purpose', options.purpose) ?? '')
}

const inOrder = (wish: object): [string, unknown][] =>
  Object.entries(wish).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Whoever asks for it; who enters it, where nobody is said. */
function applicantOf(office: Office, { applicant }: IssuingOptions): Applicant {
  if (applicant !== undefined) return applicantFor(office, { to: applicant, unitSeal: applicant })
  const { store, hand, operator } = office
  const staff = hand.staffId === null ? operator.staff : (staffById(store, hand.staffId) ?? null)
  return { staff, outsider: null }
}

function requested(
  office: Office,
  applicant: Applicant,
  wish: RequestWish,
  purpose: string,
): Request {
  const { store, policy, policyVersion, hand, today } = office
  const asked = {
    kind: 'report',
    applicant,
    levels: [],
    materialKinds: null,
    archives: [],
  } as const
  const { steps } = chainFor(asked, policy)
  const days = policy.requests?.expireDays
  const id = addRequest(store, {
    ...{ kind: 'report', applicant, purpose, wish, steps, items: [], policyVersion },
    department: applicant.staff?.department ?? null,
    madeOn: today,
    madeBy: hand.staffId,
    expiresOn: days === undefined ? null : addDays(today, days),
  })
  const detail = { request: id, kind: 'report', purpose, wish, steps: steps.length }
  const parts = [{ archiveId: 0, detail }]
  tieRequest(
    store,
    id,
    enter(store, hand, { action: 'request.make', object: requestName(id), parts }),
  )
  return requestById(store, id) as Request
}

/**
 * Prints the copies of an approved request, and registers where they go, at once.
 * @throws Refusal request.status, file.target-exists
 */
export async function issued(
  desk: Desk,
  kind: ReportKind,
  name: string,
  { output, reason }: Pick<MakingOptions, 'output' | 'reason'>,
): Promise<void> {
  const path = output ?? `${desk.text.report.kinds[kind].title}-${name}.html`
  endingOf(path, ['.html'])
  const office = await desk.write()
  const prepare = await preparedFile(desk, office, path)
  const request = requestById(office.store, Number(name.slice(1))) as Request
  requireUsable(office, request, 'report')
  const drawn = drawnUp(office, kind, saidIn(request.wish))
  const fileOf = await prepare(drawn)
  const { wish } = request
  const copies = copiesOf(desk, request)
  const { anchor } = atOnce(desk, office, () => {
    const again = requestById(office.store, request.id) as Request
    const { written, file } = writeReport(desk, office, path, fileOf, {
      ...{ drawn, reason, action: 'report.issue', object: name, copies },
      detail: {
        recipient: wish.recipient,
        copies: copies.map(({ number }) => number),
        filters: filterKeys(saidIn(wish).filter),
      },
      act: () => {
        requireUsable(office, again, 'report')
        useRequest(office, again)
      },
    })
    return { result: written, file }
  })
  const told = {
    ...{ request: name, report: kind, recipient: wish.recipient ?? null },
    ...{ copies: copies.map(({ number }) => number), path, anchor },
  }
  const { text } = desk
  desk.say.result(told, () => [
    text.report.issue.done(name, copies.length, wish.recipient ?? ''),
    desk.globals.dryRun ? text.report.would(path) : text.report.done(path),
  ])
  sayWhatIsMissing(desk, office, drawn)
}

const saidIn = ({ by, period, from, to, filter = {} }: RequestWish): ReportSaid => ({
  ...(by === undefined ? {} : { by }),
  ...(period === undefined ? {} : { period }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  filter,
})

/** `R12/1` for each copy, and what is printed on it: which of how many, for whom, who approved. */
function copiesOf(desk: Desk, request: Request): CopyMarks[] {
  const { page } = desk.text.report
  const { wish, steps, id } = request
  const count = wish.copies ?? 1
  const names = steps.flatMap(({ decider, deciderPost }) =>
    decider === null ? [] : `${decider}${deciderPost === null ? '' : ` ${deciderPost}`}`,
  )
  return Array.from({ length: count }, (_, at) => ({
    number: copyName(id, at + 1),
    lines: [
      page.copy(at + 1, count),
      page.to(wish.recipient ?? ''),
      ...(names.length === 0 ? [] : [page.approved(names.join(desk.text.program.marks.items))]),
    ],
  }))
}

/** `R12/1`: the first copy of what request R12 asked for. */
export const copyName = (request: number, at: number): string => `${requestName(request)}/${at}`
