import { isOpen } from '../domain/closing.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { mayRead, requireClearance, type Operator } from '../domain/staff.ts'
import type { Archive } from '../domain/archive.ts'
import { archiveById, touchArchive } from './archives.ts'
import { entryColumns, entryIn, removeEntry, type Entry } from './entries.ts'
import { batchName, noteImport } from './imports.ts'
import { enter, type Hand } from './journal.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What undoing an import of entries came to. */
export interface EntriesUndone {
  readonly removed: number
  /** Entries that stay as they are; those that the operator may not read are left out. */
  readonly kept: readonly EntryKept[]
}

export interface EntryKept {
  readonly entry: number
  readonly number: string
  readonly because: 'corrected' | 'merged' | 'closed'
}

interface UndoDesk {
  readonly store: Store
  readonly hand: Hand
  readonly operator: Operator
}

/**
 * Takes an import of entries back: what it made goes, what was corrected since is kept and listed
 * (SPEC section 12). In the caller's transaction. @throws Refusal person.not-cleared, date.before-last-act
 */
export function undoEntryImport(desk: UndoDesk, importId: number, reason?: string): EntriesUndone {
  const { store, hand, operator } = desk
  const kept: EntryKept[] = []
  const touched = new Set<number>()
  let removed = 0
  let staying = 0
  for (const entry of madeBy(store, importId)) {
    const archive = archiveById(store, entry.archiveId) as Archive
    const because = keptBecause(entry, archive)
    if (because) {
      staying += 1
      const { number } = archive
      if (mayRead(operator, archive)) kept.push({ entry: entry.id, number, because })
      continue
    }
    requireClearance(operator, archive)
    requireAfterLastAct(archive, hand.today)
    removeEntry(store, entry)
    touched.add(archive.id)
    removed += 1
  }
  for (const id of touched) touchArchive(store, id, hand.today)
  noteImport(store, importId, { status: 'undone' })
  const detail = { removed, kept: staying, reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'import.undo', object: batchName(importId), parts })
  return { removed, kept }
}

function keptBecause(entry: Entry, archive: Archive): EntryKept['because'] | undefined {
  if (entry.version > 1) return 'corrected'
  if (entry.fromNumber !== null) return 'merged'
  return isOpen(archive) ? undefined : 'closed'
}

const page = 2000

/** The entries that an import made and that are still there, its stretches' runs of ids in pages. */
function* madeBy(store: Store, importId: number): Generator<Entry> {
  const runs = store.all(
    query
      .selectFrom('importStretch')
      .select(['firstEntryId', 'lastEntryId'])
      .where('importId', '=', importId),
  )
  for (const { firstEntryId: from, lastEntryId: to } of runs)
    if (from !== null && to !== null) yield* inRun(store, importId, from, to)
}

function* inRun(store: Store, importId: number, from: number, to: number): Generator<Entry> {
  const made = query.selectFrom('entry').select(entryColumns).where('importId', '=', importId)
  for (let next = from; ;) {
    const rows = store.all(
      made.where('id', '>=', next).where('id', '<=', to).orderBy('id').limit(page),
    )
    yield* rows.map(entryIn)
    const last = rows.at(-1)
    if (!last) return
    next = last.id + 1
  }
}
