import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import type { Staff } from '../domain/staff.ts'
import {
  requireFreeAccount,
  requireHere,
  requireReach,
  requireSuccessor,
} from '../domain/staffing.ts'
import { enter } from '../store/journal.ts'
import { changeStaff, staffList, staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { personGiven } from './staff-list.ts'
import { readPerson, type PersonOptions } from './staff-options.ts'
import { sayStaff } from './staff-view.ts'

type UpdateOptions = PersonOptions & { readonly reason?: string }

/** `staff update <name|id>`: another post, department, clearance, account or name. */
export function staffUpdateCommand(desk: Desk) {
  const { update: text, options: said } = desk.text.staff
  const command = new Command('update')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', said.who)
    .option('--name <name>', said.name)
    .option('--post <post>', said.post)
    .option('--department <department>', said.department)
    .option('--clearance <level>', said.clearance)
    .option('--account <account>', said.newAccount)
    .option('--reason <reason>', said.reason)
    .action(async (given, options) => {
      const person = await personGiven(desk, given)
      if (!(await mayLoseAccount(desk, person, options)))
        return desk.say.notice(desk.text.program.cancelled)
      const { before, after, today } = await desk.act((office) => change(office, person, options))
      const sentence = before === after ? text.unchanged : text.done
      sayStaff(desk, after, today, sentence(after.id, after.name))
    })
  const examples = [
    'dangan staff update 李娜 --post 主管 --department 档案室',
    'dangan staff update 1 --department 档案室 --reason 机构调整',
  ]
  const manual = {
    examples,
    exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
  }
  return withManual(command, manual, desk.text)
}

/** Whoever takes their own account away is asked once more: they could not take it back. */
async function mayLoseAccount(
  desk: Desk,
  person: string,
  options: UpdateOptions,
): Promise<boolean> {
  if (options.account === undefined || desk.globals.dryRun) return true
  const { store, policy, operator } = await desk.read()
  const { osAccount } = readPerson(options, policy)
  const isOwn = staffOf(store, person).id === operator.staff?.id
  if (!isOwn || osAccount === operator.account) return true
  return desk.confirm(desk.text.staff.update.losing(operator.account), `staff update ${person}`)
}

function change(office: Office, person: string, options: UpdateOptions) {
  const { store, policy, operator, hand, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  const before = staffOf(store, person)
  requireHere(before)
  const said = readPerson(options, policy)
  const wanted: Staff = { ...before, ...said }
  if (JSON.stringify(wanted) === JSON.stringify(before)) return { before, after: before, today }
  const list = staffList(store)
  requireReach(operator, before.name, before.clearance)
  requireReach(operator, before.name, wanted.clearance)
  requireFreeAccount(list, wanted.osAccount, before.id)
  requireSuccessor(list, wanted)
  const after = changeStaff(store, before.id, said)
  const detail = { staff: before.id, before, after, reason: options.reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'staff.update', object: `staff ${before.id}`, parts })
  return { before, after, today }
}
