import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
})

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}
const call = ['--text', '询问保修期', '--set', '沟通渠道=电话']

describe('a note', () => {
  test('is entered with the fields of its kind, read and checked', async () => {
    const words = [
      '--kind',
      '訂單',
      '--on',
      '2026年11月1日',
      '--set',
      '产品名称=全瓷冠',
      '--set',
      '数量=２',
      '--set',
      '金额=3,600元',
    ]
    expect(await office.done('note', '0001', ...words)).toEqual({
      entry: 1,
      number: 'RG2026-0001',
      kind: 'order',
      on: '2026-11-01',
      text: '',
      fields: { product: '全瓷冠', quantity: '2', amount: '3600' },
      daysLate: 0,
    })
  })

  test('is communication of today where nothing else is said', async () => {
    const { out } = await office.run('note', '0001', ...call)
    expect(out).toBe('已记入 RG2026-0001：2026-11-20 沟通（记录 1）\n')
  })

  test('shows in the archive, newest first, and leaves its version as it is', async () => {
    await office.done('note', '0001', ...call)
    await office.done('note', '0001', ...call, '--on', '2026-11-01', '--text', '早先的事')
    const { entries, version } = await office.done('show', '0001')
    expect(version).toBe(1)
    expect(entries.map(({ on, text }: never) => `${on} ${text}`)).toEqual([
      '2026-11-20 询问保修期',
      '2026-11-01 早先的事',
    ])
    expect((await office.run('show', '0001')).out).toContain(
      '2026-11-20  沟通  询问保修期  沟通渠道：电话',
    )
  })

  test('is one journal entry that names no customer, and an act on the archive', async () => {
    office.today = '2026-12-01'
    await office.done('note', '0001', ...call)
    const [entry] = (await office.done('show', '0001', '--history')).slice(-1)
    expect(entry).toMatchObject({
      action: 'entry.add',
      detail: { entry: 1, kind: 'communication', text: '询问保修期' },
    })
    const journal = office.look((store) =>
      store.prepare('SELECT object FROM journal ORDER BY seq DESC').get(),
    )
    expect(journal).toEqual({ object: 'RG2026-0001' })
    expect(await refused('note', '0001', ...call, '--date', '2026-11-30')).toMatchObject({
      code: 'date.before-last-act',
    })
  })

  test('is found by its words', async () => {
    await office.done('note', '0001', ...call)
    expect(office.meddle(everythingIn)['entry_terms']).toContain('{"term":"保修","doc":"1"}')
  })

  test('may be of several lines', async () => {
    await office.done('note', '0001', ...call, '--text', '一\n二')
    expect((await office.done('show', '0001')).entries[0].text).toBe('一\n二')
  })

  test.each([
    ['without what its kind requires', ['--text', 'x'], 'usage.missing', 2],
    ['with nothing in it', ['--kind', '服务'], 'usage.missing', 2],
    ['of no kind', ['--kind', '吃饭', '--text', 'x'], 'value.bad', 8],
    ['with a field of another kind', [...call, '--set', '产品名称=x'], 'usage.unknown-field', 2],
    [
      'with a bad value',
      ['--kind', '订单', '--set', '产品名称=x', '--set', '数量=两个'],
      'value.bad',
      8,
    ],
    ['with a field that says nothing', [...call, '--set', '电话'], 'value.bad', 8],
    ['of tomorrow', [...call, '--on', '2026-11-21'], 'date.future', 3],
    ['of no day', [...call, '--on', '某日'], 'value.bad', 8],
    ['long ago without a reason', [...call, '--date', '2026-01-01'], 'date.back-too-far', 3],
    ['with a control character', [...call, '--text', '\u001B[31m'], 'value.bad', 8],
  ])('is refused %s', async (_, words, code, status) => {
    const before = office.meddle(everythingIn)
    expect(await refused('note', '0001', ...words)).toMatchObject({ code, status })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is refused for an archive that is not there, or not for everybody', async () => {
    expect(await refused('note', '0009', ...call)).toMatchObject({
      code: 'archive.missing',
      status: 4,
    })
    await office.done('update', '0001', '--secrecy', '机密')
    office.hire({ name: '王芳', osAccount: 'wang' })
    office.account = 'wang'
    expect(await refused('note', '0001', ...call)).toMatchObject({
      code: 'person.not-cleared',
      status: 5,
    })
    expect(await refused('note', 'list', '0001')).toMatchObject({
      code: 'person.not-cleared',
      status: 5,
    })
  })

  test('a rehearsal writes nothing', async () => {
    const before = office.meddle(everythingIn)
    expect(await office.done('note', '0001', ...call, '--dry-run')).toMatchObject({ entry: 1 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('a policy that has no kinds is silent', async () => {
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.entries')`),
    )
    expect(await refused('note', '0001', ...call)).toMatchObject({
      code: 'policy.silent',
      status: 3,
    })
  })
})

describe('the list of notes', () => {
  beforeEach(async () => {
    await office.done('note', '0001', ...call)
    await office.done('note', '0001', '--kind', '反馈', '--set', '舒适度=很好')
  })

  test('is newest first, with fields in the reader’s words', async () => {
    const { out } = await office.run('note', 'list', '0001')
    expect(out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^2 +2026-11-20 +反馈 +舒适度：很好 +李娜$/),
      expect.stringMatching(/^1 +2026-11-20 +沟通 +询问保修期 +沟通渠道：电话 +李娜$/),
    ])
  })

  test('may be of one kind', async () => {
    const list = await office.done('note', 'list', '0001', '--kind', '反馈')
    expect(list).toMatchObject([
      { entry: 2, kind: 'feedback', fields: { comfort: 'veryGood' }, by: '李娜', fromNumber: null },
    ])
    expect(await refused('note', 'list', '0001', '--kind', '吃饭')).toMatchObject({
      code: 'value.bad',
    })
  })

  test('reading what the policy names is entered in the journal', async () => {
    await office.done('update', '0001', '--secrecy', '机密')
    await office.done('note', 'list', '0001')
    const last = office.look((store) =>
      store.prepare('SELECT action FROM journal ORDER BY seq DESC').get(),
    )
    expect(last).toEqual({ action: 'archive.read' })
  })
})

test('an office that speaks English is shown no Chinese punctuation', async () => {
  const english = await officeIn({ lang: 'en' })
  await english.done('add', '--type', 'individual', '--name', 'Ann Lee')
  const people = ['--add-contact', 'Bo Lee,son', '--add-contact', 'Cy Lee,sister']
  await english.done('update', '0001', ...people, '--reason', 'she said so')
  const fields = ['--set', 'product=crown', '--set', 'quantity=2', '--set', 'amount=3600']
  await english.done('note', '0001', '--kind', 'order', ...fields)
  for (const words of [
    ['show', '0001'],
    ['show', '0001', '--history'],
    ['note', 'list', '0001'],
  ])
    expect((await english.run(...words)).out).not.toMatch(/[：；、（）\u3000]/)
})
