import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

const [kept, former] = ['RG2026-0001', 'RG2026-0002']
let office: TestOffice

/** Two archives of one customer; of the second was read and copied. */
beforeEach(async () => {
  office = await officeIn()
  const path = join(office.room, 'office.yaml')
  writeFileSync(
    path,
    'policy: ours\nextends: denture\nrequests: { chains: [{ kinds: [consult, copy] }] }\n',
  )
  await office.done('policy', 'set', path, '--effective', '2026-11-20', '--yes', '--reason', 'x')
  for (const name of ['张三丰', '张三'])
    await office.done('add', '--type', '个人', '--name', name, '--duplicate', 'add')
  await office.done('attach', former, '--title', '合同书')
  office.hire({ name: '李雷', clearance: 'topSecret' })
  const words = ['--to', '李雷', '--purpose', '核对']
  await office.done('consult', `${former}/1`, ...words)
  await office.done('consult', 'close', 'C1', '--signed', '李雷')
  await office.done('copy', `${former}/1`, ...words)
})

const numbers = async (what: string) =>
  (await office.done(what, 'list', ...(what === 'consult' ? ['--all'] : []))).map(
    (it: { number: string }) => it.number,
  )

test('past consultations and copies go with their archive, and come back with it', async () => {
  await office.done('merge', former, '--into', kept, '--yes')
  expect([await numbers('consult'), await numbers('copy')]).toEqual([[kept], [kept]])
  expect((await office.done('show', kept)).copies).toHaveLength(1)
  await office.done('merge', '--undo', former, '--yes')
  expect([await numbers('consult'), await numbers('copy')]).toEqual([[former], [former]])
  expect((await office.done('show', kept)).copies).toEqual([])
  expect((await office.done('show', former)).copies).toHaveLength(1)
})

test('a merge is not undone once what came over was read on', async () => {
  await office.done('merge', former, '--into', kept, '--yes')
  await office.done('consult', `${kept}/1`, '--to', '李雷', '--purpose', '核对')
  await office.done('consult', 'close', 'C2', '--signed', '李雷')
  const ran = await office.run('merge', '--undo', former, '--yes', '--json')
  expect(ran.error).toMatchObject({ code: 'merge.undo-blocked', facts: { because: 'changed' } })
})
