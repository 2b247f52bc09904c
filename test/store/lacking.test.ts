import { expect, test } from 'vitest'
import { kindsNeeded, lacksOf, wholeCompleteness } from '../../src/domain/checklist.ts'
import type { Condition } from '../../src/domain/filter.ts'
import { byNumberUp } from '../../src/domain/order.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { archivesById } from '../../src/store/archives.ts'
import { heldBy } from '../../src/store/held.ts'
import { listed } from '../../src/store/listing.ts'
import type { Store } from '../../src/store/store.ts'
import { readsAll } from '../support/archives.ts'
import { officeIn } from '../support/office.ts'
import { readText } from '../support/policies.ts'

const contracts = readText(`policy: ours
extends: contracts
fields:
  rooms: { label: { zh-Hans: 间数, zh-Hant: 間數, en: rooms }, kind: integer }
types:
  buyer: { fields: [rooms, origin, payment, depositMeans], required: [phone] }
materials:
  kinds:
    loanPapers:
      signatures: { buyer: { label: { zh-Hans: 签字, zh-Hant: 簽名, en: signed } } }
checklists:
  always:
    label: { zh-Hans: 常备, zh-Hant: 常備, en: always }
    items:
      letter: { kind: letter, pages: 3, when: rooms >= 3 or not (rooms != 2) }
      other: { kind: other, copies: { scan: 1 }, when: name > 'm' and not email }
`)

/** Numbers that look random and are the same in every run. */
function dice(): (sides: number) => number {
  let seed = 20_261_122
  return (sides) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * sides)
  }
}

const of = <T>(roll: (sides: number) => number, list: readonly T[]): T =>
  list[roll(list.length)] as T

/** Two hundred buyers who hold this and that. */
function fill(store: Store): number[] {
  const roll = dice()
  const insert = store.prepare(
    `INSERT INTO archive (number, type, year, name, status, stage, phone, email, secrecy, opened_on,
       contacts, fields, version, acted_on)
     VALUES (?, 'buyer', 2026, ?, 'active', ?, ?, ?, 'none', '2026-01-01', '[]', ?, 1, '2026-01-01')`,
  )
  const attach = store.prepare(
    `INSERT INTO material (archive_id, seq, title, kind, pages, copies, form, medium, is_annex, recorded_on)
     VALUES (?, ?, '件', ?, ?, ?, ?, 'paper', ?, '2026-01-01')`,
  )
  const seal = store.prepare(`INSERT INTO material_seal VALUES (?, ?, '2026-01-01', 1)`)
  const kinds = [...kindsNeeded(contracts), 'collection']
  return Array.from({ length: 200 }, (_, at) => {
    const fields = {
      ...(roll(3) > 0 ? { origin: of(roll, ['local', 'outside', 'foreign']) } : {}),
      ...(roll(3) > 0 ? { payment: of(roll, ['full', 'mortgage']) } : {}),
      ...(roll(2) > 0 ? { depositMeans: 'card' } : {}),
      ...(roll(2) > 0 ? { rooms: String(roll(12)) } : {}),
    }
    const stage = of(roll, [null, 'subscribed', 'signed'])
    const phone = roll(4) > 0 ? '13800138000' : null
    const email = roll(2) > 0 ? 'a@b.cn' : null
    const name = of(roll, ['abc', 'xyz', '张三'])
    const { lastInsertRowid } = insert.run(
      `X-${at}`,
      name,
      stage,
      phone,
      email,
      JSON.stringify(fields),
    )
    const id = Number(lastInsertRowid)
    const isWhole = roll(3) > 0
    kinds.forEach((kind, index) => {
      if (!isWhole && roll(4) === 0) return
      for (const form of ['original', 'copy', 'duplicate', 'scan'] as const) {
        const isAnnex = roll(40) === 0 ? 1 : 0
        const pages = roll(20) === 0 ? null : 2 + roll(8)
        const row = attach.run(
          id,
          index * 4 + ordinal[form],
          kind,
          pages,
          1 + roll(9),
          form,
          isAnnex,
        )
        const { seals = {}, signatures = {} } = contracts.materials?.kinds[kind] ?? {}
        for (const key of [...Object.keys(seals), ...Object.keys(signatures)])
          if (roll(60) > 0) seal.run(row.lastInsertRowid, key)
      }
    })
    return id
  })
}

const ordinal = { original: 1, copy: 2, duplicate: 3, scan: 4 }

const office = await officeIn({ policy: 'contracts' })

const found = (store: Store, policy: Policy, condition: Condition): Set<number> => {
  const filter = { conditions: [condition], stubs: false }
  const selection = { words: '', filter, policy, rights: readsAll }
  return new Set([...listed(store, selection, byNumberUp)].map(({ id }) => id))
}

test('what an archive lacks is the same to SQL as to the rule', () => {
  office.meddle((store) => {
    const ids = store.transact(() => fill(store))
    const held = heldBy(store, ids)
    const archives = [...archivesById(store, ids).values()]
    const incomplete = found(store, contracts, { kind: 'incomplete' })
    const rule = archives.filter(
      (it) => wholeCompleteness(it, contracts, held.get(it.id) ?? []).missing.length > 0,
    )
    expect(incomplete).toEqual(new Set(rule.map(({ id }) => id)))
    expect(rule.length).toBeGreaterThan(20)
    expect(archives.length - rule.length).toBeGreaterThan(20)
    for (const kind of kindsNeeded(contracts)) {
      const lacking = archives.filter((it) =>
        lacksOf(it, contracts, held.get(it.id) ?? []).some(({ need }) => need.kind === kind),
      )
      const condition = { kind: 'missing', kinds: [kind], keys: [] } as const
      expect([kind, found(store, contracts, condition)]).toEqual([
        kind,
        new Set(lacking.map(({ id }) => id)),
      ])
      expect([kind, lacking.length > 0]).toEqual([kind, true])
    }
    const without = archives.filter(({ phone }) => phone === null)
    const asked = { kind: 'missing', kinds: [], keys: ['phone'] } as const
    expect(found(store, contracts, asked)).toEqual(new Set(without.map(({ id }) => id)))
  })
})

test('a list of what is incomplete is read in pages, not archive by archive', () => {
  office.meddle((store) => {
    const filter = { conditions: [{ kind: 'incomplete' }], stubs: false } as const
    let readings = 0
    const all = store.all.bind(store)
    store.all = ((asked: Parameters<typeof all>[0]) => {
      readings += 1
      return all(asked)
    }) as typeof store.all
    const selection = { words: '', filter, policy: contracts, rights: readsAll }
    const count = [...listed(store, selection, byNumberUp)].length
    expect(count).toBeGreaterThan(20)
    // foreign numbers are one page, the series another
    expect(readings).toBeLessThanOrEqual(3)
  })
})
