import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import type { ReportKind } from '../domain/report.ts'
import { applicantName, requestName, type Request } from '../domain/request.ts'
import { requestsWith } from '../store/requests.ts'
import type { Desk } from './desk.ts'
import { copyName } from './report-issuing.ts'

/** One copy of a report that went to a department. */
interface IssuedCopy {
  readonly copy: string
  readonly request: string
  readonly report: ReportKind
  readonly period: string | null
  readonly from: string | null
  readonly to: string | null
  readonly recipient: string | null
  readonly applicant: string
  readonly issuedOn: string | null
}

/** `report issued`: which copy of which report went where, and when (S001-12-1). */
export function reportIssuedCommand(desk: Desk) {
  const { issued: text } = desk.text.report
  const command = new Command('issued')
    .summary(text.summary)
    .description(text.description)
    .action(async () => {
      const { store } = await desk.read()
      const used = requestsWith(store, { kind: 'report' }).filter(({ status }) => status === 'used')
      const count = desk.say.listing(used.toReversed().flatMap(copiesIn), columns(desk))
      if (desk.say.manner.format === 'table')
        desk.say.notice(count === 0 ? text.none : text.count(count))
    })
  const examples = ['dangan report issued', 'dangan report issued --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

const copiesIn = (request: Request): IssuedCopy[] => {
  const { id, wish, settledOn } = request
  const { report } = wish
  if (report === undefined) return []
  return Array.from({ length: wish.copies ?? 1 }, (_, at) => ({
    copy: copyName(id, at + 1),
    request: requestName(id),
    report,
    period: wish.period ?? null,
    from: wish.from ?? null,
    to: wish.to ?? null,
    recipient: wish.recipient ?? null,
    applicant: applicantName(request.applicant),
    issuedOn: settledOn,
  }))
}

function columns({ text }: Desk): readonly Column<IssuedCopy>[] {
  const { keys, kinds } = text.report
  const column = (key: keyof IssuedCopy, besides = false): Column<IssuedCopy> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    column('copy'),
    column('request', true),
    { ...column('report'), shown: ({ report }) => kinds[report].title },
    {
      ...column('period'),
      shown: ({ period, from, to }) => period ?? [from, to].flatMap((it) => it ?? []).join('–'),
    },
    column('from', true),
    column('to', true),
    column('recipient'),
    column('applicant'),
    column('issuedOn'),
  ]
}
