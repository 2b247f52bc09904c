import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { requireFreeAccount, requireReach } from '../domain/staffing.ts'
import { thoseHere, type Staff } from '../domain/staff.ts'
import { nearest } from '../domain/suggest.ts'
import { secrecyLevels } from '../domain/words.ts'
import { enter } from '../store/journal.ts'
import { addStaff, staffList } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { readPerson, type PersonOptions } from './staff-options.ts'
import { sayStaff } from './staff-view.ts'

interface AddOptions extends PersonOptions {
  readonly on?: string
  readonly reason?: string
}

/** `staff add <name>`: somebody joins the office (SPEC 15.1). */
export function staffAddCommand(desk: Desk) {
  const { add: text, options: said } = desk.text.staff
  const command = new Command('add')
    .summary(text.summary)
    .description(text.description)
    .argument('[name]', said.name)
    .option('--post <post>', said.post)
    .option('--department <department>', said.department)
    .option('--clearance <level>', said.clearance)
    .option('--account <account>', said.account)
    .option('--on <day>', said.joinedOn)
    .option('--reason <reason>', said.reason)
    .action(async (name, options) => {
      const wish = await asked(desk, name, options as AddOptions)
      const { staff, office, known } = await desk.act((office) => ({
        office,
        known: staffList(office.store),
        staff: join(office, wish),
      }))
      sayStaff(desk, staff, office.today, text.done(staff.id, staff.name))
      notices(desk, staff, known)
    })
  const examples = [
    'dangan staff add 王强 --post 档案员 --account wangqiang --clearance 秘密',
    'dangan staff add 陈静 --department 客服部 --on 2025-03-01',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

/** Where the name is not on the line, a person is asked for everything else, too. */
async function asked(desk: Desk, name: string | undefined, options: AddOptions) {
  const { options: said } = desk.text.staff
  const { secrecy } = desk.text.keys
  const text = (message: string, option: string) =>
    ({ kind: 'text', message, option, optional: true }) as const
  const levels = secrecyLevels.map((value) => ({ value, name: secrecy[value] }))
  const questions = {
    name: { kind: 'text', message: said.name, option: '<name>' },
    post: text(said.post, '--post'),
    department: text(said.department, '--department'),
    clearance: {
      kind: 'choice',
      message: desk.text.staff.keys.clearance,
      option: '--clearance',
      choices: levels,
      initial: 'none',
    },
    account: text(said.account, '--account'),
  } as const
  const isAsked = name === undefined && desk.globals.interactive
  const presumed = isAsked ? {} : { clearance: 'none' }
  const given = { ...presumed, ...options, ...(name === undefined ? {} : { name }) }
  return { ...options, ...(await desk.ask(questions, given)) }
}

/** Enters a person, in the caller's transaction. */
function join(office: Office, wish: AddOptions): Staff {
  const { store, policy, operator, hand, today } = office
  requireDating({ ...office, reason: wish.reason }, policy)
  const { name = '', clearance = 'none', ...said } = readPerson(wish, policy)
  requireReach(operator, name, clearance)
  requireFreeAccount(staffList(store), said.osAccount ?? null)
  const joinedOn = wish.on === undefined ? today : dayGiven('--on', wish.on, today)
  const nothing = { post: null, department: null, osAccount: null, leftOn: null }
  const staff = addStaff(store, { ...nothing, ...said, name, clearance, joinedOn })
  const detail = { staff, reason: wish.reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'staff.add', object: `staff ${staff.id}`, parts })
  return staff
}

/** What may have been a slip, and what is still missing, on stderr. */
function notices(desk: Desk, staff: Staff, known: readonly Staff[]): void {
  const { add: text, keys } = desk.text.staff
  const here = thoseHere(known)
  const namesakes = here.filter(({ name }) => name === staff.name)
  if (namesakes.length > 0)
    desk.say.notice(
      text.homonym(staff.name, namesakes.map(({ id }) => id).join(desk.text.program.marks.items)),
    )
  for (const key of ['post', 'department'] as const) {
    const value = staff[key]
    const others = [...new Set(here.flatMap((one) => one[key] ?? []))]
    const like = value === null || others.includes(value) ? undefined : nearest(value, others)
    if (like !== undefined) desk.say.notice(text.similar(keys[key], value ?? '', like))
  }
  if (staff.osAccount === null) desk.say.notice(text.noAccount(staff.id))
}
