import type { Archive } from '../domain/archive.ts'
import { requireClearance } from '../domain/staff.ts'
import { archiveOf } from '../store/lookup.ts'
import type { Desk, Office } from './desk.ts'
import { enterPassing, toEnter } from './reading.ts'

/** Were several asked for, or a list? Then machines are given an array. */
export const isSeveral = (given: readonly string[]): boolean => given.length > 1 || given[0] === '-'

/**
 * The archives that the numbers mean, each once. The operator must be cleared for every one.
 * @throws Refusal archive.missing, archive.ambiguous, person.not-cleared
 */
export function archivesFor(office: Office, numbers: readonly string[]): Archive[] {
  const meant = numbers.map((number) => archiveOf(office, number))
  const archives = [...new Map(meant.map((archive) => [archive.id, archive])).values()]
  for (const archive of archives) requireClearance(office.operator, archive)
  return archives
}

/** Of what an act shows, that which it did not write is a reading, and entered as one (SPEC 15.3). */
export async function enterShown(
  desk: Desk,
  office: Office,
  act: string,
  changes: readonly { readonly before: Archive; readonly after: Archive }[],
): Promise<void> {
  const unwritten = changes.filter(
    ({ before, after }) => desk.globals.dryRun || before.version === after.version,
  )
  const shown = toEnter(
    office,
    unwritten.map(({ after }) => after),
  )
  const query = [act, ...shown.archives.map(({ number }) => number)].join(' ')
  await enterPassing(desk, query, shown)
}
