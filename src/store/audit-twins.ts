import type { Expression } from 'kysely'
import type { CheckCode } from '../domain/audit-finding.ts'
import { everyLikeness } from '../domain/duplicates.ts'
import { inScope, type Auditing } from './audit-scope.ts'
import { query, sql } from './query.ts'
import { readableArchives } from './readable.ts'

/** What a check says, over the columns of `archive` and whatever is joined to it. */
export const row = (check: CheckCode, object: unknown, facts: unknown) =>
  [
    sql<string>`${check}`.as('checkCode'),
    sql.ref<number>('archive.id').as('archiveId'),
    sql<string>`${object}`.as('object'),
    sql<string>`${facts}`.as('facts'),
  ] as const

/** Who looks like a customer before them: the first of each keeps silent. */
export const twins = (it: Auditing): Expression<unknown>[] =>
  everyLikeness.map(({ because, keys }) => {
    const [one, other] = keys.flatMap((key) => (key === undefined ? [] : [sql.ref(`other.${key}`)]))
    const there = [one, other].flatMap((key) => (key ? [sql`${key} is not null`] : []))
    // the index alone tells which occur twice, before any row is looked at
    const first = sql.ref(keys[0])
    there.push(sql`${one} in (select ${first} from archive where ${first} is not null
      group by ${first} having count(*) > 1)`)
    const organisations = Object.entries(it.policy.types).flatMap(([type, { naming }]) =>
      naming === 'organisation' ? [type] : [],
    )
    // people share names, companies do not
    if (because === 'name')
      there.push(sql`other.type in (select value from json_each(${JSON.stringify(organisations)}))`)
    const by = sql.join([one, other].flatMap((key) => key ?? []))
    const grouped = sql<{ id: number; first: string; nth: number }>`(
      select other.id, first_value(other.number) over same as first, row_number() over same as nth
      from archive as other
      where ${sql.join(there, sql` and `)} and other.status <> 'destroyed'
        and ${readableArchives(it.rights, 'other')}
      window same as (partition by ${by} order by other.id))`
    return query
      .selectFrom(grouped.as('twin'))
      .innerJoin('archive', 'archive.id', 'twin.id')
      .where('twin.nth', '>', 1)
      .where(inScope(it))
      .select(
        row(
          'duplicate.likely',
          sql`cast(${because} as text)`,
          sql`json_object('because', cast(${because} as text), 'other', twin.first)`,
        ),
      )
  })
