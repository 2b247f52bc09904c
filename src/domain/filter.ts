import type { KeyWords } from './labels.ts'
import { missingAsked, type MissingCondition } from './missing.ts'
import { cardStates, type CardState } from './card.ts'
import { readChoice } from './choice.ts'
import { readerOf, type Reader } from './draft.ts'
import { isInvalid, invalid } from './invalid.ts'
import type { Choices, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import { readSettings } from './settings.ts'
import { isSensitive } from './shown.ts'
import { readValue } from './value.ts'
import type { Day } from './words.ts'

/** Keys that an archive can be chosen by: one of several values, or none at all. */
export const filterKeys = [
  'type',
  'stage',
  'industry',
  'region',
  'secrecy',
  'importance',
  'owner',
  'status',
  'orgCode',
  'retentionClass',
  'location',
  'channel',
  'phone',
  'email',
  'address',
  'name',
  'openedOn',
  'formedOn',
] as const
export type FilterKey = (typeof filterKeys)[number]

/** One condition; `''` among values stands for archives that have none. */
export type Condition =
  | { readonly kind: 'standard'; readonly key: FilterKey; readonly values: readonly string[] }
  | { readonly kind: 'field'; readonly key: string; readonly values: readonly string[] }
  | { readonly kind: 'opened'; readonly from?: Day; readonly to?: Day }
  | { readonly kind: 'incomplete' }
  | MissingCondition
  | { readonly kind: 'card'; readonly states: readonly CardState[] }
  | { readonly kind: 'reviewDue'; readonly on: Day }

/** Which archives are meant: those for which every condition holds. */
export interface Filter {
  readonly conditions: readonly Condition[]
  /** Stubs of destroyed archives are meant only where a status was asked for. */
  readonly stubs: boolean
}

/** What was said on the line; values as they were typed. */
export interface FilterSaid {
  readonly type?: string | undefined
  readonly industry?: string | undefined
  readonly region?: string | undefined
  readonly stage?: string | undefined
  readonly secrecy?: string | undefined
  readonly importance?: string | undefined
  readonly owner?: string | undefined
  readonly status?: string | undefined
  readonly org?: string | undefined
  readonly openedAfter?: string | undefined
  readonly openedBefore?: string | undefined
  readonly incomplete?: boolean | undefined
  readonly missing?: string | undefined
  readonly card?: string | undefined
  /** True: by today. */
  readonly reviewDue?: string | boolean | undefined
  readonly where?: readonly string[] | undefined
}

/** Under what the words are read. `statuses`: the states and what people call them; `keys`: what they call keys. */
export interface FilterTerms {
  readonly policy: Policy
  readonly keys: KeyWords
  readonly statuses: Choices
  readonly today: Day
}

const keyOf = {
  type: 'type',
  industry: 'industry',
  region: 'region',
  stage: 'stage',
  secrecy: 'secrecy',
  importance: 'importance',
  owner: 'owner',
  status: 'status',
  org: 'orgCode',
} as const

/** Never empty in an archive, so that asking for none of it is a slip. */
const never: ReadonlySet<string> = new Set(['type', 'secrecy', 'status', 'openedOn', 'name'])

/** Reads what was said. @throws Refusal value.bad with all that is wrong; usage.bad-option */
export function readFilter(said: FilterSaid, terms: FilterTerms): Filter {
  const problems: Problem[] = []
  const conditions = [
    ...Object.entries(keyOf).flatMap(([option, key]) => {
      const raw = said[option as keyof typeof keyOf]
      return raw === undefined ? [] : (standard(key, raw, terms, problems) ?? [])
    }),
    ...fieldsAsked(said.where ?? [], terms, problems),
    ...opened(said, problems),
    ...(said.incomplete ? [{ kind: 'incomplete' } as const] : []),
    ...missingAsked(said.missing, terms.policy, terms.keys),
    ...cardAsked(said.card, problems),
    ...reviewDue(said.reviewDue, terms.today, problems),
  ]
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  const stubs = conditions.some((it) => it.kind === 'standard' && it.key === 'status')
  return { conditions, stubs }
}

function standard(
  key: FilterKey,
  raw: string,
  { policy, statuses }: FilterTerms,
  problems: Problem[],
): Condition | undefined {
  const read: Reader =
    key === 'status'
      ? (text) => readValue('choice', text, { choices: statuses })
      : readerOf(key, policy)
  const values = valuesIn(key, raw, read, problems)
  return values && { kind: 'standard', key, values }
}

/** `华东,华南` is two values, unless the whole is one (`Hong Kong, Macao and Taiwan`). */
function valuesIn(
  key: string,
  raw: string,
  read: Reader,
  problems: Problem[],
): readonly string[] | undefined {
  const whole = raw.trim() === '' ? '' : read(raw)
  const isList = isInvalid(whole) && /[,，、]/.test(raw)
  const values: string[] = []
  for (const part of isList ? raw.split(/[,，、]/) : [raw]) {
    const value = part.trim() === '' ? '' : read(part)
    if (isInvalid(value)) problems.push({ key, value: part.trim(), invalid: value })
    else if (value === '' && never.has(key))
      problems.push({ key, value: '', invalid: invalid('value.missing', {}) })
    else values.push(value)
  }
  return problems.some((problem) => problem.key === key) ? undefined : values
}

/** `--where 性别=男`: any key; a sensitive field would tell by what is found, so it is refused (SPEC 15.12). */
function fieldsAsked(
  pairs: readonly string[],
  terms: FilterTerms,
  problems: Problem[],
): Condition[] {
  const { policy } = terms
  return [...readSettings(pairs, policy)].flatMap(([key, raw]): Condition[] => {
    if (isSensitive(key, policy)) throw sensitive(key, policy)
    const known = filterKeys.find((it) => it === key)
    if (known) return [standard(known, raw, terms, problems) ?? []].flat()
    const values = valuesIn(key, raw, readerOf(key, policy), problems)
    return values ? [{ kind: 'field', key, values }] : []
  })
}

function sensitive(key: string, policy: Policy): Refusal {
  const choices = Object.keys(policy.fields ?? {}).filter((name) => !isSensitive(name, policy))
  return new Refusal('usage.bad-option', { option: '--where', value: key, choices })
}

function opened(said: FilterSaid, problems: Problem[]): Condition[] {
  const from = day('--opened-after', said.openedAfter, problems)
  const to = day('--opened-before', said.openedBefore, problems)
  if (from === undefined && to === undefined) return []
  return [{ kind: 'opened', ...(from ? { from } : {}), ...(to ? { to } : {}) }]
}

function cardAsked(raw: string | undefined, problems: Problem[]): Condition[] {
  if (raw === undefined) return []
  const states = valuesIn('--card', raw, (text) => readChoice(cardStates, text), problems)
  if (states?.every((state) => state !== ''))
    return [{ kind: 'card', states: states as readonly CardState[] }]
  if (states) problems.push({ key: '--card', value: '', invalid: invalid('value.missing', {}) })
  return []
}

function reviewDue(
  said: string | boolean | undefined,
  today: Day,
  problems: Problem[],
): Condition[] {
  if (said === undefined || said === false) return []
  const on = said === true ? today : day('--review-due', said, problems)
  return on === undefined ? [] : [{ kind: 'reviewDue', on }]
}

function day(option: string, raw: string | undefined, problems: Problem[]): Day | undefined {
  if (raw === undefined) return undefined
  const value = readValue('date', raw)
  if (!isInvalid(value) && value !== '') return value
  const wrong = isInvalid(value) ? value : invalid('value.missing', {})
  problems.push({ key: option, value: raw, invalid: wrong })
  return undefined
}
