import type { Archive } from '../domain/archive.ts'
import { aliasesOf, removeAlias } from './aliases.ts'
import { removeArchive } from './archives.ts'
import type { Ledger } from './changes.ts'
import { dropKeeping } from './defects.ts'
import { removeEntries } from './entries.ts'
import { enter } from './journal.ts'
import { dropReaders } from './named-readers.ts'
import { issuedOf, voidNumber } from './numbers.ts'
import { query } from './query.ts'

/**
 * Takes archives out as if they had never been opened, save that their numbers are void for ever
 * (SPEC 15.9): rows, terms, entries, digests and the words under the journal's seals go.
 */
export function voidArchives(ledger: Ledger, archives: readonly Archive[], reason: string): void {
  const { store, hand } = ledger
  for (const archive of archives) voidOne(ledger, archive, reason)
  const [only] = archives.length === 1 ? archives : []
  const parts = archives.map(({ id }) => ({ archiveId: id, detail: {} }))
  enter(store, hand, { action: 'archive.void', object: only?.number ?? '', parts })
  for (const { id } of archives)
    store.run(query.deleteFrom('journalDetail').where('archiveId', '=', id))
}

function voidOne({ store, hand }: Ledger, archive: Archive, reason: string): void {
  const issued = issuedOf(store, archive.id)
  const former = aliasesOf(store, archive.id)
  removeEntries(store, archive.id)
  for (const { number } of former) removeAlias(store, number)
  dropReaders(store, archive.id)
  dropKeeping(store, archive.id)
  removeArchive(store, archive)
  for (const { number, seriesId, serial } of [issued, ...former])
    voidNumber(store, { number, seriesId, serial }, reason, hand.today)
}
