import { numberOf, readNumber, stemOf } from '../domain/number.ts'
import type { Policy, TypeRule } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
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

/** The rule of a type that is known. */
export const ruleOf = (policy: Policy, type: string): TypeRule => policy.types[type] as TypeRule

/** The series in which an archive of this type, year and org code is numbered. */
export const stemFor = (policy: Policy, archive: Numbered): string =>
  stemOf(
    ruleOf(policy, archive.type).pattern,
    Number(archive.openedOn.slice(0, 4)),
    archive.orgCode,
  )

/** A run of serials, and the last one given out. */
export interface Series {
  readonly id: number
  readonly stem: string
  readonly last: number
}

/** The last serial given out in each series, by its stem. */
export const seriesIn = (store: Store): Record<string, number> =>
  Object.fromEntries(
    store
      .all(query.selectFrom('series').select(['stem', 'last']).orderBy('stem'))
      .map(({ stem, last }) => [stem, last]),
  )

/** The series of a stem, opened when it is first needed: behind numbers of its kind that were kept as they were. */
export function seriesOf(store: Store, stem: string): Series {
  const found = query.selectFrom('series').select(['id', 'stem', 'last']).where('stem', '=', stem)
  const known = store.first(found)
  if (known) return known
  const last = highestKept(store, stem)
  store.run(query.insertInto('series').values({ stem, last, givenBefore: last }))
  return store.one(found)
}

/** The highest serial of a stem that has no series yet, among foreign numbers, aliases and void ones; 0: none. */
function highestKept(store: Store, stem: string): number {
  const start = stem.slice(0, stem.indexOf('{'))
  let highest = 0
  for (const table of ['archive', 'alias', 'numberLedger'] as const) {
    const alike = query.selectFrom(table).select('number').where('number', '>=', start)
    for (const { number } of store.each(alike.where('number', '<', `${start}\u{10FFFF}`)))
      highest = Math.max(highest, readNumber(stem, number)?.serial ?? 0)
  }
  return highest
}

/** Gives out the next number of the series, in the transaction that uses it: a failed act leaves no hole. */
export function issueNumber(store: Store, policy: Policy, archive: Numbered): Issued {
  const series = seriesOf(store, stemFor(policy, archive))
  const serial = series.last + 1
  store.run(query.updateTable('series').set({ last: serial }).where('id', '=', series.id))
  return { number: numberOf(series.stem, serial), seriesId: series.id, serial }
}

/** Reserves the next `count` numbers on a day, for labels printed in advance. */
export function reserveNumbers(
  store: Store,
  policy: Policy,
  archive: Numbered,
  count: number,
  decidedOn: Day,
): readonly string[] {
  return Array.from({ length: count }, () => {
    const issued = issueNumber(store, policy, archive)
    const row = { ...issued, fate: 'reserved' as const, reason: null, decidedOn }
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
