import { beforeEach, describe, expect, test } from 'vitest'
import { countsIn, imported, isInFile, listOf, sound, soundness } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

const id = '110101199003070003'
const heading = '客户名称,客户类型,联系电话,身份证号'
const take = (...lines: string[]) => imported(office, listOf(heading, ...lines))
const undo = (batch: string, ...words: string[]) =>
  office.done('import', 'undo', batch, '--yes', ...words)

/** What is in the file but for the memory of the batches, of numbers and of how far ids have come. */
function contents(): Record<string, unknown> {
  const { archive, row_digest, alias, entry, archive_terms } = office.meddle(everythingIn)
  return { archive, row_digest, alias, entry, archive_terms }
}

describe('the batches', () => {
  test('are listed newest first, and shown with what was rejected', async () => {
    await take('张三,个人,,', '李四,个体,,')
    await take('张三,个人,,')
    const list = await office.done('import', 'list')
    expect(list.map(({ batch, status }: never) => [batch, status])).toEqual([
      ['B2', 'done'],
      ['B1', 'done'],
    ])
    expect(list[1]).toMatchObject({
      ...{ fileName: 'list.csv', encoding: 'utf-8', delimiter: ',', startedOn: '2026-11-20' },
      ...{ read: 2, created: 1, updated: 0, unchanged: 0, skipped: 0, rejected: 1 },
      ...{ firstNumber: 'RG2026-0001', lastNumber: 'RG2026-0001' },
    })
    for (const batch of ['B1', 'b1', '1'])
      expect(await office.done('import', 'show', batch)).toMatchObject({
        batch: 'B1',
        rejects: [{ line: 3, field: 'type', code: 'choice.unknown' }],
      })
    const shown = await office.run('import', 'show', 'B1')
    expect(shown.out).toContain('第 3 行　')
  })

  test.each(['B9', 'B', 'x', '-1', 'B1e3'])('%s is none: status 4', async (batch) => {
    for (const what of ['show', 'undo']) {
      const ran = await office.run('import', what, '--yes', '--json', '--', batch)
      expect([ran.status, ran.error.code]).toEqual([4, 'import.missing'])
    }
  })

  test('are entered in the journal, one entry a stretch, with no customer in it', async () => {
    await take('张三,个人,13800138000,', '李四,个人,,')
    const entries = await office.done('log')
    expect(entries.map(({ action, object }: never) => [action, object])).toEqual([
      ['import.commit', 'B1'],
      expect.anything(),
    ])
    expect(JSON.stringify(entries)).not.toMatch(/张三|13800138000/)
  })
})

describe('undoing a batch', () => {
  test('takes what it made away, its numbers become void, and the file may come again', async () => {
    await office.done('add', '--type', '个人', '--name', '王五')
    const before = contents()
    await take('张三,个人,13800138000,', '李四丰,个人,,')
    expect(await undo('B1')).toEqual({ batch: 'B1', removed: 2, reverted: 0, kept: [] })
    expect(contents()).toEqual(before)
    expect(isInFile(office, '李四丰')).toBe(false)
    expect((await office.done('import', 'list'))[0].status).toBe('undone')
    const again = await take('张三,个人,13800138000,', '李四丰,个人,,')
    expect([again.json.created, again.json.firstNumber]).toEqual([2, 'RG2026-0004'])
    const void_ = await office.run(
      'add',
      '--type',
      '个人',
      '--name',
      '甲',
      '--number',
      'RG2026-0002',
      '--json',
    )
    expect(void_.error).toMatchObject({ code: 'number.void', facts: { reason: 'B1' } })
    expect((await office.done('log', 'verify')).ok).toBe(true)
    expect(soundness(office)).toEqual(sound)
  })

  test('takes updates back exactly: values, fields, contacts and what follows from them', async () => {
    await office.done(
      ...['add', '--type', '个人', '--name', '张三', '--phone', '13800138000', '--set', '性别=男'],
      ...['--set', `身份证号=${id}`, '--contact', '王小明,采购', '--importance', 'important'],
    )
    const before = await office.done('show', '0001')
    const list = listOf(
      '客户名称,客户类型,身份证号,电话,性别,联系人,重要程度,备注,微信',
      `张三丰,个人,${id},13900139000,女,李娜,一般,好,wx`,
    )
    await imported(office, list)
    const changed = await office.done('show', '0001')
    expect(changed).toMatchObject({ name: '张三丰', fields: { 微信: 'wx', sex: 'female' } })
    expect(await undo('B1')).toMatchObject({ removed: 0, reverted: 1, kept: [] })
    const after = await office.done('show', '0001')
    expect({ ...after, version: before.version }).toEqual(before)
    expect(after.version).toBe(3)
    expect((await office.done('find', '张三丰')).length).toBe(0)
    expect(soundness(office)).toEqual(sound)
    expect(countsIn(await imported(office, list))).toEqual([0, 1, 0, 0, 0])
  })

  test('takes a customer away who came twice in it, whatever changed in between', async () => {
    await take(`张三,个人,13800138000,${id}`, `张三丰,个人,,${id}`, `张三丰,个人,13800138001,${id}`)
    expect(await undo('B1')).toEqual({ batch: 'B1', removed: 1, reverted: 0, kept: [] })
    expect(contents()).toMatchObject({ archive: [], row_digest: [], archive_terms: [] })
  })

  test('takes several updates of one archive back to what was there before all of them', async () => {
    await office.done('add', '--type', '个人', '--name', '张三', '--set', `身份证号=${id}`)
    await take(`张三,个人,13800138000,${id}`, `张三丰,个人,13800138001,${id}`)
    expect(await undo('B1')).toMatchObject({ reverted: 1, kept: [] })
    expect(await office.done('show', '0001')).toMatchObject({
      name: '张三',
      phone: null,
      version: 4,
    })
  })

  test('keeps what somebody touched since, and says why', async () => {
    await take('甲,个人,,', '乙,个人,,', '丙,个人,,', '丁,个人,,', `戊,个人,,${id}`)
    await office.done('update', '0001', '--phone', '13800138000')
    await office.done('note', '0002', '--text', '来电', '--set', '沟通渠道=电话')
    await office.done('merge', '0003', '--into', '0004', '--reason', '同一人', '--yes')
    const undone = await undo('B1')
    expect(undone.removed).toBe(1)
    expect(undone.kept).toEqual([
      { number: 'RG2026-0001', because: 'changed' },
      { number: 'RG2026-0002', because: 'entries' },
      { number: 'RG2026-0004', because: 'changed' },
      { number: 'RG2026-0003', because: 'merged' },
    ])
    const shown = await office.run('show', '0001')
    expect(shown.status).toBe(0)
    expect(soundness(office)).toEqual(sound)
    const again = await take('甲,个人,,', '乙,个人,,', '丙,个人,,', '丁,个人,,', `戊,个人,,${id}`)
    expect(countsIn(again)).toEqual([1, 0, 4, 0, 0])
  })

  test('keeps who was once merged, and what is kept of them elsewhere with them', async () => {
    await take('甲,个人,,', '乙,个人,,')
    await office.done('merge', '0002', '--into', '0001', '--reason', '同一人', '--yes')
    await office.done('merge', '--undo', '0002', '--reason', '误并')
    expect(await undo('B1')).toMatchObject({
      removed: 0,
      kept: [
        { number: 'RG2026-0001', because: 'changed' },
        { number: 'RG2026-0002', because: 'merged' },
      ],
    })
  })

  test('names neither what it keeps nor what it began with, to whoever may not read that', async () => {
    await take('甲,个人,,', '乙,个人,,')
    await office.done('update', '0001', '--secrecy', '绝密')
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
    office.account = 'zhao'
    const seen = { firstNumber: null, lastNumber: 'RG2026-0002' }
    expect(await office.done('import', 'list')).toMatchObject([seen])
    expect(await office.done('import', 'show', 'B1')).toMatchObject(seen)
    expect(await undo('B1')).toMatchObject({ removed: 1, kept: [] })
  })

  test('keeps what was updated by it and changed after it', async () => {
    await office.done('add', '--type', '个人', '--name', '张三', '--set', `身份证号=${id}`)
    await take(`张三丰,个人,,${id}`)
    await office.done('update', '0001', '--phone', '13800138000')
    expect(await undo('B1')).toMatchObject({
      reverted: 0,
      kept: [{ number: 'RG2026-0001', because: 'changed' }],
    })
    expect((await office.done('show', '0001')).name).toBe('张三丰')
  })

  test('is refused the second time: status 3', async () => {
    await take('张三,个人,,')
    await undo('B1')
    const ran = await office.run('import', 'undo', 'B1', '--yes', '--json')
    expect([ran.status, ran.error.code]).toEqual([3, 'import.undone'])
  })

  test('needs a yes, and tells how to give one; --dry-run needs none and writes nothing', async () => {
    await take('张三,个人,,')
    const ran = await office.run('import', 'undo', 'B1', '--json')
    expect([ran.status, ran.error.code]).toEqual([2, 'usage.confirm'])
    const before = office.meddle(everythingIn)
    expect(await office.done('import', 'undo', 'B1', '--dry-run')).toMatchObject({ removed: 1 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is not dated before the import, nor done by one who may not read what it touches', async () => {
    await imported(office, listOf(`${heading},密级`, '张三,个人,,,绝密'))
    const early = await office.run(
      'import',
      'undo',
      'B1',
      '--yes',
      '--date',
      '2026-11-19',
      '--json',
    )
    expect([early.status, early.error.code]).toEqual([3, 'date.before-last-act'])
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'secret' })
    office.account = 'zhao'
    const blind = await office.run('import', 'undo', 'B1', '--yes', '--json')
    expect([blind.status, blind.error.code]).toEqual([5, 'person.not-cleared'])
  })

  test('is one entry of the journal, and leaves no words about those who went', async () => {
    await take('张三,个人,,', `李四,个人,,${id}`, `李四,个人,13800138000,${id}`)
    await undo('B1')
    const entries = await office.done('log')
    expect(entries.filter(({ action }: never) => action === 'import.undo')).toHaveLength(1)
    const details = office.look((store) =>
      store.prepare('SELECT count(*) FROM journal_detail WHERE archive_id > 0').pluck().get(),
    )
    expect(details).toBe(0)
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })
})
