import { daysBetween } from './day.ts'
import { readChoice } from './choice.ts'
import { invalid, isInvalid } from './invalid.ts'
import type { Period } from './period.ts'
import type { InspectionItemRule, InspectionRule, ReadingRule } from './policy-inspection.ts'
import type { Choices, Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { readValue } from './value.ts'
import type { Day } from './words.ts'

/** What an item of the checklist is found to be. */
export const answers = {
  ok: {
    label: { 'zh-Hans': '正常', 'zh-Hant': '正常', en: 'ok' },
    aliases: ['合格', '良好', '好', '是', '√', '✓', 'yes', 'y', 'good'],
  },
  bad: {
    label: { 'zh-Hans': '异常', 'zh-Hant': '異常', en: 'bad' },
    aliases: ['不合格', '不正常', '有问题', '问题', '否', '×', 'x', 'no', 'n', 'fault'],
  },
  na: {
    label: { 'zh-Hans': '不适用', 'zh-Hant': '不適用', en: 'not applicable' },
    aliases: ['无此项', '无', '/', 'n/a', 'none'],
  },
} as const satisfies Choices
export type Answer = keyof typeof answers

/** A line of the checklist, and what was found. */
export interface InspectionItem {
  /** A key of the policy's checklist. */
  readonly item: string
  /** Null: not looked at yet. */
  readonly answer: Answer | null
  /** A decimal number in the item's unit. */
  readonly reading: string | null
  readonly note: string | null
  /** Who puts it right. */
  readonly owner: string | null
  readonly ownerId: number | null
  readonly dueOn: Day | null
  readonly answeredOn: Day | null
  readonly answeredBy: string | null
}

/** An inspection of how archives are kept (保管检查). */
export interface Inspection {
  readonly id: number
  /** `2026H2`, and its last day. */
  readonly period: string
  readonly lastDay: Day
  /** Null: all places. */
  readonly place: string | null
  readonly openedOn: Day
  readonly openedBy: string | null
  readonly closedOn: Day | null
  /** Names of those who inspected and signed. */
  readonly signers: readonly string[]
  /** It was opened by mistake. */
  readonly droppedBecause: string | null
  readonly auditRun: number | null
  readonly items: readonly InspectionItem[]
}

/** `I3`: how people name an inspection; `P2`: a repair. */
export const inspectionName = (id: number): string => `I${id}`
export const repairName = (id: number): string => `P${id}`

/** Reads `I3`, `i3`, `3`; undefined where it is none. */
export function readNumbered(letter: string, text: string): number | undefined {
  const said = /^([A-Za-z]?)(\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said && ['', letter].includes((said[1] ?? '').toUpperCase()) ? Number(said[2]) : undefined
}

export type InspectionStatus = 'open' | 'closed' | 'dropped'
export const inspectionStatus = ({
  closedOn,
  droppedBecause,
}: Pick<Inspection, 'closedOn' | 'droppedBecause'>): InspectionStatus =>
  closedOn === null ? 'open' : droppedBecause === null ? 'closed' : 'dropped'

export const unanswered = ({ items }: Pick<Inspection, 'items'>): InspectionItem[] =>
  items.filter(({ answer }) => answer === null)

export const badItems = ({ items }: Pick<Inspection, 'items'>): InspectionItem[] =>
  items.filter(({ answer }) => answer === 'bad')

/** @throws Refusal policy.silent */
export function inspectionRule({ inspection }: Policy): InspectionRule {
  if (inspection) return inspection
  throw new Refusal('policy.silent', { section: 'inspection', source: ['S001-14-1'] })
}

/** A choice of the policy, as a person says it. @throws Refusal value.bad */
export function meantBy(choices: Choices, said: string, option: string): string {
  const key = readChoice(choices, said)
  if (!isInvalid(key) && key !== '') return key
  const it = isInvalid(key) ? key : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: option, value: said, invalid: it }] })
}

/** An inspection is of a period that has begun; one may be late. @throws Refusal inspection.early */
export function requireBegun({ name: period, from }: Period, on: Day): void {
  if (on < from) throw new Refusal('inspection.early', { period, from, date: on })
}

/** @throws Refusal inspection.closed */
export function requireInspectionOpen({ id, closedOn }: Pick<Inspection, 'id' | 'closedOn'>): void {
  if (closedOn === null) return
  throw new Refusal('inspection.closed', { inspection: inspectionName(id), closedOn })
}

/** Something may still be entered in it, on that day. @throws Refusal inspection.closed, inspection.before-opened */
export function requireRecordable(
  inspection: Pick<Inspection, 'id' | 'closedOn' | 'openedOn'>,
  date: Day,
): void {
  requireInspectionOpen(inspection)
  const { id, openedOn } = inspection
  if (date < openedOn)
    throw new Refusal('inspection.before-opened', {
      inspection: inspectionName(id),
      date,
      openedOn,
    })
}

/**
 * Signed when every line has its answer.
 * @throws Refusal inspection.closed, inspection.unanswered, date.before-last-act
 */
export function requireInspected(inspection: Inspection, policy: Policy, today: Day): void {
  requireInspectionOpen(inspection)
  const name = inspectionName(inspection.id)
  const { items: rules = {}, source = [] } = policy.inspection ?? {}
  const left = unanswered(inspection)
  if (left.length > 0) {
    const items = left.map(({ item }) => ({ item, label: rules[item]?.label ?? null }))
    throw new Refusal('inspection.unanswered', { inspection: name, items, source })
  }
  const lastAct = inspection.items.reduce(
    (last, { answeredOn }) => (answeredOn !== null && answeredOn > last ? answeredOn : last),
    inspection.openedOn,
  )
  if (today < lastAct)
    throw new Refusal('date.before-last-act', { number: name, date: today, lastAct })
}

/** What is said of an item. */
export interface ItemSaid {
  readonly answer?: string | undefined
  readonly reading?: string | undefined
  readonly note?: string | null | undefined
}
export type Judged = Pick<InspectionItem, 'reading' | 'note'> & { readonly answer: Answer }

/**
 * The answer that what was said makes: a reading alone is judged by its limits, and one beyond them
 * is never right. What is bad says what is the matter.
 * @throws Refusal value.bad, inspection.reading, inspection.beyond, inspection.bare, usage.missing
 */
export function judged(item: string, rule: InspectionItemRule | undefined, said: ItemSaid): Judged {
  const answer = said.answer === undefined ? undefined : answerIn(said.answer)
  const reading = said.reading === undefined ? null : readingIn(said.reading)
  const note = said.note ?? null
  const label = rule?.label ?? null
  const beyond = rule?.reading && reading !== null && isBeyond(rule.reading, reading)
  if (reading !== null && (!rule?.reading || answer === 'na'))
    throw new Refusal('inspection.reading', { item, label, isWanted: false, unit: '' })
  if (rule?.reading && reading === null && answer !== 'na' && answer !== 'bad')
    throw new Refusal('inspection.reading', {
      item,
      label,
      isWanted: true,
      unit: rule.reading.unit,
    })
  if (answer === 'ok' && beyond && rule?.reading)
    throw new Refusal('inspection.beyond', {
      item,
      label,
      reading: reading ?? '',
      limits: rule.reading,
    })
  const judgedSo = answer ?? (reading === null ? undefined : beyond ? 'bad' : 'ok')
  if (judgedSo === undefined) throw new Refusal('usage.missing', { options: ['<answer>'] })
  if (judgedSo === 'bad' && note === null && !beyond)
    throw new Refusal('inspection.bare', { item, label })
  return { answer: judgedSo, reading, note }
}

const answerIn = (said: string): Answer => meantBy(answers, said, '<answer>') as Answer

/** A number, with its unit or without: `22.5℃`, `45%`. @throws Refusal value.bad */
function readingIn(said: string): string {
  const number = said.normalize('NFKC').replace(/[^\d.]+$/, '')
  const read = readValue('number', number === '' ? said : number)
  if (!isInvalid(read) && read !== '') return read
  const it = isInvalid(read) ? read : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: '--reading', value: said, invalid: it }] })
}

export const isBeyond = ({ from, to }: ReadingRule, reading: string): boolean =>
  (from !== undefined && Number(reading) < from) || (to !== undefined && Number(reading) > to)

/** Something the matter with an archive or a paper, and its repair. */
export interface Defect {
  readonly id: number
  readonly archiveId: number
  readonly materialId: number | null
  /** The material's sequence number; null: the whole archive, or it is gone. */
  readonly seq: number | null
  readonly inspection: number | null
  /** A key of the policy's states. */
  readonly state: string
  readonly note: string | null
  readonly seenOn: Day
  readonly seenBy: string | null
  readonly wantsRepair: boolean
  readonly dueOn: Day | null
  readonly repairedOn: Day | null
  readonly repairer: string | null
  readonly repairNote: string | null
  readonly fromNumber: string | null
}

export const defectStatus = ({
  wantsRepair,
  repairedOn,
}: Pick<Defect, 'wantsRepair' | 'repairedOn'>): 'seen' | 'open' | 'repaired' =>
  repairedOn !== null ? 'repaired' : wantsRepair ? 'open' : 'seen'

/** Days by which a repair came, or is, too late; 0: in time. */
export const repairOverdue = (
  { dueOn, repairedOn }: Pick<Defect, 'dueOn' | 'repairedOn'>,
  today: Day,
): number => (dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, repairedOn ?? today)))
