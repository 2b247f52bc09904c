import { settableKeys } from './archive.ts'
import { checklistProblems } from './policy-checklists.ts'
import { chainProblems } from './policy-chains.ts'
import { classificationProblems } from './policy-classification.ts'
import { custodyProblems } from './policy-custody-check.ts'
import { givingProblems } from './policy-giving-check.ts'
import { handoverProblems } from './policy-handover-check.ts'
import { fieldProblems, spellingProblems } from './policy-fields.ts'
import { inspectionProblems } from './policy-inspection-check.ts'
import { classesOf, levelsOf, nameAt, namesAt } from './policy-names.ts'
import { canCollide, documentNumberProblems, patternProblems } from './policy-pattern.ts'
import { supervisionProblems } from './policy-supervision-check.ts'
import { secrecyProblems } from './policy-secrecy-check.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import { retentionProblems } from './policy-retention.ts'
import { nearest } from './suggest.ts'
import { builtInNames } from './work-calendar.ts'
import type { MaterialKindRule } from './policy-materials.ts'
import { subjectProblems } from './policy-subject-check.ts'
import type { Choices, EntryRule, Policy, TypeRule } from './policy.ts'

/** What the check cannot know by itself. */
export interface World {
  readonly isTimeZone: (name: string) => boolean
}

/** Does a policy of the right shape also make sense? Everything that is wrong, section by section. */
export function checkPolicy(policy: Policy, world: World): readonly PolicyProblem[] {
  return [
    ...timeZoneProblems(policy, world),
    ...Object.entries(policy.types).flatMap(([key, rule]) =>
      typeProblems(`types.${key}`, rule, policy),
    ),
    ...collisions(policy),
    ...fieldProblems('fields', policy.fields ?? {}),
    ...standardFields(policy),
    ...Object.entries(policy.entries ?? {}).flatMap(([key, rule]) =>
      entryProblems(`entries.${key}`, rule),
    ),
    ...Object.entries(policy.materials?.kinds ?? {}).flatMap(([key, rule]) =>
      materialProblems(`materials.kinds.${key}`, rule, policy),
    ),
    ...checklistProblems(policy),
    ...storageProblems(policy),
    ...chainProblems(policy),
    ...secrecyProblems(policy),
    ...givingProblems(policy),
    ...subjectProblems(policy),
    ...calendarProblems(policy),
    ...custodyProblems(policy),
    ...inspectionProblems(policy),
    ...spellingProblems('assessment.grades', policy.assessment?.grades ?? {}),
    ...handoverProblems(policy),
    ...supervisionProblems(policy),
    ...retentionProblems(policy),
    ...spellingProblems('disposal.methods', policy.disposal?.methods ?? {}),
    ...listsOf(policy).flatMap(([at, choices]) => spellingProblems(at, choices ?? {})),
    ...defaultProblems(policy),
    ...(policy.classification ?? []).flatMap((rule, index) =>
      classificationProblems(`classification.${index}`, rule, policy),
    ),
  ]
}

const timeZoneProblems = ({ timeZone }: Policy, world: World): PolicyProblem[] =>
  world.isTimeZone(timeZone) ? [] : [problem('timeZone', 'time-zone.unknown', { found: timeZone })]

function typeProblems(at: string, rule: TypeRule, policy: Policy): PolicyProblem[] {
  const fields = Object.keys(policy.fields ?? {})
  const keys = [...settableKeys, 'contact', ...fields]
  const unlisted = rule.required.filter(
    (name) => fields.includes(name) && !rule.fields.includes(name),
  )
  const classes = classesOf(policy)
  return [
    ...patternProblems(`${at}.pattern`, rule.pattern),
    ...namesAt(`${at}.fields`, rule.fields, 'fields', fields),
    ...namesAt(`${at}.required`, rule.required, 'keys', keys),
    ...unlisted.map((key) => problem(`${at}.required`, 'field.not-listed', { key })),
    ...nameAt(`${at}.businessKey`, rule.businessKey, 'fields', rule.fields),
    ...nameAt(`${at}.secrecy`, rule.secrecy, 'secrecyLevels', levelsOf(policy)),
    ...nameAt(`${at}.retentionClass`, rule.retentionClass, 'retentionClasses', classes),
  ]
}

/** Two types that could give two customers one number. */
function collisions(policy: Policy): PolicyProblem[] {
  const types = Object.entries(policy.types)
  return types.flatMap(([type, { pattern }], index) =>
    types
      .slice(0, index)
      .filter(([, other]) => canCollide(pattern, other.pattern))
      .map(([other, { pattern: otherPattern }]) => {
        const facts = { pattern, type, other, otherPattern }
        return problem(`types.${type}.pattern`, 'pattern.same-numbers', facts)
      }),
  )
}

/** What every archive has without the policy's doing (SPEC section 2). */
const standardKeys = new Set<string>([
  ...settableKeys,
  ...['number', 'year', 'serial', 'status', 'version', 'fields', 'contact', 'contacts'],
  ...['closedOn', 'nextReviewOn', 'retainUntil', 'aliases', 'entries', 'materials', 'loans'],
  ...['requests', 'holds', 'completeness', 'flags', 'masked'],
])

const standardFields = (policy: Policy): PolicyProblem[] =>
  Object.keys(policy.fields ?? {})
    .filter((key) => standardKeys.has(key))
    .map((key) => problem(`fields.${key}`, 'field.standard', { key }))

function entryProblems(at: string, rule: EntryRule): PolicyProblem[] {
  const { fields = {}, required, reckoned, enterWithin } = rule
  const ofKinds = (...kinds: readonly string[]) =>
    Object.keys(fields).filter((key) => kinds.includes(fields[key]?.kind ?? ''))
  const among = (place: string, name: string | undefined, ...kinds: readonly string[]) =>
    nameAt(`${at}.${place}`, name, 'fields', ofKinds(...kinds))
  return [
    ...fieldProblems(`${at}.fields`, fields),
    ...namesAt(`${at}.required`, required, 'fields', Object.keys(fields)),
    ...among('reckoned.quantity', reckoned?.quantity, 'integer', 'number'),
    ...among('reckoned.unitPrice', reckoned?.unitPrice, 'amount'),
    ...among('reckoned.amount', reckoned?.amount, 'amount'),
    ...among('enterWithin.since', enterWithin?.since, 'date'),
  ]
}

const materialProblems = (at: string, rule: MaterialKindRule, policy: Policy): PolicyProblem[] => [
  ...nameAt(`${at}.part`, rule.part, 'parts', Object.keys(policy.materials?.parts ?? {})),
  ...nameAt(`${at}.secrecy`, rule.secrecy, 'secrecyLevels', levelsOf(policy)),
  ...documentNumberProblems(`${at}.number`, rule.number ?? ''),
  ...spellingProblems(`${at}.seals`, { ...rule.signatures, ...rule.seals }),
  ...bothIn(rule).map((key) => problem(`${at}.signatures.${key}`, 'value.twice', { found: key })),
]

/** A seal and a signature are ticked off by their keys: none may be both. */
const bothIn = ({ seals = {}, signatures = {} }: MaterialKindRule): string[] =>
  Object.keys(signatures).filter((key) => Object.hasOwn(seals, key))

function storageProblems(policy: Policy): PolicyProblem[] {
  const { apart, label } = policy.storage ?? {}
  const keys = [...settableKeys, 'year', 'status', ...Object.keys(policy.fields ?? {})]
  const kinds = Object.keys(policy.materials?.kinds ?? {})
  return [
    ...namesAt('storage.apart.levels', apart?.levels, 'secrecyLevels', levelsOf(policy)),
    ...namesAt('storage.apart.kinds', apart?.kinds, 'materialKinds', kinds),
    ...namesAt('storage.label', label, 'keys', keys),
  ]
}

/** An office's own calendar may have any name but one that is a slip of ours. */
const calendarProblems = ({ calendar }: Policy): PolicyProblem[] =>
  calendar && nearest(calendar.name, builtInNames) !== undefined
    ? nameAt('calendar.name', calendar.name, 'calendars', builtInNames)
    : []

const listsOf = (policy: Policy): [string, Choices | undefined][] => [
  ['types', policy.types],
  ['stages', policy.stages],
  ['industries', policy.industries],
  ['regions', policy.regions],
  ['importances', policy.importances],
  ['entries', policy.entries as Choices | undefined],
  ['materials.kinds', policy.materials?.kinds],
  ['materials.parts', policy.materials?.parts],
  ['secrecy.levels', policy.secrecy?.levels as Choices | undefined],
  ['verification.channels', policy.verification?.channels],
  ['retention.classes', policy.retention?.classes as Choices | undefined],
]

function defaultProblems(policy: Policy): PolicyProblem[] {
  const { secrecy, retention } = policy
  const levels = levelsOf(policy)
  return [
    ...nameAt('secrecy.default', secrecy?.default, 'secrecyLevels', levels),
    ...nameAt('secrecy.journalReadingFrom', secrecy?.journalReadingFrom, 'secrecyLevels', levels),
    ...nameAt('retention.default', retention?.default, 'retentionClasses', classesOf(policy)),
  ]
}
