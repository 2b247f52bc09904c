import { describe, expect, test } from 'vitest'
import { corrected } from '../../src/domain/entry-correction.ts'
import { requireReckoned, readEntryFields, lackingIn } from '../../src/domain/entry.ts'
import type { EntryRule } from '../../src/domain/policy.ts'
import { Totals } from '../../src/domain/totals.ts'
import { denture } from '../support/archives.ts'
import { readText, readyText } from '../support/policies.ts'

const order = denture.entries?.['order'] as EntryRule
const goodsBack = denture.entries?.['return'] as EntryRule
const ledger = readText(readyText('ledger') ?? '')
const sale = ledger.entries?.['sale'] as EntryRule
const read = (said: Record<string, string>, rule = order) =>
  requireReckoned(readEntryFields(new Map(Object.entries(said)), rule), rule)
const problemsOf = (work: () => unknown) => {
  try {
    work()
    return []
  } catch (thrown) {
    const { facts } = thrown as {
      facts: { problems: { key: string; invalid: { code: string; facts: object } }[] }
    }
    return facts.problems.map(({ key, invalid }) => ({ key, ...invalid }))
  }
}

describe('quantity × unit price = amount', () => {
  test.each([
    ['is reckoned where it is not said', { 数量: '2', 单价: '1800.50' }, '3601.00'],
    ['is exact', { 数量: '3', 单价: '0.335' }, '1.005'],
    ['reads what people write', { 数量: '２', 单价: '￥1,200' }, '2400'],
    ['is nothing for nothing', { 数量: '0', 单价: '1800.50' }, '0.00'],
    ['may be rounded to whole fen', { 数量: '3', 单价: '0.335', 金额: '1.01' }, '1.01'],
    ['may have more zeros', { 数量: '2', 单价: '1800', 金额: '3,600.00元' }, '3600.00'],
    ['stands by itself without a unit price', { 数量: '2', 金额: '3600' }, '3600'],
  ])('%s', (_, said, amount) => {
    expect(read(said)['amount']).toBe(amount)
  })

  test('where all three disagree it is refused, with the figures', () => {
    const facts = { quantity: '2', unitPrice: '1800', product: '3600', amount: '3601' }
    expect(problemsOf(() => read({ 数量: '2', 单价: '1800', 金额: '3601' }))).toEqual([
      { key: 'amount', code: 'amount.disagrees', facts },
    ])
    expect(problemsOf(() => read({ 数量: '3', 单价: '33.33', 金额: '100' }))).toHaveLength(1)
  })

  test.each([
    [{ 数量: '-1' }, 'quantity', 'quantity.negative'],
    [{ 金额: '-100' }, 'amount', 'amount.negative'],
    [{ 金额: '(100)' }, 'amount', 'amount.negative'],
    [{ 金额: '壹仟' }, 'amount', 'amount.words'],
    [{ 金额: '0.1+0.2' }, 'amount', 'amount.shape'],
    [{ 数量: '1.5' }, 'quantity', 'integer.shape'],
    [{ 数量: '1.2E+3' }, 'quantity', 'integer.exponent'],
  ])('%o is refused', (said, key, code) => {
    expect(problemsOf(() => read(said as Record<string, string>))).toMatchObject([{ key, code }])
  })

  test('a ledger counts in parts, and not below nothing', () => {
    expect(read({ 产品: '奶粉', 批号: 'B1', 数量: '1.50', 单价: '20' }, sale)['amount']).toBe('30')
    expect(problemsOf(() => read({ 数量: '两箱' }, sale))).toMatchObject([
      { key: 'quantity', code: 'number.shape' },
    ])
    expect(problemsOf(() => read({ 数量: '-0.5' }, sale))).toMatchObject([
      { key: 'quantity', code: 'quantity.negative' },
    ])
  })

  test('an amount that can be reckoned is not missing', () => {
    const general = readText(readyText('general') ?? '').entries?.['transaction'] as EntryRule
    expect(lackingIn(read({ 数量: '2', 单价: '3' }, general), general)).toEqual([])
    expect(lackingIn(read({ 数量: '2' }, general), general)).toEqual(['amount'])
  })
})

describe('goods that come back', () => {
  test.each(['2', '-2', '－2', '(2)', '（2）'])('%s are kept below zero', (quantity) => {
    expect(read({ 数量: quantity, 单价: '1800' }, goodsBack)).toEqual({
      quantity: '-2',
      unitPrice: '1800',
      amount: '-3600',
    })
  })

  test('count against what was sold', () => {
    const totals = new Totals(denture)
    totals.add({ kind: 'order', fields: read({ 数量: '3', 单价: '0.1' }) })
    totals.add({ kind: 'return', fields: read({ 数量: '1', 单价: '0.1' }, goodsBack) })
    totals.add({ kind: 'feedback', fields: { comfort: 'good' } })
    expect([totals.count, totals.quantity, totals.amount]).toEqual([3, '2', '0.2'])
  })

  test('none is none', () => {
    expect(read({ 数量: '0' }, goodsBack)['quantity']).toBe('0')
  })
})

describe('a corrected entry', () => {
  const before = {
    kind: 'order',
    happenedOn: '2026-03-01',
    text: '加急',
    fields: read({ 产品名称: '全瓷冠', 数量: '2', 单价: '1800' }),
  }
  const correct = (said: Record<string, string>) =>
    corrected(
      before,
      { on: undefined, text: undefined, fields: new Map(Object.entries(said)) },
      order,
    )

  test('has its amount reckoned again', () => {
    expect(correct({ 数量: '3' }).fields).toMatchObject({ quantity: '3', amount: '5400' })
  })

  test('keeps an amount that was not reckoned', () => {
    const said = { ...before, fields: { product: '全瓷冠', quantity: '2', amount: '3000' } }
    const after = corrected(
      said,
      { on: undefined, text: undefined, fields: new Map([['数量', '3']]) },
      order,
    )
    expect(after.fields).toEqual({ product: '全瓷冠', quantity: '3', amount: '3000' })
  })

  test('loses a field that is said to be empty, unless the kind requires it', () => {
    expect(correct({ 单价: '', 金额: '' }).fields).toEqual({ product: '全瓷冠', quantity: '2' })
    expect(() => correct({ 产品名称: '' })).toThrow('usage.missing')
  })

  test('is refused where its figures disagree', () => {
    expect(problemsOf(() => correct({ 金额: '1' }))).toMatchObject([
      { key: 'amount', code: 'amount.disagrees' },
    ])
  })
})
