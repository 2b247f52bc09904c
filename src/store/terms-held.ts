import type { Archive } from '../domain/archive.ts'
import { indexTerms } from '../domain/search-terms.ts'
import { documentOf } from './terms.ts'
import type { Store } from './store.ts'

/** What an archive is found by, and under which row of the index. */
export interface TermsHeld {
  readonly id: number
  readonly terms: readonly string[]
}

export const termsOf = (archive: Archive): TermsHeld => ({
  id: archive.id,
  terms: [...new Set(indexTerms(documentOf(archive)).split(' ').filter(Boolean))],
})

/** How many of these terms still lead to their archive: none may (SPEC 15.14). */
export function termsLeft(store: Store, held: readonly TermsHeld[]): number {
  const asked = store
    .prepare('SELECT 1 FROM archive_terms WHERE archive_terms MATCH ? AND rowid = ?')
    .pluck(true)
  return held.reduce(
    (sum, { id, terms }) =>
      sum +
      terms.filter((term) => asked.get(`"${term.replaceAll('"', '""')}"`, id) !== undefined).length,
    0,
  )
}
