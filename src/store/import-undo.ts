import type { Archive } from '../domain/archive.ts'
import { takenBack } from '../domain/restoring.ts'
import { archiveById, archiveIn, removeArchive } from './archives.ts'
import { applyChange, changeDetail, type Ledger } from './changes.ts'
import { versionsOf } from './history.ts'
import { batchName, noteImport } from './imports.ts'
import { enter, type Part } from './journal.ts'
import { issuedOf, voidNumber } from './numbers.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What undoing an import came to. */
export interface Undone {
  readonly removed: number
  readonly reverted: number
  /** Rows that somebody has touched since: kept as they are. */
  readonly kept: readonly {
    readonly number: string
    readonly because: 'changed' | 'entries' | 'merged'
  }[]
}

/**
 * Takes an import back: what it made goes, with its numbers void for ever; what it changed goes
 * back; what was touched since is kept and listed (SPEC section 12). In the caller's transaction.
 */
export function undoImport(ledger: Ledger, importId: number): Undone {
  const { store, hand } = ledger
  const kept: Undone['kept'][number][] = []
  const parts: Part[] = []
  let removed = 0
  for (const archive of madeBy(store, importId)) {
    const because = touchedBy(store, archive)
    if (because) kept.push({ number: archive.number, because })
    else {
      remove(ledger, archive, importId)
      removed += 1
    }
  }
  const reverted = revertUpdates(ledger, importId, kept, parts)
  store.run(query.deleteFrom('rowDigest').where('importId', '=', importId))
  noteImport(store, importId, { status: 'undone' })
  const office = { archiveId: 0, detail: { removed, reverted, kept: kept.length } }
  enter(store, hand, {
    action: 'import.undo',
    object: batchName(importId),
    parts: [office, ...parts],
  })
  return { removed, reverted, kept }
}

/** The archives that an import made and that are still there, its stretches' runs of ids walked in pages. */
function* madeBy(store: Store, importId: number): Generator<Archive> {
  const runs = store.all(
    query
      .selectFrom('importStretch')
      .select(['firstArchiveId', 'lastArchiveId'])
      .where('importId', '=', importId)
      .where('firstArchiveId', 'is not', null),
  )
  for (const { firstArchiveId, lastArchiveId } of runs)
    yield* inRun(store, importId, firstArchiveId as number, lastArchiveId as number)
}

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

function touchedBy(store: Store, archive: Archive): Undone['kept'][number]['because'] | undefined {
  if (archive.version > 1 || archive.status === 'destroyed') return 'changed'
  const has = (table: 'entry' | 'alias') =>
    store.first(
      query.selectFrom(table).select('archiveId').where('archiveId', '=', archive.id).limit(1),
    )
  if (has('alias')) return 'merged'
  return has('entry') ? 'entries' : undefined
}

function remove({ store, hand }: Ledger, archive: Archive, importId: number): void {
  const issued = issuedOf(store, archive.id)
  store.run(query.deleteFrom('journalDetail').where('archiveId', '=', archive.id))
  removeArchive(store, archive)
  voidNumber(store, issued, batchName(importId), hand.today)
}

/** Takes back every update that is still the archive's last change. */
function revertUpdates(
  ledger: Ledger,
  importId: number,
  kept: Undone['kept'][number][],
  parts: Part[],
): number {
  const { store } = ledger
  const updates = store.all(
    query
      .selectFrom('importUpdate')
      .select(['archiveId', 'version'])
      .where('importId', '=', importId)
      .orderBy('archiveId')
      .orderBy('version', 'desc'),
  )
  const first = updates.filter(({ archiveId }, at) => updates[at - 1]?.archiveId !== archiveId)
  let reverted = 0
  for (const { archiveId, version } of first) {
    const archive = archiveById(store, archiveId)
    if (!archive) continue
    const versions = updates.filter((it) => it.archiveId === archiveId).length
    const before = archive.version === version ? beforeThe(store, archive, versions) : undefined
    if (!before) kept.push({ number: archive.number, because: 'changed' })
    else {
      const detail = changeDetail(store, archive, before)
      applyChange(ledger, archive, before)
      if (detail) parts.push({ archiveId, detail })
      reverted += 1
    }
  }
  return reverted
}

/** The archive as it was before its last `count` versions; undefined where a detail has gone. */
function beforeThe(store: Store, archive: Archive, count: number): Archive | undefined {
  const details = versionsOf(store, archive.id).slice(0, count)
  if (details.length < count || details.includes(null)) return undefined
  return details.reduce<Archive>((it, detail) => takenBack(it, detail?.before ?? {}), archive)
}
