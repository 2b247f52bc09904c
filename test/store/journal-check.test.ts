import type Database from 'better-sqlite3'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { verifyJournal, verifyStretch } from '../../src/store/journal-check.ts'
import { openToRead } from '../../src/store/open.ts'
import { rawly } from '../support/files.ts'
import { officeIn } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

let original = ''
beforeAll(async () => {
  const office = await officeIn()
  for (const name of ['张三丰', '李四', '王五', '赵六'])
    await office.done('add', '--type', 'individual', '--name', name, '--duplicate', 'add')
  original = office.file
})

/** A copy of the office's file with `change` done to it by somebody who has SQLite at hand. */
function tampered(change: (db: Database.Database) => void): string {
  const path = join(newRoom(), 'archive.db')
  cpSync(original, path)
  rawly(path, (db) => {
    db.pragma('foreign_keys = OFF')
    const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
    for (const { name } of triggers as { name: string }[]) db.exec(`DROP TRIGGER ${name}`)
    change(db)
    for (const { sql } of triggers as { sql: string }[]) db.exec(sql)
  })
  return path
}

function checked(path: string) {
  const { store } = openToRead(path, undefined)
  try {
    return verifyJournal(store)
  } finally {
    store.close()
  }
}

test('a journal that nobody touched is whole, and its head is the last entry’s hash', () => {
  const check = checked(original)
  expect(check).toMatchObject({ entries: 5, erased: 0, ok: true, firstBad: null })
  rawly(original, (db) => {
    const hash = db.prepare('SELECT hash FROM journal WHERE seq = 5').pluck().get() as Buffer
    expect(check.head).toBe(hash.toString('hex'))
  })
})

const wrongs: readonly (readonly [string, string, number, string])[] = [
  ['the instant', `UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3`, 3, 'chain'],
  [
    'the effective date',
    `UPDATE journal SET effective_on = '2020-01-01' WHERE seq = 3`,
    3,
    'chain',
  ],
  ['who did it', `UPDATE journal SET staff_id = NULL WHERE seq = 3`, 3, 'chain'],
  ['the account', `UPDATE journal SET account = 'other' WHERE seq = 3`, 3, 'chain'],
  ['the action', `UPDATE journal SET action = 'archive.read' WHERE seq = 3`, 3, 'chain'],
  ['the object', `UPDATE journal SET object = 'RG2026-0009' WHERE seq = 3`, 3, 'chain'],
  ['the policy version', `UPDATE journal SET policy_version = 2 WHERE seq = 3`, 3, 'chain'],
  ['the commitment', `UPDATE journal SET commitment = randomblob(32) WHERE seq = 3`, 3, 'chain'],
  ['the hash', `UPDATE journal SET hash = randomblob(32) WHERE seq = 3`, 3, 'chain'],
  [
    'letters moved from one field to the next',
    `UPDATE journal SET account = account || 'a', action = substr(action, 2) WHERE seq = 3`,
    3,
    'chain',
  ],
  ['an entry taken away', `DELETE FROM journal WHERE seq = 3`, 3, 'gap'],
  ['the first entry taken away', `DELETE FROM journal WHERE seq = 1`, 1, 'gap'],
  [
    'two entries exchanged',
    `UPDATE journal SET seq = -seq WHERE seq IN (3, 4);
     UPDATE journal SET seq = 7 + seq WHERE seq IN (-3, -4)`,
    3,
    'chain',
  ],
  [
    'an entry put in behind the last',
    `INSERT INTO journal SELECT 6, at, effective_on, staff_id, account, action, object,
       policy_version, commitment, hash FROM journal WHERE seq = 5`,
    6,
    'chain',
  ],
  [
    'a part taken away',
    `DELETE FROM journal_detail WHERE seq = 3; DELETE FROM journal_part WHERE seq = 3`,
    3,
    'parts',
  ],
  [
    'a part of another archive',
    `UPDATE journal_part SET archive_id = 99 WHERE seq = 3`,
    3,
    'parts',
  ],
  ['a part added', `INSERT INTO journal_part VALUES (3, 77, randomblob(32))`, 3, 'parts'],
  ['a seal broken', `UPDATE journal_part SET seal = randomblob(32) WHERE seq = 3`, 3, 'parts'],
  ['the words', `UPDATE journal_detail SET detail = '{}' WHERE seq = 3`, 3, 'detail'],
  ['the salt', `UPDATE journal_detail SET salt = randomblob(32) WHERE seq = 3`, 3, 'detail'],
  [
    'words without a part',
    `INSERT INTO journal_detail VALUES (4, 88, randomblob(32), '{}')`,
    4,
    'stray',
  ],
  ['a part without an entry', `INSERT INTO journal_part VALUES (9, 1, randomblob(32))`, 9, 'stray'],
]

test.each(wrongs)('%s: found, and the entry is named', (_, sql, seq, reason) => {
  const check = checked(tampered((db) => db.exec(sql)))
  expect(check.firstBad).toEqual({ seq, reason })
  expect(check.ok).toBe(false)
})

test('a stretch begins where the last one stopped, and anew where that entry is no more', () => {
  const path = tampered((db) => db.exec(`UPDATE journal SET account = 'x' WHERE seq = 4`))
  const { store } = openToRead(path, undefined)
  try {
    const end = verifyJournal(store).entries
    expect(verifyStretch(store, 0, 2)).toEqual({ until: 2, isEnd: false, firstBad: null })
    const bad = { seq: 4, reason: 'chain' }
    expect(verifyStretch(store, 2, 2)).toEqual({ until: 3, isEnd: false, firstBad: bad })
    expect(verifyStretch(store, 3, 1)).toEqual({ until: 3, isEnd: false, firstBad: bad })
    expect(verifyStretch(store, end, 2)).toMatchObject({ until: 2, firstBad: null })
    expect(verifyStretch(store, end + 9, 2)).toMatchObject({ until: 2, firstBad: null })
  } finally {
    store.close()
  }
})

test('words that were erased leave the chain whole, and are counted', () => {
  const check = checked(tampered((db) => db.exec('DELETE FROM journal_detail WHERE seq IN (2, 3)')))
  expect(check).toMatchObject({ ok: true, erased: 2 })
})

test('the walk frees the file, also where it stops at a bad entry', () => {
  const path = tampered((db) => db.exec(`UPDATE journal SET object = '' WHERE seq = 2`))
  const { store } = openToRead(path, undefined)
  verifyJournal(store)
  store.snapshot(() => verifyJournal(store))
  expect(() => store.close()).not.toThrow()
})
