import { describe, expect, test } from 'vitest'
import { entryColumns, entryKeys, type EntryTarget } from '../../src/domain/entry-columns.ts'
import { denture } from '../support/archives.ts'

/** What a column holds, in a word; of a field the kinds that have it. */
function word(target: EntryTarget): string {
  if ('part' in target) return target.part
  if ('customer' in target) return `${target.customer.by} ${target.customer.key}`
  if ('extra' in target) return `+${target.extra}`
  return [...target.fields].map(([kind, key]) => `${kind}.${key}`).join(' ')
}
const columnsOf = (headings: readonly string[], kind?: string, mapping?: [string, string][]) =>
  entryColumns(headings, denture, { kind, mapping: mapping && new Map(mapping) }).map(
    ({ target }) => word(target),
  )

describe('a column of a file of entries', () => {
  test.each([
    ['档案编号', 'number'],
    ['檔號', 'number'],
    ['日期', 'on'],
    ['Date', 'on'],
    ['记录种类', 'kind'],
    ['备注', 'text'],
    ['工艺', 'order.process'],
    ['订单金额', 'order.amount'],
    ['送货员', '+送货员'],
  ])('“%s” is %s', (heading, meant) => {
    expect(columnsOf([heading], 'order')).toEqual([meant])
  })

  test('means a field in every kind that has one of that name', () => {
    expect(columnsOf(['数量'])).toEqual(['order.quantity return.quantity'])
    expect(columnsOf(['数量'], 'order')).toEqual(['order.quantity'])
  })

  test('identifies customers by what the policy holds for unique', () => {
    expect(columnsOf(['身份证号', '统一社会信用代码'])).toEqual([
      'identity idCard',
      'identity uscc',
    ])
  })

  test('that comes twice is kept as it is the second time', () => {
    expect(columnsOf(['批号', '产品批号'], 'order')).toEqual(['order.batch', '+产品批号'])
  })

  test('without a heading, or of our own reports, is none', () => {
    expect(columnsOf(['', ' ', 'dangan:line', 'dangan:problem', '批号'], 'order')).toEqual([
      'order.batch',
    ])
  })

  test('is what the line says, before anything that its heading means', () => {
    const mapping: [string, string][] = [
      ['客户编号', 'number'],
      ['批号', 'extra'],
    ]
    expect(columnsOf(['客户编号', '批号'], 'order', mapping)).toEqual(['number', '+批号'])
  })

  test('in ten thousands says so for amounts', () => {
    const units = entryColumns(['金额(万元)', '数量'], denture, { kind: 'order' })
    expect(units.map(({ unit }) => unit)).toEqual(['万', undefined])
  })
})

test('a column can be mapped to what every entry has, to whose it is, and to the fields of its kind', () => {
  const keys = entryKeys(denture, 'feedback')
  expect(keys).toEqual(expect.arrayContaining(['number', 'name', 'kind', 'on', 'text', 'comfort']))
  expect(keys).not.toContain('batch')
  expect(entryKeys(denture, undefined)).toContain('batch')
})
