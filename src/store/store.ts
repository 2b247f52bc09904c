import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { faultOf } from './faults.ts'

/** A query that gives rows: Kysely's own types carry `Row` in `execute()`, which nobody calls. */
interface Reading<Row> {
  compile(): CompiledQuery
  execute(): Promise<Row[]>
}

/** A query that changes rows: the phantom keeps selects out. */
interface Writing {
  compile(): CompiledQuery
  readonly isSelectQueryBuilder?: never
}

type Plain<T> = T extends PromiseLike<unknown> ? never : T

/** A statement of one's own, for loops and for what Kysely cannot say. */
export type Prepared = Database.Statement<unknown[]>

/** Thrown to take a rehearsed transaction back. */
class Rehearsed {
  readonly result: unknown
  constructor(result: unknown) {
    this.result = result
  }
}

/** Runs built queries, synchronously; each distinct text is prepared once. Faults of SQLite leave as Refusals. */
export class Store {
  readonly path: string
  readonly #db: Database.Database
  readonly #prepared = new Map<string, Prepared>()
  readonly #names = new WeakMap<Prepared, string[]>()
  readonly #walks = new Set<IterableIterator<unknown>>()
  readonly #left: () => void

  /** `left` is told once the connection has been closed. */
  constructor(db: Database.Database, path: string, left: () => void = () => undefined) {
    this.#db = db
    this.path = path
    this.#left = left
  }

  all<Row>(query: Reading<Row>): Row[] {
    return this.#ask(query, (statement, parameters) => {
      const names = this.#namesOf(statement)
      return statement.all(...parameters).map((cells) => row<Row>(names, cells))
    })
  }

  first<Row>(query: Reading<Row>): Row | undefined {
    return this.#ask(query, (statement, parameters) => {
      const cells = statement.get(...parameters)
      return cells === undefined ? undefined : row<Row>(this.#namesOf(statement), cells)
    })
  }

  /** The row that must be there. */
  one<Row>(query: Reading<Row>): Row {
    const found = this.first(query)
    if (found === undefined) throw new Error('a row that must exist does not')
    return found
  }

  /** Row by row; holds a read snapshot while it is walked, so page long listings by key instead. */
  *each<Row>(query: Reading<Row>): Generator<Row> {
    const { sql, parameters } = query.compile()
    const names = this.#namesOf(this.#rawly(sql))
    for (const cells of this.walk(sql, parameters)) yield row<Row>(names, cells)
  }

  /** The cells of each row of a query of one's own, as `each` walks them. */
  *walk(sql: string, parameters: readonly unknown[] = []): Generator<readonly unknown[]> {
    const walk = this.attempt(() => this.#rawly(sql).iterate(...parameters))
    this.#walks.add(walk)
    try {
      for (;;) {
        const next = this.attempt(() => walk.next())
        if (next.done) return
        yield next.value as readonly unknown[]
      }
    } finally {
      this.#walks.delete(walk)
      walk.return?.()
    }
  }

  run(query: Writing): { changes: number; lastId: number } {
    const { sql, parameters } = query.compile()
    return this.attempt(() => {
      const { changes, lastInsertRowid } = this.prepare(sql).run(...parameters)
      return { changes, lastId: Number(lastInsertRowid) }
    })
  }

  /** All or nothing. Begins IMMEDIATE: whoever writes waits for the other writer here, not half-way. */
  transact<T>(work: () => Plain<T>): T {
    return this.attempt(() => this.#db.transaction(work).immediate()) as T
  }

  /** `transact`, taken back at the end: what a `--dry-run` shows is what would have been. */
  rehearse<T>(work: () => Plain<T>): T {
    try {
      return this.transact(() => {
        throw new Rehearsed(work())
      })
    } catch (thrown) {
      if (thrown instanceof Rehearsed) return thrown.result as T
      throw thrown
    }
  }

  /** Several reads of one and the same state, whatever others commit meanwhile. */
  snapshot<T>(work: () => Plain<T>): T {
    return this.attempt(() => this.#db.transaction(work).deferred()) as T
  }

  /** Prepares a text once and keeps it. */
  prepare(sql: string): Prepared {
    const kept = this.#prepared.get(sql)
    if (kept) return kept
    const statement = this.attempt(() => this.#db.prepare(sql))
    this.#prepared.set(sql, statement)
    return statement
  }

  /** Several statements without parameters. */
  script(sql: string): void {
    this.attempt(() => this.#db.exec(sql))
  }

  pragma(text: string): unknown {
    return this.attempt(() => this.#db.pragma(text, { simple: true }))
  }

  /** For keys and ciphers, which must never pass through messages or logs. */
  keyed(work: (db: Database.Database) => void): void {
    this.attempt(() => work(this.#db))
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction
  }

  /** Closes, also where a walk was left half-way. Closing twice does nothing. */
  close(): void {
    if (!this.#db.open) return
    for (const walk of this.#walks) walk.return?.()
    this.#walks.clear()
    this.#db.close()
    this.#left()
  }

  /** Runs `work`; what SQLite throws is told as a Refusal where the user can act on it. */
  attempt<T>(work: () => T): T {
    try {
      return work()
    } catch (thrown) {
      throw faultOf(thrown, this.path)
    }
  }

  #ask<T>(
    query: { compile(): CompiledQuery },
    read: (statement: Prepared, parameters: readonly unknown[]) => T,
  ): T {
    const { sql, parameters } = query.compile()
    return this.attempt(() => read(this.#rawly(sql), parameters))
  }

  /** Prepared to give rows as arrays: names are ours to give. */
  #rawly(sql: string): Prepared {
    const key = `raw ${sql}`
    const kept = this.#prepared.get(key)
    if (kept) return kept
    const statement = this.attempt(() => this.#db.prepare(sql)).raw(true)
    this.#prepared.set(key, statement)
    return statement
  }

  #namesOf(statement: Prepared): string[] {
    const kept = this.#names.get(statement)
    if (kept) return kept
    const names = statement.columns().map((column) => camelCase(column.name))
    this.#names.set(statement, names)
    return names
  }
}

/** The one place where rows become camelCase. */
function row<Row>(names: readonly string[], cells: unknown): Row {
  const made: Record<string, unknown> = {}
  names.forEach((name, at) => {
    made[name] = (cells as unknown[])[at]
  })
  return made as Row
}

/** The name of a column, for statements that are prepared by hand. */
export const snakeCase = (key: string): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
