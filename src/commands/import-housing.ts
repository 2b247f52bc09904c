import type { Archive } from '../domain/archive.ts'
import { invalid } from '../domain/invalid.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { housingIn, laidAt, type OwnCells } from '../store/intake-row.ts'
import type { Office } from './desk.ts'
import { housed } from './housing.ts'

/** What a row says, lying where it may; or why it cannot lie where the row says. */
export function housedRow<Kept extends Pick<Archive, 'location' | 'secrecy'>>(
  office: Office,
  said: Kept,
  number: string,
  before: string | null = null,
): Kept | { readonly problems: readonly Problem[] } {
  try {
    return housed(office, said, number, before)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !thrown.code.startsWith('place.')) throw thrown
    const place = said.location ?? ''
    const it = invalid('row.place', { number, place, reason: thrown.code })
    return { problems: [{ key: 'location', value: place, invalid: it }] }
  }
}

/** The same of a row that is ready to be entered. */
export function housedCells(
  office: Office,
  own: OwnCells,
): OwnCells | { readonly problems: readonly Problem[] } {
  const said = housingIn(own)
  if (said.location === null) return own
  const kept = housedRow(office, said, said.name)
  return 'problems' in kept ? kept : laidAt(own, kept.location)
}
