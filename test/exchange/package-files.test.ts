import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot, schemaSteps } from '../../src/exchange/package-files.ts'

test('the package is found from where the module lies', () => {
  expect(existsSync(join(packageRoot(), 'package.json'))).toBe(true)
})

test('the steps of the schema are numbered without a gap', () => {
  const steps = schemaSteps()
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1))
  expect(steps[0]?.sql).toMatch(/create table/i)
})
