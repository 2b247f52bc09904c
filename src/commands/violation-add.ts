import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { violationName, violationsRule, type Violation } from '../domain/violation.ts'
import { enter } from '../store/journal.ts'
import { staffOf } from '../store/staff.ts'
import { addViolation } from '../store/violations.ts'
import { dueUnder } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { personGiven } from './staff-list.ts'
import { choiceGiven, choicesIn } from './supervision-given.ts'
import { wordsOrNone } from './text-given.ts'
import { codeWord, violationShown } from './violation-view.ts'

interface AddOptions {
  readonly code?: string
  readonly on?: string
  readonly text?: string
  readonly reason?: string
}

/** `staff violation add <person> --code …`: enters it with what the policy says that it costs. */
export function violationAddCommand(desk: Desk) {
  const { add: text } = desk.text.supervision.violation
  const command = new Command('add')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', desk.text.staff.options.who)
    .option('--code <code>', text.code)
    .option('--on <day>', text.on)
    .option('--text <text>', text.text)
    .option('--reason <reason>', desk.text.staff.options.reason)
    .action(async (given, options, self) => {
      // --reason is also that of `staff list`, which stands in for `staff`
      const own = { ...(self.optsWithGlobals() as AddOptions), ...options }
      const person = await personGiven(desk, given)
      const code = await askCode(desk, own.code)
      const { office, violation } = await desk.act((office) => ({
        office,
        violation: added(office, person, { ...own, code }),
      }))
      const { id, staff, amount, appealBy } = violation
      const word = codeWord(desk, office.policy, violation.code)
      const sentence = text.done(violationName(id), staff, word, amount, appealBy)
      desk.say.result(violationShown(violation), () => [sentence])
    })
  const examples = [
    'dangan staff violation add 王强 --code 擅自查阅 --text 把账号借给他人',
    'dangan staff violation add 李雷 --code 未按时更新 --on 2025-06-01',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function askCode(desk: Desk, code: string | undefined): Promise<string> {
  const isAsked = code === undefined && desk.globals.interactive
  const choices = isAsked ? choicesIn(desk, violationsRule((await desk.read()).policy).codes) : []
  const message = desk.text.supervision.violation.add.code
  const question = { kind: 'choice', message, option: '--code', choices } as const
  return (await desk.ask({ code: question }, code === undefined ? {} : { code })).code
}

/** Decides and writes, in the caller's transaction. @throws Refusal policy.silent, value.bad */
function added(
  office: Office,
  person: string,
  { code: said, on, text, reason }: AddOptions & { readonly code: string },
): Violation {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const { codes, appeal } = violationsRule(policy)
  const code = choiceGiven('--code', codes, said)
  const violation = addViolation(store, {
    ...{ staffId: staffOf(store, person).id, code, text: wordsOrNone('--text', text) },
    happenedOn: on === undefined ? today : dayGiven('--on', on, today),
    amount: codes[code]?.amount ?? '0',
    ...{ enteredOn: today, enteredBy: hand.staffId },
    appealBy: appeal ? dueUnder(office, appeal.within, today).dueOn : null,
  })
  const parts = [{ archiveId: 0, detail: { ...violation, reason } }]
  enter(store, hand, { action: 'violation.add', object: violationName(violation.id), parts })
  return violation
}
