import type { Archive } from './archive.ts'
import { addDays, addYears } from './day.ts'
import { invalid } from './invalid.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { exceeds, type Day, type Secrecy } from './words.ts'

/** The last day of a level that is set on a day (S003-7.3.4); null: it has no level, or never lapses by itself. */
export function termOf(level: Secrecy, policy: Policy, setOn: Day): Day | null {
  const years = level === 'none' ? undefined : policy.secrecy?.levels[level]?.termYears
  return years === undefined ? null : addYears(setOn, years)
}

/** Has the level outlived its term? On its last day it still stands. */
export const isOver = ({ secrecyUntil }: Pick<Archive, 'secrecyUntil'>, today: Day): boolean =>
  secrecyUntil !== null && secrecyUntil < today

/**
 * The archive as it stands once its term is over: at the level to which its own lapses, whose term
 * begins the day after; and so on, where that has passed, too (S003-7.3.4-2).
 */
export function lapsed(archive: Archive, policy: Policy, today: Day): Archive {
  const { secrecyUntil: until } = archive
  if (until === null || !isOver(archive, today)) return archive
  const secrecy = levelAfter(archive.secrecy, policy)
  const secrecyUntil = termOf(secrecy, policy, addDays(until, 1))
  return lapsed({ ...archive, secrecy, secrecyUntil }, policy, today)
}

/** Always a lower one: a policy of another day may have named any. */
function levelAfter(level: Secrecy, policy: Policy): Secrecy {
  const lower = policy.secrecy?.levels[level]?.lapsesTo ?? 'none'
  return exceeds(level, lower) ? lower : 'none'
}

/** What stands against a term that a person says: there must be a level, and it must not be over already. */
export function termProblems(
  values: ReadonlyMap<string, string>,
  level: Secrecy,
  today: Day,
): readonly Problem[] {
  const key = 'secrecyUntil'
  const value = values.get(key) ?? ''
  if (value === '') return []
  if (level === 'none') return [{ key, value, invalid: invalid('term.no-level', {}) }]
  return value < today ? [{ key, value, invalid: invalid('term.over', { value, today }) }] : []
}
