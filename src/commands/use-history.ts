import { loanName, type Condition } from '../domain/loan.ts'
import { requestName, type Decision, type Outsider } from '../domain/request.ts'
import type { Evidence, RequestKind } from '../domain/policy-use.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** What the journal says of a request or a loan. */
export interface ToldUse {
  readonly request?: number
  readonly loan?: number
  readonly kind?: string
  readonly applicant?: { readonly staff: number } | Outsider
  readonly purpose?: string
  readonly step?: number
  readonly decision?: Decision
  readonly decider?: string
  readonly evidence?: Evidence
  readonly formNumber?: string
  readonly note?: string
  readonly dueOn?: string
  readonly items?: unknown
}

/** `R12 借阅 李雷，核对病历`; `第 1 步 王芳 签字的表 2025-031`; `L3 应还 2025-03-07`. */
export function useWords(desk: Desk, office: Office, told: ToldUse): string[] {
  if (told.decision !== undefined) return [decisionWords(desk, told)]
  if (told.loan !== undefined) return [loanWords(desk, told)]
  if (told.request === undefined || told.applicant === undefined) return []
  const { request: text } = desk.text
  const who =
    'staff' in told.applicant
      ? (staffById(office.store, told.applicant.staff)?.name ?? '')
      : text.outsider(told.applicant.name, told.applicant.unit)
  const kind = text.kinds[told.kind as RequestKind] ?? told.kind ?? ''
  const words = [requestName(told.request), kind, who].join(' ')
  return [words, ...(told.purpose ? [told.purpose] : [])]
}

const decisionWords = ({ text }: Desk, told: ToldUse): string =>
  [
    text.request.stepShort(told.step ?? 0),
    told.decider,
    told.evidence === undefined ? '' : text.request.evidences[told.evidence],
    told.formNumber,
    told.note,
  ]
    .filter(Boolean)
    .join(' ')

function loanWords({ text }: Desk, { loan = 0, dueOn, items }: ToldUse): string {
  const back = Array.isArray(items) ? (items as { condition: Condition; remark?: string }[]) : []
  const due = dueOn === undefined ? '' : `${text.loan.keys.dueOn} ${dueOn}`
  const conditions = back.map(({ condition, remark }) =>
    [text.loan.conditions[condition], remark].filter(Boolean).join(' '),
  )
  return [loanName(loan), due, ...conditions].filter(Boolean).join(' ')
}
