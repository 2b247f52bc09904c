import { Intake } from '../store/intake.ts'
import { noteImport } from '../store/imports.ts'
import { enter } from '../store/journal.ts'
import { batchName } from '../store/imports.ts'
import { registryOf } from '../store/registry.ts'
import { endStretch } from '../store/stretches.ts'
import type { Desk, Office } from './desk.ts'
import type { ImportTaken } from './import-run.ts'
import { newStretch, takeRow, type ImportWish, type PassedOver } from './importing.ts'

/**
 * Asks, after the file is in, about rows that looked like somebody known: another customer, the same,
 * or leave it. Only at a terminal and only where nothing else was said; elsewhere they stay passed over.
 */
export async function askAboutLikenesses(
  desk: Desk,
  office: Office,
  wish: ImportWish,
  taken: ImportTaken,
): Promise<ImportTaken> {
  if (!desk.globals.interactive || desk.globals.yes || wish.onDuplicate !== 'ask' || taken.takenBack) return taken
  let whole = taken
  for (const one of taken.passedOver) {
    const how = await decision(desk, one)
    if (how !== 'skip') whole = settle(office, { ...wish, onDuplicate: how }, one, whole)
  }
  return whole
}

async function decision(desk: Desk, one: PassedOver): Promise<'skip' | 'add' | 'update'> {
  const text = desk.text.import.run
  const choices = (['skip', 'add', 'update'] as const).map((value) => ({ value, name: text.decisions[value] }))
  const message = text.likeness(one.record.line, one.record.cells.filter(Boolean).join(desk.text.program.marks.items), one.number)
  const question = { kind: 'choice', message, option: '--on-duplicate', choices } as const
  const { how } = await desk.ask({ how: question }, {})
  return how as 'skip' | 'add' | 'update'
}

/** Takes one row that was passed over, in a transaction of its own, as part of the same import. */
function settle(office: Office, wish: ImportWish, one: PassedOver, taken: ImportTaken): ImportTaken {
  const { store, hand, today, policy } = office
  const stretch = newStretch()
  store.transact(() => {
    const { digestKey } = registryOf(store)
    const intake = new Intake(store, policy, { importId: taken.importId, collectedBy: hand.staffId, today, digestKey })
    takeRow(office, intake, wish, one.record, stretch, { rejected: () => undefined, passedOver: () => undefined })
    intake.end()
    const parts = [{ archiveId: 0, detail: stretch.counts }, ...stretch.parts]
    const seq = enter(store, hand, { action: 'import.commit', object: batchName(taken.importId), parts })
    endStretch(store, taken.importId, seq, stretch)
  })
  const { created, updated, unchanged, rejected } = stretch.counts
  const counts = {
    ...taken.counts,
    created: taken.counts.created + created,
    updated: taken.counts.updated + updated,
    unchanged: taken.counts.unchanged + unchanged,
    rejected: taken.counts.rejected + rejected,
    skipped: taken.counts.skipped - 1,
  }
  noteImport(store, taken.importId, { ...counts, lastNumber: stretch.lastNumber ?? taken.lastNumber })
  return { ...taken, counts, lastNumber: stretch.lastNumber ?? taken.lastNumber, passedOver: taken.passedOver.filter((it) => it !== one) }
}
