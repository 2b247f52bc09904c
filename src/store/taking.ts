import { invalid, isInvalid } from '../domain/invalid.ts'
import { canonicalNumber, readNumber, stemsBehind, type NumberParts } from '../domain/number.ts'
import { readName } from '../domain/plain.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { holderOf, ruleOf, seriesOf, stemFor } from './numbers.ts'
import type { Issued, Numbered, Series } from './numbers.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

/**
 * Takes a number that exists already: reserved by us, or given out before us (SPEC section 3).
 * It must fit the type's pattern and agree with year and org, unless `foreign`.
 * @throws Refusal number.taken, number.void, number.foreign, number.disagrees, value.bad
 */
export function takeNumber(
  store: Store,
  policy: Policy,
  archive: Numbered,
  text: string,
  foreign = false,
): Issued {
  const number = numberIn(text)
  refuseUsed(store, number)
  const { pattern } = ruleOf(policy, archive.type)
  const parts = readNumber(pattern, number)
  const misfit = parts ? disagreement(number, parts, archive) : foreignTo(pattern, number)
  if (misfit && !foreign) throw misfit
  if (misfit || !parts) return takenAsItIs(store, number)
  return takenInto(store, seriesOf(store, stemFor(policy, archive)), number, parts.serial)
}

function numberIn(text: string): string {
  const read = readName(text)
  const wrong = read === '' ? invalid('value.missing', {}) : read
  if (!isInvalid(wrong)) return canonicalNumber(wrong)
  throw new Refusal('value.bad', { problems: [{ key: 'number', value: text, invalid: wrong }] })
}

const foreignTo = (pattern: string, number: string): Refusal =>
  new Refusal('number.foreign', { number, pattern })

function disagreement(number: string, parts: NumberParts, archive: Numbered): Refusal | undefined {
  const year = Number(archive.openedOn.slice(0, 4))
  if (parts.year !== undefined && parts.year !== year)
    return disagrees(number, 'openedOn', parts.year, year)
  if (parts.org !== undefined && parts.org !== archive.orgCode)
    return disagrees(number, 'orgCode', parts.org, archive.orgCode ?? '')
  return undefined
}

const disagrees = (number: string, key: string, said: unknown, expected: unknown): Refusal =>
  new Refusal('number.disagrees', { number, key, said: String(said), expected: String(expected) })

/** Outside any series; but where a series would come to give it out, it has been given out. */
function takenAsItIs(store: Store, number: string): Issued {
  const behind = stemsBehind(number)
  const stems = sql<string>`(select value from json_each(${JSON.stringify(behind.map(({ stem }) => stem))}))`
  const series = store.first(
    query.selectFrom('series').select(['id', 'stem', 'last']).where('stem', 'in', stems),
  )
  if (!series) return { number, seriesId: null, serial: null }
  const { serial } = behind.find(({ stem }) => stem === series.stem) as { serial: number }
  return takenInto(store, series, number, serial)
}

function takenInto(store: Store, series: Series, number: string, serial: number): Issued {
  if (!release(store, number)) noteGivenBefore(store, series, serial)
  return { number, seriesId: series.id, serial }
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
