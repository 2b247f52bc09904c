import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import type { DutyCounts } from '../domain/handover-refusals.ts'
import { handoverName } from '../domain/handover.ts'
import { quoted } from '../domain/quoted.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Staff } from '../domain/staff.ts'
import { requireHere, requireReach, requireStay, requireSuccessor } from '../domain/staffing.ts'
import { dutiesCounted } from '../store/handover-duties.ts'
import { handoversIn } from '../store/handovers.ts'
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
      const { staff, today, kept, left } = await desk.act((office) => {
        const { staff, left } = leave(office, person, options)
        return { staff, left, today: office.today, kept: placesKeptBy(office.store, staff.id) }
      })
      sayStaff(desk, staff, today, text.done(staff.name, staff.leftOn ?? ''))
      sayDuties(desk, staff, left)
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

/** What they still answer for is said; places have a line of their own. */
function sayDuties(desk: Desk, { name }: Staff, left: Left['left']): void {
  if (!left) return
  const { duties, handover } = left
  const { places: _, ...others } = duties
  if (Object.values(others).every((count) => count === 0)) return
  const text = desk.text.handover
  desk.say.notice(text.leaving(quoted(name), text.duties(duties), handover))
}

interface Left {
  readonly staff: Staff
  /** What they still answer for, and the handover that is open; undefined: the policy knows none. */
  readonly left: { readonly duties: DutyCounts; readonly handover: string | null } | undefined
}

/** @throws Refusal handover.outstanding where the policy wants all handed over first (S003-5.5-1) */
function dutiesLeft({ store, policy, operator }: Office, staff: Staff): Left['left'] {
  const rule = policy.handover
  if (!rule) return undefined
  const duties = dutiesCounted(store, staff, operator.rights)
  const open = handoversIn(store, { isOpen: true, staffId: staff.id })
  const theirs = open.find(({ giverId }) => giverId === staff.id)
  const handover = theirs ? handoverName(theirs.id) : null
  const source = rule.source ?? []
  if (rule.beforeLeaving === 'refuse' && Object.values(duties).some((count) => count > 0))
    throw new Refusal('handover.outstanding', { staff: staff.name, duties, handover, source })
  return { duties, handover }
}

function leave(office: Office, person: string, { on, reason }: LeaveOptions): Left {
  const { store, policy, operator, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const before = staffOf(store, person)
  requireHere(before)
  requireReach(operator, before.name, before.clearance)
  const leftOn = on === undefined ? today : dayGiven('--on', on, today)
  requireSuccessor(staffList(store), { ...before, leftOn })
  requireStay(before, leftOn)
  const left = dutiesLeft(office, before)
  const after = changeStaff(store, before.id, { leftOn })
  const detail = { staff: before.id, before, after, reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'staff.leave', object: `staff ${before.id}`, parts })
  return { staff: after, left }
}
