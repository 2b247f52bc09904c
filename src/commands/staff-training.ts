import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { readNumber } from '../domain/amount.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { nextTraining, trainingName, trainingRule, type Training } from '../domain/training.ts'
import { enter } from '../store/journal.ts'
import { staffOf } from '../store/staff.ts'
import { addTraining, trainingsIn } from '../store/trainings.ts'
import { commandGroup } from './command-group.ts'
import type { Desk, Office } from './desk.ts'
import { nameIn } from './name-given.ts'
import { personGiven } from './staff-list.ts'
import { choiceGiven, choicesIn } from './supervision-given.ts'
import { anyDayGiven } from './text-given.ts'

/** `staff training`: who was trained in what, and when again; alone it lists (S000-4-12, S000-5-7, S004-G-3.1). */
export function staffTrainingCommand(desk: Desk): CommandUnknownOpts {
  const { training: text } = desk.text.supervision
  return commandGroup(desk, {
    name: 'training',
    text,
    commands: [addCommand(desk), listCommand(desk)],
    alone: () => sayTrainings(desk, undefined, {}),
    examples: [
      'dangan staff training add 王强 --subject 保密 --hours 2',
      'dangan staff training list --due',
    ],
  })
}

interface AddOptions {
  readonly subject?: string
  readonly on?: string
  readonly hours?: string
  readonly score?: string
  readonly nextDue?: string
  readonly reason?: string
}

function addCommand(desk: Desk) {
  const { add: text } = desk.text.supervision.training
  const command = new Command('add')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', desk.text.staff.options.who)
    .option('--subject <subject>', text.subject)
    .option('--on <day>', text.on)
    .option('--hours <hours>', text.hours)
    .option('--score <score>', text.score)
    .option('--next-due <day>', text.nextDue)
    .option('--reason <reason>', desk.text.staff.options.reason)
    .action(async (given, options, self) => {
      // --reason is also that of `staff list`, which stands in for `staff`
      const own = { ...(self.optsWithGlobals() as AddOptions), ...options }
      const person = await personGiven(desk, given)
      const subject = await askSubject(desk, own.subject)
      const { office, training } = await desk.act((office) => ({
        office,
        training: added(office, person, { ...own, subject }),
      }))
      const { subjects } = trainingRule(office.policy)
      const word = subjects[training.subject]?.label[desk.language] ?? training.subject
      const { id, staff, nextDue } = training
      const sentence = text.done(trainingName(id), staff, word, nextDue)
      desk.say.result(trainingShown(training), () => [sentence])
    })
  const examples = [
    'dangan staff training add 王强 --subject 档案管理制度 --on 2025-06-01 --hours 4 --score 90',
    'dangan staff training add 李雷 --subject 保密 --next-due 2026-01-31',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function askSubject(desk: Desk, subject: string | undefined): Promise<string> {
  const isAsked = subject === undefined && desk.globals.interactive
  const choices = isAsked ? choicesIn(desk, trainingRule((await desk.read()).policy).subjects) : []
  const message = desk.text.supervision.training.add.subject
  const question = { kind: 'choice', message, option: '--subject', choices } as const
  return (await desk.ask({ subject: question }, subject === undefined ? {} : { subject })).subject
}

/** Decides and writes, in the caller's transaction. */
function added(
  office: Office,
  person: string,
  options: AddOptions & { readonly subject: string },
): Training {
  const { store, policy, hand, today } = office
  const { reason, on, nextDue } = options
  requireDating({ ...office, reason }, policy)
  const rule = trainingRule(policy)
  const subject = choiceGiven('--subject', rule.subjects, options.subject)
  const staff = staffOf(store, person)
  requireHere(staff)
  const heldOn = on === undefined ? today : dayGiven('--on', on, today)
  const again =
    nextDue === undefined
      ? nextTraining(rule, subject, heldOn)
      : laterThan(heldOn, anyDayGiven('--next-due', nextDue))
  const training = addTraining(
    store,
    {
      ...{ staffId: staff.id, subject, heldOn, nextDue: again },
      hours: options.hours === undefined ? null : hoursIn(options.hours),
      score: nameIn('--score', options.score) ?? null,
    },
    hand.staffId,
  )
  const parts = [{ archiveId: 0, detail: { ...training, reason } }]
  enter(store, hand, { action: 'staff.train', object: trainingName(training.id), parts })
  return training
}

/** @throws Refusal value.bad */
function laterThan(heldOn: string, day: string): string {
  if (day > heldOn) return day
  const it = invalid('date.past', { value: day, today: heldOn })
  throw new Refusal('value.bad', { problems: [{ key: '--next-due', value: day, invalid: it }] })
}

/** More than none. @throws Refusal value.bad */
function hoursIn(raw: string): string {
  const read = readNumber(raw)
  if (!isInvalid(read) && Number(read) > 0) return read
  const it = isInvalid(read) ? read : invalid('number.shape', {})
  throw new Refusal('value.bad', { problems: [{ key: '--hours', value: raw, invalid: it }] })
}

interface ListOptions {
  readonly due?: true
  readonly subject?: string
}

function listCommand(desk: Desk) {
  const { list: text } = desk.text.supervision.training
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[person]', desk.text.staff.options.who)
    .option('--due', text.due)
    .option('--subject <subject>', text.subject)
    .action((person, options) => sayTrainings(desk, person, options))
  const examples = ['dangan staff training list --due', 'dangan staff training list 王强 --json']
  return withManual(command, { examples, exits: [exits.missing, exits.badData] }, desk.text)
}

async function sayTrainings(
  desk: Desk,
  person: string | undefined,
  { due, subject }: ListOptions,
): Promise<void> {
  const { store, policy, today } = await desk.read()
  const { subjects } = trainingRule(policy)
  const rows = trainingsIn(store, {
    staffId: person === undefined ? undefined : staffOf(store, person).id,
    subject: subject === undefined ? undefined : choiceGiven('--subject', subjects, subject),
    dueBy: due ? today : undefined,
  }).map(trainingShown)
  const { keys, none } = desk.text.supervision.training
  const plain = (key: keyof TrainingShown, besides = false): Column<TrainingShown> => ({
    ...{ key, heading: keys[key], value: (it) => it[key], besides },
  })
  const word = (it: TrainingShown) => subjects[it.subject]?.label[desk.language] ?? it.subject
  desk.say.listing(rows, [
    plain('training'),
    plain('staff'),
    { ...plain('subject'), shown: word },
    plain('heldOn'),
    plain('hours'),
    plain('score'),
    plain('nextDue'),
    plain('past', true),
  ])
  if (rows.length === 0) desk.say.notice(none)
}

const trainingShown = ({
  id,
  staff,
  subject,
  heldOn,
  hours,
  score,
  nextDue,
  isPast,
}: Training) => ({
  training: trainingName(id),
  ...{ staff, subject, heldOn, hours, score, nextDue },
  past: isPast,
})
type TrainingShown = ReturnType<typeof trainingShown>
