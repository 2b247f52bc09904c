import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { takenBack } from '../domain/restoring.ts'
import { requireClearance, type Operator } from '../domain/staff.ts'
import { archiveById, removeArchive } from './archives.ts'
import { dropKeeping } from './defects.ts'
import { applyChange, changeDetail, type Ledger } from './changes.ts'
import { versionsOf } from './history.ts'
import { madeBy, mergedAway, updatedBy, versionsBy } from './imported.ts'
import { batchName, noteImport } from './imports.ts'
import { enter, type Part } from './journal.ts'
import { mattersOf } from './matters.ts'
import { dropReaders } from './named-readers.ts'
import { issuedOf, voidNumber } from './numbers.ts'
import { query, sql } from './query.ts'
import { readableAmong } from './readable.ts'
import type { Store } from './store.ts'

/** What undoing an import came to. */
export interface Undone {
  readonly removed: number
  readonly reverted: number
  /** Archives that somebody has touched since: kept as they are. Those that the operator may not read are left out. */
  readonly kept: readonly {
    readonly number: string
    readonly because: 'changed' | 'entries' | 'materials' | 'merged' | 'hold' | 'incident'
  }[]
}

/** An archive that stays, and why. */
type Kept = Undone['kept'][number] & { readonly id: number }

/** Where it is undone, by whom. */
type UndoLedger = Ledger & { readonly operator: Operator }

/**
 * Takes an import back: what it made goes, with its numbers void for ever; what it changed goes
 * back; what was touched since is kept and listed (SPEC section 12). In the caller's transaction.
 * @throws Refusal person.not-cleared, date.before-last-act
 */
export function undoImport(ledger: UndoLedger, importId: number, reason?: string): Undone {
  const { store, hand } = ledger
  const kept: Kept[] = []
  let removed = 0
  for (const archive of madeBy(store, importId)) {
    const because = touchedBy(store, archive, importId)
    if (because) kept.push({ ...keptAs(archive), because })
    else {
      remove(ledger, archive, importId)
      removed += 1
    }
  }
  for (const { number, archiveId } of mergedAway(store, importId))
    kept.push({ id: archiveId, number, because: 'merged' })
  const { parts, reverted, changed } = revertUpdates(ledger, importId, kept)
  kept.push(...changed)
  forgetRows(store, importId, kept)
  noteImport(store, importId, { status: 'undone' })
  const detail = { removed, reverted, kept: kept.length, reason }
  const office = { archiveId: 0, detail }
  const act = { action: 'import.undo', object: batchName(importId), parts: [office, ...parts] }
  enter(store, hand, act)
  const ids = kept.map(({ id }) => id)
  const readable = readableAmong(store, ledger.operator.rights, ids)
  const told = kept.filter(({ id }) => readable.has(id))
  return { removed, reverted, kept: told.map(({ number, because }) => ({ number, because })) }
}

const keptAs = ({ id, number }: Archive) => ({ id, number })

/** The rows may come again; those of archives that stay are in. */
function forgetRows(store: Store, importId: number, kept: readonly Kept[]): void {
  const ids = sql<number>`(select value from json_each(${JSON.stringify(kept.map(({ id }) => id))}))`
  store.run(
    query
      .deleteFrom('rowDigest')
      .where('importId', '=', importId)
      .where('archiveId', 'not in', ids),
  )
}

/** What the import itself changed afterwards, where a customer came twice, does not count. */
function touchedBy(
  store: Store,
  archive: Archive,
  importId: number,
): Undone['kept'][number]['because'] | undefined {
  const own = versionsBy(store, importId, archive.id)
  if (archive.version > own.length + 1 || archive.status === 'destroyed') return 'changed'
  const has = (table: 'entry' | 'alias') =>
    store.first(
      query.selectFrom(table).select('archiveId').where('archiveId', '=', archive.id).limit(1),
    )
  const matters = mattersOf(store, archive.id)
  if (has('alias') || matters.includes('merged')) return 'merged'
  const custody = (['hold', 'incident'] as const).find((matter) => matters.includes(matter))
  if (custody) return custody
  if (matters.includes('handover')) return 'changed'
  if (matters.length > 0) return 'materials'
  return has('entry') ? 'entries' : undefined
}

function remove({ store, hand, operator }: UndoLedger, archive: Archive, importId: number): void {
  requireClearance(operator, archive)
  requireAfterLastAct(archive, hand.today)
  const issued = issuedOf(store, archive.id)
  store.run(query.deleteFrom('journalDetail').where('archiveId', '=', archive.id))
  dropReaders(store, archive.id)
  dropKeeping(store, archive.id)
  removeArchive(store, archive)
  voidNumber(store, issued, batchName(importId), hand.today)
}

/** Takes back every update that is still its archive's last change; of those that stay anyway, none. */
function revertUpdates(ledger: UndoLedger, importId: number, kept: readonly Kept[]) {
  const staying = new Set(kept.map(({ id }) => id))
  const parts: Part[] = []
  const changed: Kept[] = []
  let reverted = 0
  for (const id of updatedBy(ledger.store, importId)) {
    const archive = staying.has(id) ? undefined : archiveById(ledger.store, id)
    if (!archive) continue
    const before = beforeImport(ledger.store, archive, importId)
    if (!before) changed.push({ ...keptAs(archive), because: 'changed' })
    else {
      parts.push(...reverting(ledger, archive, before))
      reverted += 1
    }
  }
  return { parts, reverted, changed }
}

/** Undefined: somebody changed it since, or what it was has been destroyed. */
function beforeImport(store: Store, archive: Archive, importId: number): Archive | undefined {
  const versions = versionsBy(store, importId, archive.id)
  const isLast = versions.every((version, at) => version === archive.version - at)
  return isLast ? beforeThe(store, archive, versions.length) : undefined
}

/** Nothing to do where the import's own later rows had set right what its earlier ones changed. */
function reverting(ledger: UndoLedger, archive: Archive, before: Archive): Part[] {
  const { store, hand, operator } = ledger
  requireClearance(operator, archive)
  requireAfterLastAct(archive, hand.today)
  const detail = changeDetail(store, archive, before)
  if (!detail) return []
  applyChange(ledger, archive, before)
  return [{ archiveId: archive.id, detail }]
}

/** The archive as it was before its last `count` versions; undefined where a detail has gone. */
function beforeThe(store: Store, archive: Archive, count: number): Archive | undefined {
  const details = versionsOf(store, archive.id).slice(0, count)
  if (details.length < count || details.includes(null)) return undefined
  return details.reduce<Archive>((it, detail) => takenBack(it, detail?.before ?? {}), archive)
}
