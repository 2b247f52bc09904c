import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import type { Staff } from '../domain/staff.ts'
import { requireHere, requireReach, requireStay, requireSuccessor } from '../domain/staffing.ts'
import { enter } from '../store/journal.ts'
import { placesKeptBy } from '../store/places.ts'
import { changeStaff, staffList, staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { personGiven } from './staff-list.ts'
import { sayStaff } from './staff-view.ts'

interface LeaveOptions {
  readonly on?: string
  readonly reason?: string
}

/** `staff leave <name|id>`: somebody leaves; their account is free, what they did stays. */
export function staffLeaveCommand(desk: Desk) {
  const { leave: text, options: said } = desk.text.staff
  const command = new Command('leave')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', said.who)
    .option('--on <day>', said.leftOn)
    .option('--reason <reason>', said.reason)
    .action(async (given, options) => {
      const person = await personGiven(desk, given)
      if (!(await maySayGoodbye(desk, person))) return desk.say.notice(desk.text.program.cancelled)
      const { staff, today, kept } = await desk.act((office) => {
        const staff = leave(office, person, options)
        return { staff, today: office.today, kept: placesKeptBy(office.store, staff.id) }
      })
      sayStaff(desk, staff, today, text.done(staff.name, staff.leftOn ?? ''))
      if (kept.length > 0) {
        const places = kept.join(desk.text.program.marks.items)
        desk.say.notice(desk.text.place.orphaned(staff.name, places, kept[0] ?? ''))
      }
    })
  const examples = [
    'dangan staff leave 王强 --on 2025-06-30 --reason 调离',
    'dangan staff leave 2 --reason 退休',
  ]
  const manual = {
    examples,
    exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
  }
  return withManual(command, manual, desk.text)
}

/** Whoever leaves themselves is asked once more: they could not come back by themselves. */
async function maySayGoodbye(desk: Desk, person: string): Promise<boolean> {
  const { store, operator } = await desk.read()
  const isOwn = staffOf(store, person).id === operator.staff?.id
  if (!isOwn || desk.globals.dryRun) return true
  return desk.confirm(desk.text.staff.leave.own, `staff leave ${person}`)
}

function leave(office: Office, person: string, { on, reason }: LeaveOptions): Staff {
  const { store, policy, operator, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const before = staffOf(store, person)
  requireHere(before)
  requireReach(operator, before.name, before.clearance)
  const leftOn = on === undefined ? today : dayGiven('--on', on, today)
  requireSuccessor(staffList(store), { ...before, leftOn })
  requireStay(before, leftOn)
  const after = changeStaff(store, before.id, { leftOn })
  const detail = { staff: before.id, before, after, reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'staff.leave', object: `staff ${before.id}`, parts })
  return after
}
