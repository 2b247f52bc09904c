import { contentKeys } from '../domain/archive.ts'
import type { Keys } from '../domain/duplicates.ts'
import type { Opening } from '../domain/opening.ts'
import type { Secrecy } from '../domain/words.ts'
import type { Numbered } from './numbers.ts'
import { snakeCase } from './store.ts'

/** Contents that are bound as they are; the others are looked at before. */
const others = contentKeys.filter((key) => !['type', 'orgCode', 'openedOn'].includes(key))

/** The columns of an archive that its own row of a list decides, in the order of `OwnCells`. */
export const ownColumns: readonly string[] = [
  'type',
  'year',
  'org_code',
  'opened_on',
  'name_key',
  'phone_key',
  'identity',
  'business_key',
  'status',
  ...others.map(snakeCase),
  'contacts',
  'fields',
]

/** What goes into `ownColumns`, the first of which are looked at before they are bound. */
export type OwnCells = readonly [
  type: string,
  year: number,
  orgCode: string | null,
  openedOn: string,
  nameKey: string | null,
  phoneKey: string | null,
  identity: string | null,
  businessKey: string | null,
  ...others: (string | null)[],
]

/** Where each key stands in `OwnCells`. */
export const keyAt = {
  nameKey: 4,
  phoneKey: 5,
  identity: 6,
  businessKey: 7,
} as const satisfies Record<keyof Keys, number>

/** What it is known again by. */
export const keysIn = (own: OwnCells): Keys => ({
  nameKey: own[keyAt.nameKey],
  phoneKey: own[keyAt.phoneKey],
  identity: own[keyAt.identity],
  businessKey: own[keyAt.businessKey],
})

/** An archive as it is bound. The year is that of `openedOn` (SPEC section 3). */
export const ownCells = (opening: Opening, keys: Keys): OwnCells => [
  opening.type,
  Number(opening.openedOn.slice(0, 4)),
  opening.orgCode,
  opening.openedOn,
  keys.nameKey,
  keys.phoneKey,
  keys.identity,
  keys.businessKey,
  opening.status,
  ...others.map((key) => opening[key]),
  JSON.stringify(opening.contacts),
  JSON.stringify(opening.fields),
]

const at = {
  location: ownColumns.indexOf('location'),
  secrecy: ownColumns.indexOf('secrecy'),
  name: ownColumns.indexOf('name'),
}

/** What decides where it may lie. */
export const housingIn = (own: OwnCells) => ({
  location: own[at.location] as string | null,
  secrecy: own[at.secrecy] as Secrecy,
  name: own[at.name] as string,
})

/** The same archive, lying somewhere else. */
export const laidAt = (own: OwnCells, location: string | null): OwnCells =>
  own.with(at.location, location) as unknown as OwnCells

/** What its number is made for. */
export const numberedIn = ([type, , orgCode, openedOn]: OwnCells): Numbered => ({
  type,
  orgCode,
  openedOn,
})
