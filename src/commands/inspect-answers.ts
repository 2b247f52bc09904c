import {
  answers,
  judged,
  requireRecordable,
  unanswered,
  type ItemSaid,
} from '../domain/inspection.ts'
import { readChoice } from '../domain/choice.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk, Office } from './desk.ts'
import { inspectionMeant } from './inspect-given.ts'
import { itemLabel } from './inspect-view.ts'
import { wordsOrNone } from './text-given.ts'

/** What is said of a line of the checklist. */
export interface ItemGiven extends ItemSaid {
  /** As it was called. */
  readonly item: string
}

interface Options {
  readonly note?: string
  readonly reading?: string
  readonly set?: readonly string[]
}

/** What the line says: one item in arguments, or several in `--set`; none: nothing was said. @throws Refusal usage.bad-option */
export function answersIn(
  item: string | undefined,
  answer: string | undefined,
  { note, reading, set = [] }: Options,
): ItemGiven[] {
  const several = set.flatMap((said) => said.split(/[,，;；](?=[^=＝]*[=＝])/)).map(setIn)
  if (item === undefined) {
    if (note !== undefined || reading !== undefined)
      throw new Refusal('usage.missing', { options: ['<item>'] })
    return several
  }
  if (several.length > 0) throw new Refusal('usage.together', { options: ['<item>', '--set'] })
  return [{ item, answer, reading, note: wordsOrNone('--note', note) }]
}

/** `防潮=异常:北墙渗水`, `湿度=52` */
function setIn(said: string): ItemGiven {
  const [, item = '', rest = ''] = /^\s*([^=＝]+?)\s*[=＝]\s*(.+)$/s.exec(said) ?? []
  if (item === '')
    throw new Refusal('usage.bad-option', {
      option: '--set',
      value: said,
      choices: ['fire=ok', 'damp=bad:…', 'humidity=52'],
    })
  const [, first = '', note] = /^([^:：]+?)\s*(?:[:：]\s*(.+))?$/s.exec(rest) ?? []
  const isAnswer = typeof readChoice(answers, first) === 'string'
  return {
    item,
    ...(isAnswer ? { answer: first } : { reading: first }),
    note: wordsOrNone('--set', note),
  }
}

/** Goes through what has not been looked at yet. Off a terminal the options are named. */
export async function answersAsked(desk: Desk, name: string): Promise<ItemGiven[]> {
  if (!desk.globals.interactive)
    throw new Refusal('usage.missing', { options: ['<item>', '<answer>'] })
  const office = await desk.read()
  const inspection = inspectionMeant(office, name)
  requireRecordable(inspection, office.today)
  const given: ItemGiven[] = []
  const before = desk.answered.length
  for (const { item } of unanswered(inspection)) given.push(await itemAsked(desk, office, item))
  // one line says all of it
  desk.answered.splice(before)
  for (const it of given) desk.answered.push({ option: '--set', value: setWords(it) })
  // everything is answered: which of them is meant must be said
  if (given.length === 0) throw new Refusal('usage.missing', { options: ['<item>'] })
  return given
}

const setWords = ({ item, answer, reading, note }: ItemGiven): string =>
  `${item}=${reading ?? answer ?? ''}${note ? `:${note}` : ''}`

async function itemAsked(desk: Desk, office: Office, item: string): Promise<ItemGiven> {
  const { record: text } = desk.text.inspection
  const { policy } = office
  const rule = policy.inspection?.items[item]
  const label = itemLabel(desk, policy, item)
  if (rule?.reading) {
    const message = text.askReading(label, rule.reading.unit)
    const check = (said: string) => (isReading(said) ? undefined : text.badReading)
    const question = { kind: 'text', message, option: '--reading', optional: true, check } as const
    const { reading } = await desk.ask({ reading: question }, {})
    if (reading === '') return { item, answer: 'na' }
    const isBeyond = judged(item, rule, { reading, note: '…' }).answer === 'bad'
    return { item, reading, note: isBeyond ? await noteAsked(desk, label, true) : null }
  }
  const choices = Object.entries(answers).map(([value, it]) => ({
    value,
    name: it.label[desk.language],
  }))
  const question = { kind: 'choice', message: label, option: '<answer>', choices } as const
  const { answer } = await desk.ask({ answer: question }, {})
  return { item, answer, note: answer === 'bad' ? await noteAsked(desk, label, false) : null }
}

/** A number, with its unit or without; or nothing: it cannot be measured. */
const isReading = (said: string): boolean =>
  /^\s*(-?\d+(\.\d+)?\s*[^\d\s]{0,3})?\s*$/.test(said.normalize('NFKC'))

async function noteAsked(desk: Desk, label: string, optional: boolean): Promise<string | null> {
  const message = desk.text.inspection.record.askNote(label)
  const question = { kind: 'text', message, option: '--note', optional } as const
  return wordsOrNone('--note', (await desk.ask({ note: question }, {})).note)
}
