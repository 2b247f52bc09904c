import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openToWrite } from '../../src/store/open.ts'
import type { CommandRan, TestOffice } from './office.ts'

/** A list as somebody hands it in: lines of cells, as CSV. */
export const listOf = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

/** Writes a list into the office's room; gives its path. */
export function handIn(office: TestOffice, text: string | Uint8Array, name = 'list.csv'): string {
  const path = join(office.room, name)
  writeFileSync(path, text)
  return path
}

/** Imports a list, with --json. */
export const imported = (
  office: TestOffice,
  text: string | Uint8Array,
  ...words: readonly string[]
): Promise<CommandRan> => office.run('import', handIn(office, text), ...words, '--json')

/** `line code field` of each error that an import told. */
export const errorsIn = (ran: CommandRan): string[] =>
  ran.json.errors.map(
    ({ line, code, field }: { line: number; code: string; field: string }) =>
      `${line} ${code} ${field}`,
  )

/** Created, updated, unchanged, skipped, rejected. */
export const countsIn = ({ json }: CommandRan): number[] => [
  json.created,
  json.updated,
  json.unchanged,
  json.skipped,
  json.rejected,
]

/** Is this text anywhere in the bytes of the archive file, its log or its index? */
export function isInFile(office: TestOffice, text: string): boolean {
  const files = readdirSync(office.room).filter((name) => name.startsWith('archive.db'))
  return files.some((name) => readFileSync(join(office.room, name)).includes(text))
}

/** What must hold of every file, whatever happened to it. */
export function soundness(office: Pick<TestOffice, 'meddle'>): Record<string, unknown> {
  return office.meddle((store) => {
    const one = (sql: string) => store.prepare(sql).pluck().get()
    store.script(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', archive_terms, instance)`)
    return {
      integrity: store.pragma('integrity_check'),
      foreignKeys: store.prepare('PRAGMA foreign_key_check').all().length,
      numbersTwice: one(
        `SELECT count(*) FROM archive WHERE number IN (SELECT number FROM number_ledger)
         OR number IN (SELECT number FROM alias)`,
      ),
      serialsBeyond: one(
        `SELECT count(*) FROM archive JOIN series ON series.id = series_id WHERE serial > last`,
      ),
      digestsAstray: one(
        'SELECT count(*) FROM row_digest WHERE archive_id NOT IN (SELECT id FROM archive)',
      ),
      unindexed: one(
        'SELECT count(*) FROM archive WHERE id NOT IN (SELECT DISTINCT doc FROM temp.words)',
      ),
      indexedOnly: one(
        'SELECT count(DISTINCT doc) FROM temp.words WHERE doc NOT IN (SELECT id FROM archive)',
      ),
    }
  })
}

export const sound = {
  integrity: 'ok',
  foreignKeys: 0,
  numbersTwice: 0,
  serialsBeyond: 0,
  digestsAstray: 0,
  unindexed: 0,
  indexedOnly: 0,
}

/** An archive file that no test office keeps: for `soundness`. */
export const fileAt = (path: string): Pick<TestOffice, 'meddle'> => ({
  meddle(work) {
    const store = openToWrite(path, undefined)
    try {
      return work(store)
    } finally {
      store.close()
    }
  },
})
