import type { Policy } from '../domain/policy.ts'
import type { ChainStep } from '../domain/policy-use.ts'
import {
  nextStep,
  requestName,
  statusOn,
  type Request,
  type RequestStep,
} from '../domain/request.ts'
import { changeWords } from './change-view.ts'
import type { Desk, Office } from './desk.ts'
import { requestNames, requestShown } from './request-shown.ts'
import { wishWords } from './wish-view.ts'

/** Who may decide a step, in the reader's words: `总经理或副总经理`. */
export function stepWords(desk: Desk, policy: Policy, rule: ChainStep): string {
  const { heads, anyOf } = desk.text.request
  const posts = (rule.posts ?? []).map((key) => policy.posts?.[key]?.label[desk.language] ?? key)
  const head = rule.head === undefined ? [] : [heads[rule.head]]
  const person = rule.person === undefined ? [] : [rule.person]
  return anyOf([...head, ...posts, ...person])
}

/** The ground of a request, in the reader's words; '' where it has none. */
export const basisWords = (desk: Desk, { requests }: Policy, key: string | null): string =>
  requests?.bases?.choices[key ?? '']?.label[desk.language] ?? key ?? ''

/** The lines of a request: what, who, for what, and each step of its chain. */
export function requestLines(
  desk: Desk,
  office: Office,
  request: Request,
  reveal = false,
): string[] {
  const { policy } = office
  const text = desk.text.request
  const shown = requestShown(office, request)
  const { clauses } = desk.text.program.marks
  const names = objectsOf(desk, request)
  const head = text.line(
    shown.request,
    text.kinds[request.kind],
    names.join(desk.text.program.marks.items),
    shown.unit === null ? shown.applicant : text.outsider(shown.applicant, shown.unit),
    shown.kind === 'change' && shown.status === 'used'
      ? text.accepted
      : text.statuses[shown.status],
  )
  const about = [
    ...(shown.purpose === '' ? [] : [text.purpose(shown.purpose)]),
    ...wishWords(desk, request),
    ...(shown.basis === null || request.kind === 'disclose'
      ? []
      : [text.basis(basisWords(desk, policy, shown.basis))]),
    ...(shown.unitSeal === null ? [] : [text.unitSeal(shown.unitSeal)]),
    ...(shown.dueOn === null ? [] : [text.due(shown.dueOn)]),
    ...(shown.expiresOn === null || request.settledOn !== null
      ? []
      : [text.expires(shown.expiresOn)]),
    ...(request.reason === null ? [] : [text.because(request.reason)]),
  ].join(clauses)
  return [
    head,
    ...(about === '' ? [] : [`  ${about}`]),
    ...(request.wish.change ? changeWords(desk, office, request.wish.change, reveal) : []).map(
      (line) => `  ${line}`,
    ),
    ...request.steps.map((step) => `  ${stepLine(desk, policy, step)}`),
  ]
}

/** What it is for: materials, archives, or the report that is to be issued. */
export function objectsOf({ text }: Desk, request: Request): readonly string[] {
  const { report } = request.wish
  if (report !== undefined) return [text.report.kinds[report].title]
  const { materials, numbers } = requestNames(request)
  return materials.length > 0 ? materials : numbers
}

function stepLine(desk: Desk, policy: Policy, { step, rule, ...it }: RequestStep): string {
  const text = desk.text.request
  const who = stepWords(desk, policy, rule)
  if (it.decision === null || it.evidence === null)
    return text.step.open(step, who, rule.source ?? [])
  const name = it.decider ?? ''
  const by = it.deciderPost === null ? name : text.outsider(name, it.deciderPost)
  return text.step.decided(step, {
    who,
    by,
    on: it.decidedOn ?? '',
    decision: text.decisions[it.decision],
    evidence: text.evidences[it.evidence],
    form: it.formNumber,
    note: it.note,
  })
}

/** What is to be done next with a request, as a line to type; undefined: nothing. */
export function nextFor(
  desk: Desk,
  { policy, today }: Office,
  request: Request,
): string | undefined {
  const { next } = desk.text.request
  const name = requestName(request.id)
  const status = statusOn(request, today)
  if (status === 'approved') {
    const command = usedBy[request.kind]
    return command === undefined ? undefined : next.use(`dangan ${command} ${name}`)
  }
  const step = nextStep(request)
  if (status !== 'pending' || !step) return undefined
  return next.decide(stepWords(desk, policy, step.rule), `dangan approve ${name}`)
}

/** The command that uses an approved request of each kind. */
const usedBy: Partial<Record<Request['kind'], string>> = {
  borrow: 'borrow',
  renew: 'renew',
  consult: 'consult open',
  copy: 'copy',
  disclose: 'disclose',
  purge: 'purge execute',
  report: 'report issue',
}
