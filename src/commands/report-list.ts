import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import { reportKinds } from '../domain/report.ts'
import type { Desk } from './desk.ts'
import { byOf } from './report-given.ts'

/** `report list`: which reports there are. */
export function reportListCommand(desk: Desk) {
  const { list: text } = desk.text.report
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .action(() => sayReportKinds(desk))
  const examples = ['dangan report list', 'dangan report list --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

export function sayReportKinds(desk: Desk): void {
  const { kinds, keys } = desk.text.report
  const rows = reportKinds.map((report) => ({ report, by: byOf(report), ...kinds[report] }))
  type Row = (typeof rows)[number]
  const { items } = desk.text.program.marks
  desk.say.listing<Row>(rows, [
    { key: 'report', heading: keys.report, value: (it) => it.report },
    { key: 'title', heading: keys.title, value: (it) => it.title },
    {
      key: 'by',
      heading: '--by',
      value: (it) => it.by,
      shown: (it) => it.by.join(items),
      besides: true,
    },
    { key: 'summary', heading: keys.what, value: (it) => it.summary },
  ])
}
