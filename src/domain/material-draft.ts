import { readInteger } from './amount.ts'
import { readChoice } from './choice.ts'
import { parseDay } from './parse-day.ts'
import { invalid, isInvalid, type Invalid } from './invalid.ts'
import {
  materialForms,
  materialKinds,
  materialMedia,
  type MaterialContents,
  type MaterialForm,
  type MaterialMedium,
} from './material.ts'
import { levelsOf } from './policy-names.ts'
import type { Choices, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import { readName } from './value.ts'
import type { Day, Secrecy } from './words.ts'

/** What may be said of a material on the line: raw words, by the option's name without dashes. */
export interface MaterialSaid {
  readonly title?: string
  readonly kind?: string
  readonly documentNumber?: string
  readonly part?: string
  readonly order?: string
  readonly pages?: string
  readonly copies?: string
  readonly form?: string
  readonly counterpart?: string
  readonly medium?: string
  readonly on?: string
  readonly secrecy?: string
  readonly place?: string
  readonly keeper?: string
  readonly from?: string
  readonly annex?: boolean
}

/** What was said, read: only what was. Null takes a value away. */
export type MaterialDraft = Partial<MaterialContents>

/**
 * Reads what was said of a material; '' takes a value away.
 * @throws Refusal value.bad with everything that is wrong, policy.silent, date.future
 */
export function readMaterial(said: MaterialSaid, policy: Policy, today: Day): MaterialDraft {
  const problems: Problem[] = []
  const draft: Record<string, unknown> = {}
  for (const [option, raw] of Object.entries(said)) {
    if (typeof raw === 'boolean') draft['annex'] = raw
    if (typeof raw !== 'string') continue
    const [key, value] = readOne(option as Said, raw, policy, today)
    if (isInvalid(value)) problems.push({ key: optionOf(option), value: raw, invalid: value })
    else if (value !== '') draft[key] = value
    else if (needed.has(key)) problems.push(missing(option))
    else draft[key] = null
  }
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return draft as MaterialDraft
}

type Said = Exclude<keyof MaterialSaid, 'annex'>
type Read = string | number | Invalid

/** Never empty. */
const needed = new Set<string>(['title', 'copies', 'form', 'medium'])

const missing = (option: string): Problem => ({
  key: optionOf(option),
  value: '',
  invalid: invalid('value.missing', {}),
})

const optionOf = (option: string): string =>
  `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

function readOne(
  option: Said,
  raw: string,
  policy: Policy,
  today: Day,
): readonly [keyof MaterialContents, Read] {
  switch (option) {
    case 'kind':
      return ['kind', raw === '' ? '' : readChoice(materialKinds(policy), raw)]
    case 'part':
      return ['part', partIn(raw, policy)]
    case 'form':
      return ['form', readChoice(materialForms, raw)]
    case 'medium':
      return ['medium', readChoice(materialMedia, raw)]
    case 'secrecy':
      return ['secrecy', readChoice(levelChoices(policy), raw)]
    case 'order':
      return ['position', countIn(raw)]
    case 'pages':
    case 'copies':
    case 'counterpart':
      return [option, countIn(raw)]
    case 'on':
      return ['datedOn', pastDay(raw, today)]
    case 'from':
      return ['receivedFrom', readName(raw)]
    default:
      return [option, readName(raw)]
  }
}

const partIn = (raw: string, policy: Policy): string | Invalid =>
  policy.materials?.parts ? readChoice(policy.materials.parts, raw) : readName(raw)

/** 1 or more; '' where nothing is said. */
function countIn(raw: string): number | '' | Invalid {
  const read = readInteger(raw)
  if (typeof read !== 'string' || read === '') return read as Invalid | ''
  const count = Number(read)
  return count >= 1 && count <= 1_000_000
    ? count
    : invalid('integer.range', { from: 1, to: 1_000_000 })
}

function pastDay(raw: string, today: Day): string | Invalid {
  const day = parseDay(raw)
  return typeof day === 'string' && day > today
    ? invalid('date.future', { value: day, today })
    : day
}

const levelChoices = (policy: Policy): Choices =>
  Object.fromEntries(
    levelsOf(policy).map((level) => [
      level,
      { label: policy.secrecy?.levels[level as Secrecy]?.label ?? plain(level) },
    ]),
  )

const plain = (word: string) => ({ 'zh-Hans': word, 'zh-Hant': word, en: word })

/** What a new material is where nothing else is said: an original, or a scan or copy of its counterpart. */
export function newMaterial(
  draft: MaterialDraft & { readonly title: string },
  hasFile: boolean,
  policy: Policy,
): MaterialContents {
  const kind = draft.kind ?? null
  const rule = kind === null ? undefined : policy.materials?.kinds[kind]
  const medium: MaterialMedium = hasFile ? 'electronic' : 'paper'
  const ofCounterpart: MaterialForm = hasFile ? 'scan' : 'copy'
  const form = draft.counterpart ? ofCounterpart : 'original'
  return {
    documentNumber: null,
    part: rule?.part ?? null,
    position: null,
    pages: null,
    copies: 1,
    form,
    counterpart: null,
    medium,
    datedOn: null,
    secrecy: rule?.secrecy ?? null,
    place: null,
    keeper: null,
    receivedFrom: null,
    annex: false,
    ...draft,
    kind,
  }
}
