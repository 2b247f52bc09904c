import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import {
  handoverName,
  requireAfterLast,
  requireUnended,
  type Handover,
} from '../domain/handover.ts'
import { endHandover } from '../store/handover-acts.ts'
import { handoverById } from '../store/handovers.ts'
import type { Desk, Office } from './desk.ts'
import { enterHandover, handoverGiven, handoverMeant } from './handover-given.ts'
import { sayHandover } from './handover-view.ts'
import { wordsGiven } from './text-given.ts'

/** `handover withdraw H1 --reason …`: it does not take place. */
export function handoverWithdrawCommand(desk: Desk) {
  const { withdraw: text } = desk.text.handover
  const command = new Command('withdraw')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const name = await handoverGiven(desk, given)
      const question = { kind: 'text', message: text.reason, option: '--reason' } as const
      const said = options.reason === undefined ? {} : { reason: options.reason }
      const { reason } = await desk.ask({ reason: question }, said)
      const { office, handover } = await desk.act((office) => ({
        office,
        handover: withdrawn(office, name, wordsGiven('--reason', reason)),
      }))
      await sayHandover(desk, office, handover, text.done(handoverName(handover.id)))
    })
  const examples = [
    'dangan handover withdraw H1 --reason 员工不再离职',
    'dangan handover withdraw 2 --reason 列错了人',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

function withdrawn(office: Office, name: string, reason: string): Handover {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const handover = handoverMeant(office, name)
  requireUnended(handover)
  requireAfterLast(handover, today)
  endHandover(store, handover.id, {
    outcome: 'withdrawn',
    endedOn: today,
    endedBy: hand.staffId,
  })
  enterHandover(office, handover, 'withdraw', { office: { reason } })
  return handoverById(store, handover.id) as Handover
}
