import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { requireDating } from '../domain/dating.ts'
import { handoverCauses, type HandoverCause } from '../domain/handover-words.ts'
import { handoverName, handoverRule, type Handover } from '../domain/handover.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { addHandover } from '../store/handover-acts.ts'
import { staffOf } from '../store/staff.ts'
import { dueUnder } from './calendar-at.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { enterHandover } from './handover-given.ts'
import { dutiesToPass, requireReceivable } from './handover-listing.ts'
import { sayHandover } from './handover-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { textGiven } from './text-given.ts'

interface OpenOptions {
  readonly because?: string
  readonly department?: string
  readonly allOf: readonly string[]
  readonly reason?: string
}

/** `handover open --from X --to Y`: lists what X answers for, and by when it passes to Y (S003-5.5-1, S003-15.4-8). */
export function handoverOpenCommand(desk: Desk) {
  const { open: text, reason } = desk.text.handover
  const command = new Command('open')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--from <staff>', text.from)
    .option('--to <staff>', text.to)
    .option('--because <cause>', text.because)
    .option('--department <department>', text.department)
    .option('--all-of <staff>', text.allOf, collected, [])
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const people = await askPeople(desk, options)
      const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
      const { office, handover, hidden } = await desk.act((office) => ({
        office,
        ...opened(office, desk, people, numbers, options),
      }))
      const { id, giver, receiver, items, giveBy, receiveBy } = handover
      const name = handoverName(id)
      const done = text.done(name, giver, receiver, items.length)
      await sayHandover(desk, office, handover, done)
      desk.say.notice(text.deadlines(giveBy, receiveBy))
      if (hidden > 0) desk.say.notice(text.hidden(hidden))
      desk.say.notice(desk.text.program.next(`dangan form handover ${name}`))
    })
  const examples = [
    'dangan handover open --from 李雷 --to 王强 --because 离职',
    'dangan handover open RG2025-0001 RG2025-0002 --from 李雷 --to 王强 --because 调岗',
    'dangan handover open --from 陈静 --to 李娜 --because 部门移交 --department 销售部',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

interface People {
  readonly from: string
  readonly to: string
}

function askPeople(desk: Desk, options: Partial<People>): Promise<People> {
  const { open: text } = desk.text.handover
  const { from, to } = options
  return desk.ask(
    {
      from: { kind: 'text', message: text.from, option: '--from' },
      to: { kind: 'text', message: text.to, option: '--to' },
    } as const,
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  )
}

/** Reads, decides and enters, in the caller's transaction. */
function opened(
  office: Office,
  desk: Desk,
  { from, to }: People,
  numbers: readonly string[],
  { because: said, department, allOf, reason }: OpenOptions,
): { handover: Handover; hidden: number } {
  const { store, policy, policyVersion, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const rule = handoverRule(policy)
  const [giver, receiver] = [staffOf(store, from), staffOf(store, to)]
  if (giver.id === receiver.id) throw new Refusal('handover.self', { staff: giver.name })
  requireHere(receiver)
  const because = causeGiven(desk, said, department, allOf)
  const ofDepartment =
    because === 'department'
      ? departmentGiven(department, giver.department, numbers.length + allOf.length > 0)
      : null
  const wanted = { giver, because, department: ofDepartment, numbers, allOf }
  const { duties, hidden } = dutiesToPass(office, wanted)
  requireReceivable(duties, receiver)
  const given = dueUnder(office, rule.give, today)
  const received = dueUnder(office, rule.receive, given.dueOn)
  const days = {
    giveBy: given.dueOn,
    receiveBy: received.dueOn,
    calendar: received.calendar,
    calendarVersion: received.calendarVersion,
  }
  const row = { because, giverId: giver.id, receiverId: receiver.id, department: ofDepartment }
  const opening = { openedOn: today, openedBy: hand.staffId, policyVersion }
  const handover = addHandover(store, { ...row, ...days, ...opening }, duties)
  enterHandover(office, handover, 'open', {
    office: {
      ...row,
      ...{ giveBy: days.giveBy, receiveBy: days.receiveBy, items: duties.length, reason },
    },
    archives: new Map(
      duties.flatMap(({ archiveId }) =>
        archiveId === null ? [] : [[archiveId, { from: giver.id, to: receiver.id }]],
      ),
    ),
  })
  return { handover, hidden }
}

/** What was said, or what goes with the rest; somebody leaves, unless said otherwise. @throws Refusal value.bad, usage.together */
function causeGiven(
  desk: Desk,
  said: string | undefined,
  department: string | undefined,
  allOf: readonly string[],
): HandoverCause {
  const because = said === undefined ? undefined : causeNamed(desk, said)
  const isOfDepartment = department !== undefined || allOf.length > 0
  if (isOfDepartment && because !== undefined && because !== 'department')
    throw new Refusal('usage.together', {
      options: [department === undefined ? '--all-of' : '--department', `--because ${said}`],
    })
  return because ?? (isOfDepartment ? 'department' : 'leave')
}

function causeNamed(desk: Desk, said: string): HandoverCause {
  const { because } = desk.text.handover
  const choices = Object.fromEntries(
    handoverCauses.map((key) => {
      const word = because[key]
      return [key, { label: { 'zh-Hans': word, 'zh-Hant': word, en: word } }]
    }),
  )
  const cause = readChoice(choices, said)
  if (!isInvalid(cause) && cause !== '') return cause as HandoverCause
  const it = isInvalid(cause) ? cause : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: '--because', value: said, invalid: it }] })
}

/** @throws Refusal usage.missing where neither the line nor the register says which department */
function departmentGiven(
  said: string | undefined,
  own: string | null,
  isListed: boolean,
): string | null {
  if (said !== undefined) return textGiven('--department', said)
  if (own === null && !isListed) throw new Refusal('usage.missing', { options: ['--department'] })
  return own
}
