import { canonicalNumber, capacityOf, numberOf, readNumber, stemOf } from '../domain/number.ts'
import type { Policy, TypeRule } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** A number given out: in a series, or foreign (both null). */
export interface Issued {
  readonly number: string
  readonly seriesId: number | null
  readonly serial: number | null
}

/** What a number is made for. */
export interface Numbered {
  readonly type: string
  readonly orgCode: string | null
  /** `YYYY-MM-DD`; its year goes into the number. */
  readonly openedOn: string
}

const ruleOf = (policy: Policy, type: string): TypeRule => policy.types[type] as TypeRule

/** The series in which an archive of this type, year and org code is numbered. */
export const stemFor = (policy: Policy, archive: Numbered): string =>
  stemOf(
    ruleOf(policy, archive.type).pattern,
    Number(archive.openedOn.slice(0, 4)),
    archive.orgCode,
  )

interface Series {
  readonly id: number
  readonly stem: string
  readonly last: number
}

/** The series of a stem, opened when it is first needed. */
export function seriesOf(store: Store, stem: string): Series {
  const found = query.selectFrom('series').select(['id', 'stem', 'last']).where('stem', '=', stem)
  const known = store.first(found)
  if (known) return known
  store.run(query.insertInto('series').values({ stem, last: 0 }))
  return store.one(found)
}

/** Gives out the next number of the series, in the transaction that uses it: a failed act leaves no hole. */
export function issueNumber(store: Store, policy: Policy, archive: Numbered): Issued {
  const series = seriesOf(store, stemFor(policy, archive))
  const serial = series.last + 1
  store.run(query.updateTable('series').set({ last: serial }).where('id', '=', series.id))
  return { number: numberOf(series.stem, serial), seriesId: series.id, serial }
}

/** How full a series is, for the warning at 80 %. */
export const fullnessOf = (stem: string, last: number): number => last / capacityOf(stem)

/**
 * Takes a number that exists already: reserved by us, or given out before us (SPEC section 3).
 * It must fit the type's pattern and agree with year and org, unless `foreign`.
 */
export function takeNumber(
  store: Store,
  policy: Policy,
  archive: Numbered,
  text: string,
  foreign = false,
): Issued {
  const number = canonicalNumber(text)
  refuseUsed(store, number)
  const { pattern } = ruleOf(policy, archive.type)
  const parts = readNumber(pattern, number)
  if (!parts && foreign) return { number, seriesId: null, serial: null }
  if (!parts) throw new Refusal('number.foreign', { number, pattern })
  agree(number, 'openedOn', parts.year, Number(archive.openedOn.slice(0, 4)))
  agree(number, 'orgCode', parts.org, archive.orgCode)
  const series = seriesOf(store, stemFor(policy, archive))
  if (!release(store, number)) noteGivenBefore(store, series, parts.serial)
  return { number, seriesId: series.id, serial: parts.serial }
}

function agree(number: string, key: string, said: unknown, expected: unknown): void {
  if (said === undefined || said === expected) return
  throw new Refusal('number.disagrees', {
    number,
    key,
    said: String(said),
    expected: String(expected ?? ''),
  })
}

function refuseUsed(store: Store, number: string): void {
  if (holderOf(store, number)) throw new Refusal('number.taken', { number })
  const kept = query
    .selectFrom('numberLedger')
    .select(['fate', 'reason'])
    .where('number', '=', number)
  const fate = store.first(kept)
  if (fate?.fate === 'void') throw new Refusal('number.void', { number, reason: fate.reason })
}

/** A reserved number comes into use. */
const release = (store: Store, number: string): boolean =>
  store.run(
    query.deleteFrom('numberLedger').where('number', '=', number).where('fate', '=', 'reserved'),
  ).changes > 0

/** The counter goes on after the highest; what lies below an imported number was given out before us. */
function noteGivenBefore(store: Store, series: Series, serial: number): void {
  const last = Math.max(series.last, serial)
  const given = serial > series.last ? { givenBefore: serial - 1 } : {}
  store.run(
    query
      .updateTable('series')
      .set({ last, ...given })
      .where('id', '=', series.id),
  )
}

/** Reserves the next `count` numbers, for labels printed in advance. */
export function reserveNumbers(
  store: Store,
  policy: Policy,
  archive: Numbered,
  count: number,
): readonly string[] {
  return Array.from({ length: count }, () => {
    const issued = issueNumber(store, policy, archive)
    const row = { ...issued, fate: 'reserved' as const, reason: null, decidedOn: archive.openedOn }
    store.run(query.insertInto('numberLedger').values(row))
    return issued.number
  })
}

/** Makes a number void for ever: it will never be given out again. */
export function voidNumber(store: Store, issued: Issued, reason: string | null, on: string): void {
  const row = { ...issued, fate: 'void' as const, reason, decidedOn: on }
  store.run(query.insertInto('numberLedger').values(row))
}

/** The id of the archive that carries `number`, now or as an alias. */
export function holderOf(store: Store, number: string): number | undefined {
  const own = store.first(query.selectFrom('archive').select('id').where('number', '=', number))
  if (own) return own.id
  const alias = query.selectFrom('alias').select('archiveId').where('number', '=', number)
  return store.first(alias)?.archiveId
}

/** Series id and serial of an archive's number, for moving it to the ledger or to an alias. */
export const issuedOf = (store: Store, id: number): Issued =>
  store.one(
    query.selectFrom('archive').select(['number', 'seriesId', 'serial']).where('id', '=', id),
  )
