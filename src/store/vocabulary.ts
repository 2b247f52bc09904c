import { indexTerms } from '../domain/search-terms.ts'
import { everyArchive } from './archives.ts'
import type { Store } from './store.ts'
import { documentOf, materialDocument, textDocument } from './terms.ts'

/** How an index of terms differs from what there is to be found (SPEC 15.14). */
export interface Vocabulary {
  /** Terms that lead to more than has them: something of what is gone may be left. */
  readonly surplus: number
  /** Terms that lead to less than has them. */
  readonly lacking: number
}

/** Compares the vocabulary of every index with freshly made terms; `tell` hears how far it is. */
export function compareVocabulary(store: Store, tell: (done: number) => void): Vocabulary {
  let done = 0
  const told = <T>(it: T): T => {
    if ((done += 1) % 1000 === 0) tell(done)
    return it
  }
  const found = [
    comparedTo(store, 'archive_terms', archiveTerms(store, told)),
    comparedTo(store, 'entry_terms', entryTerms(store, told)),
    comparedTo(store, 'material_terms', materialTerms(store, told)),
  ]
  return {
    surplus: found.reduce((sum, it) => sum + it.surplus, 0),
    lacking: found.reduce((sum, it) => sum + it.lacking, 0),
  }
}

type Told = <T>(it: T) => T

function* archiveTerms(store: Store, told: Told): Generator<string> {
  for (const archive of everyArchive(store))
    if (archive.status !== 'destroyed') yield told(indexTerms(documentOf(archive)))
}

function* entryTerms(store: Store, told: Told): Generator<string> {
  for (const [text] of store.walk(`SELECT text FROM entry WHERE text <> ''`))
    yield told(indexTerms(textDocument(String(text))))
}

function* materialTerms(store: Store, told: Told): Generator<string> {
  for (const [title, number] of store.walk('SELECT title, document_number FROM material')) {
    const documentNumber = number === null ? null : String(number)
    yield told(indexTerms(materialDocument({ title: String(title), documentNumber })))
  }
}

type Index = 'archive_terms' | 'entry_terms' | 'material_terms'

/** Each term with the number of rows that it leads to, against that of rows that have it. */
function comparedTo(store: Store, index: Index, documents: Iterable<string>): Vocabulary {
  const wanted = new Map<string, number>()
  for (const document of documents)
    for (const term of new Set(document.split(' ')))
      if (term !== '') wanted.set(term, (wanted.get(term) ?? 0) + 1)
  let surplus = 0
  let lacking = 0
  for (const [term, rows] of vocabularyOf(store, index)) {
    const known = wanted.get(String(term)) ?? 0
    if (Number(rows) > known) surplus += 1
    if (Number(rows) < known) lacking += 1
    wanted.delete(String(term))
  }
  return { surplus, lacking: lacking + wanted.size }
}

/** A table of this connection's own shows the terms; the file stays as it is. */
function* vocabularyOf(store: Store, index: Index): Generator<readonly unknown[]> {
  const table = `temp.${index}_vocabulary`
  store.pragma('query_only = OFF')
  store.script(
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5vocab('main', '${index}', 'row')`,
  )
  store.pragma('query_only = ON')
  yield* store.walk(`SELECT term, doc FROM ${table}`)
}
