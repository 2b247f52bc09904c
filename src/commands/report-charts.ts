import type { ReportKind, ReportRow } from '../domain/report.ts'
import type { Chart } from '../exchange/chart.ts'
import type { Desk, Office } from './desk.ts'
import { headingOf, shownCell } from './report-shown.ts'

/** What a report's chart draws: which columns name its categories, and which are its series. */
interface Drawing {
  readonly shape: Chart['shape']
  readonly names: readonly string[]
  readonly series: readonly string[]
  readonly stacked?: true
  /** Of these a line with an axis of its own is drawn. */
  readonly line?: string
}

const drawings: Readonly<Record<Exclude<ReportKind, 'retention'>, Drawing>> = {
  customers: { shape: 'rows', names: ['key'], series: ['archives'] },
  growth: {
    shape: 'columns',
    names: ['period'],
    series: ['opened', 'closed', 'cumulative'],
    line: 'cumulative',
  },
  composition: { shape: 'rows', names: ['key'], series: ['amount'] },
  loans: { shape: 'rows', names: ['department'], series: ['loans', 'overdue', 'returnedLate'] },
  completeness: {
    shape: 'rows',
    names: ['key'],
    series: ['complete', 'incomplete'],
    stacked: true,
  },
  reviews: {
    shape: 'rows',
    names: ['person', 'department'],
    series: ['onTime', 'late', 'waiting'],
    stacked: true,
  },
  updates: { shape: 'rows', names: ['person', 'department'], series: ['dated', 'late'] },
  incidents: { shape: 'rows', names: ['key'], series: ['opened'] },
  staff: { shape: 'rows', names: ['person', 'department'], series: ['archives'] },
  assessment: { shape: 'rows', names: ['person', 'department'], series: ['score'] },
}

/** More than anybody compares in one picture. */
export const mostDrawn = 20

/** The chart of lines of a report; undefined: there is nothing to draw. */
export function chartOf(
  desk: Desk,
  office: Office,
  kind: ReportKind,
  rows: readonly ReportRow[],
): Chart | undefined {
  const lines = rows.filter(({ isTotal }) => !isTotal)
  if (lines.length === 0) return undefined
  if (kind === 'retention') return endings(desk, office, lines)
  const drawing = drawings[kind]
  // of a long list the largest; of time all
  const drawn = drawing.shape === 'columns' ? lines : largest(lines, drawing.series)
  const name = (row: ReportRow) =>
    drawing.names
      .map((key) => shownCell(desk, office, kind, row, key, 'text'))
      .filter((_, at) => at === 0 || row[drawing.names[at] ?? ''] !== null)
      .join(' ')
  return {
    shape: drawing.shape,
    categories: drawn.map(name),
    series: drawing.series.map((key) => ({
      name: headingOf(desk, key),
      values: drawn.map((row) => (row[key] === null ? null : Number(row[key]))),
      ...(drawing.stacked ? { isStacked: true } : {}),
      ...(drawing.line === key ? { isLine: true } : {}),
    })),
  }
}

function largest(rows: readonly ReportRow[], series: readonly string[]): readonly ReportRow[] {
  if (rows.length <= mostDrawn) return rows
  const size = (row: ReportRow) => series.reduce((sum, key) => sum + Number(row[key] ?? 0), 0)
  const kept = new Set(rows.toSorted((a, b) => size(b) - size(a)).slice(0, mostDrawn))
  return rows.filter((row) => kept.has(row))
}

/** Half-years beside each other, their classes upon each other. */
function endings(desk: Desk, office: Office, rows: readonly ReportRow[]): Chart {
  const shown = (row: ReportRow, key: string) =>
    shownCell(desk, office, 'retention', row, key, 'text')
  const categories = [...new Set(rows.map((row) => shown(row, 'period')))]
  const classes = [...new Set(rows.map((row) => shown(row, 'retentionClass')))]
  return {
    shape: 'columns',
    categories,
    series: classes.map((name) => ({
      name,
      isStacked: true,
      values: categories.map((period) =>
        rows
          .filter((it) => shown(it, 'period') === period && shown(it, 'retentionClass') === name)
          .reduce((sum, { archives }) => sum + Number(archives), 0),
      ),
    })),
  }
}
