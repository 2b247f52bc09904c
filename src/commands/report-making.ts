import { Refusal } from '../domain/refusal.ts'
import type { ReportKind } from '../domain/report.ts'
import type { Desk } from './desk.ts'
import { drawnUp, filterKeys, sayWhatIsMissing, type MakingOptions } from './report-drawing.ts'
import type { ReportSaid } from './report-given.ts'
import { issueReport } from './report-issuing.ts'
import { columnsFor } from './report-shown.ts'
import { atOnce, endingOf, preparedFile, writeReport } from './report-writing.ts'

export interface ReportOptions extends MakingOptions {
  readonly by?: string
  readonly period?: string
  readonly from?: string
  readonly to?: string
}

/** Lists a report, writes it to a file, or issues it to a department. */
export async function makeReport(
  desk: Desk,
  kind: ReportKind,
  said: ReportSaid,
  options: MakingOptions,
): Promise<void> {
  const { output, issueTo } = options
  if (issueTo !== undefined) return issueReport(desk, kind, said, { ...options, issueTo })
  requireIssuing(options)
  if (output !== undefined) return writeFile(desk, kind, said, output, options.reason)
  const office = await desk.read()
  const drawn = drawnUp(office, kind, said)
  desk.say.listing(drawn.rows, columnsFor(desk, office, kind))
  sayWhatIsMissing(desk, office, drawn)
  if (desk.say.manner.format === 'table') desk.say.notice(desk.text.report.chart)
}

/** What belongs to issuing says nothing without it. @throws Refusal usage.missing */
function requireIssuing({ copies, applicant, purpose }: MakingOptions): void {
  if (copies === undefined && applicant === undefined && purpose === undefined) return
  throw new Refusal('usage.missing', { options: ['--issue-to'] })
}

async function writeFile(
  desk: Desk,
  kind: ReportKind,
  said: ReportSaid,
  path: string,
  reason: string | undefined,
): Promise<void> {
  endingOf(path)
  const office = await desk.write()
  const prepare = await preparedFile(desk, office, path)
  const drawn = drawnUp(office, kind, said)
  const fileOf = await prepare(drawn)
  const detail = { filters: filterKeys(said.filter) }
  const { anchor } = atOnce(desk, office, () => {
    const writing = {
      drawn,
      reason,
      action: 'report.make',
      object: kind,
      detail,
      copies: [],
    } as const
    const { written, file } = writeReport(desk, office, path, fileOf, writing)
    return { result: written, file }
  })
  const { text } = desk
  const told = { report: kind, path, rows: drawn.rows.length, anchor }
  desk.say.result(told, () => [
    desk.globals.dryRun ? text.report.would(path) : text.report.done(path),
  ])
  sayWhatIsMissing(desk, office, drawn)
}
