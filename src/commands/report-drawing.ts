import type { FilterSaid } from '../domain/filter.ts'
import type { ReportKind } from '../domain/report.ts'
import { hiddenFrom } from '../store/report-archives.ts'
import { isAudited } from '../store/report-staff.ts'
import type { Desk, Office } from './desk.ts'
import { asOf } from './report-asked.ts'
import { reportAsked, type ReportSaid } from './report-given.ts'
import { draws } from './report-kinds.ts'
import type { Drawn } from './report-sheet.ts'

/** What the line says of a report besides what it is of. */
export interface MakingOptions {
  readonly output?: string | undefined
  readonly issueTo?: string | undefined
  readonly copies?: string | undefined
  readonly applicant?: string | undefined
  readonly purpose?: string | undefined
  readonly reason?: string | undefined
}

/** Draws a report up from one state of the file. */
export function drawnUp(office: Office, kind: ReportKind, said: ReportSaid): Drawn {
  const asked = reportAsked(office, kind, said)
  const { store, operator } = office
  return store.snapshot(() => ({
    asked,
    rows: draws[kind](office, asked),
    hidden: hiddenFrom(store, operator.rights),
    filters: filterWords(said.filter),
  }))
}

/** As they were typed. */
function filterWords(said: FilterSaid): string {
  return Object.entries(said)
    .flatMap(([key, value]) => {
      if (value === undefined || value === false) return []
      if (Array.isArray(value)) return value as string[]
      return value === true ? key : `${key}=${String(value)}`
    })
    .join(', ')
}

/** Keys that may be told of a filter for ever: its values may be a customer's. */
export const filterKeys = (said: FilterSaid): string[] =>
  Object.entries(said).flatMap(([key, value]) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? [] : key,
  )

/** What a report leaves out, or could not judge. */
export function sayWhatIsMissing(desk: Desk, office: Office, { asked, hidden, rows }: Drawn): void {
  const { report: text } = desk.text
  if (hidden > 0) desk.say.notice(text.hidden(hidden))
  if (asked.kind === 'assessment' && !isAudited(office.store, asOf(office, asked)))
    desk.say.notice(text.unaudited)
  if (desk.say.manner.format === 'table' && rows.every(({ isTotal }) => isTotal))
    desk.say.notice(text.empty)
}
