import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import { decisionExits } from './approve.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayRequests } from './request-saying.ts'
import { decidedBy, signatureGiven, withSignatureOptions } from './signing-given.ts'

/** `reject <requests…>`: a request is refused, and why (S001-18-3). */
export function rejectCommand(desk: Desk) {
  const text = desk.text.request.reject
  const said = desk.text.request.decision
  const named = new Command('reject')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', said.requests)
  const command = withSignatureOptions(named, desk.text.signature)
    .option('--reason <reason>', text.reason)
    .option('--by <name>', said.by)
    .option('--post <post>', said.post)
    .option('--form <number>', said.form)
    .action(async (given, options) => {
      const names = await numbersFrom(desk, given, desk.text.request.keys.request)
      const question = { kind: 'text', message: text.reason, option: '--reason' } as const
      const asked = options.reason === undefined ? {} : { reason: options.reason }
      const { reason } = await desk.ask({ reason: question }, asked)
      const signature = await signatureGiven(desk, names, 'refused', options)
      const decision = { ...options, note: reason, reason, signature }
      const done = await desk.act((office) => ({
        office,
        requests: names.map((name) => decidedBy(office, name, 'refused', decision)),
      }))
      sayRequests(desk, done.office, done.requests, isSeveral(given))
    })
  const examples = [
    'dangan reject R12 --reason 与工作无关',
    'dangan reject R12 --by 王芳 --form 2025-031 --reason 理由不充分',
  ]
  return withManual(command, { examples, exits: decisionExits }, desk.text)
}
