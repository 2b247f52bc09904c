import type { Archive } from './archive.ts'
import type { CheckCode, CheckFacts, Found } from './audit-finding.ts'
import { lacksOf, needsIn, type HeldMaterial } from './checklist.ts'
import { completenessOf, lacksContacts } from './completeness.ts'
import { isInvalid } from './invalid.ts'
import type { Shelf } from './place.ts'
import type { Choices, FieldKind, Policy } from './policy.ts'
import { isMisplaced, type Holding } from './storage.ts'
import { readValue } from './value.ts'
import type { Day } from './words.ts'

/** What rules look at besides the archive itself. */
export interface Looked {
  readonly policy: Policy
  readonly today: Day
  readonly shelves: ReadonlyMap<string, Shelf>
  readonly materials: (archiveId: number) => readonly HeldMaterial[]
}

type Rule<Code extends CheckCode> = (archive: Archive, it: Looked) => CheckFacts[Code] | undefined

const keysOr = (keys: readonly string[]) => (keys.length === 0 ? undefined : { fields: keys })

/** Kinds whose last digit tells of the others. */
const summed: ReadonlySet<FieldKind> = new Set(['idCard', 'uscc'])
/** Kinds with a shape of their own. */
const shaped: ReadonlySet<FieldKind> = new Set([
  ...(['date', 'integer', 'number', 'amount', 'phone', 'email'] as const),
])

function badFields(
  { fields }: Archive,
  { policy }: Looked,
  kinds: ReadonlySet<FieldKind>,
): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const rule = policy.fields?.[key]
    if (!rule || !kinds.has(rule.kind)) return []
    return isInvalid(readValue(rule.kind, value, rule)) ? [key] : []
  })
}

function badShapes(archive: Archive, it: Looked): string[] {
  const { phone, email } = archive
  return [
    ...(phone !== null && isInvalid(readValue('phone', phone)) ? ['phone'] : []),
    ...(email !== null && isInvalid(readValue('email', email)) ? ['email'] : []),
    ...badFields(archive, it, shaped),
  ]
}

const choiceOnly: ReadonlySet<FieldKind> = new Set(['choice'])

function badChoices(archive: Archive, it: Looked): string[] {
  const { policy } = it
  const lists: readonly (readonly [keyof Archive, Choices | object | undefined])[] = [
    ['type', policy.types],
    ['stage', policy.stages],
    ['industry', policy.industries],
    ['region', policy.regions],
    ['importance', policy.importances],
    ['channel', policy.verification?.channels],
    ['retentionClass', policy.retention?.classes],
  ]
  const standard = lists.flatMap(([key, list]) => {
    const value = archive[key]
    return list && typeof value === 'string' && !Object.hasOwn(list, value) ? [key] : []
  })
  return [...standard, ...badFields(archive, it, choiceOnly)]
}

/** Controls, marks that nobody sees, characters of private use, and what stands for lost ones. */
const strange = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{FFFD}]/u

function strangeTexts({ name, address, owner, location, contacts, fields }: Archive): string[] {
  const standard = Object.entries({ name, address, owner, location }).flatMap(([key, value]) =>
    value !== null && strange.test(value) ? [key] : [],
  )
  const isStrange = contacts.some((it) => strange.test(`${it.name}${it.role ?? ''}`))
  const own = Object.entries(fields).flatMap(([key, value]) => (strange.test(value) ? [key] : []))
  return [...standard, ...(isStrange ? ['contacts'] : []), ...own]
}

/** Days that cannot stand as they do to each other, to the number's year, or to today. */
function badDays(archive: Archive, { today }: Looked): string[] {
  const { openedOn, formedOn, closedOn, verifiedOn, year } = archive
  const begun = formedOn !== null && formedOn > openedOn ? formedOn : openedOn
  const wrong = {
    openedOn: openedOn > today || Number(openedOn.slice(0, 4)) !== year,
    formedOn: formedOn !== null && formedOn > today,
    closedOn: closedOn !== null && (closedOn < begun || closedOn > today),
    verifiedOn: verifiedOn !== null && (verifiedOn < openedOn || verifiedOn > today),
  }
  return Object.entries(wrong).flatMap(([key, is]) => (is ? [key] : []))
}

/** An archive of a level that lies apart, among others (S001-22-2); or one that lies on no known or fitting shelf. */
function ill(archive: Archive, { policy, shelves }: Looked): 'apart' | 'keeper' | 'place' | null {
  const { location, secrecy, number: name } = archive
  if (location === null) return null
  const shelf = shelves.get(location)
  const holding: Holding = { name, secrecy, kind: null }
  const isWrong = isMisplaced(holding, shelf, policy)
  if (!isWrong) return !shelf && policy.storage?.knownPlaces ? 'place' : null
  if (!policy.storage?.apart?.levels?.includes(secrecy)) return 'place'
  return shelf?.apart?.includes(secrecy) && shelf.keeper === null ? 'keeper' : 'apart'
}

const when = (is: boolean) => (is ? {} : undefined)

/** Checks that a rule decides, looking at one archive at a time. */
const rules = {
  'archive.required': (archive, { policy }) =>
    keysOr(completenessOf(archive, policy).missing.filter((key) => key !== 'contacts')),
  'archive.checklist': (archive, { policy, materials }) => {
    if (needsIn(policy).length === 0) return undefined
    const items = lacksOf(archive, policy, materials(archive.id)).map(({ need }) => need.at)
    return items.length === 0 ? undefined : { items }
  },
  'value.checksum': (archive, it) => keysOr(badFields(archive, it, summed)),
  'value.shape': (archive, it) => keysOr(badShapes(archive, it)),
  'value.choice': (archive, it) => keysOr(badChoices(archive, it)),
  'text.control': (archive) => keysOr(strangeTexts(archive)),
  'date.order': (archive, it) => keysOr(badDays(archive, it)),
  'contacts.few': (archive, { policy }) => when(lacksContacts(archive, policy)),
  'secret.apart': (archive, it) => when(ill(archive, it) === 'apart'),
  'secret.keeper': (archive, it) => when(ill(archive, it) === 'keeper'),
  'place.wrong': (archive, it) => when(ill(archive, it) === 'place'),
} satisfies { readonly [Code in CheckCode]?: Rule<Code> }

export const ruledChecks = Object.keys(rules) as readonly (keyof typeof rules)[]

/** What the rules find in an archive, of these checks. */
export const foundIn = (
  archive: Archive,
  it: Looked,
  checks: readonly (keyof typeof rules)[],
): Found[] =>
  checks.flatMap((check) => {
    const facts = rules[check](archive, it)
    return facts === undefined ? [] : [{ check, object: '', facts }]
  })
