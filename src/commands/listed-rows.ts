import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import { wholeCompleteness } from '../domain/checklist.ts'
import { heldBy } from '../store/held.ts'
import { listedAs, type Listed } from './archive-columns.ts'
import type { Office } from './desk.ts'

/** Archives whose materials are read at once. */
const pageSize = 500

/** Rows of a listing; with `whole`, what each archive lacks: its materials are read a page of archives at a time. */
export function* listedRows(
  office: Office,
  archives: Iterable<Archive>,
  whole: boolean,
): Generator<Listed> {
  if (!whole) {
    for (const archive of archives) yield listedAs(office, archive)
    return
  }
  let page: Archive[] = []
  for (const archive of archives) {
    page.push(archive)
    if (page.length < pageSize) continue
    yield* wholeRows(office, page)
    page = []
  }
  yield* wholeRows(office, page)
}

function wholeRows(office: Office, page: readonly Archive[]): Listed[] {
  const completeness = completenessIn(office, page)
  return page.map((archive) => ({ ...listedAs(office, archive), ...completeness(archive) }))
}

/** What each of some archives lacks; their materials are read at once. */
export function completenessIn({ store, policy }: Office, archives: readonly Archive[]) {
  const ids = archives.map(({ id }) => id)
  const held = policy.checklists ? heldBy(store, ids) : undefined
  return (archive: Archive): Required<Pick<Listed, 'completeness'>> => ({
    completeness: wholeCompleteness(archive, policy, held?.get(archive.id) ?? []),
  })
}

/** Is `missing` or `score` among the columns that will be given? */
export const asksMissing = (
  columns: readonly Column<Listed>[],
  fields: readonly string[] | undefined,
): boolean =>
  (fields ?? columns.map(({ key }) => key)).some((key) => key === 'missing' || key === 'score')
