import { beforeEach, describe, expect, test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../src/store/store.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

/** The columns by which an archive is compared, by number. */
const keys = (store: Store) =>
  [
    ...store.walk(
      'SELECT number, name_key, phone_key, identity, business_key FROM archive ORDER BY id',
    ),
  ].map((row) => [...row])

/** Every term of the search index and the archives that have it: what the index really holds. */
function indexed(store: Store): readonly unknown[] {
  store.script(
    `CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, archive_terms, 'instance')`,
  )
  const rows = [...store.walk('SELECT term, doc FROM temp.vocabulary ORDER BY term, doc')]
  store.script('DROP TABLE temp.vocabulary')
  return rows.map((row) => [...row])
}

/** Keys and index as they are now; the vocabulary is a temporary table, so the file is opened to write. */
const standing = () => office.meddle((store) => ({ keys: keys(store), indexed: indexed(store) }))

/** Adopts a policy that extends denture, from today on; gives how many archives it keyed anew. */
async function adopt(rules: string): Promise<number> {
  const path = join(office.room, 'office.yaml')
  writeFileSync(path, `policy: ours\nextends: denture\n${rules}`)
  const words = ['policy', 'set', path, '--effective', office.today, '--yes']
  return (await office.done(...words)).rekeyed
}

/** The same archives, entered under the new rules from the first. */
async function asIfAlways(rules: string, lines: readonly (readonly string[])[]) {
  office = await officeIn()
  await adopt(rules)
  for (const line of lines) await office.done('add', ...line)
  return standing()
}

const dealer = [
  '--type',
  'dealer',
  '--org',
  'XH01',
  '--name',
  '单氏商贸有限公司',
  '--phone',
  '13800138000',
]
const person = ['--type', 'individual', '--name', '单雄信商行有限公司', '--phone', '13800138001']
const lines = [
  [...dealer, '--set', 'licence=沪123'],
  [...person, '--set', 'remark=VIP-7', '--set', 'idCard=11010519491231002X'],
]

describe('a policy that compares customers otherwise', () => {
  beforeEach(async () => {
    for (const line of lines) await office.done('add', ...line)
  })

  test.each([
    ['reads a dealer’s name as a person’s', 'types: { dealer: { naming: person } }\n', 1],
    ['reads a person’s name as a firm’s', 'types: { individual: { naming: organisation } }\n', 1],
    ['knows dealers by their licence', 'types: { dealer: { businessKey: licence } }\n', 1],
    ['no longer takes the id card for identity', 'fields: { idCard: { kind: text } }\n', 1],
    ['changes nothing of the kind', 'types: { dealer: { required: [phone] } }\n', 0],
  ])('and %s leaves keys and index as if it had always been so', async (_, rules, count) => {
    const before = standing()
    expect(await adopt(rules)).toBe(count)
    const after = standing()
    expect(JSON.stringify(after) === JSON.stringify(before)).toBe(count === 0)
    expect(after).toEqual(await asIfAlways(rules, lines))
  })

  test('and is taken back, keys and all, under --dry-run', async () => {
    const before = standing()
    const path = join(office.room, 'office.yaml')
    writeFileSync(path, 'policy: ours\nextends: denture\ntypes: { dealer: { naming: person } }\n')
    const words = ['policy', 'set', path, '--effective', office.today, '--dry-run']
    expect(await office.done(...words)).toMatchObject({ rekeyed: 1 })
    expect(standing()).toEqual(before)
  })

  test('touches neither the version of an archive nor its history', async () => {
    await adopt('types: { dealer: { naming: person } }\n')
    const shown = await office.done('show', 'JG2026XH01-0001')
    expect(shown.version).toBe(1)
    const history = await office.done('show', 'JG2026XH01-0001', '--history')
    expect(history).toHaveLength(1)
  })

  test('still lets every archive be changed and found afterwards as if it had always been so', async () => {
    await adopt('types: { dealer: { naming: person } }\n')
    await office.done('update', 'JG2026XH01-0001', '--set', 'phone=13900139000')
    const found = standing().indexed
    office = await officeIn()
    await adopt('types: { dealer: { naming: person } }\n')
    await office.done('add', ...dealer.slice(0, -1), '13900139000')
    await office.done('add', ...person)
    expect(found).toEqual(standing().indexed)
  })

  test('cannot wait: from a day to come on it is refused', async () => {
    const path = join(office.room, 'office.yaml')
    writeFileSync(path, 'policy: ours\nextends: denture\ntypes: { dealer: { naming: person } }\n')
    const ran = await office.run(
      'policy',
      'set',
      path,
      '--effective',
      '2026-11-21',
      '--yes',
      '--json',
    )
    expect([ran.status, ran.error.code]).toEqual([3, 'policy.keys-later'])
    expect(ran.error.facts).toEqual({
      on: '2026-11-21',
      today: office.today,
      paths: ['types.dealer.naming'],
    })
  })

  test('nor may one that is still to come turn it back', async () => {
    const path = join(office.room, 'office.yaml')
    writeFileSync(path, 'policy: later\nextends: denture\n')
    await office.done('policy', 'set', path, '--effective', '2026-12-01', '--yes')
    writeFileSync(path, 'policy: ours\nextends: denture\ntypes: { dealer: { naming: person } }\n')
    const words = ['policy', 'set', path, '--effective', office.today, '--yes', '--json']
    expect((await office.run(...words)).error?.facts).toMatchObject({ on: '2026-12-01' })
  })
})
