import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { totalAmount, violationsRule } from '../domain/violation.ts'
import { staffOf } from '../store/staff.ts'
import { violationsIn } from '../store/violations.ts'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { choiceGiven } from './supervision-given.ts'
import { violationAddCommand } from './violation-add.ts'
import { violationAppealCommand, violationDecideCommand } from './violation-appeal.ts'
import { codeWord, violationShown, type ViolationShown } from './violation-view.ts'

/** `staff violation`: who broke which rule, what it costs, what became of an appeal (S003-10.2-8, S003-10.4-7). */
export function staffViolationCommand(desk: Desk): CommandUnknownOpts {
  const { violation: text } = desk.text.supervision
  return commandGroup(desk, {
    name: 'violation',
    text,
    commands: [
      violationAddCommand(desk),
      listCommand(desk),
      violationAppealCommand(desk),
      violationDecideCommand(desk),
    ],
    alone: () => sayViolations(desk, undefined, {}),
    examples: [
      'dangan staff violation add 王强 --code 擅自查阅 --text 把账号借给他人',
      'dangan staff violation list --open',
    ],
  })
}

interface ListOptions {
  readonly open?: true
  readonly code?: string
}

function listCommand(desk: Desk) {
  const { list: text } = desk.text.supervision.violation
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', desk.text.staff.options.who)
    .option('--open', text.open)
    .option('--code <code>', text.code)
    .action((person, options) => sayViolations(desk, person, options))
  const examples = ['dangan staff violation list 王强', 'dangan staff violation list --open --json']
  return withManual(command, { examples, exits: [exits.missing, exits.badData] }, desk.text)
}

async function sayViolations(
  desk: Desk,
  person: string | undefined,
  { open, code }: ListOptions,
): Promise<void> {
  const { store, policy } = await desk.read()
  const { codes } = violationsRule(policy)
  const found = violationsIn(store, {
    staffId: person === undefined ? undefined : staffOf(store, person).id,
    code: code === undefined ? undefined : choiceGiven('--code', codes, code),
    isOpen: open === true,
  })
  const { keys, statuses, list: text } = desk.text.supervision.violation
  const plain = (key: keyof ViolationShown, besides = false): Column<ViolationShown> => ({
    ...{ key, heading: keys[key], value: (it) => it[key], besides },
  })
  desk.say.listing(found.map(violationShown), [
    plain('violation'),
    plain('staff'),
    { ...plain('code'), shown: (it) => codeWord(desk, policy, it.code) },
    plain('happenedOn'),
    plain('text'),
    plain('amount', true),
    plain('due'),
    { ...plain('status'), shown: (it) => statuses[it.status] },
    plain('enteredOn', true),
    plain('appealBy'),
    plain('appealedOn', true),
    plain('appeal', true),
    plain('decideBy', true),
    plain('decidedOn', true),
    plain('decider', true),
    plain('form', true),
    plain('note', true),
  ])
  desk.say.notice(found.length === 0 ? text.none : text.count(found.length, totalAmount(found)))
}
