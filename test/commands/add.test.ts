import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

const add = (...words: string[]) => office.done('add', ...words)
const person = (name: string, ...more: string[]) => add('--type', '个人', '--name', name, ...more)

/** The refusal that a line ends in, with its status. */
async function refused(...words: string[]) {
  const ran = await office.run('add', ...words, '--json')
  return { status: ran.status, code: ran.error?.code, facts: ran.error?.facts, out: ran.out }
}

const tables = ['archive', 'series', 'journal', 'journal_detail', 'number_ledger']
const counts = () =>
  office.look((store) =>
    tables.map((table) => store.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  )

describe('an archive is opened', () => {
  test('with a name and a type, numbered, complete as a program wants it', async () => {
    expect(await person('张三丰', '--phone', '13800138000')).toMatchObject({
      number: 'RG2026-0001',
      type: 'individual',
      year: 2026,
      orgCode: null,
      serial: 1,
      name: '张三丰',
      status: 'active',
      secrecy: 'none',
      phone: '13800138000',
      openedOn: '2026-11-20',
      version: 1,
      fields: {},
    })
  })

  test('with values in Chinese, 简 or 繁, or in English, as people write them', async () => {
    const archive = await add(
      ...['--type', '經銷商', '--org', 'ｘｈ０１', '--name', ' 上海宏达贸易有限公司 '],
      ...['--stage', '售後', '--secrecy', '机密', '--phone', '+86 138-0013-8000'],
      ...['--set', '市场区域=华东'],
      ...['--contact', '王小明,采购,13900139000', '--contact', '李四'],
    )
    expect(archive).toMatchObject({
      ...{ type: 'dealer', orgCode: 'XH01', name: '上海宏达贸易有限公司', stage: 'aftersale' },
      ...{ secrecy: 'confidential', phone: '13800138000', fields: { marketArea: '华东' } },
    })
    const { contacts } = await office.done('show', archive.number)
    expect(contacts).toEqual([
      { name: '王小明', role: '采购', phone: '13900139000' },
      { name: '李四' },
    ])
  })

  test('in one entry of the journal that names the number and no customer', async () => {
    await person('张三丰', '--phone', '13800138000')
    const [entry] = await office.done('log')
    expect(entry).toMatchObject({ action: 'archive.add', object: 'RG2026-0001' })
    expect(JSON.stringify(entry)).not.toMatch(/张三丰|13800138000/)
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('for people: number and name on stdout, what to do next on stderr', async () => {
    const ran = await office.run('add', '--type', '个人', '--name', '张三丰')
    expect(ran.out).toMatch(/RG2026-0001.*张三丰/)
    expect(ran.err).toContain('dangan show RG2026-0001')
  })

  test('pending, where the information came in by an indirect channel', async () => {
    office = await officeIn({ policy: 'general' })
    const types = Object.keys(await typesOf())
    const type = ['--type', types[0] ?? '', '--org', 'A1']
    const channels = await channelsOf()
    const [indirect, direct] = [false, true].map(
      (is) => Object.entries(channels).find(([, rule]) => rule.direct === is)?.[0] ?? '',
    )
    const pending = await add(...type, '--name', '甲公司', '--channel', indirect ?? '')
    const active = await add(...type, '--name', '乙公司', '--channel', direct ?? '')
    expect([pending.status, active.status]).toEqual(['pending', 'active'])
  })
})

const policyNow = () =>
  office.look((store) =>
    JSON.parse(store.prepare('SELECT policy FROM policy_version').pluck().get() as string),
  )
const typesOf = () => policyNow().types as Record<string, unknown>
const channelsOf = () => policyNow().verification.channels as Record<string, { direct: boolean }>

describe('a likely duplicate needs a decision', () => {
  test('the same id number, whoever it is', async () => {
    await person('张三', '--set', '身份证号=110101199003070003')
    const again = await refused(
      ...['--type', '个人', '--name', '李四', '--set', '身份证号=110101 19900307 0003'],
    )
    expect([again.status, again.code]).toEqual([3, 'duplicate.likely'])
    expect(again.facts.candidates).toEqual([
      { number: 'RG2026-0001', name: '张三', because: 'identity' },
    ])
  })

  test.each([
    ['张伟強', '张伟强'],
    ['張偉強', '张伟强'],
    ['张 伟 强', '张伟强'],
  ])('the same phone and a name that reads the same: %s is %s', async (name, known) => {
    await person(known, '--phone', '13800138000')
    const again = await refused(
      ...['--type', '个人', '--name', name, '--phone', '+86 138 0013 8000'],
    )
    expect([again.code, again.facts.candidates[0].because]).toEqual([
      'duplicate.likely',
      'phoneAndName',
    ])
  })

  test.each(['宏达贸易', '宏達貿易有限公司', '宏 达 贸易有限责任公司'])(
    'a company whose name is the same but for its legal form: %s',
    async (name) => {
      await add('--type', '经销商', '--org', 'A1', '--name', '宏达贸易有限公司')
      const again = await refused('--type', '经销商', '--org', 'A2', '--name', name)
      expect(again.code).toBe('duplicate.likely')
    },
  )

  test('homonyms are legal: people share names, and branches are other companies', async () => {
    await person('张伟')
    expect((await person('张伟')).number).toBe('RG2026-0002')
    expect((await person('张伟', '--phone', '13800138000')).number).toBe('RG2026-0003')
    await add('--type', '经销商', '--org', 'A1', '--name', '宏达贸易有限公司')
    await add('--type', '经销商', '--org', 'A1', '--name', '宏达贸易有限公司北京分公司')
  })

  test('--duplicate add opens one all the same; fail and nothing refuse', async () => {
    const words = ['--type', '个人', '--name', '张三', '--phone', '13800138000']
    await add(...words)
    expect((await refused(...words)).status).toBe(3)
    expect((await refused(...words, '--duplicate', 'fail')).status).toBe(3)
    expect((await add(...words, '--duplicate', 'add')).number).toBe('RG2026-0002')
  })

  test('whose archives the operator may not read is told of, without number or name, and once', async () => {
    const id = ['--set', '身份证号=110101199003070003']
    await person('张三', '--secrecy', '绝密', ...id)
    await person('张三', '--secrecy', '机密', '--duplicate', 'add', ...id)
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
    office.account = 'zhao'
    const ran = await office.run('add', '--type', '个人', '--name', '李四', ...id, '--json')
    expect(ran.error.facts.candidates).toEqual([{ number: null, name: '', because: 'identity' }])
    expect(ran.err).toContain('您无权查看的一份档案（证件号相同）')
    expect(ran.err).not.toMatch(/张三|RG2026/)
  })
})

describe('what is missing', () => {
  test('is asked for at a terminal; elsewhere the options are named: status 2', async () => {
    expect(await refused()).toMatchObject({
      status: 2,
      code: 'usage.missing',
      facts: { options: ['--name', '--type'] },
    })
    expect(await refused('--name', '甲公司', '--type', '经销商')).toMatchObject({
      status: 2,
      facts: { options: ['--org'] },
    })
    expect((await office.run('add')).err).toMatch(/--name.*--type/)
  })

  test('of other required fields only makes the archive incomplete', async () => {
    const { number } = await person('张三')
    const { completeness } = await office.done('show', number)
    expect(completeness.missing).toContain('phone')
  })
})

describe('values that are not acceptable: status 8, nothing written', () => {
  test('all of them are told at once', async () => {
    const before = counts()
    const bad = await refused(
      ...['--type', '个人', '--name', '张三', '--phone', '1.38E+10', '--email', 'x'],
      ...['--set', '身份证号=110101199003070004', '--stage', '洽谈', '--formed-on', '2026/2/30'],
      ...['--contact', ',采购,12'],
    )
    expect([bad.status, bad.code]).toEqual([8, 'value.bad'])
    expect(bad.facts.problems.map((it: never) => (it as { key: string }).key).toSorted()).toEqual(
      ['contact', 'email', 'formedOn', 'idCard', 'phone', 'phone', 'stage'].toSorted(),
    )
    expect(counts()).toEqual(before)
  })

  test.each([
    ['a bell', '张\u0007三'],
    ['an escape sequence', '张\u001B[31m三'],
    ['an 8-bit control', '张\u009B31m三'],
    ['a line end', '张\n三'],
    ['a bidi override', '张\u202E三'],
    ['half a character', '张\uD83D三'],
    ['too much', '张'.repeat(201)],
  ])('%s in a name', async (_, name) => {
    const ran = await office.run('add', '--type', '个人', '--name', name, '--json')
    expect([ran.status, ran.error.code]).toEqual([8, 'value.bad'])
    expect(ran.out + ran.err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  })

  test('control characters in fields, contacts and numbers, too', async () => {
    for (const words of [
      ['--address', 'x\u001B]0;title\u0007'],
      ['--set', '备注=x\u0000y'],
      ['--contact', '王\u001B小明'],
      ['--number', 'RG\u001B2026-0001'],
    ])
      expect((await refused('--type', '个人', '--name', '张三', ...words)).status).toBe(8)
  })

  test('a day of opening that has not come', async () => {
    const words = ['--type', '个人', '--name', '张三', '--on', '2026-11-21']
    expect(await refused(...words)).toMatchObject({ status: 8, code: 'value.bad' })
    expect((await person('张三', '--on', '2026-11-20')).openedOn).toBe('2026-11-20')
  })
})

describe('who and when', () => {
  test('an account that belongs to nobody writes nothing, and is told how to be added', async () => {
    office.account = 'stranger'
    const ran = await office.run('add', '--type', '个人', '--name', '张三')
    expect(ran.status).toBe(5)
    expect(ran.err).toMatch(/stranger.*dangan staff add/s)
    expect((await refused('--type', '个人', '--name', '张三', '--as', '李娜')).code).toBe(
      'person.unbound',
    )
  })

  test('no act is dated tomorrow: status 3', async () => {
    const words = ['--type', '个人', '--name', '张三', '--date', '2026-11-21']
    expect(await refused(...words)).toMatchObject({ status: 3, code: 'date.future' })
  })

  test('one dated back further than the policy lets needs a reason', async () => {
    const days = (policyNow().backdating as { days: number }).days
    const back = (count: number) =>
      new Date(Date.UTC(2026, 10, 20 - count)).toISOString().slice(0, 10)
    const words = ['--type', '个人', '--name', '张三']
    const late = await refused(...words, '--date', back(days + 1))
    expect([late.status, late.code]).toEqual([3, 'date.back-too-far'])
    expect((await add(...words, '--date', back(days))).number).toBe('RG2026-0001')
    const said = [...words, '--date', back(days + 1), '--reason', '补记']
    expect((await add(...said)).number).toBe('RG2026-0002')
  })
})

test('--dry-run shows the archive with its number, and writes nothing', async () => {
  await person('甲')
  const before = counts()
  const shown = await person('乙', '--phone', '13800138000', '--dry-run')
  expect(shown).toMatchObject({ number: 'RG2026-0002', name: '乙' })
  expect(counts()).toEqual(before)
  expect((await office.run('show', 'RG2026-0002')).status).toBe(4)
  expect((await office.done('find', '乙')).length).toBe(0)
})
