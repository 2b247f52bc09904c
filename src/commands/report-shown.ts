import type { Column } from '../cli/printer.ts'
import {
  reportColumns,
  type Cell,
  type CellForm,
  type Dimension,
  type ReportKind,
  type ReportPeriod,
  type ReportRow,
} from '../domain/report.ts'
import { readPeriod } from '../domain/period.ts'
import type { Choices } from '../domain/policy.ts'
import type { Desk, Office } from './desk.ts'
import { choicesBy, feedbackChoice } from './report-asked.ts'

/** The columns of a report, for listings: keys for machines, words for people. */
export const columnsFor = (desk: Desk, office: Office, kind: ReportKind): Column<ReportRow>[] =>
  formsOf(kind).map(([key, form]) => ({
    key,
    heading: headingOf(desk, key),
    value: (row) => row[key] ?? null,
    shown: (row) => shownCell(desk, office, kind, row, key, form),
    besides: key === 'isTotal',
  }))

export const formsOf = (kind: ReportKind): [string, CellForm][] =>
  Object.entries(reportColumns[kind])

export const headingOf = ({ text }: Desk, key: string): string =>
  text.report.keys[key as keyof typeof text.report.keys]

/** A cell as people read it. */
export function shownCell(
  desk: Desk,
  office: Office,
  kind: ReportKind,
  row: ReportRow,
  key: string,
  form: CellForm,
): string {
  const cell = row[key] ?? null
  const named = nameIn(desk, office, kind, row, key, cell)
  if (named !== undefined) return named
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? desk.text.program.yes : desk.text.program.no
  if (typeof cell === 'string') return cell
  if (form === 'share') return `${(cell * 100).toFixed(1)}%`
  return form === 'score' || form === 'days' ? cell.toFixed(1) : String(cell)
}

/** What stands in the columns that say what a line is of; undefined: another column. */
function nameIn(
  desk: Desk,
  office: Office,
  kind: ReportKind,
  row: ReportRow,
  key: string,
  cell: Cell,
): string | undefined {
  const { report: text } = desk.text
  const said = typeof cell === 'string' ? cell : null
  switch (key) {
    case 'by':
      return text.by[said as Dimension]
    case 'sort':
      return text.sorts[said as keyof typeof text.sorts]
    case 'key':
      return row.isTotal ? text.total : valueName(desk, office, kind, row, said)
    case 'period':
      return row.isTotal ? text.total : stretchName(desk, said ?? '')
    case 'department':
      return said ?? (row.isTotal ? text.total : text.none)
    case 'person':
      return said ?? (!row.isTotal ? text.none : row['department'] === null ? '' : text.subtotal)
    case 'external':
      return said === null && row.isTotal ? '' : undefined
    case 'retentionClass':
      return row.isTotal ? '' : labelIn(desk, office.policy.retention?.classes, said)
    case 'grade':
      return said === null ? '' : labelIn(desk, office.policy.assessment?.grades, said)
    default:
      return undefined
  }
}

function valueName(
  desk: Desk,
  office: Office,
  kind: ReportKind,
  row: ReportRow,
  key: string | null,
): string {
  const { policy } = office
  if (kind === 'incidents') {
    const choices =
      row['sort'] === 'incident' ? policy.incidents?.kinds : feedbackChoice(office)?.choices
    return labelIn(desk, choices, key)
  }
  if (row['by'] === 'score') {
    const [from = '', to = from] = (key ?? '').split('-')
    return desk.text.report.band(from, to)
  }
  return labelIn(desk, choicesBy(row['by'] as Dimension, office), key)
}

const labelIn = (
  { language, text }: Desk,
  choices: Readonly<Record<string, Pick<Choices[string], 'label'>>> | undefined,
  key: string | null,
): string => (key === null ? text.report.none : (choices?.[key]?.label[language] ?? key))

function stretchName({ text }: Desk, name: string): string {
  if (name === 'past') return text.report.past
  return name === 'never' ? text.report.never : name
}

/** `2026 年第三季度`, or from which day to which. */
export function periodWords({ text }: Desk, { name, from, to }: ReportPeriod): string {
  const { periods } = text.report
  if (name === '') return periods.until(to)
  const year = name.slice(0, 4)
  if (!readPeriod(name)) return periods.days(from, to)
  if (name.length === 4) return periods.year(year)
  if (name.includes('H')) return periods.half(year, name.slice(-1))
  return name.includes('Q')
    ? periods.quarter(year, name.slice(-1))
    : periods.month(year, name.slice(-2))
}
