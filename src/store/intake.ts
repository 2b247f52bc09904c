import type { Archive } from '../domain/archive.ts'
import { keysOf, likenesses, type Because } from '../domain/duplicates.ts'
import { numbererOf, stemOf } from '../domain/number.ts'
import type { Policy } from '../domain/policy.ts'
import { keyAt, keysIn, type OwnCells } from './intake-row.ts'
import { prepare, type Statements } from './intake-statements.ts'
import type { Issued } from './numbers.ts'
import { seriesOf } from './numbers.ts'
import type { Store } from './store.ts'
import { Strangers } from './strangers.ts'

/** Names, phones and digests come in no order: their pages had better stay in memory. */
const cacheKilobytes = 65_536

/** Archives that are indexed in one go: in turns with the rows themselves it takes twice as long. More would be held too long. */
const together = 4000

/** A series that is being counted on. */
interface Counter {
  readonly id: number
  last: number
  readonly numberOf: (serial: number) => string
}

/** An archive that a row looks like, or is. */
export interface Met {
  readonly id: number
  readonly because: Because
}

/**
 * Takes rows in by the hundred thousand: statements are prepared once and bound by position,
 * counters are kept in memory until the stretch ends. Use within one transaction per stretch.
 */
export class Intake {
  readonly #store: Store
  readonly #policy: Policy
  readonly #keyingPolicy: Policy
  readonly #importId: number
  readonly #collectedBy: number | null
  readonly #today: string
  readonly #statements: Statements
  /** Series touched in this stretch, by type, year and org. */
  #counters = new Map<string, Counter>()
  /** Archives of this stretch that the search index does not know yet. */
  #unindexed: { readonly id: number; readonly terms: string }[] = []
  /** Rows of this stretch. */
  #digests = new Map<bigint, number>()
  /** Whom nobody need look for; undefined where all are looked for. */
  #strangers: Strangers | undefined
  #isBegun = false

  constructor(
    store: Store,
    policy: Policy,
    intake: {
      readonly importId: number
      readonly collectedBy: number | null
      readonly today: string
      /** Under which keys are kept: that of the day it really is. */
      readonly keyingPolicy: Policy
    },
  ) {
    this.#store = store
    this.#policy = policy
    this.#keyingPolicy = intake.keyingPolicy
    this.#importId = intake.importId
    this.#collectedBy = intake.collectedBy
    this.#today = intake.today
    store.pragma(`cache_size = -${cacheKilobytes}`)
    this.#statements = prepare(store)
  }

  /** Begins a stretch of a list: the first finds out who is in; where others have written since, all are looked for. */
  begin(): void {
    if (!this.#isBegun) this.#strangers = Strangers.of(this.#store)
    else if (this.#strangers?.isWhole === false) this.#strangers = undefined
    this.#isBegun = true
  }

  /** Has this very row been taken in before? */
  knows(digest: bigint): boolean {
    if (this.#strangers?.isNewRow(digest)) return false
    return this.#digests.has(digest) || this.#statements.knows.get(digest) !== undefined
  }

  /** The archive that a row is, by identity or business key; or looks like, by phone and name. */
  meet(own: OwnCells): Met | undefined {
    for (const likeness of likenesses(own[0], this.#keyingPolicy)) {
      const [one, other] = likeness.keys
      const key = own[keyAt[one]]
      const second = other === undefined ? null : own[keyAt[other]]
      if (key === null || (other !== undefined && second === null)) continue
      if (this.#strangers?.isNew(likeness, key, second)) continue
      const asked = this.#statements[likeness.because]
      const row = other === undefined ? asked.get(key) : asked.get(key, second)
      if (row !== undefined) return { id: (row as { id: number }).id, because: likeness.because }
    }
    return undefined
  }

  /** Numbers and enters an archive; `given` is a number that it brought along. */
  enter(own: OwnCells, terms: string, given?: Issued): { id: number; number: string } {
    const issued = given ?? this.#issue(own)
    const { lastInsertRowid } = this.#statements.archive.run(
      issued.number,
      issued.seriesId,
      issued.serial,
      ...own,
      this.#collectedBy,
      this.#importId,
      this.#today,
    )
    const id = Number(lastInsertRowid)
    this.#strangers?.noteCustomer(keysIn(own))
    if (this.#unindexed.push({ id, terms }) >= together) this.#index()
    return { id, number: issued.number }
  }

  /** Remembers the row as part of an archive. */
  remember(digest: bigint, archiveId: number): void {
    this.#digests.set(digest, archiveId)
    this.#strangers?.noteRow(digest)
  }

  /** Notes that an archive was changed by this import, for its undoing. */
  noteUpdate(archive: Archive): void {
    this.#statements.update.run(this.#importId, archive.id, archive.version)
    this.#strangers?.noteCustomer(keysOf(archive, this.#keyingPolicy))
  }

  reject(line: number, field: string, code: string): void {
    this.#statements.reject.run(this.#importId, line, field, code)
  }

  #issue(own: OwnCells): Issued {
    const [type, year, orgCode] = own
    const key = `${type}\u001F${year}\u001F${orgCode ?? ''}`
    const counter = this.#counters.get(key) ?? this.#open(key, own)
    counter.last += 1
    return { number: counter.numberOf(counter.last), seriesId: counter.id, serial: counter.last }
  }

  #open(key: string, [type, year, orgCode]: OwnCells): Counter {
    const stem = stemOf(this.#policy.types[type]?.pattern ?? '', year, orgCode)
    const counter = { ...seriesOf(this.#store, stem), numberOf: numbererOf(stem) }
    this.#counters.set(key, counter)
    return counter
  }

  /** Writes the counters down, so that others can count on from them, and forgets them. */
  settle(): void {
    for (const { id, last } of this.#counters.values()) this.#statements.counter.run(last, id, last)
    this.#counters = new Map()
  }

  /** Ends a stretch: what was kept back is written, each kind in one go, which is twice as fast as in turns. */
  end(): void {
    this.settle()
    this.#index()
    const { digest } = this.#statements
    const sorted = BigInt64Array.from(this.#digests.keys()).toSorted()
    for (const known of sorted) digest.run(known, this.#digests.get(known), this.#importId)
    this.#digests = new Map()
  }

  #index(): void {
    const { terms: statement } = this.#statements
    for (const { id, terms } of this.#unindexed) statement.run(id, terms)
    this.#unindexed = []
  }
}
