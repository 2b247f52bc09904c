import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { requestName } from '../domain/request.ts'
import type { Desk } from './desk.ts'
import { outputPath } from './output-option.ts'
import { issued } from './report-issuing.ts'
import { requestGiven } from './requesting.ts'

/** `report issue <request>`: prints and registers the copies of a report that was approved (S001-12-1). */
export function reportIssueCommand(desk: Desk) {
  const { issue: text, options: said } = desk.text.report
  const command = new Command('issue')
    .summary(text.summary)
    .description(text.description)
    .argument('[request]', text.request)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action(async (given, options) => {
      const question = { kind: 'text', message: text.request, option: '<request>' } as const
      const asked = await desk.ask(
        { request: question },
        given === undefined ? {} : { request: given },
      )
      const request = requestGiven(await desk.read(), asked.request)
      const { report } = request.wish
      const name = requestName(request.id)
      if (report === undefined)
        throw new Refusal('request.kind', { request: name, kind: request.kind, needs: 'report' })
      await issued(desk, report, name, options)
    })
  const examples = ['dangan report issue R12', 'dangan report issue R12 -o report.html']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}
