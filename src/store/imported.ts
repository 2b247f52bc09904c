import type { Archive } from '../domain/archive.ts'
import { archiveIn } from './archives.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** The archives that an import made and that are still there, its stretches' runs of ids walked in pages. */
export function* madeBy(store: Store, importId: number): Generator<Archive> {
  for (const { from, to } of runsOf(store, importId)) yield* inRun(store, importId, from, to)
}

/** The archives that an import made have ids in these runs, and nobody else's do. */
const runsOf = (store: Store, importId: number) =>
  store
    .all(
      query
        .selectFrom('importStretch')
        .select(['firstArchiveId', 'lastArchiveId'])
        .where('importId', '=', importId),
    )
    .flatMap(({ firstArchiveId: from, lastArchiveId: to }) =>
      from === null || to === null ? [] : [{ from, to }],
    )

/** Archives that an import made and that have since gone into others: their numbers lead there. */
export const mergedAway = (
  store: Store,
  importId: number,
): { readonly number: string; readonly archiveId: number }[] =>
  runsOf(store, importId).flatMap(({ from, to }) =>
    store.all(
      query
        .selectFrom('alias')
        .innerJoin('archive', 'archive.id', 'alias.archiveId')
        .select(['alias.number', 'archiveId'])
        .where('because', '=', 'merged')
        .where('formerId', '>=', from)
        .where('formerId', '<=', to)
        .orderBy('formerId'),
    ),
  )

const page = 500

function* inRun(store: Store, importId: number, from: number, to: number): Generator<Archive> {
  let next = from
  for (;;) {
    const rows = store.all(
      query
        .selectFrom('archive')
        .selectAll()
        .where('id', '>=', next)
        .where('id', '<=', to)
        .where('importId', '=', importId)
        .orderBy('id')
        .limit(page),
    )
    if (rows.length === 0) return
    yield* rows.map(archiveIn)
    next = (rows.at(-1)?.id ?? to) + 1
  }
}

/** The versions of an archive that an import made, the last one first. */
export const versionsBy = (store: Store, importId: number, archiveId: number): number[] =>
  store
    .all(
      query
        .selectFrom('importUpdate')
        .select('version')
        .where('importId', '=', importId)
        .where('archiveId', '=', archiveId)
        .orderBy('version', 'desc'),
    )
    .map(({ version }) => version)

/** The archives that an import changed, among them those that it had made before. */
export const updatedBy = (store: Store, importId: number): number[] =>
  store
    .all(
      query
        .selectFrom('importUpdate')
        .select('archiveId')
        .distinct()
        .where('importId', '=', importId)
        .orderBy('archiveId'),
    )
    .map(({ archiveId }) => archiveId)
