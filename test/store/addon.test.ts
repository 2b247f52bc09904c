import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addonFault, nativeBinding } from '../../src/store/addon.ts'
import { newRoom } from '../support/program.ts'

test('the driver opens with the addon that was found', () => {
  const database = new Database(':memory:', { nativeBinding: nativeBinding() })
  expect(database.prepare('select 1').pluck().get()).toBe(1)
  database.close()
})

test('an addon that this Node cannot load names the command that compiles it again', () => {
  const path = join(newRoom(), 'other.node')
  writeFileSync(path, 'compiled for something else')
  const fault = () => {
    try {
      return new Database(':memory:', { nativeBinding: path })
    } catch (thrown) {
      throw addonFault(thrown)
    }
  }
  expect(fault).toThrow(/(npm rebuild better-sqlite3[^]*){3}/)
})
