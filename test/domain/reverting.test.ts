import { expect, test } from 'vitest'
import { differenceOf, snapshotOf, type Archive } from '../../src/domain/archive.ts'
import { stateAt, type Step } from '../../src/domain/reverting.ts'
import { anArchive } from '../support/archives.ts'

const first = anArchive()
const second: Archive = {
  ...first,
  version: 2,
  phone: null,
  fields: { sex: 'male' },
  contacts: [{ name: '李四' }],
}
const third: Archive = {
  ...second,
  version: 3,
  number: 'YG2026XH01-0001',
  status: 'closed',
  closedOn: '2026-10-01',
}
const stepBetween = (before: Archive, after: Archive): Step => ({
  version: after.version,
  before: differenceOf(snapshotOf(before), snapshotOf(after))!.before,
})
const steps = [stepBetween(second, third), stepBetween(first, second)]

test.each([
  [3, third],
  [2, second],
  [1, first],
])('version %i is there again, but for number and version', (version, was) => {
  expect(stateAt(third, steps, version)).toEqual({ ...was, number: third.number, version: 3 })
})

test.each([0, -1, 4])('there is no version %i', (version) => {
  expect(() => stateAt(third, steps, version)).toThrow('version.missing')
})

test('where a detail was erased there is no way back beyond it', () => {
  const gap = [steps[0]!, null]
  expect(stateAt(third, gap, 2).status).toBe('active')
  expect(() => stateAt(third, gap, 1)).toThrow('version.erased')
  expect(() => stateAt(third, steps.slice(0, 1), 1)).toThrow('version.erased')
})
