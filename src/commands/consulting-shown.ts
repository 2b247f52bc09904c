import type { Archive } from '../domain/archive.ts'
import { levelOf, materialName } from '../domain/material.ts'
import { mayRead } from '../domain/staff.ts'
import { isBeingRead, outstandingCopies } from '../store/consulting-state.ts'
import type { Office } from './desk.ts'

/** A copy of an archive that is out, as `show` says it. */
export interface CopyOutShown {
  /** `P4/2`. */
  readonly copy: string
  /** Null: of the whole archive. */
  readonly material: string | null
  readonly holder: string
  readonly issuedOn: string
  readonly expiresOn: string | null
}

/** Copies that nobody has accounted for; of what the reader may not see nothing is said. */
export const copiesOut = ({ store, operator }: Office, archive: Archive): CopyOutShown[] =>
  outstandingCopies(store, archive.id)
    .filter(({ secrecy }) => mayRead(operator, archive, levelOf({ secrecy }, archive)))
    .map(({ permit, position, seq, holder, issuedOn, expiresOn }) => ({
      copy: `P${permit}/${position}`,
      material: seq === null ? null : materialName(archive.number, seq),
      holder,
      issuedOn,
      expiresOn,
    }))

/** `beingRead`: it lies before a reader just now. */
export const consultingFlags = ({ store }: Office, { id }: Archive): string[] =>
  isBeingRead(store, id) ? ['beingRead'] : []
