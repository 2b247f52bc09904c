import type { ReportKind, ReportRow } from '../domain/report.ts'
import { paragraph } from '../exchange/form-blocks.ts'
import { formSheet } from '../exchange/form-sheet.ts'
import type { chartSvg } from '../exchange/chart.ts'
import { reportPart, type ReportPart } from '../exchange/report-page.ts'
import type { Sheet, SheetColumn } from '../exchange/report-workbook.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'
import type { ReportAsked } from './report-asked.ts'
import { chartOf, mostDrawn } from './report-charts.ts'
import { formsOf, headingOf, periodWords, shownCell } from './report-shown.ts'

/** A report drawn up: what it was asked, what it says, and what it leaves out. */
export interface Drawn {
  readonly asked: ReportAsked
  readonly rows: readonly ReportRow[]
  /** Archives that the reader may not see. */
  readonly hidden: number
  /** The filters, as they were said; '' where there are none. */
  readonly filters: string
}

/** Lines of one table: those counted by one thing. */
interface Group {
  readonly title: string
  readonly rows: readonly ReportRow[]
}

/** The columns that part a report into tables. */
const parting = new Set(['by', 'sort', 'isTotal'])

function groupsOf({ text }: Desk, rows: readonly ReportRow[]): Group[] {
  const groups = new Map<string, ReportRow[]>()
  for (const row of rows) {
    const key = String(row['by'] ?? row['sort'] ?? '')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const { by, sorts, page } = text.report
  return [...groups].map(([key, those]) => ({
    title:
      key in by
        ? page.parts(by[key as keyof typeof by])
        : key in sorts
          ? sorts[key as keyof typeof sorts]
          : '',
    rows: those,
  }))
}

/** A table of more lines goes below its chart, where it may run over several sheets. */
const mostBeside = 13
const widest = 8

/** One copy of a report on paper. `copy`: which of how many, and for whom; none: it stays in the office. */
export function reportSheet(
  desk: Desk,
  office: Office,
  drawn: Drawn,
  { draw, foot, copy }: { draw: typeof chartSvg; foot: Foot; copy?: CopyMarks },
): string {
  const { asked, rows, hidden, filters } = drawn
  const { kinds, page, empty } = desk.text.report
  const { clauses } = desk.text.program.marks
  const { title } = kinds[asked.kind]
  const parts = groupsOf(desk, rows).map((group) =>
    reportPart(partOf(desk, office, asked.kind, group, draw, title)),
  )
  const words = [
    periodWords(desk, asked.period),
    ...(filters === '' ? [] : [page.filters(filters)]),
    office.policy.title[desk.language],
  ]
  return formSheet({
    title,
    subtitle: words.join(clauses),
    mark: '',
    number: copy?.number ?? '',
    code: '',
    blocks: [
      ...(copy ? [paragraph(copy.lines.join(clauses))] : []),
      ...(rows.some(({ isTotal }) => !isTotal) ? parts : [paragraph(empty), ...parts]),
      ...(hidden > 0 ? [paragraph(desk.text.report.hidden(hidden))] : []),
    ],
    foot: [foot.printed, foot.code],
  })
}

export interface CopyMarks {
  /** `R12/1` */
  readonly number: string
  readonly lines: readonly string[]
}

function partOf(
  desk: Desk,
  office: Office,
  kind: ReportKind,
  { title, rows }: Group,
  draw: typeof chartSvg,
  report: string,
): ReportPart {
  const forms = formsOf(kind).filter(([key]) => !parting.has(key))
  const chart = chartOf(desk, office, kind, rows)
  const isBeside = rows.length <= mostBeside && forms.length <= widest
  const lines = chart?.shape === 'rows' ? chart.categories.length : 8
  const series = chart && chart.series.length > 1 && !chart.series[0]?.isStacked ? 2 : 1
  const height = Math.max(34, 14 + lines * (series > 1 ? 9 : 6.4))
  const width = isBeside ? 105 : 265
  const size = { width: Math.round(width * pixels), height: Math.round(height * pixels) }
  return {
    heading: title,
    columns: forms.map(([key, form]) => ({
      heading: headingOf(desk, key),
      form: isNumber(form) ? 'number' : isShort(key, form) ? 'short' : 'text',
    })),
    rows: rows.map((row) => ({
      cells: forms.map(([key, form]) => shownCell(desk, office, kind, row, key, form)),
      isTotal: row.isTotal,
    })),
    chart: chart ? draw(chart, size, title === '' ? report : `${report} ${title}`) : '',
    chartHeight: height,
    isBeside,
    note:
      chart?.shape === 'rows' && rows.filter((it) => !it.isTotal).length > mostDrawn
        ? desk.text.report.more(mostDrawn)
        : '',
  }
}

/** In a millimetre, as browsers reckon. */
const pixels = 96 / 25.4

const isShort = (key: string, form: string): boolean =>
  form === 'day' || form === 'id' || form === 'flag' || key === 'grade'

const isNumber = (form: string): boolean =>
  ['count', 'share', 'score', 'days', 'amount'].includes(form)

/** A report as sheets of a workbook: one for each of its tables. */
export const reportSheets = (desk: Desk, office: Office, { asked, rows }: Drawn): Sheet[] => {
  const { kind } = asked
  const forms = formsOf(kind).filter(([key]) => key !== 'isTotal')
  const columns = forms.map(([key, form]): SheetColumn => ({
    heading: headingOf(desk, key),
    ...(isNumber(form) ? { format: formats[form] ?? '0' } : { text: true }),
  }))
  return groupsOf(desk, rows).map((group) => ({
    name: group.title === '' ? desk.text.report.kinds[kind].title : group.title,
    columns,
    rows: group.rows.map((row) =>
      forms.map(([key, form]) => {
        if (!isNumber(form)) return shownCell(desk, office, kind, row, key, form)
        const cell = row[key] ?? null
        return form === 'amount' && cell !== null ? Number(cell) : cell
      }),
    ),
  }))
}

const formats: Readonly<Record<string, string>> = {
  share: '0.0%',
  score: '0.0',
  days: '0.0',
  amount: '#,##0.00',
}
