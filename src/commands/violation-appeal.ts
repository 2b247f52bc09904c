import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readAmount } from '../domain/amount.ts'
import { requireDating } from '../domain/dating.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import {
  amountAfter,
  appealDecisions,
  requireAppealable,
  requireDecidable,
  violationName,
  type AppealDecision,
  type Violation,
} from '../domain/violation.ts'
import { enter } from '../store/journal.ts'
import { changeViolation } from '../store/violations.ts'
import { dueUnder } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { actorGiven } from './handover-given.ts'
import { nameIn } from './name-given.ts'
import { choiceGiven, violationGiven, violationMeant } from './supervision-given.ts'
import { wordsGiven, wordsOrNone } from './text-given.ts'
import { violationShown } from './violation-view.ts'

interface AppealOptions {
  readonly text?: string
  readonly reason?: string
}

/** `staff violation appeal V3 --text …`: whoever it is about objects, in time. */
export function violationAppealCommand(desk: Desk) {
  const { violation: whole } = desk.text.supervision
  const { appeal: text } = whole
  const command = new Command('appeal')
    .summary(text.summary)
    .description(text.description)
    .argument('[violation]', whole.violation)
    .option('--text <text>', text.text)
    .option('--reason <reason>', desk.text.staff.options.reason)
    .action(async (given, options, self) => {
      const own = { ...(self.optsWithGlobals() as AppealOptions), ...options }
      const name = await violationGiven(desk, given)
      const question = { kind: 'text', message: text.text, option: '--text' } as const
      const said = own.text === undefined ? {} : { text: own.text }
      const { text: words } = await desk.ask({ text: question }, said)
      const it = await desk.act((office) => appealed(office, name, words, own.reason))
      const sentence = text.done(violationName(it.id), it.decideBy ?? '')
      desk.say.result(violationShown(it), () => [sentence])
    })
  const examples = [
    'dangan staff violation appeal V3 --text 当日系统停机，次日已更新',
    'dangan staff violation appeal 3 --text 非本人操作 --json',
  ]
  const statuses = [exits.refused, exits.missing, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

function appealed(
  office: Office,
  name: string,
  words: string,
  reason: string | undefined,
): Violation {
  const { store, policy, today } = office
  requireDating({ ...office, reason }, policy)
  const it = violationMeant(office, name)
  const rule = requireAppealable(it, policy, today)
  const decideBy = dueUnder(office, rule.decide, today).dueOn
  const change = { appealedOn: today, appeal: wordsGiven('--text', words), decideBy }
  const after = changeViolation(store, it.id, change)
  enterViolation(office, 'violation.appeal', after, { ...change, reason })
  return after
}

interface DecideOptions {
  readonly decision?: string
  readonly amount?: string
  readonly note?: string
  readonly by?: string
  readonly form?: string
  readonly reason?: string
}

/** `staff violation decide V3 --decision 撤销`: what comes of an appeal. */
export function violationDecideCommand(desk: Desk) {
  const { violation: whole } = desk.text.supervision
  const { decide: text } = whole
  const command = new Command('decide')
    .summary(text.summary)
    .description(text.description)
    .argument('[violation]', whole.violation)
    .option('--decision <decision>', text.decision)
    .option('--amount <yuan>', text.amount)
    .option('--note <text>', text.note)
    .option('--by <staff>', text.by)
    .option('--form <number>', text.form)
    .option('--reason <reason>', desk.text.staff.options.reason)
    .action(async (given, options, self) => {
      const own = { ...(self.optsWithGlobals() as DecideOptions), ...options }
      const name = await violationGiven(desk, given)
      const decision = await askDecision(desk, own.decision)
      const it = await desk.act((office) => decided(desk, office, name, { ...own, decision }))
      const { id, finalAmount } = it
      const word = whole.statuses[it.decision ?? 'upheld']
      const sentence = text.done(violationName(id), word, finalAmount ?? '')
      desk.say.result(violationShown(it), () => [sentence])
    })
  const examples = [
    'dangan staff violation decide V3 --decision 撤销 --by 张总 --form SS-2025-01',
    'dangan staff violation decide V3 --decision reduced --amount 10 --note 情节轻微',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

const decisionChoices = ({ text }: Desk) =>
  Object.fromEntries(
    appealDecisions.map((key) => {
      const word = text.supervision.violation.statuses[key]
      return [key, { label: { 'zh-Hans': word, 'zh-Hant': word, en: word } }]
    }),
  )

async function askDecision(desk: Desk, decision: string | undefined): Promise<string> {
  const { decide: text, statuses } = desk.text.supervision.violation
  const choices = appealDecisions.map((value) => ({ value, name: statuses[value] }))
  const base = { message: text.decision, option: '--decision' }
  const question = { kind: 'choice' as const, ...base, choices }
  const said = decision === undefined ? {} : { decision }
  return (await desk.ask({ decision: question }, said)).decision
}

function decided(
  desk: Desk,
  office: Office,
  name: string,
  options: DecideOptions & { readonly decision: string },
): Violation {
  const { store, policy, operator, today } = office
  requireDating({ ...office, reason: options.reason }, policy)
  const it = violationMeant(office, name)
  const said = choiceGiven('--decision', decisionChoices(desk), options.decision)
  const decision = said as AppealDecision
  const decider = actorGiven(office, options.by)
  requireHere(decider)
  requireDecidable(it, decider, policy, today)
  const formNumber = nameIn('--form', options.form) ?? null
  if (formNumber === null && decider.id !== operator.staff?.id)
    throw new Refusal('violation.unproven', {
      violation: violationName(it.id),
      staff: decider.name,
    })
  const amount = options.amount === undefined ? null : amountIn(options.amount)
  const finalAmount = amountAfter(it, decision, amount)
  const note = wordsOrNone('--note', options.note)
  const change = {
    decidedOn: today,
    decidedBy: decider.id,
    decision,
    finalAmount,
    formNumber,
    note,
  }
  const after = changeViolation(store, it.id, change)
  enterViolation(office, 'violation.decide', after, { ...change, reason: options.reason })
  return after
}

/** Yuan. @throws Refusal value.bad */
function amountIn(raw: string): string {
  const read = readAmount(raw)
  if (!isInvalid(read) && !read.startsWith('-')) return read
  const it = isInvalid(read) ? read : invalid('amount.negative', {})
  throw new Refusal('value.bad', { problems: [{ key: '--amount', value: raw, invalid: it }] })
}

function enterViolation(
  { store, hand }: Office,
  action: string,
  { id }: Violation,
  told: object,
): void {
  const violation = violationName(id)
  const parts = [{ archiveId: 0, detail: { violation, ...told } }]
  enter(store, hand, { action, object: violation, parts })
}
