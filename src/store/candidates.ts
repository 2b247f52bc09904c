import type { Expression, SqlBool } from 'kysely'
import { parseQuery, type Query, type Word } from '../domain/search-terms.ts'
import { standingOf, type Beside, type Standing } from '../domain/standing.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { entriesOf } from './entries.ts'
import { findableMaterials } from './materials.ts'
import { query, sql } from './query.ts'
import { readableMaterials } from './readable.ts'
import type { Store } from './store.ts'
import { documentOf, materialDocument, textDocument, type Findable } from './terms.ts'

/** What of an archive is looked at to tell whether it answers. */
export const looks = [
  'archive.id',
  'archive.name',
  'archive.phone',
  'archive.email',
  'archive.address',
  'archive.contacts',
] as const

/** What is asked for, under which conditions, and the words of it that any entry or material has: mostly none. */
export interface Asked {
  readonly query: Query
  /** Where addresses were typed: the query as it stands, and those addresses in lower case. */
  readonly addressed: { readonly query: Query; readonly emails: readonly string[] } | undefined
  readonly conditions: Expression<SqlBool>
  readonly inEntries: readonly Word[]
  readonly inMaterials: readonly Word[]
  /** Of whoever reads: they decide which materials count. */
  readonly rights: ReadingRights
}

/**
 * Reads the words of a selection (of an address only the mailbox is in the index) and looks
 * which of them entries and materials have at all.
 */
export function askedBy(store: Store, selection: Selection): Asked {
  const { words } = selection
  const emails = words.toLowerCase().match(/\S*@\S*/g)
  const typed = parseQuery(words)
  const asked = emails ? parseQuery(words.replaceAll(/@\S*/g, '')) : typed
  const addressed = emails ? { query: typed, emails } : undefined
  const had = (table: 'entryTerms' | 'materialTerms') =>
    asked.words.filter(({ match }) => store.first(anyOf(table, match)) !== undefined)
  return {
    query: asked,
    addressed,
    conditions: conditionsOf(selection),
    inEntries: had('entryTerms'),
    inMaterials: had('materialTerms'),
    rights: selection.rights,
  }
}

const anyOf = (table: 'entryTerms' | 'materialTerms', match: string) =>
  query
    .selectFrom(table)
    .select('rowid')
    .where(sql<SqlBool>`${sql.table(table)} match ${match}`)
    .limit(1)

/** How an archive answers, its entries and all; undefined: it does not. */
export function standingIn(
  store: Store,
  asked: Asked,
  archive: Findable & { readonly id: number },
): Standing | undefined {
  const { query: words, addressed } = asked
  const document = documentOf(archive)
  const beside = besideOf(store, asked, archive.id)
  const standing = standingOf(words, document, beside)
  if (!standing || !addressed) return standing
  const email = archive.email?.toLowerCase() ?? ''
  return addressed.emails.every((it) => email.includes(it))
    ? { ...standing, by: 'text' }
    : standingOf(addressed.query, document, beside)
}

const besideOf = (store: Store, { inEntries, inMaterials, rights }: Asked, id: number): Beside => ({
  entries: () =>
    inEntries.length === 0 ? [] : entriesOf(store, id).map(({ text }) => textDocument(text)),
  materials: () =>
    inMaterials.length === 0 ? [] : findableMaterials(store, id, rights).map(materialDocument),
})

/** Archives that have every word themselves, newest first (the index gives some more). */
const own = (match: string, conditions: Expression<SqlBool>) =>
  query
    .selectFrom('archiveTerms')
    .crossJoin('archive')
    .where(sql<SqlBool>`archive_terms match ${match}`)
    .whereRef('archive.id', '=', 'archiveTerms.rowid')
    .where(conditions)
    .orderBy('archiveTerms.rowid', 'desc')

/** Archives of which an entry has `word`, and they or other entries the other words; newest entry first. */
function theirEntries(word: Word, asked: Asked) {
  const others = asked.query.words.filter((other) => other !== word)
  return others.reduce(
    (narrowed, other) => narrowed.where(hasWord(other, asked)),
    query
      .selectFrom('entryTerms')
      .crossJoin('entry')
      .crossJoin('archive')
      .where(sql<SqlBool>`entry_terms match ${word.match}`)
      .whereRef('entry.id', '=', 'entryTerms.rowid')
      .whereRef('archive.id', '=', 'entry.archiveId')
      .where(asked.conditions)
      .orderBy('entryTerms.rowid', 'desc'),
  )
}

/** Archives of which a material has `word`, that the reader may see; else as `theirEntries`. */
function theirMaterials(word: Word, asked: Asked) {
  const others = asked.query.words.filter((other) => other !== word)
  return others.reduce(
    (narrowed, other) => narrowed.where(hasWord(other, asked)),
    query
      .selectFrom('materialTerms')
      .crossJoin('material')
      .crossJoin('archive')
      .where(sql<SqlBool>`material_terms match ${word.match}`)
      .whereRef('material.id', '=', 'materialTerms.rowid')
      .where(readableMaterials(asked.rights))
      .whereRef('archive.id', '=', 'material.archiveId')
      .where(asked.conditions)
      .orderBy('materialTerms.rowid', 'desc'),
  )
}

const hasWord = ({ match }: Word, { inMaterials, rights }: Asked) => {
  const inMaterial = sql`or archive.id in (select archive_id from material where id in
    (select rowid from material_terms where material_terms match ${match}) and ${readableMaterials(rights)})`
  return sql<SqlBool>`(
  archive.id in (select rowid from archive_terms where archive_terms match ${match})
  or archive.id in (select archive_id from entry where id in
    (select rowid from entry_terms where entry_terms match ${match}))
  ${inMaterials.length > 0 ? inMaterial : sql``})`
}

export type Candidate = Omit<Findable, 'contacts'> & {
  readonly id: number
  readonly contacts: string
}

/** Rows that may answer, newest first: all words in archives themselves; then one of them in a material or an entry. */
export function* candidateStreams(store: Store, asked: Asked): Generator<Iterable<Candidate>> {
  const { query: words, conditions, inEntries, inMaterials } = asked
  if (words.match === null) return
  yield store.each(own(words.match, conditions).select(looks))
  for (const word of inMaterials) yield store.each(theirMaterials(word, asked).select(looks))
  for (const word of inEntries) yield store.each(theirEntries(word, asked).select(looks))
}

/** Names that have a single sign: quick, and better answers than any text. */
export function inNames(store: Store, { query: words, conditions }: Asked): Iterable<Candidate> {
  const [only, ...others] = words.words
  if (only?.quick === undefined || others.length > 0) return []
  return store.each(own(only.quick, conditions).select(looks))
}

/** The newest archives, whatever they are. */
export const newestFirst = (store: Store, { conditions }: Asked): Iterable<Candidate> =>
  store.each(
    query.selectFrom('archive').select(looks).where(conditions).orderBy('archive.id', 'desc'),
  )

/** The ids of all that may answer. */
export function candidateIds(store: Store, asked: Asked): number[] {
  const { match } = asked.query
  if (match === null) return []
  const ways = [
    store.all(own(match, asked.conditions).select('archive.id')),
    ...asked.inMaterials.map((word) => store.all(theirMaterials(word, asked).select('archive.id'))),
    ...asked.inEntries.map((word) => store.all(theirEntries(word, asked).select('archive.id'))),
  ]
  return ways.flat().map(({ id }) => id)
}
