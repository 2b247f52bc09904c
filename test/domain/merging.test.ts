import { describe, expect, test } from 'vitest'
import type { Archive } from '../../src/domain/archive.ts'
import { merged } from '../../src/domain/merging.ts'
import { mergeDetail, unmerged } from '../../src/domain/unmerging.ts'
import { anArchive, denture } from '../support/archives.ts'

const survivor = anArchive({ id: 1, number: 'RG2026-0001' })
const former = anArchive({ id: 2, number: 'RG2026-0002' })
const merge = (into: Archive, from: Archive) =>
  merged({ archive: into, open: [] }, { archive: from, open: [] }, denture)

describe('a merge', () => {
  test('fills in what the survivor did not know, and nothing else', () => {
    const from = {
      ...former,
      phone: '13900139000',
      email: 'a@b.cn',
      fields: { sex: 'male', age: '40' },
    }
    const { survivor: after, differing } = merge({ ...survivor, fields: { age: '41' } }, from)
    expect(after).toEqual({ ...survivor, email: 'a@b.cn', fields: { age: '41', sex: 'male' } })
    expect(differing).toEqual(['phone', 'fields.age'])
  })

  test.each([
    ['secret', 'none', 'secret'],
    ['none', 'topSecret', 'topSecret'],
    ['confidential', 'secret', 'confidential'],
  ] as const)('of %s and %s the level is %s', (one, other, level) => {
    const { survivor: after } = merge({ ...survivor, secrecy: one }, { ...former, secrecy: other })
    expect(after.secrecy).toBe(level)
  })

  test.each([
    [
      'a later day',
      ['general', '2036-01-01'],
      ['important', '2056-01-01'],
      ['important', '2056-01-01'],
    ],
    [
      'an earlier day',
      ['important', '2056-01-01'],
      ['general', '2036-01-01'],
      ['important', '2056-01-01'],
    ],
    ['for ever', ['important', '2056-01-01'], ['permanent', null], ['permanent', null]],
    ['a day after for ever', ['permanent', null], ['general', '2099-01-01'], ['permanent', null]],
    [
      'something, where there was no class',
      [null, null],
      ['general', '2036-01-01'],
      ['general', '2036-01-01'],
    ],
    ['no class', ['general', '2036-01-01'], [null, null], ['general', '2036-01-01']],
  ] as const)('keeps what is kept longer: %s', (_, one, other, expected) => {
    const keeping = (
      archive: Archive,
      [retentionClass, retainUntil]: readonly (string | null)[],
    ) => ({
      ...archive,
      retentionClass: retentionClass ?? null,
      retainUntil: retainUntil ?? null,
    })
    const { survivor: after } = merge(keeping(survivor, one), keeping(former, other))
    expect([after.retentionClass, after.retainUntil]).toEqual(expected)
  })

  test.each([
    ['the higher level', 'secret', '2099-01-01', 'confidential', '2030-01-01', '2030-01-01'],
    ['the later day of one level', 'secret', '2030-01-01', 'secret', '2031-01-01', '2031-01-01'],
    ['no end before any day', 'secret', '2030-01-01', 'secret', null, null],
  ] as const)('keeps the term of %s', (_, one, until, other, otherUntil, kept) => {
    const { survivor: after } = merge(
      { ...survivor, secrecy: one, secrecyUntil: until },
      { ...former, secrecy: other, secrecyUntil: otherUntil },
    )
    expect(after.secrecyUntil).toBe(kept)
  })

  test('takes over contacts with the number that they come from, each once', () => {
    const [wang, li] = [{ name: '王小明', phone: '1' }, { name: '李四' }]
    const old = { name: '赵六', fromNumber: 'RG2025-0009' }
    const { survivor: after } = merge(
      { ...survivor, contacts: [wang] },
      { ...former, contacts: [wang, li, old] },
    )
    expect(after.contacts).toEqual([wang, { ...li, fromNumber: 'RG2026-0002' }, old])
  })

  test('is reviewed when the first of the two would have been', () => {
    expect(merge(survivor, { ...former, nextReviewOn: '2026-05-01' }).survivor.nextReviewOn).toBe(
      '2026-05-01',
    )
    expect(
      merge(survivor, { ...former, status: 'closed', nextReviewOn: null }).survivor.nextReviewOn,
    ).toBe('2026-06-01')
  })

  test('how information came in is the archive’s own', () => {
    expect(merge(survivor, { ...former, channel: 'thirdParty' }).survivor.channel).toBeNull()
  })
})

describe('a merge is refused', () => {
  test.each([
    ['with itself', survivor, survivor, 'merge.self'],
    ['between types', survivor, { ...former, type: 'dealer' }, 'merge.other-type'],
    ['into a closed archive', { ...survivor, status: 'closed' }, former, 'status.wrong'],
    ['into a destroyed archive', { ...survivor, status: 'destroyed' }, former, 'status.wrong'],
    ['of a destroyed archive', survivor, { ...former, status: 'destroyed' }, 'status.wrong'],
    [
      'of what nobody verified into what somebody did',
      survivor,
      { ...former, status: 'pending' },
      'status.wrong',
    ],
  ] as [string, Archive, Archive, string][])('%s', (_, into, from, code) => {
    expect(() => merge(into, from)).toThrow(code)
  })

  test.each([
    ['pending into pending', 'pending', 'pending'],
    ['active into pending', 'pending', 'active'],
    ['closed into active', 'active', 'closed'],
  ] as const)('not for %s', (_, into, from) => {
    const after = merge({ ...survivor, status: into }, { ...former, status: from })
    expect(after.survivor.status).toBe(into)
  })

  test.each(['loan', 'request'] as const)('while either has an open %s', (matter) => {
    const [free, tied] = [[], [matter]]
    for (const [one, other] of [
      [free, tied],
      [tied, free],
    ] as const)
      expect(() =>
        merged({ archive: survivor, open: one }, { archive: former, open: other }, denture),
      ).toThrow('merge.open')
  })
})

describe('undoing a merge', () => {
  const from: Archive = {
    ...former,
    email: 'a@b.cn',
    secrecy: 'secret',
    contacts: [{ name: '李四' }],
    fields: { sex: 'male' },
  }
  const { survivor: joined } = merge(survivor, from)
  const detail = mergeDetail(survivor, joined)
  const undo = (now: Archive) => unmerged(now, detail, 'RG2026-0002')

  test('gives the survivor back as it was', () => {
    expect(undo(joined)).toEqual(survivor)
  })

  test('keeps what was changed since and did not come over', () => {
    const since = {
      ...joined,
      phone: '13900139000',
      stage: 'aftersale',
      contacts: [{ name: '赵六' }, ...joined.contacts],
      nextReviewOn: '2026-09-01',
    }
    expect(undo(since)).toEqual({
      ...survivor,
      phone: '13900139000',
      stage: 'aftersale',
      contacts: [{ name: '赵六' }],
      nextReviewOn: '2026-09-01',
    })
  })

  test.each([
    ['a value', { email: 'c@d.cn' }],
    ['a level', { secrecy: 'topSecret' }],
    ['a field', { fields: {} }],
    ['a contact', { contacts: [{ name: '李四', phone: '1', fromNumber: 'RG2026-0002' }] }],
  ] as [string, Partial<Archive>][])(
    'is refused where %s that came over has changed',
    (_, changes) => {
      expect(() => undo({ ...joined, ...changes })).toThrow('merge.undo-blocked')
    },
  )
})
