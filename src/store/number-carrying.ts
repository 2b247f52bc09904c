import { numberOf, readNumber } from '../domain/number.ts'
import type { Day } from '../domain/words.ts'
import { seriesOf } from './numbers.ts'
import type { Prepared, Store } from './store.ts'

/** Why, and on what day, numbers are void that were given out after a backup. */
export interface Given {
  readonly reason: string
  readonly on: Day
}

/**
 * Numbers that a file gave out after the backup was made are never given out again: in the restored
 * one they are void, labels that were printed beforehand stay reserved, and counters go on where
 * they were (S002-2.3-2). So do the counters of requests, loans and disposals, whose names stand on
 * paper. Gives how many numbers became void. In the caller's transaction.
 */
export function carryNumbers(restored: Store, present: Store, given: Given): number {
  const ledger = new Ledger(restored, given)
  const series = new Map<unknown, { id: number; stem: string }>()
  for (const [id, stem, last] of present.walk('SELECT id, stem, last FROM series')) {
    const own = seriesOf(restored, String(stem))
    series.set(id, own)
    raise(restored, own.id, Number(last))
  }
  for (const [number, seriesId, serial, fate] of present.walk(everyNumber))
    ledger.keep(String(number), series.get(seriesId)?.id ?? null, serial as number | null, fate)
  raiseNames(restored, present)
  return ledger.voided
}

const everyNumber = `
  SELECT number, series_id, serial, 'used' FROM archive
  UNION ALL SELECT number, series_id, serial, 'used' FROM alias
  UNION ALL SELECT number, series_id, serial, fate FROM number_ledger`

/**
 * The same from what is left where the file is gone: counters of later backups by stem, and numbers
 * that a register names. Everything up to them was given out.
 */
export function voidUpTo(
  restored: Store,
  counters: ReadonlyMap<string, number>,
  numbers: readonly string[],
  given: Given,
): number {
  const ledger = new Ledger(restored, given)
  const highest = new Map(counters)
  const stems = new Set([...highest.keys(), ...stemsIn(restored)])
  for (const number of numbers) {
    const found = [...stems].flatMap((stem) => {
      const serial = readNumber(stem, number)?.serial
      return serial === undefined ? [] : [{ stem, serial }]
    })[0]
    if (found) highest.set(found.stem, Math.max(found.serial, highest.get(found.stem) ?? 0))
    else ledger.keep(number, null, null, 'used')
  }
  for (const [stem, last] of highest) {
    const own = seriesOf(restored, stem)
    for (let serial = own.last + 1; serial <= last; serial += 1)
      ledger.keep(numberOf(stem, serial), own.id, serial, 'used')
    raise(restored, own.id, last)
  }
  return ledger.voided
}

const stemsIn = (store: Store): string[] =>
  [...store.walk('SELECT stem FROM series')].map(([stem]) => String(stem))

const raise = (store: Store, id: number, last: number): void =>
  void store.prepare('UPDATE series SET last = max(last, ?) WHERE id = ?').run(last, id)

/** R12, L12, D1 … : names on forms that people signed. */
function raiseNames(restored: Store, present: Store): void {
  const known = restored.prepare('SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?')
  const set = restored.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?')
  const add = restored.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
  for (const [name, seq] of present.walk('SELECT name, seq FROM sqlite_sequence'))
    if (known.get('table', name) !== undefined && set.run(seq, name).changes === 0)
      add.run(name, seq)
}

/** The ledger of the restored file, number by number. */
class Ledger {
  readonly #given: Given
  readonly #held: Prepared
  readonly #fate: Prepared
  readonly #free: Prepared
  readonly #add: Prepared
  voided = 0

  constructor(store: Store, given: Given) {
    this.#given = given
    this.#held = store.prepare(
      'SELECT 1 FROM archive WHERE number = ? UNION ALL SELECT 1 FROM alias WHERE number = ?',
    )
    this.#fate = store.prepare('SELECT fate FROM number_ledger WHERE number = ?').pluck(true)
    this.#free = store.prepare(`DELETE FROM number_ledger WHERE number = ? AND fate = 'reserved'`)
    this.#add = store.prepare('INSERT INTO number_ledger VALUES (?, ?, ?, ?, ?, ?)')
  }

  keep(number: string, seriesId: number | null, serial: number | null, fate: unknown): void {
    if (this.#held.get(number, number) !== undefined) return
    const known = this.#fate.get(number)
    const isReserved = fate === 'reserved'
    if (known !== undefined && (known === 'void' || isReserved)) return
    this.#free.run(number)
    const { reason, on } = this.#given
    this.#add.run(
      number,
      seriesId,
      serial,
      isReserved ? 'reserved' : 'void',
      isReserved ? null : reason,
      on,
    )
    if (!isReserved) this.voided += 1
  }
}
