import { expect, test } from 'vitest'
import { contentKeys, type ArchiveContents } from '../../src/domain/archive.ts'
import { completenessOf } from '../../src/domain/completeness.ts'
import { listed } from '../../src/store/listing.ts'
import { byNumberUp } from '../../src/domain/order.ts'
import { denture, readsAll } from '../support/archives.ts'
import { imported, listOf } from '../support/lists.ts'
import { officeIn } from '../support/office.ts'

// Said once with `add`, once in a list: whichever way it came, the register keeps the same.
const said = [
  ['name', '客户名称', '宏达贸易'],
  ['type', '客户类型', '经销商'],
  ['orgCode', '经销商代码', 'XH01'],
  ['stage', '业务阶段', '售前'],
  ['industry', '行业', ''],
  ['region', '地区', '华东'],
  ['secrecy', '密级', '秘密'],
  ['importance', '重要程度', '重要'],
  ['owner', '责任人', '王芳'],
  ['phone', '电话', '13800138000'],
  ['email', '邮箱', 'a@example.com'],
  ['address', '地址', '上海市人民路1号'],
  ['openedOn', '建档日期', '2026-03-01'],
  ['formedOn', '形成日期', '2026-02-01'],
  ['location', '存放位置', 'A-1'],
] as const
const told = said.filter(([, , value]) => value !== '')

test('an archive from a list is kept as one that was opened by hand, column for column', async () => {
  const office = await officeIn()
  const set = told.flatMap(([key, , value]) => ['--set', `${key}=${value}`])
  const plain = set.filter((_, at) => at > 5)
  await office.done('add', '--type', '经销商', '--org', 'XH01', '--name', '宏达贸易', ...plain)
  const list = listOf(told.map(([, it]) => it).join(','), told.map(([, , it]) => it).join(','))
  const ran = await imported(office, list, '--on-duplicate', 'add')
  expect(ran.json).toMatchObject({ created: 1, errors: [] })
  const rows = office.look((store) => store.prepare('SELECT * FROM archive ORDER BY id').all())
  const without = new Set(['id', 'number', 'serial', 'import_id'])
  const kept = (row: unknown) =>
    Object.entries(row as object).filter(([column]) => !without.has(column))
  expect(kept(rows[1])).toEqual(kept(rows[0]))
  expect(rows[1]).toMatchObject({
    opened_on: '2026-03-01',
    formed_on: '2026-02-01',
    location: 'A-1',
  })
})

test('every column of an archive is a key of its contents, or kept beside them by the register', async () => {
  const office = await officeIn()
  const beside = ['id', 'number', 'series_id', 'serial', 'year', 'status', 'contacts', 'fields']
  const taken = ['version', 'collected_by', 'verified_by', 'verified_on', 'import_id', 'acted_on']
  const keys = ['name_key', 'phone_key', 'identity', 'business_key']
  const columns = office.look((store) =>
    store.prepare(`SELECT name FROM pragma_table_info('archive')`).all(),
  ) as { name: string }[]
  expect(columns.map(({ name }) => name).toSorted()).toEqual(
    [...beside, ...taken, ...keys, ...contentKeys.map(column)].toSorted(),
  )
})

test.each(contentKeys.filter((key) => !['type', 'name', 'secrecy', 'openedOn'].includes(key)))(
  'what lacks %s is found to be incomplete by the database as by the rule',
  async (key) => {
    const office = await officeIn()
    await office.done('add', '--type', '个人', '--name', '张三')
    office.meddle((store) => store.script(`UPDATE archive SET ${column(key)} = NULL`))
    const rule = { ...denture.types['individual'], required: [key] }
    const policy = { ...denture, types: { ...denture.types, individual: rule } } as typeof denture
    const filter = { conditions: [{ kind: 'incomplete' as const }], stubs: false }
    const found = office.look((store) => [
      ...listed(store, { words: '', filter, policy, rights: readsAll }, byNumberUp),
    ])
    expect(found).toHaveLength(1)
    expect(completenessOf(found[0] as ArchiveContents, policy).missing).toEqual([key])
  },
)

const column = (key: string) => key.replaceAll(/[A-Z]/g, (it) => `_${it.toLowerCase()}`)
