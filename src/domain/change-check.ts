import { isSettable, settableKeys, type Archive } from './archive.ts'
import { neededKeys, type Changes } from './change.ts'
import type { Draft } from './draft.ts'
import { derivedKeys } from './heading-names.ts'
import { mapHeadings } from './headings.ts'
import { invalid } from './invalid.ts'
import { needsOrgCode } from './number.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** What stands against a change: values that are wrong, things that may not go, days to come. */
export function problemsOfChange(
  draft: Draft,
  archive: Archive,
  policy: Policy,
  today: Day,
): readonly Problem[] {
  const { values } = draft
  const gone = [...neededKeys].filter((key) => values.get(key) === '')
  const type = values.get('type') || archive.type
  const orgCode = values.get('orgCode') ?? archive.orgCode ?? ''
  const touched = values.has('type') || values.has('orgCode')
  const orgless = touched && orgCode === '' && needsOrgCode(policy.types[type]?.pattern ?? '')
  const missing = [...gone, ...(orgless ? ['orgCode'] : [])].map((key): Problem => ({
    key,
    value: '',
    invalid: invalid('value.missing', {}),
  }))
  const early = ['openedOn', 'formedOn'].flatMap((key): Problem[] => {
    const value = values.get(key) ?? ''
    return value > today ? [{ key, value, invalid: invalid('date.future', { value, today }) }] : []
  })
  return [...draft.problems, ...missing, ...early]
}

/** How a key that cannot be set is changed, where there is a way. */
const otherWays: Readonly<Record<string, string>> = {
  number: 'classify --renumber',
  contact: '--add-contact',
  status: '--close',
  closedOn: '--close --on',
  retainUntil: 'retentionClass',
  year: 'openedOn',
  nextReviewOn: 'audit confirm',
}

/**
 * Only keys that the office knows can be set: a slip of the finger makes no new field.
 * @throws Refusal usage.unknown-field, with what was probably meant
 */
export function requireKnownKeys(
  changes: Changes,
  extras: ReadonlySet<string>,
  archive: Archive,
  policy: Policy,
): void {
  for (const key of changes.keys()) {
    if (isKnown(key, extras, archive, policy)) continue
    const fields = [...settableKeys, ...(policy.types[archive.type]?.fields ?? [])]
    throw new Refusal('usage.unknown-field', { field: key, suggestion: meant(key, policy), fields })
  }
}

function isKnown(
  key: string,
  extras: ReadonlySet<string>,
  archive: Archive,
  policy: Policy,
): boolean {
  if (isSettable(key) || Object.hasOwn(policy.fields ?? {}, key)) return true
  if (derivedKeys.has(key) || Object.hasOwn(otherWays, key)) return false
  return extras.has(key) || Object.hasOwn(archive.fields, key)
}

const meant = (key: string, policy: Policy): string | undefined =>
  Object.hasOwn(otherWays, key) ? otherWays[key] : mapHeadings([key], policy)[0]?.suggestion
