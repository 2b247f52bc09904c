import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
const add = (...words: string[]) =>
  office.done('add', '--type', '个人', '--duplicate', 'add', ...words)
const note = (number: string, text: string) =>
  office.done('note', number, '--text', text, '--set', '沟通渠道=电话')

beforeEach(async () => {
  office = await officeIn()
  await add('--name', '张三丰', '--phone', '13800138000')
  await add(
    '--name',
    '张三豐',
    '--email',
    'a@b.cn',
    '--contact',
    '李四,儿子',
    '--secrecy',
    '秘密',
    '--set',
    '性别=男',
  )
  await note('0001', '询问保修期')
  await note('0002', '投诉交货')
})

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}

/** All tables, but for the survivor's version, which counts on. */
const everything = () => {
  const tables = office.meddle(everythingIn)
  const archive = tables['archive']?.map((row) => row.replace(/"version":"\d+"/, ''))
  return { ...tables, archive }
}

describe('a merge', () => {
  test('brings everything under one number, and the other still leads there', async () => {
    const survivor = await office.done('merge', '0002', '--into', '0001', '--reason', '同一客户')
    expect(survivor).toMatchObject({
      number: 'RG2026-0001',
      phone: '13800138000',
      email: 'a@b.cn',
      secrecy: 'secret',
      version: 2,
    })
    const dossier = await office.done('show', 'rg20260002')
    expect(dossier).toMatchObject({
      number: 'RG2026-0001',
      aliases: ['RG2026-0002'],
      fields: { sex: 'male' },
      contacts: [{ name: '李四', role: '儿子', fromNumber: 'RG2026-0002' }],
    })
    expect(dossier.entries.map(({ text, fromNumber }: never) => [text, fromNumber])).toEqual([
      ['投诉交货', 'RG2026-0002'],
      ['询问保修期', undefined],
    ])
  })

  test('says where the two differ', async () => {
    const { err } = await office.run('merge', '0002', '--into', '0001')
    expect(err).toBe('两份的客户名称不同，保留 RG2026-0001 的。\n')
  })

  test('is one entry with a part for each, and tells the history of both', async () => {
    await office.done('merge', '0002', '--into', '0001')
    const parts = office.look((store) =>
      store
        .prepare(
          `SELECT archive_id, object FROM journal JOIN journal_part USING (seq) WHERE action = 'archive.merge'`,
        )
        .all(),
    )
    expect(parts).toEqual([
      { archive_id: 1, object: 'RG2026-0002' },
      { archive_id: 2, object: 'RG2026-0002' },
    ])
    const history = await office.done('show', '0001', '--history')
    expect(history.map(({ number, action }: never) => `${number} ${action}`)).toEqual([
      'RG2026-0001 archive.add',
      'RG2026-0002 archive.add',
      'RG2026-0001 entry.add',
      'RG2026-0002 entry.add',
      'RG2026-0001 archive.merge',
    ])
  })

  test('the words of both find the survivor', async () => {
    await office.done('merge', '0002', '--into', '0001')
    const words = office.meddle(everythingIn)['archive_terms'] ?? []
    expect(words.every((line) => line.endsWith('"doc":"1"}'))).toBe(true)
    expect(words).toContain('{"term":"李","doc":"1"}')
  })

  test('an imported row that is in is still known', async () => {
    office.meddle((store) =>
      store.script('INSERT INTO row_digest VALUES (9007199254740993, 2, 1), (5, 1, 1)'),
    )
    await office.done('merge', '0002', '--into', '0001')
    expect(office.meddle(everythingIn)['row_digest']).toEqual([
      '{"digest":"5","archive_id":"1","import_id":"1"}',
      '{"digest":"9007199254740993","archive_id":"1","import_id":"1"}',
    ])
  })

  test('the survivor does not go back over it', async () => {
    await office.done('merge', '0002', '--into', '0001')
    expect(await refused('update', '0001', '--revert', '1')).toMatchObject({
      code: 'version.merged',
      status: 3,
      facts: { merged: 'RG2026-0002' },
    })
    await office.done('update', '0001', '--owner', '赵敏')
    expect(await office.done('update', '0001', '--revert', '2')).toMatchObject({
      owner: null,
      version: 4,
    })
    await office.done('merge', '--undo', 'RG2026-0002')
    expect(await office.done('update', 'RG2026-0001', '--revert', '1')).toMatchObject({
      email: null,
      version: 5,
    })
  })

  test.each([
    ['with itself', ['0001', '--into', 'rg20260001'], 'merge.self', 3],
    ['with nobody', ['0001', '--into', '0009'], 'archive.missing', 4],
    ['into nothing', ['0001'], 'usage.missing', 2],
    ['and undone at once', ['0001', '--undo', '0002'], 'usage.together', 2],
    [
      'before the last act',
      ['0002', '--into', '0001', '--date', '2026-11-19'],
      'date.before-last-act',
      3,
    ],
  ])('is not made %s', async (_, words, code, status) => {
    const before = office.meddle(everythingIn)
    expect(await refused('merge', ...words)).toMatchObject({ code, status })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is not made between types', async () => {
    await office.done('add', '--type', '经销商', '--org', 'XH01', '--name', '宏达')
    expect(await refused('merge', 'JG2026XH01-0001', '--into', 'RG2026-0001')).toMatchObject({
      code: 'merge.other-type',
      status: 3,
    })
  })

  test('is not made by whoever may not read both', async () => {
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'none' })
    office.account = 'wang'
    expect(await refused('merge', '0001', '--into', '0002')).toMatchObject({
      code: 'person.not-cleared',
      status: 5,
    })
  })
})

describe('undoing a merge', () => {
  test('gives both back as they were', async () => {
    const before = everything()
    await office.done('merge', '0002', '--into', '0001')
    expect(await office.done('merge', '--undo', 'rg20260002', '--reason', '误并')).toMatchObject({
      number: 'RG2026-0002',
      version: 1,
    })
    expect(everything()).toEqual(before)
  })

  test('keeps keys of comparison that go by the rules of today', async () => {
    await office.done('merge', '0002', '--into', '0001')
    const path = join(office.room, 'office.yaml')
    const rules = 'types: { individual: { businessKey: sex } }'
    writeFileSync(path, `policy: ours\nextends: denture\n${rules}\n`)
    await office.done('policy', 'set', path, '--effective', '2026-11-20', '--yes')
    await office.done('merge', '--undo', '0002')
    const { archive } = office.meddle(everythingIn)
    expect(archive?.[1]).toContain('"business_key":"male"')
  })

  test('keeps what happened to the survivor since', async () => {
    await office.done('merge', '0002', '--into', '0001')
    await office.done('update', '0001', '--owner', '赵敏')
    await note('0001', '后来的事')
    await office.done('merge', '--undo', 'RG2026-0002')
    const survivor = await office.done('show', 'RG2026-0001')
    expect(survivor).toMatchObject({
      owner: '赵敏',
      email: null,
      secrecy: 'none',
      contacts: [],
      version: 4,
    })
    expect(survivor.entries.map(({ text }: { text: string }) => text)).toEqual([
      '后来的事',
      '询问保修期',
    ])
  })

  test.each([
    ['a value', ['--email', 'c@d.cn']],
    ['a contact', ['--remove-contact', '李四']],
    ['the level', ['--secrecy', '绝密']],
  ])('is refused once %s that came over has changed', async (_, words) => {
    await office.done('merge', '0002', '--into', '0001')
    await office.done('update', '0001', ...words)
    const before = office.meddle(everythingIn)
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      code: 'merge.undo-blocked',
      status: 3,
      facts: { number: 'RG2026-0002', because: 'changed' },
    })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is refused once an entry that came over has changed', async () => {
    await office.done('merge', '0002', '--into', '0001')
    office.meddle((store) =>
      store.script(`UPDATE entry SET happened_on = '2026-01-01' WHERE id = 2`),
    )
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      facts: { because: 'changed' },
    })
  })

  test('is refused once what it needs was destroyed', async () => {
    await office.done('merge', '0002', '--into', '0001')
    office.meddle((store) => store.script('DELETE FROM journal_detail WHERE archive_id = 2'))
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      facts: { because: 'destroyed' },
    })
  })

  test('of a number that was never merged is refused', async () => {
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      facts: { because: 'not-merged' },
    })
    await office.done('classify', '0002', '--type', '经销商', '--org', 'XH01', '--renumber')
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      facts: { because: 'not-merged' },
    })
  })

  test('is refused to whoever may not read what comes back', async () => {
    await office.done('update', '0001', '--secrecy', '机密')
    await office.done('merge', '0002', '--into', '0001')
    await office.done('update', '0001', '--secrecy', '无')
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'none' })
    office.account = 'wang'
    const before = office.meddle(everythingIn)
    expect(await refused('merge', '--undo', 'RG2026-0002')).toMatchObject({
      code: 'person.not-cleared',
      status: 5,
    })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('goes from the last merge to the first', async () => {
    await add('--name', '张三封')
    const before = everything()
    await office.done('merge', 'RG2026-0003', '--into', 'RG2026-0002')
    await office.done('merge', 'RG2026-0002', '--into', 'RG2026-0001')
    expect((await office.done('show', 'RG2026-0003')).aliases).toEqual([
      'RG2026-0003',
      'RG2026-0002',
    ])
    expect(await refused('merge', '--undo', 'RG2026-0003')).toMatchObject({
      facts: { because: 'merged-again' },
    })
    await office.done('merge', '--undo', 'RG2026-0002')
    expect((await office.done('show', 'RG2026-0002')).aliases).toEqual(['RG2026-0003'])
    await office.done('merge', '--undo', 'RG2026-0003')
    expect(everything()).toEqual(before)
  })

  test('a merge can be made again after it was undone, and undone again', async () => {
    const before = everything()
    for (let times = 0; times < 2; times++) {
      await office.done('merge', '0002', '--into', '0001')
      await office.done('merge', '--undo', '0002')
    }
    expect(everything()).toEqual(before)
  })

  test('is exact, whatever the two hold', { timeout: 120_000 }, async () => {
    const words = fc.record({
      phone: fc.constantFrom('', '13900139000', '021-62345678'),
      address: fc.constantFrom('', '上海市中山路1号'),
      importance: fc.constantFrom('', '一般', '重要'),
      secrecy: fc.constantFrom('无', '秘密', '绝密'),
      'retention-class': fc.constantFrom('一般', '重要', '永久'),
      contact: fc.constantFrom('李四', '王五,采购', '赵六,,13911112222'),
      set: fc.constantFrom('性别=男', '年龄=40', '备注=甲', '微信=x'),
      'formed-on': fc.constantFrom('2020-01-01', '2026-11-20'),
    })
    const optionsOf = (said: Record<string, string>) =>
      Object.entries(said).flatMap(([key, value]) => [`--${key}`, value])
    await fc.assert(
      fc.asyncProperty(words, words, fc.nat(2), async (one, other, notes) => {
        const [first, second] = [
          await add('--name', '甲', ...optionsOf(one)),
          await add('--name', '乙', ...optionsOf(other)),
        ]
        for (let at = 0; at < notes; at++) await note(second.number, `第${at}件`)
        const before = everything()
        await office.done('merge', second.number, '--into', first.number)
        await office.done('merge', '--undo', second.number)
        expect(everything()).toEqual(before)
      }),
      { numRuns: 10 },
    )
  })
})
