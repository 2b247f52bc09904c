import { describe, expect, test } from 'vitest'
import {
  entryFieldsShown,
  entryFieldWords,
  entryKindNamed,
  lackingIn,
  readEntryFields,
} from '../../src/domain/entry.ts'
import type { EntryRule, Policy } from '../../src/domain/policy.ts'
import { denture } from '../support/archives.ts'

const rule = (kind: string) => denture.entries?.[kind] as EntryRule
const read = (kind: string, said: Record<string, string>) =>
  readEntryFields(new Map(Object.entries(said)), rule(kind))

describe('the kind of an entry', () => {
  test.each([
    ['communication', 'communication'],
    ['沟通', 'communication'],
    ['溝通', 'communication'],
    ['訂單', 'order'],
    ['Credit Assessment', 'credit'],
  ])('%s is %s', (word, kind) => {
    expect(entryKindNamed(word, denture)).toBe(kind)
  })

  test.each(['吃饭', '', '  '])('"%s" is none', (word) => {
    expect(() => entryKindNamed(word, denture)).toThrow('value.bad')
  })

  test('a policy that has no kinds is silent', () => {
    const { entries, ...silent } = denture
    expect(() => entryKindNamed('沟通', silent as Policy)).toThrow('policy.silent')
  })
})

describe('fields of an entry', () => {
  test('go by key, label or alias, and are read by their kinds', () => {
    expect(
      read('order', { product: '全瓷冠', 数量: '2', 金額: '3,600元', 'Signed On': '2026年3月1日' }),
    ).toEqual({
      product: '全瓷冠',
      quantity: '2',
      amount: '3600',
      signedOn: '2026-03-01',
    })
    expect(read('communication', { 沟通渠道: '微信' })).toEqual({ channel: 'message' })
  })

  test('empty ones are left out', () => {
    expect(read('order', { product: '', 数量: ' ' })).toEqual({})
  })

  test('every wrong value is named', () => {
    expect(() => read('order', { 数量: '两个', 金额: 'x' })).toThrow(
      expect.objectContaining({
        code: 'value.bad',
        facts: {
          problems: [
            expect.objectContaining({ key: 'quantity' }),
            expect.objectContaining({ key: 'amount' }),
          ],
        },
      }),
    )
  })

  test('a field of another kind is refused, with what was meant', () => {
    expect(() => read('communication', { 产品名称: 'x' })).toThrow('usage.unknown-field')
    expect(() => read('order', { qantity: '2' })).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ suggestion: 'quantity' }) }),
    )
  })

  test('what the kind requires is missed', () => {
    expect(lackingIn({ product: 'x' }, rule('order'))).toEqual(['quantity'])
    expect(lackingIn({}, rule('service'))).toEqual([])
  })
})

test('sensitive fields are withheld until revealed, and said so', () => {
  const sensitive = {
    label: rule('order').label,
    fields: { note: { ...rule('order').fields!['product']!, sensitive: true } },
  }
  const policy = { ...denture, entries: { order: sensitive } }
  const entry = { kind: 'order', fields: { note: 'x', other: 'y' } }
  expect(entryFieldsShown(entry, policy)).toEqual({ note: null, other: 'y' })
  expect(entryFieldsShown(entry, policy, true)).toEqual(entry.fields)
  const reader = { language: 'en', hidden: '(hidden)', colon: ': ' } as const
  expect(entryFieldWords('order', { note: null, other: 'y' }, policy, reader)).toEqual([
    'product: (hidden)',
    'other: y',
  ])
})
