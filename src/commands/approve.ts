import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { actWithScan } from './approval-scan.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayRequests } from './request-saying.ts'
import { decidedBy, signatureGiven, withSignatureOptions } from './signing-given.ts'

/** `approve <requests…>`: enters an approval of the next step, the operator's own or one on paper. */
export function approveCommand(desk: Desk) {
  const text = desk.text.request.approve
  const said = desk.text.request.decision
  const named = new Command('approve')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', said.requests)
  const command = withSignatureOptions(named, desk.text.signature)
    .option('--by <name>', said.by)
    .option('--post <post>', said.post)
    .option('--form <number>', said.form)
    .option('--scan <file>', said.scan)
    .option('--note <text>', said.note)
    .option('--reason <reason>', said.reason)
    .action(async (given, options) => {
      const names = await numbersFrom(desk, given, desk.text.request.keys.request)
      const signature = await signatureGiven(desk, names, 'approved', options)
      const decision = { ...options, signature }
      const approve = (office: Office, scanned: { readonly scanId?: number } = {}) => ({
        office,
        requests: names.map((name) =>
          decidedBy(office, name, 'approved', { ...decision, ...scanned }),
        ),
      })
      const { scan } = options
      const done =
        scan === undefined
          ? await desk.act((office) => approve(office))
          : await actWithScan(desk, onlyOf(names), scan, (office, scanId) =>
              approve(office, { scanId }),
            )
      sayRequests(desk, done.office, done.requests, isSeveral(given))
    })
  const examples = [
    'dangan approve R12',
    'dangan approve R12 --by 王芳 --form 2025-031 --scan 审批表.pdf',
    'dangan approve R12 --by 赵敏 --post 总经理 --form 2025-032',
    'dangan approve R12 --signature R12.txt.sig',
  ]
  return withManual(command, { examples, exits: decisionExits }, desk.text)
}

/** One form is of one request. @throws Refusal usage.together */
function onlyOf(names: readonly string[]): string {
  const [name = '', another] = names
  if (another === undefined) return name
  throw new Refusal('usage.together', { options: ['--scan', another] })
}

export const decisionExits = [
  exits.refused,
  exits.missing,
  exits.notPermitted,
  exits.integrity,
  exits.badData,
]
