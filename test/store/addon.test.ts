import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { nativeBinding } from '../../src/store/addon.ts'

test('the driver opens with the addon that was found', () => {
  const database = new Database(':memory:', { nativeBinding: nativeBinding() })
  expect(database.prepare('select 1').pluck().get()).toBe(1)
  database.close()
})
