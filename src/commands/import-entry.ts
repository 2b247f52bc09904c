import { batchName } from '../store/imports.ts'
import { enter } from '../store/journal.ts'
import { endStretch } from '../store/stretches.ts'
import type { Office } from './desk.ts'
import type { Stretch } from './import-stretch.ts'

/**
 * Enters a stretch in the journal: one entry, with a part for each archive that it changed. Where it
 * changed one several times, an entry more for each further version.
 */
export function enterStretch(
  { store, hand }: Office,
  importId: number,
  { counts, changes, firstId, lastId }: Stretch,
  reason?: string,
): void {
  const act = { action: 'import.commit', object: batchName(importId) }
  const [first, ...further] = changes
  const whole = { archiveId: 0, detail: { ...counts, reason } }
  const seq = enter(store, hand, { ...act, parts: [whole, ...partsOf(first)] })
  endStretch(store, importId, seq, { firstId, lastId })
  for (const more of further) {
    const next = enter(store, hand, { ...act, parts: partsOf(more) })
    endStretch(store, importId, next, { firstId: null, lastId: null })
  }
}

const partsOf = (changes: Stretch['changes'][number] = new Map()) =>
  [...changes].map(([archiveId, detail]) => ({ archiveId, detail }))

/** Notes a change of an archive; a second one of the same goes into a round of its own. */
export function noteChange({ changes }: Stretch, archiveId: number, detail: unknown): void {
  const round = changes.find((it) => !it.has(archiveId))
  if (round) round.set(archiveId, detail)
  else changes.push(new Map([[archiveId, detail]]))
}
