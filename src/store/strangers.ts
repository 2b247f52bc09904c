import { everyLikeness, type Keys, type Likeness } from '../domain/duplicates.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** Four megabytes: among a million rows fewer than one stranger in twenty is looked for in vain. */
const bits = 1 << 25

/** To read more than this through, before a list is taken in, could take longer than it spares. */
const few = 1000

/**
 * Tells rows and customers that are surely not in yet, so that nobody need look for them: whoever
 * is noted is never called a stranger; of the others nearly all are (a Bloom filter).
 */
export class Strangers {
  readonly #noted = new Int32Array(bits / 32)
  readonly #store: Store
  readonly #version: unknown

  private constructor(store: Store) {
    this.#store = store
    this.#version = store.pragma('data_version')
  }

  /** Those of a register that holds little; undefined for any other. In the caller's transaction. */
  static of(store: Store): Strangers | undefined {
    if (isLarge(store, 'archive') || isLarge(store, 'row_digest')) return undefined
    const strangers = new Strangers(store)
    const keys = ['nameKey', 'phoneKey', 'identity', 'businessKey'] as const
    for (const archive of store.all(query.selectFrom('archive').select(keys)))
      strangers.noteCustomer(archive)
    for (const [digest] of store.walk('SELECT CAST(digest AS TEXT) FROM row_digest'))
      strangers.noteRow(BigInt(digest as string))
    return strangers
  }

  /** Has nobody else written since? What others wrote is not noted. */
  get isWhole(): boolean {
    return this.#store.pragma('data_version') === this.#version
  }

  isNewRow = (digest: bigint): boolean => !this.#has(rowHash(digest))
  noteRow = (digest: bigint): void => this.#note(rowHash(digest))

  /** Does surely no archive agree in these keys? */
  isNew(likeness: Likeness, one: string, other: string | null): boolean {
    return !this.#has(keyHash(likeness, one, other))
  }

  noteCustomer(keys: Keys): void {
    for (const likeness of everyLikeness) {
      const [one, other] = likeness.keys
      const key = keys[one]
      const second = other === undefined ? null : keys[other]
      if (key !== null && (other === undefined || second !== null))
        this.#note(keyHash(likeness, key, second))
    }
  }

  #has(hash: number): boolean {
    return this.#isSet(hash) && this.#isSet(again(hash))
  }

  #note(hash: number): void {
    this.#set(hash)
    this.#set(again(hash))
  }

  #isSet(hash: number): boolean {
    return (this.#noted[(hash & (bits - 1)) >>> 5]! & (1 << (hash & 31))) !== 0
  }

  #set(hash: number): void {
    this.#noted[(hash & (bits - 1)) >>> 5]! |= 1 << (hash & 31)
  }
}

const isLarge = (store: Store, table: 'archive' | 'row_digest'): boolean =>
  store.prepare(`SELECT 1 FROM ${table} LIMIT 1 OFFSET ${few}`).get() !== undefined

const rowHash = (digest: bigint): number => Number(BigInt.asIntN(32, digest))

/** The same key tells another thing in another likeness. */
function keyHash(likeness: Likeness, one: string, other: string | null): number {
  const hash = stir(everyLikeness.indexOf(likeness) + 1, one)
  return mixed(other === null ? hash : stir(hash * 31, other))
}

/** FNV. */
function stir(begun: number, text: string): number {
  let hash = begun
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Every bit of it hangs on every sign. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b | 0)
  return whole ^ (whole >>> 16)
}

/** A second place for the same thing. */
const again = (hash: number): number => mixed(hash ^ 0x2545f491)
