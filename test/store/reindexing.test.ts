import { expect, test } from 'vitest'
import { query } from '../../src/store/query.ts'
import { officeIn } from '../support/office.ts'

test('an index of another version is made anew before the first write, and finds everything again', async () => {
  const office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done(
    'note',
    '0001',
    '--kind',
    'communication',
    '--text',
    '约定复诊',
    '--set',
    '沟通渠道=电话',
  )
  office.meddle((store) => {
    store.run(query.updateTable('registry').set({ termsVersion: '0-older' }))
    for (const table of ['archive_terms', 'entry_terms'])
      store.script(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
  })
  expect(await office.done('find', '三丰')).toEqual([])
  const { err } = await office.run('add', '--type', '个人', '--name', '李四')
  expect(err).toContain('重建检索索引')
  expect(await office.done('find', '三丰')).toHaveLength(1)
  expect(await office.done('find', '复诊')).toHaveLength(1)
  const again = await office.run('add', '--type', '个人', '--name', '王五')
  expect(again.err).not.toContain('重建')
})
