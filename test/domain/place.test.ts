import { describe, expect, test } from 'vitest'
import {
  amidst,
  isPlaceCode,
  shelfMeant,
  shelvesOf,
  type Place,
  type Shelf,
} from '../../src/domain/place.ts'
import type { StorageRule } from '../../src/domain/policy-materials.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { inShelfOrder } from '../../src/domain/shelf-order.ts'
import {
  isMisplaced,
  nextFree,
  objectionTo,
  objectionToWords,
  requireEscort,
} from '../../src/domain/storage.ts'
import { anArchive, denture } from '../support/archives.ts'
import { refusalOf } from '../support/refusals.ts'

let id = 0
const aPlace = (code: string, said: Partial<Place> = {}): Place => ({
  id: (id += 1),
  code,
  kind: 'slot',
  label: null,
  parentId: null,
  position: 1,
  capacity: null,
  keeperId: null,
  levels: null,
  ...said,
})

/** A cabinet of two rows with two slots of one each, kept by 7, and a safe for what is secret, kept by 8. */
function storeroom(used: Readonly<Record<string, number>> = {}): Shelf[] {
  const cabinet = aPlace('A', { kind: 'cabinet', keeperId: 7, position: 1 })
  const [one, two] = [1, 2].map((position) =>
    aPlace(`A-${position}`, { kind: 'row', parentId: cabinet.id, position }),
  ) as [Place, Place]
  const slots = [one, two].flatMap((row) =>
    [1, 2].map((position) =>
      aPlace(`${row.code}-${position}`, { parentId: row.id, position, capacity: 1 }),
    ),
  )
  const levels = ['confidential', 'topSecret'] as const
  const safe = aPlace('S', { kind: 'safe', position: 2, levels, keeperId: 8 })
  // as a table gives them: in no order
  return shelvesOf([safe, ...slots.toReversed(), two, cabinet, one], (code) => used[code] ?? 0)
}

const under = (storage?: StorageRule): Policy => {
  const { storage: _, ...rest } = denture
  return storage ? { ...rest, storage } : rest
}
const strict = under({
  order: 'number',
  apart: { levels: ['confidential', 'topSecret'], kinds: ['certificate'], source: ['S001-22-2'] },
  source: ['S001-7-1'],
})
const paper = (secrecy: 'none' | 'confidential' = 'none', kind: string | null = null) => ({
  name: 'RG2026-0001',
  secrecy,
  kind,
})
const at = (code: string, used = {}) => shelfMeant(storeroom(used), code)

describe('shelves', () => {
  test('go from left to right and from top to bottom, each before what is in it (S001-7-1)', () => {
    expect(storeroom().map(({ code }) => code)).toEqual([
      'A',
      'A-1',
      'A-1-1',
      'A-1-2',
      'A-2',
      'A-2-1',
      'A-2-2',
      'S',
    ])
  })

  test('are found with zeros before a number and without, where only one can be meant', () => {
    expect(at('a-01-002').code).toBe('A-1-2')
    expect(() => at('A-10-2')).toThrow('place.missing')
    expect(() => at('A-1-20')).toThrow('place.missing')
    const [shelf] = storeroom()
    const two = ['B-1', 'B-01'].map((code) => ({ ...shelf, code }) as Shelf)
    expect(shelfMeant(two, 'B-01').code).toBe('B-01')
    expect(() => shelfMeant(two, 'B-001')).toThrow('place.missing')
  })

  test('have keeper and levels of what they stand in, unless they have their own', () => {
    expect(at('A-2-1')).toMatchObject({ keeper: 7, apart: null, isLocked: false })
    expect(at('S')).toMatchObject({
      keeper: 8,
      apart: ['confidential', 'topSecret'],
      isLocked: true,
    })
  })

  test('are found by their code in any case and width; a slip is told', () => {
    expect(at('a-２-1').code).toBe('A-2-1')
    expect(refusalOf(() => at('A-2-3'))).toMatchObject({
      code: 'place.missing',
      facts: { suggestion: expect.stringMatching(/^A-/) },
    })
  })

  test('within one are it and those in it', () => {
    expect(amidst(storeroom(), 'a-2').map(({ code }) => code)).toEqual(['A-2', 'A-2-1', 'A-2-2'])
  })

  test('a box takes up room in its slot', () => {
    const slot = aPlace('X', { capacity: 1 })
    const box = aPlace('B1', { kind: 'box', parentId: slot.id })
    expect(shelvesOf([slot, box], () => 0)[0]).toMatchObject({ used: 1, boxes: 1 })
  })

  test.each([
    ['A-3-07', true],
    ['保险柜1', true],
    ['B_1.2', true],
    ['', false],
    ['-A', false],
    ['A/3', false],
    ['A 3', false],
    ['<b>', false],
    ['A'.repeat(41), false],
  ])('%s as a code: %s', (code, is) => expect(isPlaceCode(code)).toBe(is))
})

describe('what lies where', () => {
  const codeOf = (...[holding, place, used]: [ReturnType<typeof paper>, string, object?]) =>
    objectionTo(holding, at(place, used ?? {}), strict)?.code

  test('an ordinary archive lies on any shelf with room', () => {
    expect(codeOf(paper(), 'A-1-1')).toBeUndefined()
  })
  test('a full place takes no more', () => {
    expect(codeOf(paper(), 'A-1-1', { 'A-1-1': 1 })).toBe('place.full')
  })
  test('nothing lies in a cabinet that is divided into slots', () => {
    expect(codeOf(paper(), 'A')).toBe('place.divided')
  })
  test('what is secret lies apart, in a place marked for it (S001-22-2)', () => {
    expect(codeOf(paper('confidential'), 'A-1-1')).toBe('place.not-apart')
    expect(codeOf(paper('confidential'), 'S')).toBeUndefined()
  })
  test('what is not secret does not lie among what is', () => {
    expect(codeOf(paper(), 'S')).toBe('place.apart')
  })
  test('what is secret has a keeper (S001-22-2)', () => {
    const levels = ['confidential'] as const
    const [shelf] = shelvesOf([aPlace('X', { levels })], () => 0)
    expect(objectionTo(paper('confidential'), shelf as Shelf, strict)?.code).toBe('place.no-keeper')
  })
  test('a certificate lies in a safe (S003-15.5-4)', () => {
    const [shelf] = shelvesOf([aPlace('X', { kind: 'safe', keeperId: 1 })], () => 0)
    expect(codeOf(paper('none', 'certificate'), 'A-1-1')).toBe('place.not-locked')
    expect(objectionTo(paper('none', 'certificate'), shelf as Shelf, strict)).toBeUndefined()
  })
  test('a policy that is silent lets everything lie anywhere, but for what the office marked itself', () => {
    expect(objectionTo(paper('confidential'), at('A-1-1'), under())).toBeUndefined()
    expect(objectionTo(paper(), at('S'), under())?.code).toBe('place.apart')
  })

  test('words that are no place stand as they are, unless the policy wants known places or the thing lies apart', () => {
    const known = under({ order: 'number', knownPlaces: true })
    expect(objectionToWords(paper(), '旧柜', strict)).toBeUndefined()
    expect(objectionToWords(paper(), '旧柜', known)?.code).toBe('place.unknown')
    expect(objectionToWords(paper('confidential'), '旧柜', strict)?.code).toBe('place.not-apart')
    expect(objectionToWords(paper('none', 'certificate'), '旧柜', strict)?.code).toBe(
      'place.not-locked',
    )
  })

  test('a full shelf is no fault of what lies on it', () => {
    expect(isMisplaced(paper(), at('A-1-1', { 'A-1-1': 9 }), strict)).toBe(false)
    expect(isMisplaced(paper('confidential'), at('A-1-1'), strict)).toBe(true)
    expect(isMisplaced(paper('confidential'), undefined, strict)).toBe(true)
  })
})

describe('the next free place', () => {
  const next = (used: Record<string, number>, holding = paper()) =>
    nextFree(storeroom(used), holding, strict).code

  test.each([
    ['is the first where nothing lies yet', {}, 'A-1-1'],
    ['is behind the last that is full', { 'A-1-1': 1 }, 'A-1-2'],
    ['passes gaps by, so that the order is kept', { 'A-1-2': 1 }, 'A-2-1'],
    ['is the first gap where all behind are full', { 'A-1-2': 1, 'A-2-2': 1 }, 'A-1-1'],
  ])('%s', (_, used, place) => expect(next(used)).toBe(place))

  test('for what is secret is among those marked for it', () => {
    expect(next({}, paper('confidential'))).toBe('S')
  })

  test('is not there where all are full', () => {
    const full = { 'A-1-1': 1, 'A-1-2': 1, 'A-2-1': 1, 'A-2-2': 1 }
    expect(refusalOf(() => next(full))).toMatchObject({
      code: 'place.none-free',
      facts: { places: 4 },
    })
  })
})

describe('the order on the shelves', () => {
  const things = [
    anArchive({ number: 'RG2026-0002', name: '白云', openedOn: '2026-01-02' }),
    anArchive({ number: 'RG2026-10000', name: '安心', openedOn: '2026-01-01' }),
    anArchive({ number: 'JG2026A-0001', type: 'dealer', name: '常青', openedOn: '2026-01-03' }),
    anArchive({ number: 'RG2026-0001', name: '大地', openedOn: '2026-01-02' }),
  ].map((archive) => ({ archive }))
  const ordered = (order: StorageRule['order']) =>
    inShelfOrder(things, under({ order })).map(({ archive }) => archive.number.replace('2026', ''))

  test.each([
    ['number', ['JGA-0001', 'RG-0001', 'RG-0002', 'RG-10000']],
    ['type', ['RG-0001', 'RG-0002', 'RG-10000', 'JGA-0001']],
    ['openedOn', ['RG-10000', 'RG-0001', 'RG-0002', 'JGA-0001']],
    ['name', ['RG-10000', 'RG-0002', 'JGA-0001', 'RG-0001']],
  ] as const)('by %s', (order, numbers) => expect(ordered(order)).toEqual(numbers))

  test('is that of numbers where the policy is silent', () => {
    const [first] = inShelfOrder(things, under())
    expect(first?.archive.number).toBe('JG2026A-0001')
  })
})

describe('in the store-room', () => {
  const visit = { place: 'A', visitor: '李雷', escort: undefined, keeper: '李娜' }
  const rule = under({ order: 'number', admission: { source: ['S000-4.6-5'] } })
  const go =
    (said: Partial<Parameters<typeof requireEscort>[0]>, policy = rule) =>
    () =>
      requireEscort({ ...visit, ...said }, policy)
  const codeOf = (said: Parameters<typeof go>[0]) => refusalOf(go(said)).code

  test('the keeper is alone, others are with the keeper (S000-4.6-5)', () => {
    expect(go({ visitor: '李娜' })).not.toThrow()
    expect(codeOf({})).toBe('place.escort')
    expect(codeOf({ escort: '韩梅梅' })).toBe('place.escort')
    expect(go({ escort: '李娜' })).not.toThrow()
  })
  test('somebody keeps it', () => expect(codeOf({ keeper: undefined })).toBe('place.no-keeper'))
  test('a policy that is silent lets anybody in', () => {
    expect(go({ keeper: undefined }, under())).not.toThrow()
  })
})
