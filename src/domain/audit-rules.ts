import type { Archive } from './archive.ts'
import type { CheckCode, CheckFacts, Found } from './audit-finding.ts'
import { needsIn, unmetNeeds, type HeldMaterial } from './checklist.ts'
import { completenessOf, lacksContacts } from './completeness.ts'
import { isInvalid } from './invalid.ts'
import type { Shelf } from './place.ts'
import type { FieldKind, Policy } from './policy.ts'
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
): readonly string[] {
  let bad: string[] | undefined
  // no lists are made where nothing is wrong: a million archives are gone through
  for (const key in fields) {
    const rule = policy.fields?.[key]
    if (!rule || !kinds.has(rule.kind)) continue
    if (isInvalid(readValue(rule.kind, fields[key] ?? '', rule))) (bad ??= []).push(key)
  }
  return bad ?? none
}

const none: readonly string[] = []

function badShapes(archive: Archive, it: Looked): readonly string[] {
  const { phone, email } = archive
  const own = badFields(archive, it, shaped)
  const isBadPhone = phone !== null && isInvalid(readValue('phone', phone))
  const isBadEmail = email !== null && isInvalid(readValue('email', email))
  if (!isBadPhone && !isBadEmail) return own
  return [...(isBadPhone ? ['phone'] : []), ...(isBadEmail ? ['email'] : []), ...own]
}

const choiceOnly: ReadonlySet<FieldKind> = new Set(['choice'])

/** The lists of a policy for standard keys. */
const listsOf = (policy: Policy): readonly (readonly [Listed, object])[] =>
  (
    [
      ['type', policy.types],
      ['stage', policy.stages],
      ['industry', policy.industries],
      ['region', policy.regions],
      ['importance', policy.importances],
      ['channel', policy.verification?.channels],
      ['retentionClass', policy.retention?.classes],
    ] as const
  ).flatMap(([key, list]) => (list ? [[key, list] as const] : []))

type Listed = 'type' | 'stage' | 'industry' | 'region' | 'importance' | 'channel' | 'retentionClass'
const lists = new WeakMap<Policy, ReturnType<typeof listsOf>>()

function badChoices(archive: Archive, it: Looked): readonly string[] {
  const { policy } = it
  let known = lists.get(policy)
  if (!known) lists.set(policy, (known = listsOf(policy)))
  const own = badFields(archive, it, choiceOnly)
  let bad: string[] | undefined
  for (const [key, list] of known) {
    const value = archive[key]
    if (value !== null && !Object.hasOwn(list, value)) (bad ??= []).push(key)
  }
  return bad ? [...bad, ...own] : own
}

/** Controls, marks that nobody sees, characters of private use, and what stands for lost ones. */
const strange = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{FFFD}]/u

function strangeTexts(archive: Archive): readonly string[] {
  return isAnyStrange(archive) ? strangeKeys(archive) : none
}

/** One look at all the texts together: most have nothing. */
function isAnyStrange({ name, address, owner, location, contacts, fields }: Archive): boolean {
  let all = `${name ?? ''}${address ?? ''}${owner ?? ''}${location ?? ''}`
  for (const it of contacts) all += `${it.name}${it.role ?? ''}`
  for (const key in fields) all += fields[key]
  return !/^[\x20-\x7e\u4e00-\u9fa5]*$/.test(all) && strange.test(all)
}

function strangeKeys({ name, address, owner, location, contacts, fields }: Archive): string[] {
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
  const bad: string[] = []
  if (openedOn > today || Number(openedOn.slice(0, 4)) !== year) bad.push('openedOn')
  if (formedOn !== null && formedOn > today) bad.push('formedOn')
  if (closedOn !== null && (closedOn < begun || closedOn > today)) bad.push('closedOn')
  if (verifiedOn !== null && (verifiedOn < openedOn || verifiedOn > today)) bad.push('verifiedOn')
  return bad
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
    const items = unmetNeeds(archive, policy, materials(archive.id)).map(({ at }) => at)
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
export function foundIn(
  archive: Archive,
  it: Looked,
  checks: readonly (keyof typeof rules)[],
): readonly Found[] {
  let found: Found[] | undefined
  for (const check of checks) {
    const facts = rules[check](archive, it)
    if (facts !== undefined) (found ??= []).push({ check, object: '', facts })
  }
  return found ?? nothing
}

const nothing: readonly Found[] = []
