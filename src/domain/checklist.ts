import type { ArchiveContents } from './archive.ts'
import { completenessOf, type Completeness } from './completeness.ts'
import { holds, isFault, parseFormula, type Formula } from './formula.ts'
import type { ChecklistItem, ChecklistRule, CopyForm } from './policy-materials.ts'
import type { Policy } from './policy.ts'
import type { Label } from './words.ts'

/** A document that archives of some types and stages must hold, those of other checklists laid in. */
export interface Need {
  /** Where the policy says so: `checklists.signing.items.contract`. */
  readonly at: string
  readonly types: readonly string[] | undefined
  readonly stages: readonly string[] | undefined
  readonly kind: string
  readonly label: Label
  readonly copies: Readonly<Partial<Record<CopyForm, number>>>
  readonly pages: number
  /** Its own condition and those of the checklists through which it came in. */
  readonly when: readonly Formula[]
  /** Keys of the kind's seals and signatures. */
  readonly seals: readonly string[]
  readonly source: readonly string[]
}

/** Of a material, what a checklist looks at. An annex is the customer's own and does not count (S003-15.4-7). */
export interface HeldMaterial {
  readonly kind: string | null
  readonly form: Exclude<CopyForm, 'any'>
  readonly copies: number
  readonly pages: number | null
  readonly annex: boolean
  /** Keys of the seals and signatures that have been seen on it. */
  readonly seals: readonly string[]
}

/** A need that is not met, and how far it is. */
export interface Lack {
  readonly need: Need
  /** Copies of the kind that are there, good or not, by the forms that are needed. */
  readonly held: Readonly<Partial<Record<CopyForm, number>>>
  /** Seals and signatures that nobody has seen on any of them. */
  readonly seals: readonly string[]
  /** Is it there, but its pages too few or not counted? */
  readonly pages: boolean
}

const known = new WeakMap<Policy, readonly Need[]>()

/** Every need of a policy, in its order. A policy that was never checked may have bad ones: they are left out. */
export function needsIn(policy: Policy): readonly Need[] {
  const kept = known.get(policy)
  if (kept) return kept
  const needs = Object.entries(policy.checklists ?? {}).flatMap(([key, rule]) => {
    const { types, stages } = rule
    const laid = needsOf(policy, rule, { at: key, when: [], seen: [key] })
    return laid.map((need): Need => ({ ...need, types, stages }))
  })
  known.set(policy, needs)
  return needs
}

/** A need on its way in: the types and stages of the outermost checklist count. */
type Laid = Omit<Need, 'types' | 'stages'>

interface Way {
  readonly at: string
  readonly when: readonly Formula[]
  readonly seen: readonly string[]
}

function needsOf(policy: Policy, rule: ChecklistRule, way: Way): Laid[] {
  return Object.entries(rule.items).flatMap(([key, item]) => {
    const when = item.when === undefined ? undefined : parseFormula(item.when)
    if (when && isFault(when)) return []
    const formulas = when ? [...way.when, when] : way.when
    return needsOfItem(policy, rule, key, item, { ...way, when: formulas })
  })
}

function needsOfItem(
  policy: Policy,
  rule: ChecklistRule,
  key: string,
  item: ChecklistItem,
  way: Way,
): Laid[] {
  const { checklist = '', kind = '' } = item
  const inner = policy.checklists?.[checklist]
  if (inner && !way.seen.includes(checklist))
    return needsOf(policy, inner, { at: checklist, when: way.when, seen: [...way.seen, checklist] })
  const kindRule = policy.materials?.kinds[kind]
  if (!kindRule) return []
  return [
    {
      at: `checklists.${way.at}.items.${key}`,
      kind,
      label: item.label ?? kindRule.label,
      copies: item.copies ?? { any: 1 },
      pages: item.pages ?? 0,
      when: way.when,
      seals: Object.keys({ ...kindRule.seals, ...kindRule.signatures }),
      source: item.source ?? rule.source ?? [],
    },
  ]
}

/** What the checklists ask of this archive, as far as it is, each once. */
export function needsFor(archive: ArchiveContents, policy: Policy): Need[] {
  const value = (key: string) => valueOf(archive, key)
  const ours = needsAt(policy, archive.type, archive.stage ?? '').filter(({ when }) =>
    when.every((formula) => holds(formula, value)),
  )
  return ours.length < 2 ? ours : [...new Map(ours.map((need) => [need.at, need])).values()]
}

const atStages = new WeakMap<readonly Need[], Map<string, readonly Need[]>>()

/** The needs of a type at a stage: audits ask a million times, of few types and stages. */
function needsAt(policy: Policy, type: string, stage: string): readonly Need[] {
  const all = needsIn(policy)
  let kept = atStages.get(all)
  if (!kept) atStages.set(all, (kept = new Map()))
  const key = `${type}\n${stage}`
  let needs = kept.get(key)
  if (!needs) {
    needs = all.filter((need) => need.types?.includes(type) ?? true)
    kept.set(key, (needs = needs.filter((need) => need.stages?.includes(stage) ?? true)))
  }
  return needs
}

/** The value of a standard key, or of a field of the policy; '' where there is none. */
export function valueOf(archive: ArchiveContents, key: string): string {
  const standard = archive[key as keyof ArchiveContents]
  return (typeof standard === 'string' ? standard : archive.fields[key]) ?? ''
}

/** The needs of an archive that its materials do not meet. */
export const unmetNeeds = (
  archive: ArchiveContents,
  policy: Policy,
  materials: readonly HeldMaterial[],
): Need[] => needsFor(archive, policy).filter((need) => !isMet(need, countingFor(need, materials)))

/** The same, and how far each is. */
export const lacksOf = (
  archive: ArchiveContents,
  policy: Policy,
  materials: readonly HeldMaterial[],
): Lack[] =>
  unmetNeeds(archive, policy, materials).map((need) => lackOf(need, countingFor(need, materials)))

const countingFor = ({ kind }: Need, materials: readonly HeldMaterial[]) =>
  materials.filter((it) => it.kind === kind && !it.annex)

const isMet = (need: Need, materials: readonly HeldMaterial[]): boolean => {
  const good = materials.filter((it) => hasPages(need, it) && hasSeals(need, it))
  return formsOf(need).every(([form, count]) => copiesIn(good, form) >= count)
}

const hasPages = ({ pages }: Need, material: HeldMaterial): boolean =>
  (material.pages ?? 0) >= pages

const hasSeals = ({ seals }: Need, material: HeldMaterial): boolean =>
  seals.every((key) => material.seals.includes(key))

const formsOf = ({ copies }: Need) => Object.entries(copies) as [CopyForm, number][]

const copiesIn = (materials: readonly HeldMaterial[], form: CopyForm): number =>
  materials
    .filter((it) => form === 'any' || it.form === form)
    .reduce((sum, { copies }) => sum + copies, 0)

function lackOf(need: Need, materials: readonly HeldMaterial[]): Lack {
  const held = Object.fromEntries(
    formsOf(need).map(([form]) => [form, copiesIn(materials, form)]),
  ) as Lack['held']
  const unseen = need.seals.filter((key) => materials.some((it) => !it.seals.includes(key)))
  const pages = materials.some((it) => !hasPages(need, it))
  return { need, held, seals: materials.length === 0 ? [] : unseen, pages }
}

/** How much of all that is required is there, fields and materials together (SPEC section 2). */
export interface WholeCompleteness extends Completeness {
  readonly lacks: readonly Lack[]
}

/**
 * `missing` names fields by their keys, and materials by where the policy asks for them
 * (`checklists.subscription.items.idCard`): every item counts as much as a field.
 */
export function wholeCompleteness(
  archive: ArchiveContents,
  policy: Policy,
  materials: readonly HeldMaterial[],
): WholeCompleteness {
  const fields = completenessOf(archive, policy)
  const lacks = lacksOf(archive, policy, materials)
  const required = fields.required + needsFor(archive, policy).length
  const missing = [...fields.missing, ...lacks.map(({ need }) => need.at)]
  return { score: wholeScore(required, missing.length), missing, required, lacks }
}

/** What is there of what is required, 0 to 1: two places; 1 only where nothing is missing. */
export const wholeScore = (required: number, missing: number): number =>
  required === 0 ? 1 : shortOfWhole((required - missing) / required)

const shortOfWhole = (score: number): number =>
  score < 1 ? Math.min(0.99, Math.round(score * 100) / 100) : 1

/** The kinds that some checklist asks for, in its order. */
export const kindsNeeded = (policy: Policy): string[] => [
  ...new Set(needsIn(policy).map(({ kind }) => kind)),
]
