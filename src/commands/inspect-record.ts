import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import {
  inspectionName,
  judged,
  meantBy,
  requireRecordable,
  unanswered,
  type Inspection,
} from '../domain/inspection.ts'
import type { Choices, Policy } from '../domain/policy.ts'
import { requireHere } from '../domain/staffing.ts'
import { answerItem, inspectionById } from '../store/inspections.ts'
import { enter } from '../store/journal.ts'
import { staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { answersAsked, answersIn, type ItemGiven } from './inspect-answers.ts'
import { inspectionGiven, inspectionMeant } from './inspect-given.ts'
import { inspectionShown, itemLabel, itemWords } from './inspect-view.ts'
import { dayToComeGiven } from './text-given.ts'

interface RecordOptions {
  readonly note?: string
  readonly reading?: string
  readonly owner?: string
  readonly due?: string
  readonly set?: readonly string[]
  readonly allOk?: true
  readonly reason?: string
}

/** `inspect record I3 <item> <answer>`: what was found; at a terminal the whole checklist is gone through. */
export function inspectRecordCommand(desk: Desk) {
  const { record: text, inspection, reason } = desk.text.inspection
  const command = new Command('record')
    .summary(text.summary)
    .description(text.description)
    .argument('[inspection]', inspection)
    .argument('[item]', text.item)
    .argument('[answer]', text.answer)
    .option('--note <text>', text.note)
    .option('--reading <number>', text.reading)
    .option('--owner <staff>', text.owner)
    .option('--due <day>', text.due)
    .option('--set <item=answer...>', text.set)
    .option('--all-ok', text.allOk)
    .option('--reason <reason>', reason)
    .action(async (given, item, answer, options) => {
      const name = await inspectionGiven(desk, given)
      const said = answersIn(item, answer, options)
      const isAsked = said.length === 0 && !options.allOk
      const answers = isAsked ? await answersAsked(desk, name) : said
      const { office, inspection, keys } = await desk.act((office) => ({
        office,
        ...recorded(office, name, answers, options),
      }))
      say(desk, office, inspection, keys)
    })
  const examples = [
    'dangan inspect record I3 防潮 异常 --note 北墙渗水 --owner 王芳',
    'dangan inspect record I3 温度 --reading 22.5',
    'dangan inspect record I3 --set 防火=正常 防潮=异常:北墙渗水 湿度=52',
    'dangan inspect record I3 --all-ok',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction; gives the keys that were answered. */
function recorded(
  office: Office,
  name: string,
  given: readonly ItemGiven[],
  { owner, due, allOk, reason }: RecordOptions,
): { inspection: Inspection; keys: readonly string[] } {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const inspection = inspectionMeant(office, name)
  requireRecordable(inspection, today)
  const named = inspectionName(inspection.id)
  const rules = policy.inspection?.items ?? {}
  const choices = choicesOf(inspection, policy)
  const entrusted = entrustedTo(office, owner, due)
  const answers = new Map(
    given.map(({ item: said, ...it }) => {
      const item = meantBy(choices, said, '<item>')
      const found = judged(item, rules[item], it)
      return [item, { ...found, ...(found.answer === 'bad' ? entrusted : nobody) }]
    }),
  )
  if (allOk)
    for (const { item } of unanswered(inspection))
      if (!answers.has(item) && !rules[item]?.reading)
        answers.set(item, { answer: 'ok', reading: null, note: null, ...nobody })
  const answered = { answeredOn: today, answeredBy: hand.staffId }
  for (const [item, it] of answers) answerItem(store, inspection.id, item, { ...it, ...answered })
  const items = Object.fromEntries(answers)
  const parts = [{ archiveId: 0, detail: { items, reason } }]
  enter(store, hand, { action: 'inspection.record', object: `inspection ${named}`, parts })
  const after = inspectionById(store, inspection.id) as Inspection
  return { inspection: after, keys: [...answers.keys()] }
}

const nobody = { ownerId: null, dueOn: null }

/** @throws Refusal person.missing, person.left, value.bad */
function entrustedTo({ store, today }: Office, owner: string | undefined, due: string | undefined) {
  const staff = owner === undefined ? undefined : staffOf(store, owner)
  if (staff) requireHere(staff)
  const dueOn = due === undefined ? null : dayToComeGiven('--due', due, today)
  return { ownerId: staff?.id ?? null, dueOn }
}

/** The lines of the checklist as it was when it was opened, by whatever the policy calls them now. */
const choicesOf = ({ items }: Inspection, { inspection }: Policy): Choices =>
  Object.fromEntries(
    items.map(({ item }) => {
      const label = { 'zh-Hans': item, 'zh-Hant': item, en: item }
      return [item, inspection?.items[item] ?? { label }]
    }),
  )

function say(
  desk: Desk,
  { policy }: Office,
  inspection: Inspection,
  keys: readonly string[],
): void {
  const { record: text } = desk.text.inspection
  const name = inspectionName(inspection.id)
  const lines = inspection.items
    .filter(({ item }) => keys.includes(item))
    .map((it) => itemWords(desk, policy, it))
  desk.say.result(inspectionShown(inspection), () => [text.done(name, keys.length), ...lines])
  const left = unanswered(inspection)
  const labels = left.map(({ item }) => itemLabel(desk, policy, item))
  desk.say.notice(
    left.length === 0
      ? desk.text.program.next(`dangan inspect close ${name}`)
      : text.left(left.length, labels.join(desk.text.program.marks.items)),
  )
}
