import type { Drop, DropInUse, ListColumn } from '../domain/policy-drops.ts'
import type { Day } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** Which drops are in use, and how much. The stubs of destroyed archives need nothing any more. */
export const usesOf = (store: Store, drops: readonly Drop[]): DropInUse[] =>
  drops
    .map((drop) => ({ at: drop.at, isBinding: drop.isBinding, count: countOf(store, drop) }))
    .filter(({ count }) => count > 0)

function countOf(store: Store, { held }: Drop): number {
  if ('column' in held) return archivesWith(store, held.column, held.value)
  if ('field' in held) return archivesHolding(store, held.field, held.value)
  if ('materialKind' in held) return ofKind(store, 'material', held.materialKind)
  if ('incidentKind' in held) return ofKind(store, 'incident', held.incidentKind)
  if ('agreementKind' in held) return ofKind(store, 'agreement', held.agreementKind)
  return ofKind(store, 'entry', held.entryKind)
}

const archivesWith = (store: Store, column: ListColumn, value: string): number =>
  store.one(
    query
      .selectFrom('archive')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(column, '=', value)
      .where('status', '<>', 'destroyed'),
  ).count

/** Archives whose field `key` holds `value`; null: holds anything. */
function archivesHolding(store: Store, key: string, value: string | null): number {
  const held = store
    .prepare(
      `SELECT count(*) AS count FROM archive, json_each(archive.fields) AS held
       WHERE held.key = ? AND (? IS NULL OR held.value = ?)`,
    )
    .get(key, value, value)
  return (held as { count: number }).count
}

type OfKinds = 'entry' | 'material' | 'incident' | 'agreement'

const ofKind = (store: Store, table: OfKinds, kind: string): number =>
  store.one(
    query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', '=', kind),
  ).count

/** How many acts upon archives are dated on `day` or later: the office's own acts are not judged by it. */
export const actsSince = (store: Store, day: Day): number =>
  store.one(
    query
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('effectiveOn', '>=', day)
      .where((on) =>
        on.not(
          on.or([
            on('action', 'like', 'registry.%'),
            on('action', 'like', 'policy.%'),
            on('action', 'like', 'staff.%'),
          ]),
        ),
      ),
  ).count
