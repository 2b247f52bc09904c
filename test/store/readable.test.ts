import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelOf } from '../../src/domain/material.ts'
import type { ReadersRule } from '../../src/domain/policy-secrecy.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { readingRightsOf } from '../../src/domain/readers.ts'
import { admits } from '../../src/domain/reading-rights.ts'
import { secrecyLevels } from '../../src/domain/words.ts'
import { query } from '../../src/store/query.ts'
import { readableAmong, readableArchives, readableMaterials } from '../../src/store/readable.ts'
import { staffList } from '../../src/store/staff.ts'
import type { Store } from '../../src/store/store.ts'
import { aPerson, denture } from '../support/archives.ts'
import { officeIn } from '../support/office.ts'

// The rules of reading stand in the domain and in SQL: both must say the same of every archive.
const people = ['李娜', '王芳', '赵敏', "O'Neil"] as const
const departments = [null, '销售部', '档案室']
const posts = [null, '总经理', '部门经理', '档案员', '看门人']
const tiers = [null, 'company', 'personal', 'dropped']

const level = fc.constantFrom(...secrecyLevels)
const rule: fc.Arbitrary<ReadersRule> = fc.record(
  {
    posts: fc.uniqueArray(fc.constantFrom('generalManager', 'departmentHead', 'archivist')),
    owner: fc.boolean(),
    head: fc.boolean(),
    department: fc.boolean(),
    named: fc.boolean(),
  },
  { requiredKeys: [] },
)
const readers = fc.option(rule, { nil: undefined })
const archive = fc.record({
  secrecy: level,
  owner: fc.constantFrom(null, ...people),
  tier: fc.constantFrom(...tiers),
  paper: fc.option(level, { nil: null }),
  named: fc.boolean(),
})
const situation = fc.record({
  levels: fc.tuple(readers, readers, readers, readers),
  choices: fc.tuple(readers, readers),
  knowsAll: fc.uniqueArray(fc.constantFrom('generalManager', 'archivist')),
  staff: fc.tuple(
    ...people.map(() =>
      fc.record({
        department: fc.constantFrom(...departments),
        post: fc.constantFrom(...posts),
        clearance: level,
        leftOn: fc.constantFrom(null, '2026-02-01'),
      }),
    ),
  ),
  reader: fc.constantFrom(null, 0, 1, 2, 3),
  archives: fc.array(archive, { minLength: 1, maxLength: 12 }),
  opened: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
})
type Situation = typeof situation extends fc.Arbitrary<infer It> ? It : never

function policyOf({ levels, choices, knowsAll }: Situation): Policy {
  const label = { 'zh-Hans': 'x', 'zh-Hant': 'x', en: 'x' }
  const withReaders = (it: ReadersRule | undefined) => (it ? { label, readers: it } : { label })
  const rules = secrecyLevels.map((it, at) => [it, withReaders(levels[at])])
  return {
    ...denture,
    fields: {
      ...denture.fields,
      tier: {
        label,
        kind: 'choice',
        choices: { company: withReaders(choices[0]), personal: withReaders(choices[1]) },
      },
    },
    secrecy: { levels: Object.fromEntries(rules), default: 'none', knowsAll },
  }
}

/** Lays the situation out in the file; it is taken back afterwards. */
function layOut(store: Store, { staff, archives, reader }: Situation): void {
  for (const table of ['material', 'archive_reader', 'archive', 'staff'])
    store.prepare(`DELETE FROM ${table}`).run()
  for (const [at, it] of staff.entries())
    store
      .prepare(`INSERT INTO staff VALUES (?, ?, ?, ?, ?, NULL, '2020-01-01', ?)`)
      .run(at + 1, people[at] ?? '', it.post, it.department, it.clearance, it.leftOn)
  for (const [at, it] of archives.entries()) {
    const id = at + 1
    store
      .prepare(
        `INSERT INTO archive (id, number, type, year, status, name, secrecy, owner, opened_on,
          contacts, fields, version, acted_on)
         VALUES (?, ?, 'individual', 2026, 'active', 'x', ?, ?, '2026-01-01', '[]', ?, 1, '2026-01-01')`,
      )
      .run(id, `N${id}`, it.secrecy, it.owner, JSON.stringify(it.tier ? { tier: it.tier } : {}))
    store
      .prepare(
        `INSERT INTO material (id, archive_id, seq, title, copies, form, medium, secrecy, is_annex, recorded_on)
         VALUES (?, ?, 1, 'x', 1, 'original', 'paper', ?, 0, '2026-01-01')`,
      )
      .run(id, id, it.paper)
    if (it.named && reader !== null)
      store
        .prepare(`INSERT INTO archive_reader VALUES (?, ?, '2026-01-01', NULL)`)
        .run(reader + 1, id)
  }
}

const office = await officeIn()

test('rules and SQL agree on every archive and every paper, for every person and policy', () => {
  office.meddle((store) => {
    store.script('PRAGMA foreign_keys = OFF')
    fc.assert(
      fc.property(situation, (it) => {
        store.script('BEGIN')
        try {
          layOut(store, it)
          expect(readIn(store, it)).toEqual(admittedIn(store, it))
        } finally {
          store.script('ROLLBACK')
        }
      }),
      { numRuns: 300 },
    )
  })
})

const rightsIn = (store: Store, it: Situation) => {
  const named = new Set(it.archives.flatMap(({ named: is }, at) => (is ? [at + 1] : [])))
  const everybody = () => staffList(store)
  const staff = it.reader === null ? null : (everybody()[it.reader] ?? null)
  const isNamed = (id: number) => staff !== null && named.has(id)
  return readingRightsOf({ staff, everybody, isNamed, opened: () => it.opened }, policyOf(it))
}

/** By SQL: archives, and papers of these. */
function readIn(store: Store, it: Situation) {
  const rights = rightsIn(store, it)
  const archives = store.all(
    query.selectFrom('archive').select('id').where(readableArchives(rights)).orderBy('id'),
  )
  const papers = store.all(
    query
      .selectFrom('material')
      .innerJoin('archive', 'archive.id', 'material.archiveId')
      .select('material.id')
      .where(readableArchives(rights))
      .where(readableMaterials(rights))
      .orderBy('material.id'),
  )
  const ids = it.archives.map((_, at) => at + 1)
  expect([...readableAmong(store, rights, ids)].toSorted((a, b) => a - b)).toEqual(
    archives.map(({ id }) => id),
  )
  return { archives: archives.map(({ id }) => id), papers: papers.map(({ id }) => id) }
}

/** By the rules. */
function admittedIn(store: Store, it: Situation) {
  const rights = rightsIn(store, it)
  const archives = it.archives
    .map(({ tier, ...rest }, at) => ({ id: at + 1, ...rest, fields: fieldsOf(tier) }))
    .filter((one) => admits(rights, one))
  const papers = archives.filter((one) => admits(rights, one, levelOf({ secrecy: one.paper }, one)))
  return { archives: archives.map(({ id }) => id), papers: papers.map(({ id }) => id) }
}

const fieldsOf = (tier: string | null): Record<string, string> => (tier === null ? {} : { tier })

test('where a policy names no readers, only the level is compared', () => {
  const reader = { staff: aPerson(1), everybody: () => [], isNamed: () => false, opened: () => [] }
  const { sql } = query
    .selectFrom('archive')
    .select('id')
    .where(readableArchives(readingRightsOf(reader, denture)))
    .compile()
  expect(sql).toBe('select "id" from "archive" where ("archive"."secrecy" in (?, ?, ?, ?))')
})
