import type { RawBuilder, SqlBool } from 'kysely'
import { isBounded, type Admission, type ReadingRights } from '../domain/reading-rights.ts'
import { exceeds, secrecyLevels, type Secrecy } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

type Bool = RawBuilder<SqlBool>

/**
 * Archives that somebody may read: `admits` in SQL, over the columns of `archive` or another name
 * of it. Where the policy names no readers it compares the level and looks at nothing else.
 */
export function readableArchives(rights: ReadingRights, as = 'archive'): Bool {
  const open = levelsWhere(rights, ({ all }) => all)
  const level = sql.ref(`${as}.secrecy`)
  const byLevel = levelsWhere(rights, isBounded).map((it) => {
    const admission = admitted(rights, rights.levels[it], as)
    return sql<SqlBool>`(${level} = ${it} and ${admission})`
  })
  const levels = anyOf([sql<SqlBool>`${level} in (${sql.join(open)})`, ...byLevel])
  const fields = rights.fields.map(({ key, choices }) => {
    const value = sql`json_extract(${sql.ref(`${as}.fields`)}, ${`$."${key}"`})`
    const cases = [...choices].map(
      ([choice, it]) => sql`when ${choice} then ${admitted(rights, it, as)}`,
    )
    return sql<SqlBool>`(${level} = 'none' or case ${value} ${sql.join(cases, sql` `)} else 1 end)`
  })
  const closed = fields.length === 0 ? levels : allOf([levels, ...fields])
  return rights.opened.size === 0 ? closed : anyOf([closed, isOpened(rights, as)])
}

/** Of archives that somebody may read, the papers that they may read, too. */
export function readableMaterials(rights: ReadingRights): Bool {
  const level = sql`material.secrecy`
  const open = levelsWhere(rights, ({ all }) => all)
  const plain = [sql<SqlBool>`${level} is null`, sql<SqlBool>`${level} in (${sql.join(open)})`]
  const bound = levelsWhere(rights, ({ because }) => because !== undefined)
  if (bound.length === 0 && rights.opened.size === 0) return anyOf(plain)
  const byLevel = bound.map((it) => {
    const above = secrecyLevels.filter((other) => !exceeds(it, other))
    const covered = sql<SqlBool>`holder.secrecy in (${sql.join(above)})`
    const admission = admitted(rights, rights.levels[it], 'holder')
    return sql<SqlBool>`(${level} = ${it} and ${anyOf([covered, admission])})`
  })
  const opened = rights.opened.size === 0 ? [] : [isOpened(rights, 'holder')]
  return anyOf([
    ...plain,
    sql<SqlBool>`exists (select 1 from archive as holder
      where holder.id = material.archive_id and ${anyOf([...byLevel, ...opened])})`,
  ])
}

/** Of archives by their ids, those that somebody may read. */
export function readableAmong(
  store: Store,
  rights: ReadingRights,
  ids: readonly number[],
): ReadonlySet<number> {
  const these = sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
  const asked = query.selectFrom('archive').select('id').where('id', 'in', these)
  return new Set(store.all(asked.where(readableArchives(rights))).map(({ id }) => id))
}

/** Is there nothing that they may not read? */
export const readsEverything = (rights: ReadingRights): boolean =>
  rights.fields.length === 0 && secrecyLevels.every((level) => rights.levels[level].all)

const levelsWhere = (rights: ReadingRights, fits: (it: Admission) => boolean): Secrecy[] =>
  secrecyLevels.filter((level) => fits(rights.levels[level]))

/** The lists of named readers may be long: they are asked, never carried about. */
function admitted({ staffId }: ReadingRights, it: Admission, as: string): Bool {
  if (it.all) return sql<SqlBool>`1`
  const owner = sql`ifnull(${sql.ref(`${as}.owner`)}, '')`
  const owned = sql<SqlBool>`${owner} in (select value from json_each(${JSON.stringify([...it.owners])}))`
  const named = sql<SqlBool>`${sql.ref(`${as}.id`)} in
    (select archive_id from archive_reader where staff_id = ${staffId})`
  return anyOf([...(it.owners.size > 0 ? [owned] : []), ...(it.named ? [named] : [])])
}

const isOpened = ({ opened }: ReadingRights, as: string): Bool =>
  sql<SqlBool>`${sql.ref(`${as}.id`)} in (select value from json_each(${JSON.stringify([...opened])}))`

const anyOf = (all: readonly Bool[]): Bool =>
  all.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join([...all], sql` or `)})`

const allOf = (all: readonly Bool[]): Bool => sql<SqlBool>`(${sql.join([...all], sql` and `)})`
