import type { RawBuilder } from 'kysely'
import type { Dimension, ReportPeriod } from '../domain/report.ts'
import type { Counted } from '../domain/report-counting.ts'
import type { Policy } from '../domain/policy.ts'
import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Day } from '../domain/words.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { query, sql } from './query.ts'
import { readableArchives, readsEverything } from './readable.ts'
import type { Store } from './store.ts'

/** Which archives a report counts; what the reader may not see is left out. */
export type Counting = Omit<Selection, 'words'>

/** How many archives somebody may not read; a report does not say more of them than that. */
export const hiddenFrom = (store: Store, rights: ReadingRights): number =>
  readsEverything(rights)
    ? 0
    : store.one(
        query
          .selectFrom('archive')
          .select(sql<number>`count(*)`.as('count'))
          .where('status', '<>', 'destroyed')
          .where(sql<boolean>`not ${readableArchives(rights)}`),
      ).count

/** The archives of each combination of values; several values make one key, which sorts faster. */
export function archivesBy(
  store: Store,
  by: readonly Dimension[],
  counting: Counting,
  { from, to }: ReportPeriod,
): Counted<CustomerCount>[] {
  const rows = store.all(
    query
      .selectFrom('archive')
      .select([
        keyed(by, counting.policy).as('key'),
        sql<number>`count(*)`.as('archives'),
        sql<number>`sum(archive.status = 'active')`.as('active'),
        sql<number>`sum(archive.status = 'pending')`.as('pending'),
        sql<number>`sum(archive.status = 'closed')`.as('closed'),
        sql<number>`sum(archive.opened_on >= ${from})`.as('opened'),
      ])
      .where(conditionsOf(counting))
      .where('openedOn', '<=', to)
      .groupBy('key'),
  )
  return rows.map(({ key, ...counts }) => ({ keys: valuesIn(key), counts }))
}
export type CustomerCount = 'archives' | 'active' | 'pending' | 'closed' | 'opened'

/** What customers of each combination of values bought in a period; amounts in ten-thousandths, whole. */
export function dealingsBy(
  store: Store,
  by: readonly Dimension[],
  counting: Counting,
  { from, to }: ReportPeriod,
): Counted<DealingCount>[] {
  const dealt = sql<{ archiveId: number; count: number; amount: number }>`(
    select archive_id, count(*) as count, sum(${amountIn(counting.policy)}) as amount from entry
    where kind in (${sql.join(dealingKinds(counting.policy))})
      and happened_on between ${from} and ${to} group by archive_id)`
  const rows = store.all(
    query
      .selectFrom('archive')
      .leftJoin(dealt.as('dealt'), 'dealt.archiveId', 'archive.id')
      .select([
        keyed(by, counting.policy).as('key'),
        sql<number>`count(*)`.as('archives'),
        sql<number>`count(dealt.archive_id)`.as('dealing'),
        sql<number>`ifnull(sum(dealt.count), 0)`.as('transactions'),
        sql<number>`ifnull(sum(dealt.amount), 0)`.as('amount'),
      ])
      .where(conditionsOf(counting))
      .where('openedOn', '<=', to)
      .groupBy('key'),
  )
  return rows.map(({ key, ...counts }) => ({ keys: valuesIn(key), counts }))
}
export type DealingCount = 'archives' | 'dealing' | 'transactions' | 'amount'

const keyed = (by: readonly Dimension[], policy: Policy): RawBuilder<string> =>
  sql<string>`json_array(${sql.join(by.map((it) => valueOf(it, policy)))})`

const valuesIn = (key: string): (string | null)[] => JSON.parse(key) as (string | null)[]

/** The last grade that was given; an archive has few entries of the kind. */
function valueOf(dimension: Dimension, policy: Policy): RawBuilder<string | null> {
  if (dimension !== 'credit') return sql<string | null>`${sql.ref(`archive.${dimension}`)}`
  return sql<string | null>`(select fields ->> ${`$.${creditField(policy) ?? ''}`} from entry
    where archive_id = archive.id and kind = 'credit' order by happened_on desc, id desc limit 1)`
}

/** The field in which an assessment of credit says its grade; undefined: the policy has none. */
export const creditField = ({ entries }: Policy): string | undefined =>
  Object.entries(entries?.['credit']?.fields ?? {}).find(([, { kind }]) => kind === 'choice')?.[0]

/** Kinds of entries that have an amount: transactions, and goods that came back. */
export const dealingKinds = ({ entries = {} }: Policy): string[] =>
  Object.keys(entries).filter((kind) => entries[kind]?.reckoned?.amount !== undefined)

/** Whole ten-thousandths: sums of them are exact. */
function amountIn(policy: Policy): RawBuilder<number> {
  const cases = dealingKinds(policy).map((kind) => {
    const field = policy.entries?.[kind]?.reckoned?.amount ?? ''
    return sql`when ${kind} then entry.fields ->> ${`$.${field}`}`
  })
  const text = cases.length === 0 ? sql`null` : sql`case entry.kind ${sql.join(cases, sql` `)} end`
  return sql<number>`cast(round(cast(${text} as real) * 10000) as integer)`
}

/** How many archives were opened and closed in each month; `month` '' is all before the period. */
export const monthsOf = (store: Store, counting: Counting, { from, to }: ReportPeriod): Month[] => {
  const alsoStubs = conditionsOf(counting, true)
  const events = sql<{ day: Day; opened: number; closed: number }>`(
    select opened_on as day, 1 as opened, 0 as closed from archive where ${alsoStubs}
    union all
    select closed_on, 0, 1 from archive where closed_on is not null and ${alsoStubs})`
  return store.all(
    query
      .selectFrom(events.as('event'))
      .select([
        sql<string>`case when day < ${from} then '' else substr(day, 1, 7) end`.as('month'),
        sql<number>`sum(opened)`.as('opened'),
        sql<number>`sum(closed)`.as('closed'),
      ])
      .where('day', '<=', to)
      .groupBy('month')
      .orderBy('month'),
  )
}
export interface Month {
  readonly month: string
  readonly opened: number
  readonly closed: number
}

/** How many archives have served their time by each half-year, by class; `''`: before today, null: never. */
export const endingsOf = (store: Store, counting: Counting, period: EndingPeriod): Ending[] => {
  const { today, from, to } = period
  const half = sql<string | null>`case when archive.retain_until < ${today} then ''
    else substr(archive.retain_until, 1, 4) ||
      case when substr(archive.retain_until, 6, 2) <= '06' then 'H1' else 'H2' end end`
  const held = sql`exists (select 1 from hold where hold.archive_id = archive.id
    and placed_on <= ${today} and (released_on is null or released_on > ${today})
    and (until is null or until >= ${today}))`
  const asked = query
    .selectFrom('archive')
    .select([
      sql<string>`json_array(${half}, archive.retention_class)`.as('key'),
      sql<number>`count(*)`.as('archives'),
      sql<number>`sum(${held})`.as('held'),
    ])
    .where(conditionsOf(counting))
    .groupBy('key')
  const within =
    from === undefined
      ? asked
      : asked.where(sql<boolean>`archive.retain_until between ${from} and ${to}`)
  return store.all(within).map(({ key, ...counts }) => {
    const [halfYear = null, retentionClass = null] = valuesIn(key)
    return { halfYear, retentionClass, ...counts }
  })
}
export interface EndingPeriod {
  readonly today: Day
  /** Only those that end in these days. */
  readonly from: Day | undefined
  readonly to: Day | undefined
}
export interface Ending {
  readonly halfYear: string | null
  readonly retentionClass: string | null
  readonly archives: number
  readonly held: number
}
