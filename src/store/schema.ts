import { Refusal } from '../domain/refusal.ts'
import type { Store } from './store.ts'

/** How many steps of schema/ this program knows; a test counts them. */
export const knownSchema = 1

/** One numbered step of the file's shape: schema/NNNN-what.sql. */
export interface Step {
  readonly number: number
  readonly sql: string
}

const schemaOf = (store: Store): number => Number(store.pragma('user_version'))

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
