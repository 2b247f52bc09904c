import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { reportKinds, type ReportKind } from '../domain/report.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { withFilters } from './filter-options.ts'
import { outputPath } from './output-option.ts'
import { byOf } from './report-given.ts'
import { reportIssueCommand } from './report-issue.ts'
import { reportIssuedCommand } from './report-issued.ts'
import { reportListCommand, sayReportKinds } from './report-list.ts'
import { makeReport, type ReportOptions } from './report-making.ts'

/** `report <kind>`: statistics from what is kept, as a listing, a page, a workbook (SPEC section 9, S001-9-1). */
export function reportCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'report',
    text: desk.text.report,
    commands: [
      ...reportKinds.map((kind) => kindCommand(desk, kind)),
      reportListCommand(desk),
      reportIssueCommand(desk),
      reportIssuedCommand(desk),
    ],
    alone: () => sayReportKinds(desk),
    examples: [
      'dangan report customers --period 2026Q3',
      'dangan report growth --by quarter -o growth.html',
      'dangan report list',
    ],
  })
}

const examplesOf: Partial<Record<ReportKind, readonly string[]>> = {
  customers: ['dangan report customers --by region', 'dangan report customers -o customers.html'],
  growth: ['dangan report growth --by month --period 2026', 'dangan report growth -o growth.xlsx'],
}

function kindCommand(desk: Desk, kind: ReportKind) {
  const { kinds, options: said, by: ways } = desk.text.report
  const text = kinds[kind]
  const choices = byOf(kind)
  const command = new Command(kind).summary(text.summary).description(text.description)
  const words = choices.map((it) => (it in ways ? `${it} ${ways[it as keyof typeof ways]}` : it))
  if (choices.length > 0) command.option('--by <what>', said.by + words.join('、'))
  command
    .option('--period <period>', said.period)
    .option('--from <day>', said.from)
    .option('--to <day>', said.to)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--issue-to <department>', said.issueTo)
    .option('--copies <count>', said.copies)
    .option('--applicant <name>', said.applicant)
    .option('--purpose <purpose>', said.purpose)
    .option('--reason <reason>', said.reason)
  withFilters(command, desk.text.finding.filters)
  command.action((options) => {
    const { by, period, from, to, ...rest } = options as ReportOptions & FilterSaid
    const { output, issueTo, copies, applicant, purpose, reason, ...filter } = rest
    const issue = { output, issueTo, copies, applicant, purpose, reason }
    return makeReport(desk, kind, { by, period, from, to, filter }, issue)
  })
  const examples = examplesOf[kind] ?? [
    `dangan report ${kind}`,
    `dangan report ${kind} -o ${kind}.html`,
  ]
  return withManual(
    command,
    { examples, exits: [exits.fault, exits.refused, exits.notPermitted, exits.badData] },
    desk.text,
  )
}
