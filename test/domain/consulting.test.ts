import { describe, expect, test } from 'vitest'
import {
  isLeftOpen,
  readConsultationName,
  requireNotReading,
  requireScope,
  requireUnread,
  type Reading,
} from '../../src/domain/consultation.ts'
import { readCopyName } from '../../src/domain/copy.ts'
import { checkPolicy } from '../../src/domain/policy-check.ts'
import type { Policy } from '../../src/domain/policy.ts'
import type { Material } from '../../src/domain/material.ts'
import { secrecyLevels } from '../../src/domain/words.ts'
import { anArchive, aPerson, denture } from '../support/archives.ts'
import { refusalOf } from '../support/refusals.ts'

const material = (id: number): Material => ({ id, seq: id, secrecy: null, copies: 1 }) as Material
const takings = (...ids: number[]) => ({ archive: anArchive(), materials: ids.map(material) })
const reading = (...ids: number[]): Reading => ({
  id: 3,
  reader: '王芳',
  unit: null,
  materials: ids.map((id) => ({ materialId: id, seq: id })),
})

const refuses = (work: () => void): boolean => {
  try {
    work()
    return false
  } catch {
    return true
  }
}

describe('what is read is not lent', () => {
  test.each([
    ['the whole while the whole is read', [], [], true],
    ['the whole while a part is read', [], [1], true],
    ['a part while the whole is read', [1], [], true],
    ['a part while it is read', [1, 2], [2], true],
    ['a part while another is read', [1], [2], false],
  ])('%s', (_, wanted, read, refused) => {
    expect(refuses(() => requireUnread(takings(...wanted), [reading(...read)]))).toBe(refused)
  })

  test('what nobody reads is', () => {
    expect(refuses(() => requireUnread(takings(), []))).toBe(false)
  })

  test('and its reader is named', () => {
    const { code, facts } = refusalOf(() => requireUnread(takings(1), [reading()]))
    expect([code, facts]).toEqual([
      'archive.being-read',
      { number: 'RG2026-0001/1', consultation: 'C3', reader: '王芳' },
    ])
  })
})

test('two people of one name and different units are two readers', () => {
  const outsider = { name: '王芳', unit: '市一院', credential: null, credentialNumber: null }
  const their = { staff: null, outsider }
  expect(refuses(() => requireNotReading(takings(), their, [reading()]))).toBe(false)
  const own = { staff: aPerson(2), outsider: null }
  expect(refuses(() => requireNotReading(takings(), own, [reading()]))).toBe(true)
})

test('a scope is needed from a level on, whatever the level', () => {
  const table = secrecyLevels.map((from) =>
    secrecyLevels
      .map((secrecy) => {
        const rule = { scopeNeeded: { from } }
        const whole = { archive: anArchive({ secrecy }), materials: [] }
        return refuses(() => requireScope(whole, undefined, rule)) ? 'x' : '.'
      })
      .join(''),
  )
  expect(table).toEqual(['xxxx', '.xxx', '..xx', '...x'])
})

describe('a consultation is left open', () => {
  const opened = { closedOn: null, openedOn: '2026-11-20', openedAt: '2026-11-20T02:00:00.000Z' }
  test.each([
    ['not on its own day', '2026-11-20', '2026-11-20T15:59:00.000Z', undefined, false],
    ['the day after', '2026-11-21', '2026-11-20T16:00:00.000Z', undefined, true],
    ['not at the very end of its hours', '2026-11-20', '2026-11-20T04:00:00.000Z', 2, false],
    ['a moment later', '2026-11-20', '2026-11-20T04:00:00.001Z', 2, true],
  ])('%s', (_, today, now, maxHours, late) => {
    const rule = maxHours === undefined ? {} : { maxHours }
    expect(isLeftOpen(opened, { today, now }, rule)).toBe(late)
  })

  test('never once it is closed', () => {
    const closed = { ...opened, closedOn: '2026-11-20' }
    expect(isLeftOpen(closed, { today: '2027-01-01', now: '2027-01-01T00:00:00Z' }, {})).toBe(false)
  })
})

test.each([
  ['C12', 12],
  ['c12', 12],
  [' Ｃ１２ ', 12],
  ['C', undefined],
  ['C-1', undefined],
  ['R12', undefined],
  ['C1/2', undefined],
])('%s names the consultation %s', (text, id) => {
  expect(readConsultationName(text)).toBe(id)
})

test.each([
  ['P4', { id: 4, position: null }],
  ['p4/2', { id: 4, position: 2 }],
  ['Ｐ４／２', { id: 4, position: 2 }],
  ['P4/', undefined],
  ['P4/x', undefined],
  ['4/2', undefined],
])('%s names copies', (text, found) => {
  expect(readCopyName(text)).toEqual(found)
})

describe('a policy that makes no sense', () => {
  const world = { isTimeZone: () => true }
  const said = (over: Partial<Policy>) =>
    checkPolicy({ ...denture, ...over }, world).map(({ at, code }) => `${at} ${code}`)

  test.each<[string, Partial<Policy>, string[]]>([
    ['nothing wrong with the denture office', {}, []],
    [
      'permits numbered by unit',
      { copies: { number: 'FZ{org}-{serial:3}' } },
      ['copies.number pattern.unknown-place'],
    ],
    [
      'permits without a serial',
      { copies: { number: 'FZ{year}' } },
      ['copies.number pattern.no-serial'],
    ],
    [
      'permits of two kinds that could have one number',
      {
        copies: { number: 'X{serial}' },
        disclosure: { bases: ['law'], number: 'X{serial:3}' },
      },
      ['disclosure.number value.twice'],
    ],
    [
      'a scope from a level that is not in use',
      {
        consultation: { scopeNeeded: { from: 'topSecret' } },
        secrecy: { levels: { none: denture.secrecy!.levels.none! }, default: 'none' },
        requests: { chains: [] },
      },
      ['consultation.scopeNeeded.from name.unknown'],
    ],
  ])('%s', (_, over, problems) => {
    expect(said(over).filter((it) => /^(consult|cop|discl)/.test(it))).toEqual(problems)
  })
})
