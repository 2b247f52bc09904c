import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { outstandingCopies } from '../../src/store/consulting-state.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

const number = 'RG2026-0001'
let office: TestOffice

/** An office with an archive of two documents, somebody who copies, and two who approve. */
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
  await office.done('attach', number, '--title', '合同书', '--kind', '合同', '--copies', '2')
  await office.done('attach', number, '--title', '收据')
  const clearance = 'topSecret' as const
  office.hire({ name: '李雷', department: '销售部', clearance })
  office.hire({ name: '孙档', department: '档案室', post: '档案主管', clearance })
  office.hire({ name: '赵敏', post: '总经理', clearance })
})

async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.out}`
}

async function adopt(rules: string): Promise<void> {
  const path = join(office.room, 'office.yaml')
  writeFileSync(path, `policy: ours\nextends: denture\n${rules}`)
  await office.done('policy', 'set', path, '--effective', '2026-11-20', '--yes', '--reason', '调整')
}

/** Whoever of the staff asks gets copies at once. */
const freely = (rules = '') => adopt(`requests: { chains: [{ kinds: [copy, borrow] }] }\n${rules}`)

const copy = (...words: readonly string[]) =>
  office.done('copy', `${number}/1`, '--to', '李雷', '--purpose', '复核', ...words)

const approve = async (request: string) => {
  await office.done('approve', request, '--by', '孙档', '--form', 'A1')
  await office.done('approve', request, '--by', '赵敏', '--form', 'A2')
}

describe('copies', () => {
  test('are approved by those whom the policy names, then permitted and registered (S001-23-1)', async () => {
    const asked = await copy('--copies', '2')
    expect(asked).toMatchObject({
      permit: null,
      request: { kind: 'copy', status: 'pending', wish: { copies: 2 } },
    })
    expect(await refused('copy', 'R1')).toBe('3 request.status')
    await approve('R1')
    const { permit } = await office.done('copy', 'R1')
    const unaccounted = { accountedOn: null, outcome: null, remark: null }
    expect(permit).toEqual({
      permit: 'P1',
      permitNumber: 'FZ2026-001',
      kind: 'copy',
      request: 'R1',
      number,
      materials: [`${number}/1`],
      holder: '李雷',
      unit: null,
      purpose: '复核',
      issuedOn: '2026-11-20',
      expiresOn: '2026-12-20',
      customer: false,
      signedBy: null,
      outstanding: 2,
      late: false,
      copies: [
        { copy: 'P1/1', material: `${number}/1`, ...unaccounted },
        { copy: 'P1/2', material: `${number}/1`, ...unaccounted },
      ],
    })
    expect(await refused('copy', 'R1')).toBe('3 request.status')
  })

  test('of another count need another approval; the same line uses its own', async () => {
    await copy('--copies', '2')
    await approve('R1')
    expect((await copy('--copies', '3')).request.request).toBe('R2')
    expect((await copy('--copies', '2')).permit.permit).toBe('P1')
  })

  test('are one of each material where nothing is said, and excerpts are told apart', async () => {
    await freely()
    const words = [`${number}/1`, `${number}/2`, '--to', '李雷', '--purpose', '看', '--excerpt']
    const [{ permit }] = await office.done('copy', ...words)
    expect(permit.kind).toBe('excerpt')
    expect(permit.copies.map((it: { material: string }) => it.material)).toEqual([
      `${number}/1`,
      `${number}/2`,
    ])
  })

  test.each(['0', '-1', '1.5', '1000', 'x', ''])(
    'are not made by the number of "%s"',
    async (n) => {
      const words = ['copy', number, '--to', '李雷', '--purpose', '看', `--copies=${n}`]
      expect(await refused(...words)).toBe('2 usage.bad-option')
    },
  )

  test('are at most as many as the policy lets', async () => {
    await freely('copies: { most: 3 }\n')
    const words = ['copy', number, '--to', '李雷', '--purpose', '看', '--copies']
    expect(await refused(...words, '4')).toBe('3 copy.too-many')
    expect((await office.run(...words, '3')).status).toBe(0)
  })

  test('of what is out are not made; of its file they are', async () => {
    await freely()
    await office.done('attach', number, '--title', '扫描件', '--medium', 'electronic')
    await office.done('borrow', number, '--to', '赵敏', '--purpose', '核对')
    const words = ['--to', '李雷', '--purpose', '看']
    expect(await refused('copy', `${number}/1`, ...words)).toBe('3 archive.out')
    expect((await office.run('copy', `${number}/3`, ...words)).status).toBe(0)
  })

  test('are not made where the policy has no section on them', async () => {
    await adopt('copies: null\n')
    expect(await refused('copy', number, '--to', '李雷', '--purpose', '看')).toBe('3 policy.silent')
  })

  test('keep the number of the office without a gap, year by year', async () => {
    await freely()
    const numbers = []
    for (const today of ['2026-11-20', '2026-12-31', '2027-01-01', '2027-01-02']) {
      office.today = today
      numbers.push((await copy()).permit.permitNumber)
      await office.run('copy', number, '--to', '李雷', '--purpose', '看', '--dry-run')
    }
    expect(numbers).toEqual(['FZ2026-001', 'FZ2026-002', 'FZ2027-001', 'FZ2027-002'])
  })
})

describe('绝密 (S003-7.4.2-1)', () => {
  beforeEach(async () => {
    await office.done('update', number, '--set', 'secrecy=绝密', '--reason', '定密')
  })

  test('is not copied by default, and the clause is quoted', async () => {
    const ran = await office.run('copy', number, '--to', '李雷', '--purpose', '看')
    expect(ran.status).toBe(3)
    expect(ran.err).toContain('S003-7.4.2-1')
  })

  test('is copied where the policy makes the exception, by those whom it names', async () => {
    await adopt('copies: { topSecret: true }\n')
    const { request } = await copy()
    expect(request.steps).toHaveLength(2)
  })

  test('nor is one material that is 绝密 in an archive that is not', async () => {
    await office.done('update', number, '--set', 'secrecy=无', '--reason', '解密')
    await office.done('attach', '--update', `${number}/1`, '--secrecy', '绝密', '--reason', 'x')
    const words = ['--to', '李雷', '--purpose', '看']
    expect(await refused('copy', `${number}/1`, ...words)).toBe('3 copy.top-secret')
    expect((await office.run('copy', `${number}/2`, ...words)).status).toBe(0)
  })
})

test('certificates are copied with the consent of another post than other papers (S003-7.4.2-4)', async () => {
  await adopt(`requests:
  chains:
    - { kinds: [copy], materialKinds: [contract], steps: [{ head: applicant }] }
    - { kinds: [copy], steps: [{ posts: [generalManager] }] }
`)
  const heads = async (...names: string[]) =>
    [await office.done('copy', ...names, '--to', '李雷', '--purpose', '看')]
      .flat()
      .map(({ request }) => request.steps[0].head)
  expect(await heads(`${number}/1`)).toEqual(['applicant'])
  expect(await heads(`${number}/1`, `${number}/2`)).toEqual([null])
  expect(await heads(number)).toEqual([null])
})

describe('accounting for copies (S003-7.4.2-3)', () => {
  beforeEach(async () => {
    await freely()
    await copy('--copies', '3')
  })
  const account = (...words: readonly string[]) => office.done('copy', 'account', ...words)

  test('one by one, then what is left', async () => {
    const first = await account('P1/2', '--destroyed', '--remark', '碎纸机')
    expect(first.outstanding).toBe(2)
    expect(first.copies[1]).toMatchObject({ outcome: 'destroyed', remark: '碎纸机' })
    const rest = await account('P1', '--returned')
    expect(rest.copies.map((it: { outcome: string }) => it.outcome)).toEqual([
      'returned',
      'destroyed',
      'returned',
    ])
    expect(office.look((store) => outstandingCopies(store, 1))).toEqual([])
  })

  test('is done once', async () => {
    await account('P1/1', '--returned')
    expect(await refused('copy', 'account', 'P1/1', '--lost')).toBe('3 copy.accounted')
    await account('P1', '--returned')
    expect(await refused('copy', 'account', 'P1', '--returned')).toBe('3 copy.accounted')
  })

  test.each(['P9', 'P1/4', 'P1/0', 'C1', 'x'])('knows no copy %s', async (name) => {
    expect(await refused('copy', 'account', name, '--returned')).toBe('4 permit.missing')
  })

  test('says one of three things', async () => {
    expect(await refused('copy', 'account', 'P1')).toBe('2 usage.missing')
    expect(await refused('copy', 'account', 'P1', '--lost', '--returned')).toBe('2 usage.together')
  })

  test('is of a day from its issue to today', async () => {
    office.today = '2026-11-25'
    const on = (day: string) => refused('copy', 'account', 'P1/1', '--returned', '--on', day)
    expect(await on('2026-11-19')).toBe('3 copy.before-issued')
    expect(await on('2026-11-26')).toBe('3 date.future')
    const { copies } = await account('P1/1', '--returned', '--on', '2026-11-20')
    expect(copies[0].accountedOn).toBe('2026-11-20')
  })

  test('loss is told to be reported', async () => {
    const { out } = await office.run('copy', 'account', 'P1/1', '--lost')
    expect(out).toContain('S003-7.4.2-6')
  })

  test('what is out stands in show and in the way of disposal', async () => {
    const { copies } = await office.done('show', number)
    expect(copies).toHaveLength(3)
    expect(copies[0]).toEqual({
      copy: 'P1/1',
      material: `${number}/1`,
      holder: '李雷',
      issuedOn: '2026-11-20',
      expiresOn: '2026-12-20',
    })
    const why = await office.run('show', number, '--why', 'purge')
    expect(why.out).toContain('3 份复制件')
    expect((await office.run('show', number)).out).toContain('复制件在外')
  })

  test('is late the day after its last day', async () => {
    const late = async () =>
      (await office.done('copy', 'list', '--outstanding')).map((it: { late: boolean }) => it.late)
    office.today = '2026-12-20'
    expect(await late()).toEqual([false, false, false])
    office.today = '2026-12-21'
    expect(await late()).toEqual([true, true, true])
    await account('P1/1', '--returned')
    expect(await late()).toEqual([true, true])
  })
})

describe('what a customer collects (S004-Q-3.1)', () => {
  beforeEach(async () => {
    await freely(
      'copies: { collection: { signature: true, source: [S004-Q-3.1] } }\nconsultation: null\n',
    )
  })
  const card = ['--credential', '身份证', '--credential-number', '11010519491231002X']
  const collect = (...words: readonly string[]) => [
    ...['copy', `${number}/1`, '--original', '--to', '张三丰', ...card],
    ...words,
  ]
  const copies = async () =>
    (await office.done('attach', '--list', number)).find(
      (it: { material: number }) => it.material === 1,
    ).copies

  test('is signed for, counted off its material, and never to be brought back', async () => {
    expect(await refused(...collect())).toBe('3 copy.signature')
    const { permit } = await office.done(...collect('--signed', '张三丰'))
    expect(permit).toMatchObject({ kind: 'original', customer: true, signedBy: '张三丰' })
    expect(permit).toMatchObject({ unit: '张三丰', outstanding: 0, expiresOn: null })
    expect(await copies()).toBe(1)
    const rows = await office.done('copy', 'list', '--collected')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ copy: 'P1/1', outcome: 'given', signedBy: '张三丰' })
    const { out } = await office.run('show', number, '--history')
    expect(out).toContain(`${number}/1: 2 → 1`)
  })

  test('is never more than there is; nothing is left to be read, lent or copied then', async () => {
    expect(await refused(...collect('--signed', '张三丰', '--copies', '3'))).toBe('3 copy.too-few')
    await office.done(...collect('--signed', '张三丰', '--copies', '2'))
    expect(await copies()).toBe(0)
    expect(await refused(...collect('--signed', '张三丰'))).toBe('3 copy.too-few')
    const words = [`${number}/1`, '--to', '李雷', '--purpose', '看']
    expect(await refused('copy', ...words)).toBe('3 material.handed-out')
    expect(await refused('borrow', ...words)).toBe('3 material.handed-out')
  })

  test('is named by material, and is on paper', async () => {
    const whole = ['copy', number, '--original', '--to', '张三丰', ...card, '--signed', '张三丰']
    expect(await refused(...whole)).toBe('2 copy.whole')
    await office.done('attach', number, '--title', '扫描件', '--medium', 'electronic')
    const file = ['copy', `${number}/3`, '--original', '--to', '张三丰', ...card]
    expect(await refused(...file, '--signed', '张三丰')).toBe('3 copy.electronic')
  })

  test('needs no clearance: it is theirs', async () => {
    await office.done('update', number, '--set', 'secrecy=秘密', '--reason', '定密')
    expect((await office.run(...collect('--signed', '张三丰'))).status).toBe(0)
  })

  test('may be copies, which are theirs too; the archive keeps its own', async () => {
    const words = ['copy', `${number}/1`, '--customer', '--to', '李四', ...card]
    const { permit } = await office.done(...words, '--copies', '2', '--signed', '李四')
    expect(permit).toMatchObject({ kind: 'copy', unit: '张三丰', outstanding: 0 })
    expect(await copies()).toBe(2)
    expect((await office.done('show', number)).copies).toEqual([])
  })
})

describe('the register', () => {
  test('leaves out what the reader may not see', async () => {
    await freely()
    await copy()
    await office.done('attach', '--update', `${number}/1`, '--secrecy', '机密', '--reason', 'x')
    office.hire({ name: '钱七', osAccount: 'qian' })
    office.account = 'qian'
    expect(await office.done('copy', 'list')).toEqual([])
    expect((await office.done('show', number)).copies).toEqual([])
    expect(await refused('copy', 'account', 'P1', '--returned')).toBe('5 person.not-cleared')
  })

  test('keeps its keys', async () => {
    await freely()
    await copy()
    const [row] = await office.done('copy', 'list')
    expect(Object.keys(row)).toEqual([
      ...['copy', 'permit', 'permitNumber', 'kind', 'request', 'number', 'material', 'holder'],
      ...['unit', 'customer', 'purpose', 'issuedOn', 'expiresOn', 'late', 'signedBy'],
      ...['accountedOn', 'outcome', 'remark'],
    ])
  })
})

test('nothing is collected where the policy says nothing of it', async () => {
  await freely()
  const card = ['--credential', '身份证', '--credential-number', '11010519491231002X']
  const words = ['copy', `${number}/1`, '--original', '--to', '张三丰', ...card]
  expect(await refused(...words, '--signed', '张三丰')).toBe('3 policy.silent')
  expect(await refused(...words, '--excerpt')).toBe('2 usage.together')
})

test('in English too', async () => {
  await freely()
  office.env['DANGAN_LANG'] = 'en'
  const { out } = await office.run(
    ...['copy', `${number}/1`, '--to', '李雷', '--purpose', 'x', '--copies', '2'],
  )
  expect(out).toBe(
    '李雷 may have 2 copies of RG2026-0001/1: permit P1 (FZ2026-001)\n' +
      'Registered like originals: P1/1, P1/2; back or destroyed by 2026-12-20\n' +
      'When they are back or destroyed: dangan copy account P1 --returned|--destroyed\n',
  )
})
