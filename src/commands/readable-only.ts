import { mayRead } from '../domain/staff.ts'
import type { Secrecy } from '../domain/words.ts'
import { archivesById } from '../store/archives.ts'
import type { Office } from './desk.ts'

/** Something that hangs on an archive, with a level of its own. */
interface Hanging {
  readonly archiveId: number
  readonly secrecy: Secrecy
}

/** Of what hangs on archives, that which the operator may read. */
export function readableOnly<Thing extends Hanging>(
  { store, operator }: Office,
  things: readonly Thing[],
): Thing[] {
  const archives = archivesById(
    store,
    things.map(({ archiveId }) => archiveId),
  )
  return things.filter(({ archiveId, secrecy }) => {
    const archive = archives.get(archiveId)
    return archive !== undefined && mayRead(operator, archive, secrecy)
  })
}
