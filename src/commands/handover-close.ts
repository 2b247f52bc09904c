import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { handoverName, isLacking, type Handover } from '../domain/handover.ts'
import { quoted } from '../domain/quoted.ts'
import { hasLeft } from '../domain/staff.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { handoverGiven } from './handover-given.ts'
import { closed } from './handover-closing.ts'
import { sayHandover } from './handover-view.ts'

/** `handover close H1`: the receiver answers for it all from now on (S003-5.5-1, S003-15.4-11). */
export function handoverCloseCommand(desk: Desk) {
  const { close: text, reason } = desk.text.handover
  const command = new Command('close')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const name = await handoverGiven(desk, given)
      const done = await desk.act((office) => {
        requireDating({ ...office, reason: options.reason }, office.policy)
        return { office, ...closed(office, name, options.reason) }
      })
      const { office, handover, withdrawn } = done
      const { id, items, receiver } = handover
      const taken = items.filter((it) => !it.settled && it.answer !== 'missing').length
      await sayHandover(desk, office, handover, text.done(handoverName(id), taken, receiver))
      const { items: mark } = desk.text.program.marks
      if (withdrawn.length > 0) desk.say.notice(text.withdrawn(withdrawn.join(mark)))
      const lacking = items.filter(isLacking).length
      if (lacking > 0) desk.say.notice(text.lacking(lacking))
      sayNext(desk, office, handover)
    })
  const examples = ['dangan handover close H1', 'dangan handover close H1 --dry-run']
  const statuses = [exits.refused, exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Who leaves and has handed over all may be entered as gone. */
function sayNext(desk: Desk, { store }: Office, { because, giverId, giver }: Handover): void {
  const staff = staffById(store, giverId)
  if (because !== 'leave' || !staff || hasLeft(staff)) return
  desk.say.notice(desk.text.program.next(`dangan staff leave ${quoted(giver)}`))
}
