import type { RawBuilder, SqlBool } from 'kysely'
import type { Due, DueAsked, DueKind } from './due.ts'
import { heaped } from './dues-heaps.ts'
import { sql } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

interface Look {
  readonly kind: DueKind
  readonly column: string
  /** Literally as the index says it, which is used only then. */
  readonly where: string
  readonly besides?: RawBuilder<SqlBool>
}

/** What archives themselves say when it is to be done: review, end of secrecy, of retention, verification. */
export function archiveDues(store: Store, { rights, today, by }: DueAsked): Due[] {
  const free = sql<SqlBool>`archive.id not in (select archive_id from hold
    where released_on is null and ifnull(until, '9999-12-31') >= ${today})`
  const looks: readonly Look[] = [
    { kind: 'review', column: 'next_review_on', where: `archive.status = 'active'` },
    { kind: 'secrecy', column: 'secrecy_until', where: `archive.status <> 'destroyed'` },
    {
      ...{ kind: 'retention', column: 'retain_until', besides: free },
      where: `archive.status <> 'destroyed'`,
    },
    { kind: 'verification', column: 'opened_on', where: `archive.status = 'pending'` },
  ]
  return looks.flatMap(({ kind, column, where, besides }) => {
    const day = sql.raw(`archive.${column}`)
    const ok = sql`${sql.raw(`${where} and archive.${column} is not null`)}
      and ${readableArchives(rights)} and ${besides ?? sql`true`}`
    return heaped(
      store,
      sql`select ${day} as due, archive.owner as a, null as b, count(*) as many,
          archive.owner as who
        from archive where ${day} <= ${by} and ${ok} group by ${day}, archive.owner`,
      undefined,
      (heaps) => sql`select ${day} as due, archive.number, archive.id, archive.owner as who
        from ${heaps} as heap join archive on ${day} = heap.due and archive.owner is heap.a
        where ${ok}`,
    ).map(({ sort: _, ...row }) => ({ ...row, kind, check: null }))
  })
}
