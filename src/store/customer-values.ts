import type { Store } from './store.ts'
import { ownedTables, ownerOf, type OwnedTable } from './ownership.ts'

/** Shorter values stand in any file by chance, bytes (SPEC 15.6). */
const least = 6

/** What the stub keeps says nothing of the customer. */
const kept: Partial<Record<OwnedTable, readonly string[]>> = {
  archive: ['number', 'type', 'org_code', 'status', 'secrecy', 'retention_class'],
  defect: ['state'],
  stocktake_item: ['result'],
}

/**
 * Every value that is known of these archives, as bytes: of each row that belongs to them, and of
 * what the journal keeps of their past; of electronic files, a sample.
 */
export function customerValues(store: Store, ids: readonly number[]): Buffer[] {
  const found = new Map<string, Buffer>()
  const add = (bytes: Buffer) => {
    if (bytes.length >= least) found.set(bytes.toString('latin1'), bytes)
  }
  const asked = JSON.stringify(ids)
  const numbers = numbersOf(store, asked)
  const isNumber = (text: string) =>
    numbers.some((it) => text === it || text.startsWith(`${it}/`) || text.startsWith(`${it}-`))
  for (const table of ownedTables)
    for (const cell of textsOf(store, table, asked))
      for (const text of leavesOf(cell))
        if (isTelling(text) && !isNumber(text)) add(Buffer.from(text))
  for (const bytes of samplesOf(store, asked)) add(bytes)
  return [...found.values()]
}

function* textsOf(store: Store, table: OwnedTable, ids: string): Generator<string> {
  const columns = textColumns(store, table).filter((it) => !kept[table]?.includes(it))
  if (columns.length === 0) return
  const own = `${ownerOf[table]} IN (SELECT value FROM json_each(?))`
  const besides = table === 'journal_detail' ? ` AND ${notOfDisposals}` : ''
  const sql = `SELECT ${columns.map((it) => `t."${it}"`).join(', ')} FROM ${table} t WHERE ${own}${besides}`
  for (const cells of store.walk(sql, [ids]))
    for (const cell of cells) if (typeof cell === 'string') yield cell
}

/** What was entered of the disposal itself stays readable in its own row. */
const notOfDisposals = `NOT EXISTS (
  SELECT 1 FROM journal j WHERE j.seq = t.seq AND (
    j.action GLOB 'purge.*' OR j.object IN (SELECT 'R' || id FROM request WHERE kind = 'purge')))`

/** Columns of words. */
export const textColumns = (store: Store, table: string): string[] =>
  [
    ...store.walk(`SELECT name FROM pragma_table_xinfo(?) WHERE type = 'TEXT' AND hidden = 0`, [
      table,
    ]),
  ].map(([name]) => String(name))

/** The words of a cell: of JSON its leaves; nothing that JSON would write otherwise. */
function* leavesOf(cell: string): Generator<string> {
  for (const leaf of /^[[{]/.test(cell) ? parsed(cell) : [cell])
    for (const part of leaf.split(/["\\\u0000-\u001f]+/)) yield part.trim()
}

function parsed(text: string): string[] {
  try {
    return leaves(JSON.parse(text))
  } catch {
    return [text]
  }
}

const leaves = (value: unknown): string[] => {
  if (typeof value === 'string') return /^[[{]/.test(value) ? parsed(value) : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

/** Days, instants and what requests and loans are called stay known. */
const isTelling = (text: string): boolean =>
  !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) && !/^[BDHILR]\d{1,6}$/.test(text)

/** The archives' own numbers outlive them (S002-2.3-2). */
function numbersOf(store: Store, ids: string): string[] {
  const these = '(SELECT value FROM asked)'
  const sql = `WITH asked AS (SELECT value FROM json_each(?))
    SELECT number FROM archive WHERE id IN ${these}
    UNION SELECT number FROM alias WHERE archive_id IN ${these} OR former_id IN ${these}`
  return [...store.walk(sql, [ids])].map(([number]) => String(number))
}

const sampleBytes = 32

/** From the middle of the first and the last piece of each file: beginnings are alike in all. */
function* samplesOf(store: Store, ids: string): Generator<Buffer> {
  const sql = `SELECT substr(content, 1 + length(content) / 2, ${sampleBytes}) FROM file_chunk
    JOIN file ON file.id = file_id WHERE archive_id IN (SELECT value FROM json_each(?))
    AND (at = 0 OR at = (SELECT max(at) FROM file_chunk last WHERE last.file_id = file.id))`
  for (const [bytes] of store.walk(sql, [ids]))
    if (Buffer.isBuffer(bytes) && isVaried(bytes)) yield bytes
}

/** Runs of one byte stand everywhere. */
const isVaried = (bytes: Buffer): boolean => new Set(bytes).size > 4
