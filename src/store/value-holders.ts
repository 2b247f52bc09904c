import { textColumns } from './customer-values.ts'
import { officeTables, ownedTables, ownerOf } from './ownership.ts'
import type { Store } from './store.ts'

/** Who else holds a value that a destroyed archive held. */
export interface Holders {
  /** Archives that are there. */
  readonly archives: number
  /** The office's own people, places and rules. */
  readonly isOffice: boolean
}

/** A stub is no holder: nothing of a customer may be left in one. */
const living = (owner: string) =>
  `${owner} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM archive a WHERE a.id = ${owner} AND a.status = 'destroyed')`

/** Looks through everything that is there: slow, and asked only of values that were found. */
export function holdersOf(store: Store, value: Buffer): Holders {
  const text = value.toString()
  const isText = Buffer.from(text).equals(value)
  const archives = new Set<number>()
  if (isText)
    for (const table of ownedTables)
      for (const owner of ownersIn(store, table, text)) archives.add(owner)
  for (const [owner] of store.walk(fileOwners, [value])) archives.add(Number(owner))
  const isOffice = isText && officeTables.some((table) => isIn(store, table, text))
  return { archives: archives.size, isOffice }
}

const fileOwners = `SELECT DISTINCT archive_id FROM file_chunk JOIN file t ON t.id = file_id
  WHERE ${living('t.archive_id')} AND instr(content, ?) > 0`

function ownersIn(store: Store, table: keyof typeof ownerOf, text: string): number[] {
  const within = withinColumns(store, table)
  if (within === undefined) return []
  const owner = ownerOf[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${table} t WHERE instr(${within}, ?) > 0 AND ${living(owner)}`
  return [...store.walk(sql, [text])].map(([id]) => Number(id))
}

function isIn(store: Store, table: string, text: string): boolean {
  const within = withinColumns(store, table)
  if (within === undefined) return false
  const sql = `SELECT 1 FROM ${table} t WHERE instr(${within}, ?) > 0 LIMIT 1`
  return store.prepare(sql).get(text) !== undefined
}

/** All words of a row in one text. */
function withinColumns(store: Store, table: string): string | undefined {
  const columns = table === 'sqlite_schema' ? ['sql'] : textColumns(store, table)
  if (columns.length === 0) return undefined
  return columns.map((it) => `ifnull(t."${it}", '')`).join(` || char(10) || `)
}
