import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/domain/draft.ts'
import { denture } from '../support/archives.ts'

describe('what is of one line', () => {
  test.for(['name', 'contact', 'owner'])('%s has no line end in it', (key) => {
    const { values, problems } = readDraft(new Map([[key, '张三\n李四']]), denture)
    expect(values.has(key)).toBe(false)
    expect(problems).toMatchObject([{ key, invalid: { code: 'text.control' } }])
  })

  test('and an address may have some', () => {
    const { values } = readDraft(new Map([['address', '第一行\r\n第二行']]), denture)
    expect(values.get('address')).toBe('第一行\n第二行')
  })
})
