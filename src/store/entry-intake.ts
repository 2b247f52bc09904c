import { hash } from 'node:crypto'
import { nameKey } from '../domain/fold.ts'
import type { EntryRow } from '../domain/entry-row.ts'
import type { Policy } from '../domain/policy.ts'
import { indexTerms } from '../domain/search-terms.ts'
import { traceHash, type Traced } from '../domain/tracing.ts'
import type { Day, Secrecy, Status } from '../domain/words.ts'
import { holderNamed } from './lookup.ts'
import type { Prepared, Store } from './store.ts'
import { textDocument } from './terms.ts'
import { tracedOf } from './traces.ts'

/** Digests come in no order: their pages had better stay in memory. */
const cacheKilobytes = 65_536
/** Entries that are indexed in one go: in turns with the rows themselves it takes twice as long. */
const together = 500
/** Archives that are remembered as they are looked up. */
const remembered = 50_000

/** What is looked at of the archive into which a row goes. */
export interface RowArchive {
  readonly id: number
  readonly number: string
  readonly type: string
  readonly status: Status
  readonly secrecy: Secrecy
  readonly owner: string | null
  readonly fields: string
  readonly nameKey: string | null
  actedOn: Day
  /** A name that has been compared already. */
  knownAs?: string
}

export interface EntryIntakeBegun {
  readonly importId: number
  readonly recordedBy: number | null
  readonly today: Day
  readonly digestKey: Uint8Array
  /** Under which names are compared: that of the day it really is. */
  readonly keyingPolicy: Policy
}

/**
 * Takes entries in by the hundred thousand: statements are prepared once and bound by position,
 * archives looked up once. Use within one transaction per stretch, and end each.
 */
export class EntryIntake {
  readonly #store: Store
  readonly #policy: Policy
  readonly #begun: EntryIntakeBegun
  readonly #digestKey: string
  readonly #statements: Statements
  readonly #traced: Traced
  readonly #archives = new Map<string, RowArchive>()
  readonly #hashes = new Map<string, number>()
  #dataVersion = 0
  #unindexed: { readonly id: number; readonly text: string }[] = []
  readonly #touched = new Set<RowArchive>()

  constructor(store: Store, policy: Policy, begun: EntryIntakeBegun) {
    this.#store = store
    this.#policy = policy
    this.#begun = begun
    this.#digestKey = Buffer.from(begun.digestKey).toString('hex')
    this.#traced = tracedOf(store)
    store.pragma(`cache_size = -${cacheKilobytes}`)
    store.script(
      'CREATE TEMP TABLE IF NOT EXISTS seen_row (digest INTEGER PRIMARY KEY, times INTEGER)',
    )
    this.#statements = prepare(store)
  }

  /** Keyed, 63 bits. */
  digestOf(rowText: string): bigint {
    const bytes = hash('sha256', `${this.#digestKey}entry\u001F${rowText}`, 'buffer')
    return bytes.readBigInt64LE(0) >> 1n
  }

  /**
   * The digest under which a row goes in whose own is in the file already; undefined: it is the
   * same again. Equal rows of one file are as many entries (a customer may buy the same twice on
   * one day); those of another file are the same (SPEC 15.4).
   */
  digestAgain(rowText: string, first: bigint): bigint | undefined {
    const holder = this.#statements.known.get(first) as { import_id: number }
    const { times } = this.#statements.seen.get(first) as { times: number }
    const count = holder.import_id === this.#begun.importId ? times + 1 : times
    if (count === 1) return undefined
    const again = this.digestOf(`${rowText}\u001D${count}`)
    return this.knows(again) ? undefined : again
  }

  /** Is a row in the file already? */
  knows(digest: bigint): boolean {
    return this.#statements.known.get(digest) !== undefined
  }

  /** The archive with this number, in any case and width, with its dash or without; or a former number. */
  archiveNumbered(text: string): RowArchive | undefined {
    const kept = this.#archives.get(text)
    if (kept) return kept
    const found = this.#lookedUp(text)
    if (!found) return undefined
    if (this.#archives.size >= remembered) this.#archives.clear()
    this.#archives.set(text, found)
    return found
  }

  #lookedUp(text: string): RowArchive | undefined {
    const exact = this.#statements.byNumber.get(text)
    if (exact !== undefined) return exact as RowArchive
    const id = holderNamed(this.#store, this.#policy, text)
    return id === undefined ? undefined : (this.#statements.byId.get(id) as RowArchive)
  }

  /** At most two of those that have a business key or an identity number. */
  archivesKnownBy({ by, value }: NonNullable<EntryRow['customer']>): RowArchive[] {
    const asked = by === 'identity' ? this.#statements.byIdentity : this.#statements.byBusinessKey
    return (asked.all(value) as RowArchive[]).map((it) => {
      const kept = this.#archives.get(it.number)
      if (!kept) this.#archives.set(it.number, it)
      return kept ?? it
    })
  }

  isVoid(number: string): boolean {
    return this.#statements.isVoid.get(number) !== undefined
  }

  /** Is this what the archive's customer is called? */
  isNamed(archive: RowArchive, name: string): boolean {
    if (archive.knownAs === name) return true
    const naming = this.#begun.keyingPolicy.types[archive.type]?.naming ?? 'person'
    if (nameKey(name, naming) !== archive.nameKey) return false
    archive.knownAs = name
    return true
  }

  /** Enters a row; gives the entry's id. Undefined: a row with this digest is in already. */
  enter(archive: RowArchive, row: EntryRow, digest: bigint): number | undefined {
    const { importId, recordedBy, today } = this.#begun
    const { kind, on, text, fields } = row
    const { changes, lastInsertRowid } = this.#statements.entry.run(
      archive.id,
      kind,
      on,
      text,
      JSON.stringify(fields),
      recordedBy,
      today,
      importId,
      digest,
    )
    if (changes === 0) return undefined
    const id = Number(lastInsertRowid)
    for (const field of this.#traced.get(kind) ?? []) {
      const value = fields[field]
      if (value !== undefined) this.#statements.trace.run(this.#hashOf(field, value), id)
    }
    if (archive.actedOn < today) this.#touched.add(archive)
    if (text !== '' && this.#unindexed.push({ id, text }) >= together) this.#index()
    return id
  }

  reject(line: number, field: string, code: string): void {
    this.#statements.reject.run(this.#begun.importId, line, field, code)
  }

  /** Ends a stretch: what was kept back is written. */
  end(): void {
    this.#index()
    const { today } = this.#begun
    for (const archive of this.#touched) {
      this.#statements.touch.run(today, archive.id)
      archive.actedOn = today
    }
    this.#touched.clear()
  }

  /** Where others have written since the last stretch, archives are looked up again. */
  refresh(): void {
    const version = Number(this.#store.pragma('data_version'))
    if (version !== this.#dataVersion) this.#archives.clear()
    this.#dataVersion = version
  }

  /** Products and batches come again and again. */
  #hashOf(field: string, value: string): number {
    const at = `${field}\u001F${value}`
    const kept = this.#hashes.get(at)
    if (kept !== undefined) return kept
    if (this.#hashes.size >= remembered) this.#hashes.clear()
    const made = traceHash(field, value)
    this.#hashes.set(at, made)
    return made
  }

  #index(): void {
    const { terms } = this.#statements
    for (const { id, text } of this.#unindexed) terms.run(id, indexTerms(textDocument(text)))
    this.#unindexed = []
  }
}

const looked = `SELECT id, number, type, status, secrecy, owner, fields, name_key AS nameKey, acted_on AS actedOn FROM archive`

function prepare(store: Store): Statements {
  return {
    known: store.prepare('SELECT import_id FROM entry WHERE digest = ?'),
    seen: store.prepare(
      `INSERT INTO temp.seen_row VALUES (?, 1)
       ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times`,
    ),
    byNumber: store.prepare(`${looked} WHERE number = ?`),
    byId: store.prepare(`${looked} WHERE id = ?`),
    byBusinessKey: store.prepare(`${looked} WHERE business_key = ? LIMIT 2`),
    byIdentity: store.prepare(`${looked} WHERE identity = ? LIMIT 2`),
    isVoid: store.prepare(`SELECT 1 FROM number_ledger WHERE number = ? AND fate = 'void'`),
    entry: store.prepare(
      `INSERT INTO entry (archive_id, kind, happened_on, text, fields, recorded_by, recorded_on, import_id, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (digest) WHERE digest IS NOT NULL DO NOTHING`,
    ),
    trace: store.prepare('INSERT OR IGNORE INTO entry_trace VALUES (?, ?)'),
    terms: store.prepare('INSERT INTO entry_terms (rowid, terms) VALUES (?, ?)'),
    touch: store.prepare('UPDATE archive SET acted_on = ? WHERE id = ?'),
    reject: store.prepare('INSERT OR IGNORE INTO import_reject VALUES (?, ?, ?, ?)'),
  }
}

type Statements = Record<
  | 'known'
  | 'seen'
  | 'byNumber'
  | 'byId'
  | 'byBusinessKey'
  | 'byIdentity'
  | 'isVoid'
  | 'entry'
  | 'trace'
  | 'terms'
  | 'touch'
  | 'reject',
  Prepared
>
