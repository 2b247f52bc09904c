import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/store/open.ts'
import { query } from '../../src/store/query.ts'
import { Store } from '../../src/store/store.ts'
import { join } from 'node:path'
import { newRoom } from '../support/program.ts'

const opened: Store[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

function storeOf(names: readonly string[], left?: () => void): Store {
  const path = join(newRoom(), 'store.db')
  const store = new Store(connect(path, {}), path, left)
  opened.push(store)
  store.script('CREATE TABLE alias (number TEXT PRIMARY KEY, archive_id, since)')
  for (const name of names) add(store, name)
  return store
}

const add = (store: Store, number: string) =>
  store.prepare('INSERT INTO alias (number) VALUES (?)').run(number)
const all = query.selectFrom('alias').select('number').orderBy('number')
const numbersIn = (store: Store) => store.all(all).map(({ number }) => number)

test('a transaction within another is taken back alone, and the outer one goes on', () => {
  const store = storeOf([])
  store.transact(() => {
    add(store, 'kept')
    expect(() =>
      store.transact(() => {
        add(store, 'dropped')
        throw new Error('inner')
      }),
    ).toThrow('inner')
    add(store, 'also kept')
  })
  expect(numbersIn(store)).toEqual(['also kept', 'kept'])
})

test('a failing outer transaction takes the inner one back with it', () => {
  const store = storeOf([])
  expect(() =>
    store.transact(() => {
      store.transact(() => void add(store, 'inner'))
      throw new Error('outer')
    }),
  ).toThrow('outer')
  expect(numbersIn(store)).toEqual([])
})

test('a rehearsal gives its result and leaves nothing, whatever was committed inside it', () => {
  const store = storeOf(['there'])
  const result = store.rehearse(() => {
    store.transact(() => void add(store, 'rehearsed'))
    return numbersIn(store)
  })
  expect(result).toEqual(['rehearsed', 'there'])
  expect(numbersIn(store)).toEqual(['there'])
  expect(store.inTransaction).toBe(false)
})

test('a rehearsal within a transaction takes back its own part only', () => {
  const store = storeOf([])
  store.transact(() => {
    add(store, 'kept')
    store.rehearse(() => void add(store, 'rehearsed'))
  })
  expect(numbersIn(store)).toEqual(['kept'])
})

test('work that gives a promise is refused and taken back, though types were sworn away', () => {
  const store = storeOf([])
  const late = (async () => undefined) as unknown as () => undefined
  expect(() => store.transact(late)).toThrow('promise')
  expect(store.inTransaction).toBe(false)
})

test('a walk that stopped half-way does not keep the file from closing', () => {
  let isLeft = false
  const store = storeOf(['a', 'b', 'c'], () => {
    isLeft = true
  })
  const walk = store.each(all)[Symbol.iterator]()
  expect(walk.next().value).toEqual({ number: 'a' })
  store.close()
  expect(isLeft).toBe(true)
  expect(() => store.close()).not.toThrow()
})

test('a walk left by break frees its statement for the next', () => {
  const store = storeOf(['a', 'b'])
  for (const { number } of store.each(all)) if (number === 'a') break
  expect([...store.each(all)]).toHaveLength(2)
  store.transact(() => void add(store, 'c'))
})

test('a snapshot sees one state, whatever another connection commits meanwhile', () => {
  const store = storeOf(['a'])
  store.pragma('journal_mode = WAL')
  const other = new Store(connect(store.path, {}), store.path)
  opened.push(other)
  const seen = store.snapshot(() => {
    const before = numbersIn(store)
    add(other, 'b')
    return [before, numbersIn(store)]
  })
  expect(seen).toEqual([['a'], ['a']])
  expect(numbersIn(store)).toEqual(['a', 'b'])
})
