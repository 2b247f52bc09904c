import { describe, expect, test } from 'vitest'
import { planClassification } from '../../src/domain/classification.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { anArchive, denture } from '../support/archives.ts'

const today = '2026-11-20'
const policy: Policy = {
  ...denture,
  classification: [
    {
      when: { importance: ['important', 'vip'] },
      set: { retentionClass: 'important' },
      source: ['S002-5.1-2'],
    },
    { when: { region: 'abroad', sex: 'male' }, set: { secrecy: 'secret', stage: 'presale' } },
    { when: { importance: 'vip' }, set: { secrecy: 'topSecret' } },
  ],
}
const plan = (said: Parameters<typeof anArchive>[0]) =>
  planClassification([anArchive(said)], 'by-rules', policy, today)

describe('by rules', () => {
  test('the first rule that fits decides, with its clause', () => {
    const { changes } = plan({ importance: 'vip' })
    expect(changes).toMatchObject([
      {
        difference: {
          before: { retentionClass: 'general', retainUntil: '2036-03-01' },
          after: { retentionClass: 'important', retainUntil: '2056-03-01' },
        },
        because: { by: 'rule', rule: 1, source: ['S002-5.1-2'] },
      },
    ])
    expect(changes[0]?.after.secrecy).toBe('none')
  })

  test('what is so already is left out', () => {
    const said = { importance: 'important', retentionClass: 'important', retainUntil: '2056-03-01' }
    expect(plan(said)).toEqual({ changes: [], kept: 1 })
  })

  test('every condition must hold', () => {
    expect(plan({ region: 'abroad' })).toEqual({ changes: [], kept: 1 })
    expect(plan({ region: 'abroad', fields: { sex: 'female' } }).changes).toEqual([])
    expect(plan({ region: 'abroad', fields: { sex: 'male' } }).changes).toMatchObject([
      { after: { secrecy: 'secret', stage: 'presale' }, because: { rule: 2, source: [] } },
    ])
  })

  test('where no rule fits nothing changes', () => {
    expect(plan({ importance: 'ordinary' })).toEqual({ changes: [], kept: 1 })
    expect(
      planClassification([anArchive()], 'by-rules', { ...denture, classification: [] }, today).kept,
    ).toBe(1)
  })
})

describe('by hand', () => {
  test('all get the values, and those that have them are counted', () => {
    const archives = [anArchive({ id: 1 }), anArchive({ id: 2, stage: 'aftersale' })]
    const values = new Map([['stage', 'aftersale']])
    const { changes, kept } = planClassification(archives, values, policy, today)
    expect(
      changes.map(({ before, difference, because }) => [before.id, difference, because]),
    ).toEqual([[1, { before: { stage: null }, after: { stage: 'aftersale' } }, { by: 'person' }]])
    expect(kept).toBe(1)
  })
})
