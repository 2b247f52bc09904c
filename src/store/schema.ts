import { Refusal } from '../domain/refusal.ts'
import { connect } from './open.ts'
import { Store } from './store.ts'

/** How many steps of schema/ this program knows; a test counts them. */
export const knownSchema = 15

/** One numbered step of the file's shape: schema/NNNN-what.sql. */
export interface Step {
  readonly number: number
  readonly sql: string
}

export const schemaOf = (store: Store): number => Number(store.pragma('user_version'))

/** Is the file's shape older than `known`? @throws Refusal file.newer */
export function isBehind(store: Store, known = knownSchema): boolean {
  const schema = schemaOf(store)
  if (schema > known) throw new Refusal('file.newer', { path: store.path, schema, known })
  return schema < known
}

/** Brings the file's shape up to date, in one transaction. Back it up first. */
export function migrate(store: Store, steps: readonly Step[]): void {
  store.transact(() => {
    for (const step of steps.slice(schemaOf(store))) store.script(step.sql)
    store.script(`PRAGMA user_version = ${steps.length}`)
  })
}

/**
 * Refuses a file with a trigger, view or table that is not ours, or without one that is: whoever
 * added it could make our own statements do something else. `drawn` is the shape that all steps
 * make, as schema/shape.txt has it; `steps` are read only where the file differs from that.
 * @throws Refusal file.reshaped
 */
export function requireShape(store: Store, steps: () => readonly Step[], drawn?: string): void {
  const shape = shapeOf(store)
  if (shape === drawn || shape === shapeMadeBy(steps().slice(0, schemaOf(store)))) return
  throw new Refusal('file.reshaped', { path: store.path })
}

/** Everything that the file's schema says, as one text; what SQLite keeps for itself is left out. */
const shapeOf = (store: Store): string => String(store.prepare(shapeText).raw(true).all()[0] ?? '')

/** Shadow tables of the search index are spelled by SQLite's version, statistics come and go. */
const shapeText = `
  SELECT group_concat(type || ' ' || name || ' on ' || tbl_name || char(10) || sql || char(10), char(10))
  FROM (
    SELECT * FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      AND NOT (type = 'table' AND name GLOB '*_terms_[dic]*')
    ORDER BY type, name
  )`

/** The shape of a fresh file made by these steps. */
export function shapeMadeBy(steps: readonly Step[]): string {
  const store = new Store(connect(':memory:', {}), ':memory:')
  try {
    migrate(store, steps)
    return shapeOf(store)
  } finally {
    store.close()
  }
}
