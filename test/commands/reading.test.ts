import { beforeAll, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

// What must be entered in the journal before it is shown (SPEC 15.3), and a dry run, which writes nothing.
let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--secrecy', '绝密')
  await office.done('add', '--type', '个人', '--name', '李四', '--set', '过敏史=青霉素')
})

const entries = () =>
  office.look((store) => store.prepare('SELECT count(*) AS count FROM journal').get())

describe('a dry run', () => {
  test.for([
    [['show', 'RG2026-0001']],
    [['show', '1', '2']],
    [['show', 'RG2026-0001', '--history']],
    [['show', 'RG2026-0002', '--reveal']],
    [['find', '张三丰']],
    [['list']],
    [['list', '--limit', '1']],
    [['note', 'list', 'RG2026-0001']],
  ] as const)('of %j is refused: nothing is shown, nothing is written', async ([words]) => {
    const before = entries()
    const { status, out, error } = await office.run(...words, '--dry-run', '--json')
    const facts = { code: 'usage.dry-reading', facts: { count: 1 } }
    expect({ status, out, error }).toEqual({
      status: 2,
      out: '',
      error: expect.objectContaining(facts),
    })
    expect(entries()).toEqual(before)
  })

  test.for([
    [['show', 'RG2026-0002']],
    [['find', '李四']],
    [['list', '--limit', '1', '李四']],
  ] as const)('of %j, which need not be entered, shows it', async ([words]) => {
    const before = entries()
    const { status, out } = await office.run(...words, '--dry-run')
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('李四') })
    expect(entries()).toEqual(before)
  })
})

test('otherwise the reading is entered, and then shown', async () => {
  const shown = await office.done('show', 'RG2026-0001')
  expect(shown).toMatchObject({ name: '张三丰' })
  const [newest] = await office.done('log', '--limit', '1')
  expect(newest).toMatchObject({ action: 'archive.read', object: 'RG2026-0001' })
})
