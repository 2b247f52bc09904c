import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/exchange/package-files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

// Who reads what under S003 制度7: 李娜 keeps the archives, 总经理 knows all, the others by rule.
let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'secrets' })
  const sales = { department: '销售部', clearance: 'topSecret' as const }
  office.hire({ name: '赵总', post: '总经理', osAccount: 'zhao', clearance: 'topSecret' })
  office.hire({ name: '钱经理', post: '部门经理', osAccount: 'qian', ...sales })
  office.hire({ name: '孙强', post: '业务员', osAccount: 'sun', ...sales })
  office.hire({ name: '周敏', post: '业务员', osAccount: 'zhou', ...sales, department: '采购部' })
  office.hire({ name: '吴新', post: '业务员', osAccount: 'wu', ...sales, clearance: 'none' })
  const add = (name: string, level: string, ...words: string[]) =>
    office.done('add', '--type', '企业', '--name', name, '--secrecy', level, ...words)
  await add('公开公司', '无', '--owner', '孙强')
  await add('秘密公司', '秘密', '--owner', '孙强')
  await add('机密公司', '机密', '--owner', '孙强')
  await add('绝密公司', '绝密', '--owner', '孙强')
})

const [open, secret, confidential, top] = [1, 2, 3, 4].map((at) => `QY2026-000${at}`) as [
  string,
  string,
  string,
  string,
]
const as = (account: string) => {
  office.account = account
}
const codeOf = async (...words: string[]): Promise<string | undefined> =>
  (await office.run(...words, '--json')).error?.code
const numbers = async (...words: string[]): Promise<string[]> =>
  (await office.done(...words)).map(({ number }: { number: string }) => number)

describe('each level has its readers', () => {
  test.each([
    ['the general manager knows everything', 'zhao', [open, secret, confidential, top]],
    ['the keeper all but 绝密', 'lina', [open, secret, confidential]],
    ['the head of the department what its people own', 'qian', [open, secret, confidential]],
    ['the owner 秘密, and not what only the head knows', 'sun', [open, secret]],
    ['another department nothing of it', 'zhou', [open]],
    ['nor whoever is not cleared', 'wu', [open]],
    ['nor a stranger', 'stranger', [open]],
  ])('%s', async (_, account, readable) => {
    as(account)
    expect(await numbers('list')).toEqual(readable)
    expect((await numbers('find', '公司')).toSorted()).toEqual(readable)
    for (const number of [open, secret, confidential, top])
      expect((await office.run('show', number)).status === 0).toBe(readable.includes(number))
  })

  test('a list and an export count what is left', async () => {
    as('sun')
    expect((await office.run('list')).err).toContain('共 2 份')
    expect((await office.run('export', '--dry-run')).err).toContain('2 份')
    expect((await office.run('export', '--format', 'ndjson')).out.trim().split('\n')).toHaveLength(
      2,
    )
    expect((await office.run('find', '公司')).err).not.toContain('4')
  })

  test('the refusal quotes the clause and says who reads', async () => {
    as('sun')
    const { status, err } = await office.run('show', confidential)
    expect(status).toBe(5)
    expect(err).toContain('S003-7.4.1-3')
    expect(err).toContain('责任人所在部门的负责人')
    expect(await codeOf('show', confidential)).toBe('person.not-reader')
    as('wu')
    expect(await codeOf('show', secret)).toBe('person.not-cleared')
  })

  test('what one may not read one does not change, note, log or complete', async () => {
    as('zhou')
    expect(await codeOf('update', secret, '--phone', '13800138000')).toBe('person.not-reader')
    expect(await codeOf('classify', secret, '--secrecy', '无')).toBe('person.not-reader')
    expect(await codeOf('note', 'list', secret)).toBe('person.not-reader')
    expect(await codeOf('log', secret)).toBe('person.not-reader')
    const { out } = await office.run('__complete', '--', 'dangan', 'show', 'QY')
    expect(out).not.toContain(secret)
    const logged = (await office.done('log')).map(({ object }: { object: string }) => object)
    expect(logged.filter((it: string) => [secret, confidential, top].includes(it))).toEqual([])
  })

  test('entries of archives that one may not read are not listed', async () => {
    await office.done('note', secret, '--kind', '偏好', '--text', '来电')
    as('zhou')
    expect(await office.done('note', 'list')).toEqual([])
    as('sun')
    expect(await office.done('note', 'list')).toHaveLength(1)
  })

  test('a likely duplicate is told of, without number and name', async () => {
    as('zhou')
    const ran = await office.run('add', '--type', '企业', '--name', '秘密公司', '--json')
    expect(ran.error.facts.candidates).toEqual([{ number: null, name: '', because: 'name' }])
  })

  test('a paper of a higher level is for the readers of that level', async () => {
    as('zhao')
    const words = ['--title', '董事会决议', '--kind', '重大决策']
    await office.done('attach', secret, ...words)
    expect((await office.done('show', secret)).materials).toHaveLength(1)
    expect(await numbers('find', '董事会决议')).toEqual([secret])
    as('sun')
    expect((await office.done('show', secret)).materials).toEqual([])
    expect(await numbers('find', '董事会决议')).toEqual([])
  })
})

describe('rights are those of the day', () => {
  test('another post reads otherwise', async () => {
    await office.done('staff', 'update', '孙强', '--post', '部门负责人')
    as('sun')
    expect(await numbers('list')).toEqual([open, secret, confidential])
    as('lina')
    await office.done('staff', 'update', '李娜', '--post', '保安')
    expect(await numbers('list')).toEqual([open])
  })

  test('another department loses what the first one owns', async () => {
    await office.done('staff', 'update', '钱经理', '--department', '采购部')
    as('qian')
    expect(await numbers('list')).toEqual([open])
  })

  test('what somebody owned who has left stays with the department', async () => {
    await office.done('staff', 'leave', '孙强')
    as('sun')
    expect(await numbers('list')).toEqual([open])
    as('qian')
    expect(await numbers('list')).toEqual([open, secret, confidential])
  })

  test('an old date does not bring back old rights', async () => {
    const office_ = await officeIn({ policy: 'general' })
    await office_.done('add', '--type', '企业', '--name', '甲', '--secrecy', '绝密')
    office_.today = '2026-12-01'
    const set = [
      'policy',
      'set',
      join(packageRoot(), 'schema/policies/secrets.yaml'),
      '--effective',
      '2026-12-01',
      '--reason',
      '新制度',
    ]
    await office_.done(...set, '--yes')
    expect((await office_.run('show', 'QY2026-0001')).status).toBe(5)
    expect((await office_.run('show', 'QY2026-0001', '--date', '2026-11-22')).status).toBe(5)
  })
})

describe('named readers', () => {
  const name = (number: string, staff: string, ...words: string[]) =>
    office.run('update', number, '--add-reader', staff, '--reason', '经办', '--json', ...words)

  test('read what they are named for, until they are taken off', async () => {
    const { status, json } = await name(top, '孙强', '--as', '赵总')
    expect(status).toBe(0)
    expect(json).toEqual({
      number: top,
      readers: [{ staff: 4, name: '孙强', post: '业务员', on: office.today, by: '赵总' }],
    })
    as('sun')
    expect(await numbers('list')).toEqual([open, secret, top])
    expect((await office.done('show', top)).readers).toMatchObject([{ name: '孙强' }])
    expect((await office.run('show', top)).out).toContain('知悉人')
    as('lina')
    await office.done('update', top, '--remove-reader', '孙强', '--reason', '调岗', '--as', '赵总')
    as('sun')
    expect(await codeOf('show', top)).toBe('person.not-reader')
  })

  test('are named by those posts that the policy says', async () => {
    expect((await name(top, '孙强')).error.code).toBe('person.not-namer')
    expect((await name(top, '孙强', '--as', '钱经理')).error.code).toBe('person.not-namer')
    expect((await name(confidential, '周敏', '--as', '钱经理')).status).toBe(0)
    as('wu')
    expect((await name(top, '吴新', '--as', '赵总')).error.code).toBe('person.not-cleared')
  })

  test('where no posts are said, by anybody who reads it', async () => {
    as('sun')
    expect((await name(secret, '周敏')).status).toBe(0)
    as('zhou')
    expect((await name(secret, '吴新')).status).toBe(0)
    office.hire({ name: '郑一', osAccount: 'zheng', clearance: 'topSecret' })
    as('zheng')
    expect((await name(secret, '郑一')).error.code).toBe('person.not-namer')
  })

  test('stand in the journal once, with the reason', async () => {
    await name(top, '孙强', '--as', '赵总')
    const again = await name(top, '孙强', '--as', '赵总')
    expect(again.json.readers).toHaveLength(1)
    as('zhao')
    const acts = await office.done('show', top, '--history')
    const named = acts.filter(({ action }: { action: string }) => action === 'archive.readers')
    expect(named).toHaveLength(1)
    expect(named[0].detail).toEqual({ readers: { added: ['孙强'], removed: [] }, reason: '经办' })
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('who is not cleared still does not read, and whoever named them is told', async () => {
    const { status, err } = await name(top, '吴新', '--as', '赵总')
    expect(status).toBe(0)
    expect(err).toContain('吴新')
    as('wu')
    expect(await codeOf('show', top)).toBe('person.not-cleared')
  })

  test('who have left are not named, and no longer listed', async () => {
    await name(top, '孙强', '--as', '赵总')
    await office.done('staff', 'leave', '孙强')
    expect((await name(top, '孙强', '--as', '赵总')).error.code).toBe('person.left')
    expect((await name(top, '周敏', '--as', '赵总')).json.readers).toMatchObject([{ name: '周敏' }])
  })

  test('need a reason, and go with nothing else', async () => {
    expect(await codeOf('update', top, '--add-reader', '孙强')).toBe('usage.missing')
    const words = ['update', top, '--add-reader', '孙强', '--reason', '经办']
    expect(await codeOf(...words, '--phone', '13800138000')).toBe('usage.together')
    expect(await codeOf(...words, '--close')).toBe('usage.together')
  })

  test('mean nothing where the policy does not ask for them', async () => {
    expect((await name(open, '孙强')).error.code).toBe('policy.silent')
  })

  test('under --dry-run are not named', async () => {
    expect((await name(top, '孙强', '--as', '赵总', '--dry-run')).status).toBe(0)
    as('sun')
    expect(await codeOf('show', top)).toBe('person.not-reader')
  })
})

test('cards are read by tier: company by three posts, department by its head, personal by its keeper', async () => {
  office = await officeIn({ policy: 'cards' })
  const cleared = { clearance: 'confidential' as const }
  office.hire({ name: '陈总监', post: '营销总监', osAccount: 'chen', ...cleared })
  office.hire({ name: '林副总', post: '营销副总', osAccount: 'lin', ...cleared })
  const sales = { department: '华东部', ...cleared }
  office.hire({ name: '黄经理', post: '部门经理', osAccount: 'huang', ...sales })
  office.hire({ name: '何业务', post: '业务员', osAccount: 'he', ...sales })
  for (const tier of ['公司', '部门', '个人'])
    await office.done(
      ...['add', '--type', '经销商', '--name', `${tier}级客户`, '--owner', '何业务'],
      ...['--set', `档案级别=${tier}`],
    )
  const [company, department, personal] = [1, 2, 3].map((at) => `JX2026-000${at}`)
  const read = async (account: string) => {
    as(account)
    return numbers('list')
  }
  expect(await read('chen')).toEqual([company])
  expect(await read('lin')).toEqual([company, department])
  expect(await read('huang')).toEqual([department, personal])
  expect(await read('he')).toEqual([personal])
  expect(await read('lina')).toEqual([company, department, personal])
  as('he')
  expect(await codeOf('show', company as string)).toBe('person.not-reader')
})
