import type { RawBuilder, SqlBool } from 'kysely'
import { hasWanted, type EntryFilter, type FieldWanted } from '../domain/entry-filter.ts'
import { matchesWord, parseQuery, type Query } from '../domain/search-terms.ts'
import { traceHash } from '../domain/tracing.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Secrecy } from '../domain/words.ts'
import { entryColumns, entryIn, type Entry } from './entries.ts'
import { pageRows, type Survey } from './listing.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'
import { textDocument } from './terms.ts'

/** Which entries are meant, of which archives, and what the reader may see of them. */
export interface EntrySelection {
  readonly filter: EntryFilter
  /** Undefined: of every archive. */
  readonly archiveIds: readonly number[] | undefined
  readonly rights: ReadingRights
  /** Only of archives of one of these levels. */
  readonly levels?: readonly Secrecy[]
}

/** An entry, and the archive in which it stands. */
export interface EntryListed extends Entry {
  readonly number: string
  readonly name: string | null
}

/**
 * The entries of a selection, newest first. Their ids are settled first, then they are read page by
 * page: nothing is held open however long the reader pauses (SPEC 15.17).
 */
export function* listedEntries(store: Store, selection: EntrySelection): Generator<EntryListed> {
  const asked = parseQuery(selection.filter.words)
  const ids = idsOf(store, narrowed(store, selection), asked)
  for (let at = 0; at < ids.length; at += pageRows)
    for (const entry of pageOf(store, ids.slice(at, at + pageRows), selection.rights))
      if (answers(entry, selection.filter, asked)) yield entry
}

const answers = (entry: Entry, { fields }: EntryFilter, asked: Query): boolean =>
  fields.every((alternatives) => hasWanted(entry, alternatives)) &&
  asked.words.every((word) => matchesWord(word, textDocument(entry.text)) !== undefined)

/**
 * Of several traced values only the rarest is asked of the register: a product may be in every
 * other order, its batch in few. The rest is seen as they are read.
 */
function narrowed(store: Store, selection: EntrySelection): EntrySelection {
  const traced = selection.filter.fields.filter(isTraced)
  if (traced.length < 2) return selection
  const rarest = traced
    .map((alternatives) => ({ alternatives, count: ordersWith(store, alternatives) }))
    .reduce((one, other) => (other.count < one.count ? other : one))
  const fields = selection.filter.fields.filter((it) => it === rarest.alternatives || !isTraced(it))
  return { ...selection, filter: { ...selection.filter, fields } }
}

const isTraced = (alternatives: readonly FieldWanted[]): boolean =>
  alternatives.length > 0 && alternatives.every(({ traced, isText }) => traced && isText)

/** So many are counted and no more: beyond, a value is simply common. */
const common = 10_000

const ordersWith = (store: Store, alternatives: readonly FieldWanted[]): number =>
  store.all(
    query
      .selectFrom('entryTrace')
      .select('entryId')
      .where('key', 'in', hashesOf(alternatives))
      .limit(common),
  ).length

function idsOf(store: Store, selection: EntrySelection, asked: Query): number[] {
  const built = chosen(selection, asked)
    .select('entry.id')
    .orderBy('entry.happenedOn', 'desc')
    .orderBy('entry.id', 'desc')
    .compile()
  return [...store.walk(built.sql, built.parameters)].map(([id]) => id as number)
}

/** What the database can tell by itself; what it gives too much is left out as it is read. */
function chosen({ filter, archiveIds, rights, levels }: EntrySelection, asked: Query) {
  const { kinds, since, until, fields } = filter
  const conditions = [
    readableArchives(rights),
    ...(levels ? [sql<SqlBool>`archive.secrecy in (${sql.join([...levels])})`] : []),
    ...(archiveIds ? [sql<SqlBool>`entry.archive_id in ${listOf(archiveIds)}`] : []),
    ...(kinds.length > 0 ? [sql<SqlBool>`entry.kind in (${sql.join([...kinds])})`] : []),
    ...(since === undefined ? [] : [sql<SqlBool>`entry.happened_on >= ${since}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`entry.happened_on <= ${until}`]),
    ...fields.map(anyOf),
    ...asked.words.map(
      ({ match }) =>
        sql<SqlBool>`entry.id in (select rowid from entry_terms where entry_terms match ${match})`,
    ),
  ]
  return query
    .selectFrom('entry')
    .innerJoin('archive', 'archive.id', 'entry.archiveId')
    .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`)
}

const listOf = (ids: readonly number[]) =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`

/** One of the values. Traced ones by their register, each asked once for all the kinds that have it. */
function anyOf(alternatives: readonly FieldWanted[]): RawBuilder<SqlBool> {
  if (!isTraced(alternatives)) return sql<SqlBool>`(${sql.join(alternatives.map(has), sql` or `)})`
  const keys = sql.join(hashesOf(alternatives))
  return sql<SqlBool>`entry.id in (select entry_id from entry_trace where key in (${keys}))`
}

const hashesOf = (alternatives: readonly FieldWanted[]): number[] => [
  ...new Set(alternatives.map(({ key, value }) => traceHash(key, value))),
]

/** Texts, which are compared folded, only as being there. */
function has({ kind, key, value, isText }: FieldWanted): RawBuilder<SqlBool> {
  const held = sql`json_extract(entry.fields, ${`$.${key}`})`
  const fits = isText ? sql`is not null` : sql`= ${value}`
  return sql<SqlBool>`(entry.kind = ${kind} and ${held} ${fits})`
}

/** A page in the order of its ids; what went meanwhile, or rose above the reader, is left out. */
function pageOf(store: Store, ids: readonly number[], rights: ReadingRights): EntryListed[] {
  const rows = store.all(
    query
      .selectFrom('entry')
      .innerJoin('archive', 'archive.id', 'entry.archiveId')
      .select([...entryColumns, 'archive.number', 'archive.name'])
      .where(sql<SqlBool>`entry.id in ${listOf(ids)}`)
      .where(readableArchives(rights)),
  )
  const read = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = read.get(id)
    return row ? [{ ...row, ...entryIn(row) }] : []
  })
}

/** How many archives of these levels a selection's entries are of, and the first thousand. */
export function surveyEntries(
  store: Store,
  selection: EntrySelection,
  levels: readonly Secrecy[],
): Survey {
  const narrowed = chosen({ ...selection, levels }, parseQuery(selection.filter.words))
  const { count } = store.one(narrowed.select(sql<number>`count(distinct archive.id)`.as('count')))
  const archives = store.all(
    narrowed.select(['archive.id', 'archive.number']).distinct().orderBy('archive.id').limit(1000),
  )
  return { count, archives }
}
