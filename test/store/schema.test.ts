import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { deskIn } from '../../src/commands/build-desk.ts'
import { upgradeFile } from '../../src/commands/upgrade.ts'
import type { World } from '../../src/commands/world.ts'
import { packageRoot, schemaShape, schemaSteps } from '../../src/exchange/package-files.ts'
import { verifyJournal } from '../../src/store/journal-check.ts'
import { openToRead } from '../../src/store/open.ts'
import { knownSchema, shapeMadeBy, type Step } from '../../src/store/schema.ts'
import { everythingIn, rawly } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

test('the program knows as many steps as there are, numbered without a gap', () => {
  const numbers = schemaSteps().map(({ number }) => number)
  expect(numbers).toEqual(Array.from({ length: knownSchema }, (_, at) => at + 1))
})

test('schema/shape.txt is the shape that the steps make (DANGAN_UPDATE_SHAPE=1 draws it anew)', () => {
  const made = shapeMadeBy(schemaSteps())
  if (process.env['DANGAN_UPDATE_SHAPE'])
    writeFileSync(join(packageRoot(), 'schema', 'shape.txt'), made)
  expect(schemaShape()).toBe(made)
})

let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', 'individual', '--name', '张三丰')
})

/** Steps of a program that is one step ahead of the file. */
const ahead = (sql: string) => (): readonly Step[] => [
  ...schemaSteps(),
  { number: knownSchema + 1, sql },
]

/** Upgrades a copy of the office's file; gives its path and what was said. */
async function upgraded(
  steps: () => readonly Step[],
  path = copied(),
): Promise<{ path: string; said: string }> {
  let said = ''
  const stream = {
    isTerminal: false,
    columns: undefined,
    write: (text: string) => void (said += text),
    bytes: () => undefined,
    flush: () => undefined,
  }
  const world: World = {
    words: [],
    env: { DANGAN_FILE: path, DANGAN_LANG: 'zh-Hans' },
    out: stream,
    err: stream,
    stdin: { fd: 0, isTerminal: false },
    account: 'lina',
    home: office.room,
    platform: 'linux',
    clock: () => new Date('2026-11-21T02:00:00Z'),
    version: '0.0.0',
    spillInto: () => undefined,
    patience: 100,
  }
  upgradeFile(await deskIn(world), world, path, undefined, steps)
  return { path, said }
}

function copied(): string {
  const path = join(newRoom(), 'archive.db')
  cpSync(office.file, path)
  return path
}

const beside = (path: string) => readdirSync(join(path, '..')).toSorted()
const copyName = `archive.db.before-schema-${knownSchema + 1}`

test('an older file is brought up to date, journaled, with a copy from before beside it', async () => {
  const { path, said } = await upgraded(ahead('ALTER TABLE staff ADD COLUMN phone TEXT'))
  expect(beside(path)).toEqual(['archive.db', copyName])
  expect(said).toContain(copyName)
  rawly(path, (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(knownSchema + 1)
    expect(db.prepare('SELECT name, phone FROM staff').all()).toEqual([
      { name: '李娜', phone: null },
    ])
    expect(db.prepare('SELECT name FROM archive').pluck().all()).toEqual(['张三丰'])
    const last = db
      .prepare('SELECT action, staff_id, account FROM journal ORDER BY seq DESC LIMIT 1')
      .get()
    expect(last).toEqual({ action: 'registry.upgrade', staff_id: null, account: 'lina' })
  })
  rawly(join(path, '..', copyName), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(knownSchema)
    expect(db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(2)
  })
  const { store } = openToRead(path, undefined)
  expect(verifyJournal(store)).toMatchObject({ ok: true, entries: 3 })
  store.close()
})

test('a step that fails leaves file and folder as they were', async () => {
  const path = copied()
  const before = everythingIn(join(path, '..'))
  const steps = ahead('ALTER TABLE staff ADD COLUMN phone TEXT; SELECT * FROM nowhere')
  await expect(upgraded(steps, path)).rejects.toThrow('nowhere')
  expect(everythingIn(join(path, '..'))).toEqual(before)
})

test('where another process was quicker, nothing is done twice', async () => {
  const steps = ahead('CREATE TABLE later_thing (id INTEGER PRIMARY KEY) STRICT')
  const { path } = await upgraded(steps)
  const before = everythingIn(join(path, '..'))
  expect((await upgraded(steps, path)).said).toBe('')
  expect(everythingIn(join(path, '..'))).toEqual(before)
})

test('an older file that somebody reshaped is not upgraded', async () => {
  const path = copied()
  rawly(path, (db) =>
    db.exec('CREATE TRIGGER t AFTER INSERT ON staff BEGIN DELETE FROM alias; END'),
  )
  const before = everythingIn(join(path, '..'))
  await expect(upgraded(ahead('SELECT 1'), path)).rejects.toThrow('file.reshaped')
  expect(everythingIn(join(path, '..'))).toEqual(before)
  expect(basename(path)).toBe('archive.db')
})
