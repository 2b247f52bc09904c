import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

/** The office's own journal entries, newest last: action, object, for whom, by which account. */
const acts = (): string[] =>
  office.look((store) =>
    historyOf(store, 0).map(({ action, by, account }) => `${action} ${by} ${account}`),
  )

const lastDetail = (): unknown => office.look((store) => historyOf(store, 0).at(-1)?.detail)

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

describe('somebody joins', () => {
  test('with everything that is said of them', async () => {
    const words = ['--post', '档案员', '--department', '档案室', '--clearance', 'secret']
    const added = await office.done('staff', 'add', '王强', ...words, '--account', 'wang')
    expect(added).toEqual({
      staff: 2,
      name: '王强',
      post: '档案员',
      department: '档案室',
      clearance: 'secret',
      account: 'wang',
      joinedOn: office.today,
      leftOn: null,
      status: 'active',
    })
    expect(acts().at(-1)).toBe('staff.add 李娜 lina')
  })

  test('and, unless told, may read nothing that is secret and has no account', async () => {
    const added = await office.done('staff', 'add', '陈静', '--on', '2026-03-01')
    expect(added).toMatchObject({ clearance: 'none', account: null, joinedOn: '2026-03-01' })
  })

  test.each([
    ['机密', 'confidential'],
    ['機密', 'confidential'],
    ['绝密', 'topSecret'],
    ['無', 'none'],
    ['Top secret', 'topSecret'],
    ['topSecret', 'topSecret'],
  ])('the clearance %s is understood as %s', async (said, clearance) => {
    expect(await office.done('staff', 'add', '王强', '--clearance', said)).toMatchObject({
      clearance,
    })
  })

  test('a misspelt clearance gets a suggestion', async () => {
    const ran = await office.run('staff', 'add', '王强', '--clearance', '机蜜')
    expect(ran.status).toBe(8)
    expect(ran.err).toContain('是否为“机密”')
  })

  test('a post that is nearly another gets a notice, not a refusal', async () => {
    const ran = await office.run('staff', 'add', '王强', '--post', '档案管理原')
    expect(ran.status).toBe(0)
    expect(ran.err).toContain('已有的是“档案管理员”')
    const same = await office.run('staff', 'add', '陈静', '--post', '档案管理员')
    expect(same.err).not.toContain('档案管理员')
  })

  test('a namesake is told apart by the number', async () => {
    await office.done('staff', 'add', '王强')
    const ran = await office.run('staff', 'add', '王强')
    expect(ran.status).toBe(0)
    expect(ran.err).toContain('已有同名人员 王强（2）')
    expect(await refused('staff', 'show', '王强')).toBe('2 person.ambiguous')
    const asked = await office.run('staff', 'show', '王强', '--json')
    expect(asked.error).toMatchObject({
      facts: {
        candidates: [
          { staff: 2, name: '王强', department: null },
          { staff: 3, name: '王强', department: null },
        ],
      },
    })
    expect(await office.done('staff', 'show', '3')).toMatchObject({ staff: 3 })
  })

  test.each([
    ['without a name', ['staff', 'add'], '2 usage.missing'],
    ['with a blank name', ['staff', 'add', ' '], '2 usage.missing'],
    ['with a control character', ['staff', 'add', '王\u0007强'], '8 value.bad'],
    ['in time to come', ['staff', 'add', '王强', '--on', '2027-01-01'], '3 date.future'],
    ['on no day', ['staff', 'add', '王强', '--on', '2026-02-30'], '8 value.bad'],
    ['with my account', ['staff', 'add', '王强', '--account', 'lina'], '3 person.account-taken'],
    [
      'long ago, unexplained',
      ['staff', 'add', '王强', '--date', '2026-01-05'],
      '3 date.back-too-far',
    ],
  ])('nobody joins %s', async (_, words, expected) => {
    expect(await refused(...words)).toBe(expected)
    expect(await office.done('staff', 'list')).toHaveLength(1)
  })

  test('long ago, with a reason, they do', async () => {
    office.meddle((store) => store.script(`UPDATE staff SET joined_on = '2020-01-01'`))
    const words = ['--date', '2026-01-05', '--reason', '补登']
    expect(await office.done('staff', 'add', '王强', ...words)).toMatchObject({
      joinedOn: '2026-01-05',
    })
    expect(lastDetail()).toMatchObject({ reason: '补登' })
  })

  test('--dry-run shows them and writes nothing', async () => {
    expect(await office.done('staff', 'add', '王强', '--dry-run')).toMatchObject({ staff: 2 })
    expect(await office.done('staff', 'list')).toHaveLength(1)
    expect(acts()).toHaveLength(1)
  })
})

describe('nobody reaches above themselves', () => {
  beforeEach(() => {
    office.hire({ name: '王强', clearance: 'secret', osAccount: 'wang' })
    office.hire({ name: '陈静', clearance: 'none', osAccount: 'chen' })
    office.account = 'wang'
  })

  test.each([
    ['grants their own level', ['staff', 'add', '新人', '--clearance', 'secret'], 0],
    ['grants a higher one', ['staff', 'add', '新人', '--clearance', 'confidential'], 5],
    ['raises another as high', ['staff', 'update', '陈静', '--clearance', 'secret'], 0],
    ['raises another higher', ['staff', 'update', '陈静', '--clearance', 'topSecret'], 5],
    ['raises themselves', ['staff', 'update', '王强', '--clearance', 'confidential'], 5],
    ['takes the account of a superior', ['staff', 'update', '李娜', '--account', 'wang2'], 5],
    ['lowers a superior', ['staff', 'update', '李娜', '--clearance', 'none'], 5],
    ['sends a superior away', ['staff', 'leave', '李娜'], 5],
    [
      'grants more in a superior’s name',
      ['staff', 'add', '甲', '--clearance', '机密', '--as', '李娜'],
      5,
    ],
  ])('王强, cleared for secret, %s', async (_, words, status) => {
    const { status: given, error } = await office.run(...words, '--json')
    expect([given, error?.code]).toEqual([status, status === 5 ? 'person.above-own' : undefined])
  })

  test('the refusal names both levels and the clause', async () => {
    const ran = await office.run('staff', 'add', '新人', '--clearance', '绝密')
    expect(ran.err).toContain(
      '新人 的知悉范围绝密高于您自己的（秘密），您不能授予，也不能变更（S001-22-4）',
    )
  })
})

describe('who acts', () => {
  test('an account that nobody is bound to reads the list, writes nothing, and is told how', async () => {
    office.account = 'nobody'
    expect(await office.done('staff', 'list')).toHaveLength(1)
    const ran = await office.run('staff', 'add', '王强')
    expect(ran.status).toBe(5)
    expect(ran.err).toContain('dangan staff add <姓名> --account nobody')
  })

  test('--as attests for another: the journal keeps both', async () => {
    office.hire({ name: '王强' })
    await office.done('staff', 'add', '陈静', '--as', '王强')
    expect(acts().at(-1)).toBe('staff.add 王强 lina')
  })

  test('--as gives no rights: a secret archive stays shut', async () => {
    office.hire({ name: '陈静', osAccount: 'chen' })
    const { number } = await office.done(
      ...['add', '--type', 'individual', '--name', '张三丰', '--secrecy', '秘密'],
    )
    office.account = 'chen'
    expect(await refused('show', number, '--as', '李娜')).toBe('5 person.not-cleared')
    office.account = 'lina'
    expect(await office.done('show', number, '--as', '陈静')).toMatchObject({ number })
  })

  test('--as is refused for those who left, and for strangers', async () => {
    office.hire({ name: '王强' })
    await office.done('staff', 'leave', '王强')
    expect(await refused('staff', 'add', '甲', '--as', '王强')).toBe('3 person.left')
    expect(await refused('staff', 'add', '甲', '--as', '王强强')).toBe('4 person.missing')
  })

  test('an account whose person left acts for nobody', async () => {
    office.hire({ name: '王强', osAccount: 'wang' })
    await office.done('staff', 'leave', '王强')
    office.account = 'wang'
    expect(await refused('staff', 'add', '甲')).toBe('5 person.unbound')
  })
})

describe('a wrong word', () => {
  test('gets the nearest subcommand', async () => {
    const ran = await office.run('staff', 'lst')
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('没有命令 staff lst。是否为 staff list？')
  })
})

describe('somebody changes', () => {
  test('and the journal keeps before and after', async () => {
    const changed = await office.done(
      'staff',
      'update',
      '李娜',
      '--post',
      '主管',
      '--reason',
      '升任',
    )
    expect(changed).toMatchObject({ staff: 1, post: '主管', clearance: 'topSecret' })
    expect(acts().at(-1)).toBe('staff.update 李娜 lina')
    expect(lastDetail()).toMatchObject({
      staff: 1,
      before: { post: '档案管理员' },
      after: { post: '主管' },
      reason: '升任',
    })
  })

  test('an empty value takes it away', async () => {
    expect(await office.done('staff', 'update', '1', '--post', '')).toMatchObject({ post: null })
  })

  test('what is so already is not written again', async () => {
    const before = acts().length
    const ran = await office.run('staff', 'update', '1', '--post', '档案管理员')
    expect(ran.out).toContain('没有变化')
    expect(acts()).toHaveLength(before)
  })

  test('an account passes on when its holder has left', async () => {
    office.hire({ name: '王强', osAccount: 'wang' })
    office.hire({ name: '陈静' })
    expect(await refused('staff', 'update', '陈静', '--account', 'wang')).toBe(
      '3 person.account-taken',
    )
    await office.done('staff', 'leave', '王强')
    expect(await office.done('staff', 'update', '陈静', '--account', 'wang')).toMatchObject({
      account: 'wang',
    })
  })

  test('taking one’s own account away asks first', async () => {
    office.hire({ name: '王强', clearance: 'topSecret', osAccount: 'wang' })
    expect(await refused('staff', 'update', '李娜', '--account', 'li.na')).toBe('2 usage.confirm')
    expect(
      await office.done('staff', 'update', '李娜', '--account', 'li.na', '--yes'),
    ).toMatchObject({
      account: 'li.na',
    })
  })

  test('nobody can be changed who has left', async () => {
    office.hire({ name: '王强' })
    await office.done('staff', 'leave', '王强')
    expect(await refused('staff', 'update', '王强', '--post', '甲')).toBe('3 person.left')
  })
})

describe('somebody leaves', () => {
  test('and stays in the list of all', async () => {
    office.hire({ name: '王强' })
    const left = await office.done('staff', 'leave', '王强', '--reason', '退休')
    expect(left).toMatchObject({ staff: 2, leftOn: office.today, status: 'left' })
    expect(await office.done('staff', 'list')).toHaveLength(1)
    expect(await office.done('staff', 'list', '--all')).toHaveLength(2)
    expect(acts().at(-1)).toBe('staff.leave 李娜 lina')
  })

  test.each([
    ['before they came', '2026-11-18', '3 person.left-early'],
    ['on the day they came', '2026-11-19', '0 '],
    ['in time to come', '2026-11-21', '3 date.future'],
  ])('%s', async (_, on, expected) => {
    office.hire({ name: '王强', joinedOn: '2026-11-19' })
    expect(await refused('staff', 'leave', '王强', '--on', on)).toBe(expected)
  })

  test('only once', async () => {
    office.hire({ name: '王强' })
    await office.done('staff', 'leave', '王强')
    expect(await refused('staff', 'leave', '王强')).toBe('3 person.left')
  })

  test('by themselves only when sure', async () => {
    office.hire({ name: '王强', clearance: 'topSecret', osAccount: 'wang' })
    expect(await refused('staff', 'leave', '李娜')).toBe('2 usage.confirm')
    expect(await office.done('staff', 'leave', '李娜', '--yes')).toMatchObject({ status: 'left' })
  })

  test.each([
    ['nobody else can write', undefined, 'topSecret', 'writer'],
    ['nobody else is cleared as high', 'wang', 'confidential', 'clearance'],
  ] as const)('not while %s', async (_, osAccount, clearance, because) => {
    office.hire({ name: '王强', clearance, osAccount: osAccount ?? null })
    for (const words of [
      ['leave', '李娜'],
      ['update', '李娜', '--account', ''],
    ]) {
      const ran = await office.run('staff', ...words, '--yes', '--json')
      expect([ran.status, ran.error.code, ran.error.facts.because]).toEqual([
        3,
        'person.last',
        because,
      ])
    }
  })

  test('nor may the last who reads everything lower themselves', async () => {
    expect(await refused('staff', 'update', '李娜', '--clearance', '机密')).toBe('3 person.last')
  })
})
