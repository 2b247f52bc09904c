import type { HeldMaterial } from '../domain/checklist.ts'
import type { Day } from '../domain/words.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/** What was seen on a material, as a JSON list of the policy's keys. */
export const sealsSeen = sql<string>`(select json_group_array(seal) from material_seal
  where material_id = material.id)`

/** What a checklist looks at in the materials of these archives, in one reading. */
export function heldBy(
  store: Store,
  archiveIds: readonly number[],
): ReadonlyMap<number, readonly HeldMaterial[]> {
  const held = new Map<number, HeldMaterial[]>()
  const rows = query
    .selectFrom('material')
    .select(['archiveId', 'kind', 'form', 'copies', 'pages', 'isAnnex'])
    .select(sealsSeen.as('seals'))
    .where(sql<boolean>`archive_id in (select value from json_each(${JSON.stringify(archiveIds)}))`)
  for (const { archiveId, isAnnex, seals, ...rest } of store.all(rows)) {
    const kept = held.get(archiveId) ?? []
    held.set(archiveId, kept)
    kept.push({ ...rest, annex: isAnnex === 1, seals: JSON.parse(seals) as string[] })
  }
  return held
}

/** Seals and signatures that are seen on a material from now on, and no others. */
export function replaceSeals(
  store: Store,
  materialId: number,
  seals: readonly string[],
  seen: { readonly on: Day; readonly by: number | null },
): void {
  const kept = JSON.stringify(seals)
  store.run(
    query
      .deleteFrom('materialSeal')
      .where('materialId', '=', materialId)
      .where(sql<boolean>`seal not in (select value from json_each(${kept}))`),
  )
  const add = store.prepare(
    `INSERT OR IGNORE INTO material_seal (material_id, seal, seen_on, seen_by) VALUES (?, ?, ?, ?)`,
  )
  for (const seal of seals) store.attempt(() => add.run(materialId, seal, seen.on, seen.by))
}
