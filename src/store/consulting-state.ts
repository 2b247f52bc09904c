import type { Day, Secrecy } from '../domain/words.ts'
import type { Store } from './store.ts'

/** Does an archive, or some of it, lie before a reader? */
export const isBeingRead = (store: Store, archiveId: number): boolean =>
  store
    .prepare('SELECT 1 FROM consultation WHERE archive_id = ? AND closed_on IS NULL LIMIT 1')
    .get(archiveId) !== undefined

/** A copy of an archive that nobody has accounted for; it stands in the way of disposal. */
export interface OutstandingCopy {
  readonly permit: number
  readonly position: number
  readonly seq: number | null
  /** The material's own level. */
  readonly secrecy: Secrecy | null
  readonly holder: string
  readonly issuedOn: Day
  readonly expiresOn: Day | null
}

export function outstandingCopies(store: Store, archiveId: number): OutstandingCopy[] {
  const rows = store
    .prepare(
      `SELECT h.permit_id AS permit, h.position, m.seq, m.secrecy, s.name,
              r.outsider ->> '$.name' AS outsider, p.issued_on AS issuedOn, p.expires_on AS expiresOn
       FROM copy_holding AS h
       JOIN permit AS p ON p.id = h.permit_id
       JOIN request AS r ON r.id = p.request_id
       LEFT JOIN staff AS s ON s.id = r.applicant_id
       LEFT JOIN material AS m ON m.id = h.material_id
       WHERE h.archive_id = ? AND h.accounted_on IS NULL
       ORDER BY h.permit_id, h.position`,
    )
    .all(archiveId) as (Omit<OutstandingCopy, 'holder'> & {
    name: string | null
    outsider: string | null
  })[]
  return rows.map(({ name, outsider, ...copy }) => ({ ...copy, holder: name ?? outsider ?? '' }))
}
