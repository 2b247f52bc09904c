import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { requestName, statusOn, type Request } from '../domain/request.ts'
import { enter } from '../store/journal.ts'
import { settleRequest } from '../store/requesting.ts'
import { requestById } from '../store/requests.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayRequests } from './request-saying.ts'
import { requestGiven, requireReadable } from './requesting.ts'

/** `request withdraw <requests…>`: whoever applied does not want it any more. */
export function withdrawCommand(desk: Desk) {
  const text = desk.text.request.withdraw
  const command = new Command('withdraw')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', desk.text.request.decision.requests)
    .option('--reason <reason>', text.reason)
    .action(async (given, { reason }) => {
      const names = await numbersFrom(desk, given, desk.text.request.keys.request)
      const done = await desk.act((office) => ({
        office,
        requests: names.map((name) => withdrawn(office, name, reason)),
      }))
      sayRequests(desk, done.office, done.requests, isSeveral(given))
    })
  const examples = [
    'dangan request withdraw R12',
    'dangan request withdraw R12 R13 --reason 不再需要',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

function withdrawn(office: Office, name: string, reason: string | undefined): Request {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const request = requireReadable(office, requestGiven(office, name))
  const status = statusOn(request, today)
  if (status !== 'pending' && status !== 'approved')
    throw new Refusal('request.status', {
      request: requestName(request.id),
      status,
      needs: ['pending', 'approved'],
    })
  settleRequest(store, request.id, 'withdrawn', today, reason ?? null)
  const archives = [...new Set(request.items.map(({ archiveId }) => archiveId))]
  const parts = archives.map((archiveId) => ({ archiveId, detail: { reason } }))
  enter(store, hand, { action: 'request.withdraw', object: requestName(request.id), parts })
  return requestById(store, request.id) as Request
}
