import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaSteps } from '../../src/exchange/package-files.ts'
import { rawKey } from '../../src/store/key.ts'
import { inspect, openToRead, openToWrite } from '../../src/store/open.ts'
import { query } from '../../src/store/query.ts'
import { createRegistry, registryOf } from '../../src/store/registry.ts'
import { beside, patch } from '../support/files.ts'
import { newRoom } from '../support/program.ts'

const key = rawKey('0123456789abcdef'.repeat(4))
const at = '2026-11-20T02:00:00.000Z'

function founded(of: typeof key | undefined): string {
  const path = join(newRoom(), 'archive.db')
  createRegistry(path, schemaSteps(), { at, termsVersion: '1', key: of }).close()
  return path
}

test.each([
  ['plain', undefined, 1],
  ['encrypted', key, 2],
])('every connection to a %s file has its settings', (_, of, temporary) => {
  const path = founded(of)
  for (const store of [openToRead(path, of).store, openToWrite(path, of)]) {
    expect({
      synchronous: store.pragma('synchronous'),
      secureDelete: store.pragma('secure_delete'),
      foreignKeys: store.pragma('foreign_keys'),
      recursiveTriggers: store.pragma('recursive_triggers'),
      trustedSchema: store.pragma('trusted_schema'),
      journalMode: store.pragma('journal_mode'),
      temporary: store.pragma('temp_store'),
    }).toEqual({
      synchronous: 2,
      secureDelete: 1,
      foreignKeys: 1,
      recursiveTriggers: 1,
      trustedSchema: 0,
      journalMode: 'wal',
      temporary,
    })
    store.close()
  }
})

test('nothing can be written through what was opened for reading', () => {
  const { store } = openToRead(founded(undefined), undefined)
  const change = query.updateTable('registry').set({ termsVersion: '2' })
  expect(() => store.run(change)).toThrow('file.read-only')
  expect(registryOf(store).termsVersion).toBe('1')
  store.close()
})

test('while a file is open its bytes are not looked at again: that would drop its locks', async () => {
  const path = founded(undefined)
  const store = openToWrite(path, undefined)
  store.pragma('journal_mode = DELETE')
  store.script('BEGIN IMMEDIATE')
  store.script(`UPDATE registry SET terms_version = '2'`)
  expect(inspect(path)).toBe('plain')
  const other = openToRead(path, undefined).store
  expect(registryOf(other).termsVersion).toBe('1')
  other.close()
  const intruder = beside(`
    const db = new Database(${JSON.stringify(path)}, { timeout: 50 })
    try { db.exec('BEGIN IMMEDIATE'); console.log('let in') } catch (error) { console.log(error.code) }`)
  expect((await intruder.ready).trim()).toBe('SQLITE_BUSY')
  store.script('COMMIT')
  store.close()
})

test('once it is closed, a file is looked at anew', () => {
  const path = founded(undefined)
  openToRead(path, undefined).store.close()
  patch(path, (bytes) => bytes.fill(0, 68, 72))
  expect(() => inspect(path)).toThrow('file.foreign')
})

test('a sealed file is opened by its key, and by none without one', () => {
  const path = founded(key)
  expect(inspect(path)).toBe('sealed')
  expect(() => openToRead(path, undefined)).toThrow('file.key-needed')
  expect(() => openToRead(path, rawKey('f'.repeat(64)))).toThrow('file.wrong-key')
  const store = openToWrite(path, key)
  expect(registryOf(store).createdAt).toBe(at)
  store.close()
})
