import type { Archive } from '../domain/archive.ts'
import { Refusal } from '../domain/refusal.ts'
import { addAlias } from './aliases.ts'
import { renumberArchive } from './archives.ts'
import type { Ledger } from './changes.ts'
import { issuedOf, issueNumber, seriesOf, stemFor } from './numbers.ts'

/**
 * Gives an archive a new number after its type, year and org code; the old one leads to it still
 * (SPEC section 3). The caller writes the change.
 * @throws Refusal number.unchanged
 */
export function renumbered({ store, hand, policy }: Ledger, archive: Archive): Archive {
  const old = issuedOf(store, archive.id)
  const series = seriesOf(store, stemFor(policy, archive))
  if (series.id === old.seriesId) throw new Refusal('number.unchanged', { number: old.number })
  const issued = issueNumber(store, policy, archive)
  renumberArchive(store, archive.id, issued)
  const alias = { ...old, archiveId: archive.id, because: 'renumbered' as const, formerId: null }
  addAlias(store, { ...alias, since: hand.today })
  return { ...archive, number: issued.number, serial: issued.serial }
}
