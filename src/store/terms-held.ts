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

/** Each term's list of archives is walked once; of more terms none. */
const most = 20_000

/**
 * How many of these terms still lead to an archive that had them: none may (SPEC 15.14). The whole
 * list of a term is read: asked for one row only, an index without details says yes to its neighbour.
 */
export function termsLeft(store: Store, held: readonly TermsHeld[]): number {
  const gone = new Set(held.map(({ id }) => id))
  const terms = [...new Set(held.flatMap((it) => it.terms))].slice(0, most)
  const asked = 'SELECT rowid FROM archive_terms WHERE archive_terms MATCH ?'
  return terms.filter((term) =>
    [...store.walk(asked, [`"${term.replaceAll('"', '""')}"`])].some(([id]) =>
      gone.has(Number(id)),
    ),
  ).length
}
