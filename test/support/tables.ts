import type { Store } from '../../src/store/store.ts'

/** Everything in the file but the journal, as text: each table's rows, and who is found by which word. */
export function everythingIn(store: Store): Readonly<Record<string, readonly string[]>> {
  const tables = rowsOf(
    store,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_terms*'
     AND name NOT GLOB 'journal*' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
  ).map(({ name }) => [name, linesOf(store, `SELECT * FROM "${String(name)}"`)])
  const indexes = ['archive_terms', 'entry_terms', 'material_terms'].map((name) => [
    name,
    wordsIn(store, name),
  ])
  return Object.fromEntries([...tables, ...indexes])
}

/** Which row is found by which word. */
function wordsIn(store: Store, index: string): string[] {
  store.script(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '${index}', 'instance')`)
  try {
    return linesOf(store, `SELECT term, doc FROM temp.words ORDER BY '${index}'`)
  } finally {
    store.script('DROP TABLE temp.words')
  }
}

const linesOf = (store: Store, sql: string): string[] =>
  rowsOf(store, sql)
    .map((row) =>
      JSON.stringify(row, (_, cell) => (typeof cell === 'bigint' ? String(cell) : cell)),
    )
    .toSorted()

const rowsOf = (store: Store, sql: string) =>
  store.prepare(sql).safeIntegers(true).all() as Record<string, unknown>[]
