import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { verifyJournal } from '../store/journal-check.ts'
import type { Desk } from './desk.ts'

/** `log verify`: walks the whole journal and names the first entry that is not as it was entered. */
export function logVerifyCommand(desk: Desk) {
  const text = desk.text.log.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .action(async () => {
      const { store } = await desk.read()
      const check = verifyJournal(store)
      const { entries, head, erased, firstBad } = check
      desk.say.result({ ...check }, () => [
        firstBad
          ? text.bad(firstBad.seq, text.reasons[firstBad.reason])
          : text.good(entries, head ?? ''),
        ...(erased > 0 && !firstBad ? [text.erased(erased)] : []),
      ])
      if (firstBad) desk.finish(exits.integrity)
    })
  const examples = ['dangan log verify', 'dangan log verify --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}
