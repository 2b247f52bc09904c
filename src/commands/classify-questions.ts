import { choicesOf, readDraft, type Draft } from '../domain/draft.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { optionFor, saidIn, type ContentOptions } from './content-options.ts'
import type { Desk } from './desk.ts'

/** Conditions that name no class: they say which archives are meant, never what these become. */
type Conditions = Pick<
  FilterSaid,
  | 'owner'
  | 'status'
  | 'openedAfter'
  | 'openedBefore'
  | 'incomplete'
  | 'missing'
  | 'reviewDue'
  | 'where'
>

export interface ClassifyOptions extends Conditions {
  readonly type?: string
  readonly org?: string
  readonly stage?: string
  readonly industry?: string
  readonly region?: string
  readonly importance?: string
  readonly secrecy?: string
  readonly secrecyUntil?: string
  readonly retentionClass?: string
  readonly byRules?: true
  readonly find?: string
  readonly renumber?: true
  readonly reason?: string
}

/** What `classify` was told. */
export interface ClassifyWish {
  readonly draft: Draft
  readonly byRules: boolean
  readonly renumber: boolean
  /** Nothing but a new number is wanted. */
  readonly isPlain: boolean
  readonly reason: string | undefined
}

const axes = [
  'type',
  'stage',
  'industry',
  'region',
  'importance',
  'secrecy',
  'retentionClass',
] as const

/** The conditions that were said. */
export function conditionsIn(options: ClassifyOptions): Conditions {
  const { owner, status, openedAfter, openedBefore, incomplete, missing, reviewDue, where } =
    options
  const all = { owner, status, openedAfter, openedBefore, incomplete, missing, reviewDue }
  const said = Object.entries(all).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(said), ...(where?.length ? { where } : {}) }
}

/** Reads the line; where it says no class at all, asks for one. */
export async function askClassification(
  desk: Desk,
  policy: Policy,
  options: ClassifyOptions,
): Promise<ClassifyWish> {
  const { byRules, renumber, reason, type, org, retentionClass, ...rest } = options
  const { stage, industry, region, importance, secrecy, secrecyUntil } = rest
  const classes = { type, org, stage, industry, region, importance, retentionClass }
  const level = { secrecy, secrecyUntil }
  const said = saidIn({ ...classes, ...level, set: [] } as ContentOptions, policy)
  const first = [...said.keys()][0]
  if (byRules && (first !== undefined || renumber))
    throw new Refusal('usage.together', {
      options: ['--by-rules', first === undefined ? '--renumber' : optionFor(first)],
    })
  if (byRules && !policy.classification)
    throw new Refusal('policy.silent', { section: 'classification', source: [] })
  const isPlain = said.size === 0
  if (isPlain && !byRules && !renumber) said.set(...(await askClass(desk, policy)))
  const draft = readDraft(said, policy)
  if (draft.problems.length > 0) throw new Refusal('value.bad', { problems: draft.problems })
  return { draft, byRules: byRules === true, renumber: renumber === true, isPlain, reason }
}

/** One axis, then one of its classes. */
async function askClass(desk: Desk, policy: Policy): Promise<[string, string]> {
  if (!desk.globals.interactive)
    throw new Refusal('usage.missing', { options: [...axes.map(optionFor), '--by-rules'] })
  const label = (key: string) => labelOf(key, policy, desk.language, desk.text.keys)
  const known = axes.filter((key) => choicesOf(key, policy))
  const choices = known.map((value) => ({ value, name: label(value) }))
  const message = desk.text.classification.ask.axis
  const { key } = await desk.ask({ key: { kind: 'choice', message, option: '', choices } }, {})
  const classes = Object.entries(choicesOf(key, policy) ?? {})
  const { value } = await desk.ask(
    {
      value: {
        kind: 'choice',
        message: label(key),
        option: optionFor(key),
        choices: classes.map(([value, it]) => ({ value, name: it.label[desk.language] })),
      },
    },
    {},
  )
  return [key, value]
}
