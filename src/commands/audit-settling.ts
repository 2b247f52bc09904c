import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { findingName } from '../domain/audit-finding.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { findingById, noteFinding, type Finding } from '../store/findings.ts'
import { enter } from '../store/journal.ts'
import { staffOf } from '../store/staff.ts'
import { findingMeant, namedGiven } from './audit-given.ts'
import { findingView } from './audit-view.ts'
import type { Desk, Office } from './desk.ts'
import { dayToComeGiven, wordsGiven, wordsOrNone } from './text-given.ts'

type Said = Parameters<typeof noteFinding>[2]
type Decide = (office: Office, finding: Finding) => Said

/** `audit resolve F3 --note …`: somebody says that it has been put right. */
export function auditResolveCommand(desk: Desk) {
  const { resolve: text, finding } = desk.text.audit
  const command = new Command('resolve')
    .summary(text.summary)
    .description(text.description)
    .argument('[findings...]', finding)
    .option('--note <text>', text.note)
    .action(async (given, options) => {
      const names = await namesGiven(desk, given)
      const question = { kind: 'text', message: text.note, option: '--note' } as const
      const { note } = await desk.ask({ note: question }, options)
      const done = await settled(desk, names, 'finding.resolve', ({ today, hand }, it) => {
        if (it.status === 'resolved' || it.status === 'fixed')
          throw new Refusal('finding.settled', { finding: findingName(it.id), status: it.status })
        const said = wordsGiven('--note', note)
        return { resolvedOn: today, resolvedBy: hand.staffId, note: said }
      })
      say(desk, given, done, ({ id }) => text.done(findingName(id)))
    })
  const examples = [
    'dangan audit resolve F3 --note 已补齐电话',
    'dangan audit resolve F3 F4 --note 已归还',
  ]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** `audit reopen F3`: it was not put right after all. */
export function auditReopenCommand(desk: Desk) {
  const { reopen: text, finding } = desk.text.audit
  const command = new Command('reopen')
    .summary(text.summary)
    .description(text.description)
    .argument('[findings...]', finding)
    .option('--note <text>', text.note)
    .action(async (given, options) => {
      const names = await namesGiven(desk, given)
      const note = wordsOrNone('--note', options.note)
      const done = await settled(desk, names, 'finding.reopen', (_, it) => {
        const name = findingName(it.id)
        if (it.status === 'fixed')
          throw new Refusal('finding.settled', { finding: name, status: 'fixed' })
        if (it.status !== 'resolved') throw new Refusal('finding.open', { finding: name })
        return { resolvedOn: null, resolvedBy: null, note: note ?? it.note }
      })
      say(desk, given, done, ({ id }) => text.done(findingName(id)))
    })
  const examples = ['dangan audit reopen F3 --note 复查仍缺', 'dangan audit reopen F3 F4']
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** `audit assign F3 --to 王芳 --due 2025-08-01`: who puts it right, and until when (S000-5-3). */
export function auditAssignCommand(desk: Desk) {
  const { assign: text, finding } = desk.text.audit
  const command = new Command('assign')
    .summary(text.summary)
    .description(text.description)
    .argument('[findings...]', finding)
    .option('--to <staff>', text.to)
    .option('--due <day>', text.due)
    .action(async (given, { due, ...options }) => {
      const names = await namesGiven(desk, given)
      const question = { kind: 'text', message: text.to, option: '--to' } as const
      const { to } = await desk.ask({ to: question }, options)
      const done = await settled(desk, names, 'finding.assign', ({ store, today }, it) => {
        if (it.status === 'fixed')
          throw new Refusal('finding.settled', { finding: findingName(it.id), status: 'fixed' })
        const owner = staffOf(store, to)
        requireHere(owner)
        const until = due === undefined ? it.dueOn : dayToComeGiven('--due', due, today)
        return { ownerId: owner.id, dueOn: until }
      })
      say(desk, given, done, ({ id, owner, dueOn }) =>
        text.done(findingName(id), owner ?? '', dueOn),
      )
    })
  const examples = [
    'dangan audit assign F3 --to 王芳 --due 2027-08-01',
    'dangan audit assign F3 F4 --to 王芳',
  ]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]

const namesGiven = async (desk: Desk, given: readonly string[]): Promise<readonly string[]> =>
  given.length > 0
    ? given
    : [await namedGiven(desk, undefined, desk.text.audit.finding, '<finding>')]

/** One entry of the journal for all of them. @throws Refusal finding.missing */
const settled = (desk: Desk, names: readonly string[], action: string, decide: Decide) =>
  desk.act((office) => {
    const { store, hand, operator, policy } = office
    const each = names.map((name) => {
      const finding = findingMeant(office, name)
      const said = decide(office, finding)
      noteFinding(store, finding.id, said)
      return { finding, said }
    })
    const details = new Map<number, object[]>()
    for (const { finding, said } of each)
      details.set(finding.archiveId, [
        ...(details.get(finding.archiveId) ?? []),
        { finding: findingName(finding.id), ...said },
      ])
    const parts = [...details].map(([archiveId, findings]) => ({ archiveId, detail: { findings } }))
    const [only] = each.length === 1 ? each : []
    const object = only ? findingName(only.finding.id) : ''
    enter(store, hand, { action, object, parts })
    const after = each.map(
      ({ finding }) => findingById(store, operator.rights, finding.id) ?? finding,
    )
    return { policy, after }
  })

function say(
  desk: Desk,
  given: readonly string[],
  { policy, after }: Awaited<ReturnType<typeof settled>>,
  sentence: (finding: Finding) => string,
): void {
  const shown = after.map(findingView(desk, policy))
  const [only] = shown
  if (given.length > 1 || !only) desk.say.results(shown, () => after.map(sentence))
  else desk.say.result(only, () => after.map(sentence))
}
