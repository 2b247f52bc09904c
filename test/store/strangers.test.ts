import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { everyLikeness, type Keys } from '../../src/domain/duplicates.ts'
import { openToWrite } from '../../src/store/open.ts'
import { Strangers } from '../../src/store/strangers.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

const strangersOf = () => office.meddle((store) => Strangers.of(store)!)
const add = (name: string, ...more: string[]) =>
  office.done('add', '--type', 'individual', '--name', name, '--phone', '13800138000', ...more)
const [identity, businessKey, phoneAndName, name] = everyLikeness as [
  (typeof everyLikeness)[0],
  (typeof everyLikeness)[0],
  (typeof everyLikeness)[0],
  (typeof everyLikeness)[0],
]

describe('whoever is in', () => {
  const key = fc.option(fc.string({ maxLength: 12 }), { nil: null })
  const customer = fc.record({ nameKey: key, phoneKey: key, identity: key, businessKey: key })

  test('is never called new, nor is a row that is in', () => {
    const strangers = strangersOf()
    const digest = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n - 1n })
    fc.assert(
      fc.property(fc.array(customer), fc.array(digest), (customers, digests) => {
        customers.forEach((it) => strangers.noteCustomer(it))
        digests.forEach(strangers.noteRow)
        expect(digests.filter(strangers.isNewRow)).toEqual([])
        expect(customers.flatMap((it) => newIn(strangers, it))).toEqual([])
      }),
    )
  })

  /** By which likenesses, of those whose keys it has. */
  const newIn = (strangers: Strangers, keys: Keys) =>
    everyLikeness.filter((likeness) => {
      const [one, other] = likeness.keys
      const [first, second] = [keys[one], other === undefined ? null : keys[other]]
      if (first === null || (other !== undefined && second === null)) return false
      return strangers.isNew(likeness, first, second)
    })

  test('before the list came is known too: archives, and rows of other lists', async () => {
    await add('张三丰')
    office.meddle((store) =>
      store.script('INSERT INTO row_digest VALUES (-4611686018427387904, 1, 1)'),
    )
    const strangers = strangersOf()
    expect(strangers.isNew(phoneAndName, '13800138000', '张三丰')).toBe(false)
    expect(strangers.isNew(name, '张三丰', null)).toBe(false)
    expect(strangers.isNewRow(-(2n ** 62n))).toBe(false)
    expect(strangers.isNew(identity, '张三丰', null)).toBe(true)
    expect(strangers.isNew(businessKey, '张三丰', null)).toBe(true)
    expect(strangers.isNew(phoneAndName, '13800138000', '张三')).toBe(true)
    expect(strangers.isNewRow(1n)).toBe(true)
  })
})

test('among a hundred thousand nearly every stranger is told', () => {
  const strangers = strangersOf()
  const phone = (at: number) => `1380${String(at).padStart(7, '0')}`
  const keys = { nameKey: null, businessKey: null, phoneKey: null }
  for (let at = 0; at < 100_000; at += 1) strangers.noteCustomer({ ...keys, identity: phone(at) })
  let mistaken = 0
  for (let at = 0; at < 10_000; at += 1)
    if (!strangers.isNew(identity, phone(at + 100_000), null)) mistaken += 1
  expect(mistaken).toBeLessThan(20)
})

test('nobody is told in a register that holds much', () => {
  const insert = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
    INSERT INTO row_digest SELECT i, 1, 1 FROM n`
  office.meddle((store) => store.script(insert))
  expect(office.meddle((store) => Strangers.of(store))).toBeUndefined()
})

test('what others write meanwhile is noticed, what is written here is not', async () => {
  const store = openToWrite(office.file, undefined)
  const strangers = store.transact(() => Strangers.of(store)!)
  store.transact(() =>
    store.script('UPDATE series SET last = last; INSERT INTO row_digest VALUES (1, 1, 1)'),
  )
  expect(store.transact(() => strangers.isWhole)).toBe(true)
  await add('张三丰')
  expect(store.transact(() => strangers.isWhole)).toBe(false)
  store.close()
})
