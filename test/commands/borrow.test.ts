import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ today: '2025-03-03' }) // a Monday
  office.hire({ name: '李雷', department: '销售部', post: '业务员', osAccount: 'lilei' })
  office.hire({ name: '王芳', department: '销售部', post: '部门经理', osAccount: 'wangfang' })
  office.hire({ name: '赵敏', department: '总经办', post: '总经理' })
  office.hire({ name: '韩梅梅', department: '生产部', post: '部门经理' })
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('add', '--type', '个人', '--name', '周芷若')
})

const borrow = (...words: string[]) =>
  office.done('borrow', ...words, '--to', '李雷', '--purpose', '核对病历')

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return `${status} ${error?.code}`
}

/** Lends through the head of the borrower's department, on paper. */
async function lent(number = 'RG2025-0001', ...words: string[]) {
  const { request } = await borrow(number, ...words)
  await office.done('approve', request.request, '--by', '王芳', '--form', '2025-031')
  return office.done('borrow', request.request)
}

describe('borrowing', () => {
  test('makes a request first where the policy wants approval, and says who approves', async () => {
    const { request, loan } = await borrow('RG2025-0001')
    expect(loan).toBeNull()
    expect(request).toMatchObject({
      request: 'R1',
      kind: 'borrow',
      numbers: ['RG2025-0001'],
      number: 'RG2025-0001',
      applicant: '李雷',
      external: false,
      purpose: '核对病历',
      status: 'pending',
      expiresOn: '2025-04-02',
      steps: [{ step: 1, head: 'applicant', decidedBy: null, decision: null, evidence: null }],
    })
  })

  test('is the same request however often it is asked for', async () => {
    await borrow('RG2025-0001')
    const again = await office.done('borrow', 'rg20250001', '--to', '李雷')
    expect(again.request.request).toBe('R1')
    expect(again.loan).toBeNull()
  })

  test('which waits for one due day is not asked for another, nor for one that is no day', async () => {
    await borrow('RG2025-0001', '--due', '2025-03-06')
    const again = (due: string) => refused('borrow', '0001', '--to', '李雷', '--due', due)
    expect(await again('2025-03-07')).toBe('3 request.other-due')
    expect(await again('2025-02-30')).toBe('8 value.bad')
    expect(await again('2025-03-06')).toBe('0 undefined')
  })

  test('uses what was approved by the same line, for the working days of the policy', async () => {
    await borrow('RG2025-0001')
    office.account = 'wangfang'
    await office.done('approve', 'R1')
    office.account = 'lina'
    const { request, loan } = await office.done('borrow', 'RG2025-0001', '--to', '李雷')
    expect(request).toMatchObject({ status: 'used', settledOn: '2025-03-03' })
    expect(request.steps[0]).toMatchObject({ decidedBy: '王芳', evidence: 'inTool', form: null })
    expect(loan).toMatchObject({
      loan: 'L1',
      request: 'R1',
      number: 'RG2025-0001',
      borrower: '李雷',
      status: 'out',
      lentOn: '2025-03-03',
      dueOn: '2025-03-10',
      returnedOn: null,
      renewals: 0,
      overdueDays: 0,
      items: [{ material: null, title: null, pages: null, copies: 1, condition: null }],
    })
    expect(loan.calendarVersion).toMatch(/\d/)
  })

  test('of several gives an array, one number an object', async () => {
    const all = await borrow('RG2025-0001', 'RG2025-0002')
    expect(all.map((it: { request: { number: string } }) => it.request.number)).toEqual([
      'RG2025-0001',
      'RG2025-0002',
    ])
  })

  test('of several is done for all or for none', async () => {
    await lent('RG2025-0002')
    expect(
      await refused('borrow', 'RG2025-0001', 'RG2025-0002', '--to', '韩梅梅', '--purpose', '看'),
    ).toBe('3 loan.out')
    expect(await office.done('request', 'list')).toEqual([])
  })

  test('needs a purpose where a request is made, and not where one is used', async () => {
    expect(await refused('borrow', 'RG2025-0001', '--to', '李雷')).toBe('2 usage.missing')
    await borrow('RG2025-0001')
    expect((await office.run('borrow', 'RG2025-0001', '--to', '李雷')).status).toBe(0)
  })

  test('a dry run lends nothing', async () => {
    await borrow('RG2025-0001', '--dry-run')
    expect(await office.done('request', 'list', '--all')).toEqual([])
  })

  test('what is out is lent to nobody else, and nobody twice', async () => {
    await lent()
    expect(await refused('borrow', '0001', '--to', '韩梅梅', '--purpose', '看')).toBe('3 loan.out')
    expect(await refused('borrow', '0001', '--to', '李雷', '--purpose', '看')).toBe('3 loan.out')
    expect(await refused('borrow', 'R1')).toBe('3 request.status')
  })

  test('of what is pending, void or unknown is refused', async () => {
    await office.done('add', '--type', '个人', '--name', '殷素素', '--channel', '第三方')
    expect((await office.done('show', '0003')).status).toBe('pending')
    expect(await refused('borrow', '0003', '--to', '李雷', '--purpose', '看')).toBe(
      '3 status.wrong',
    )
    expect(await refused('borrow', '0009', '--to', '李雷', '--purpose', '看')).toBe(
      '4 archive.missing',
    )
  })

  test('the due day is checked before anybody is asked to approve', async () => {
    const due = (day: string) =>
      refused('borrow', '0001', '--to', '李雷', '--purpose', '看', '--due', day)
    expect(await due('2025-03-02')).toBe('8 loan.due-past')
    expect(await due('2025-03-08')).toBe('3 calendar.closed-day') // a Saturday
    expect(await due('2025-03-11')).toBe('3 loan.due-beyond')
    expect(await due('2025-13-11')).toBe('8 value.bad')
    expect((await borrow('0001', '--due', '2025-03-10')).request.dueOn).toBe('2025-03-10')
  })

  test('not later than was approved; sooner is nobody’s harm', async () => {
    await borrow('0001', '--due', '2025-03-06')
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    expect(await refused('borrow', 'R1', '--due', '2025-03-07')).toBe('3 loan.due-approved')
    expect((await office.done('borrow', 'R1', '--due', '2025-03-05')).loan.dueOn).toBe('2025-03-05')
  })

  test('a term over a holiday waits until the office is there again', async () => {
    office.today = '2025-09-29'
    const { loan } = await lent()
    expect(loan.dueOn).toBe('2025-10-13') // off from the 1st to the 8th; Saturday the 11th is worked
  })

  test('a year without a published calendar is refused, with what helps', async () => {
    office.today = '2099-03-02'
    const ran = await office.run(
      'borrow',
      '0001',
      '--to',
      '李雷',
      '--purpose',
      '看',
      '--due',
      '2099-03-04',
      '--json',
    )
    expect(`${ran.status} ${ran.error.code}`).toBe('3 calendar.beyond')
    expect(ran.error.message).toContain('dangan policy calendar import')
  })

  test('what was raised since is not lent on the old approval', async () => {
    await borrow('0001')
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    await office.done('classify', '0001', '--secrecy', '绝密', '--yes')
    expect(await refused('borrow', 'R1')).toBe('3 request.raised')
    expect(await office.done('loans')).toEqual([])
  })

  test('a policy that changed since lends by its own terms, on the approval that was given', async () => {
    await borrow('0001')
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    office.today = '2025-03-05'
    const rules =
      'extends: denture\npolicy: denture2\nloans: { term: { count: 1, unit: workingDays } }\n'
    await office.runWith(
      rules,
      'policy',
      'set',
      '-',
      '--effective',
      '2025-03-05',
      '--reason',
      '改',
      '--yes',
    )
    expect((await office.done('borrow', 'R1')).loan.dueOn).toBe('2025-03-06')
  })

  test('whoever has something overdue borrows nothing', async () => {
    await lent()
    office.today = '2025-03-10'
    await borrow('0002') // on the due day itself nothing is late
    office.today = '2025-03-11'
    expect(await refused('approve', 'R2', '--by', '王芳', '--form', '2')).toBe('3 loan.overdue')
    expect(await refused('borrow', 'R2')).toBe('3 request.status')
  })

  test('an expired request is not used', async () => {
    await borrow('0001')
    office.today = '2025-04-02'
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    office.today = '2025-04-03'
    expect(await refused('borrow', 'R1')).toBe('3 request.status')
    expect((await office.done('request', 'show', 'R1')).status).toBe('expired')
  })
})

describe('an outsider', () => {
  const stranger = ['--to', '韩雪', '--purpose', '会诊'] as const
  const known = [
    '--unit',
    '市第一医院',
    '--credential',
    '介绍信',
    '--credential-number',
    '25-031',
  ] as const

  test('says of which unit they are, and shows a credential', async () => {
    expect(await refused('borrow', '0001', ...stranger)).toBe('4 applicant.stranger')
    expect(await refused('borrow', '0001', ...stranger, '--unit', '市第一医院')).toBe(
      '2 applicant.credential',
    )
    const { request } = await office.done('borrow', '0001', ...stranger, ...known)
    expect(request).toMatchObject({ applicant: '韩雪', unit: '市第一医院', external: true })
    expect(request.steps).toHaveLength(2)
  })

  test('takes nothing away before the loan agreement is signed', async () => {
    await office.done('borrow', '0001', ...stranger, ...known)
    await office.done('approve', 'R1', '--by', '韩梅梅', '--form', '1')
    await office.done('approve', 'R1', '--by', '赵敏', '--form', '2')
    expect(await refused('borrow', 'R1')).toBe('3 loan.agreement')
    const { loan } = await office.done('borrow', 'R1', '--agreement', 'XY-8')
    expect(loan).toMatchObject({ borrower: '韩雪', unit: '市第一医院', agreement: 'XY-8' })
  })

  test('of one name but another unit is somebody else', async () => {
    await office.done('borrow', '0001', ...stranger, ...known)
    const other = ['--unit', '市第二医院', '--credential', '工作证', '--credential-number', '7']
    expect((await office.done('borrow', '0001', ...stranger, ...other)).request.request).toBe('R2')
  })

  test('names are kept as they were given, whatever is in them', async () => {
    const name = 'O\'Brien "鼎" 😀 \u200f测'
    const words = ['--to', name, '--purpose', 'x"; DROP TABLE loan; --', '--unit', '<b>甲</b>']
    const credential = ['--credential', '工作证', '--credential-number', "'7'"]
    const { request } = await office.done('borrow', '0001', ...words, ...credential)
    expect(request.applicant.replaceAll('\u200f', '')).toBe('O\'Brien "鼎" 😀 测')
    const ran = await office.run('request')
    expect(ran.out).not.toMatch(/[\u202a-\u202e\u200e\u200f]/)
  })
})

describe('approving', () => {
  beforeEach(() => borrow('0001'))

  test('nobody approves their own request, whoever says so', async () => {
    office.account = 'lilei'
    expect(await refused('approve', 'R1')).toBe('5 approval.own')
    office.account = 'lina'
    expect(await refused('approve', 'R1', '--by', '李雷', '--form', '1')).toBe('5 approval.own')
    expect(
      await refused('approve', 'R1', '--by', ' 李 雷', '--post', '部门经理', '--form', '1'),
    ).toBe('5 approval.own')
  })

  test('only whoever the chain names: the head of this department, not of another', async () => {
    expect(await refused('approve', 'R1')).toBe('5 approval.unfit')
    expect(await refused('approve', 'R1', '--by', '韩梅梅', '--form', '1')).toBe('5 approval.unfit')
    expect(await refused('approve', 'R1', '--by', '赵敏', '--form', '1')).toBe('5 approval.unfit')
  })

  test('somebody else’s approval needs their form', async () => {
    expect(await refused('approve', 'R1', '--by', '王芳')).toBe('2 approval.unproven')
    expect(await refused('approve', 'R1', '--as', '王芳')).toBe('2 approval.unproven')
    const done = await office.done(
      'approve',
      'R1',
      '--by',
      '王芳',
      '--form',
      '2025-031',
      '--note',
      '当日还',
    )
    expect(done.steps[0]).toMatchObject({
      decidedBy: '王芳',
      post: '部门经理',
      decision: 'approved',
      decidedOn: '2025-03-03',
      evidence: 'paper',
      form: '2025-031',
      note: '当日还',
    })
  })

  test('somebody who is not in the register approves by name, post and form', async () => {
    expect(await refused('approve', 'R1', '--by', '陈静', '--form', '1')).toBe('5 approval.unfit')
    const done = await office.done(
      'approve',
      'R1',
      '--by',
      '陈静',
      '--post',
      '部门经理',
      '--form',
      '1',
    )
    expect(done.steps[0]).toMatchObject({ decidedBy: '陈静', post: '部门经理', evidence: 'paper' })
  })

  test('the scan of the form goes into the archive with it, or neither does', async () => {
    const scan = join(office.room, '审批表.pdf')
    writeFileSync(scan, '%PDF-1.4 王芳 同意')
    const words = ['--by', '王芳', '--form', '1', '--scan'] as const
    expect(await refused('approve', 'R1', ...words, join(office.room, '没有.pdf'))).toBe(
      '4 input.missing',
    )
    expect(await refused('approve', 'R1', '--by', '赵敏', '--form', '1', '--scan', scan)).toBe(
      '5 approval.unfit',
    )
    expect((await office.done('show', '0001')).materials).toEqual([])
    await office.done('approve', 'R1', ...words, scan)
    const [material] = (await office.done('show', '0001')).materials
    expect(material).toMatchObject({
      title: 'R1 审批表',
      form: 'scan',
      file: { name: '审批表.pdf' },
    })
    const kept = office.look((store) =>
      store.prepare('SELECT scan_id = (SELECT id FROM material) FROM request_step').pluck().get(),
    )
    expect(kept).toBe(1)
  })

  test('twice is refused', async () => {
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    expect(await refused('approve', 'R1', '--by', '王芳', '--form', '1')).toBe('3 request.status')
  })

  test('whoever has left approves nothing any more', async () => {
    await office.done('staff', 'leave', '王芳', '--on', '2025-03-03')
    expect(await refused('approve', 'R1', '--by', '王芳', '--form', '1')).toBe('5 approval.unfit')
    office.account = 'wangfang'
    expect(await refused('approve', 'R1')).toBe('5 person.unbound')
  })

  test('a refusal needs a reason, and ends the request', async () => {
    expect(await refused('reject', 'R1')).toBe('2 usage.missing')
    const done = await office.done(
      'reject',
      'R1',
      '--by',
      '王芳',
      '--form',
      '1',
      '--reason',
      '与工作无关',
    )
    expect(done).toMatchObject({ status: 'refused', reason: '与工作无关', settledOn: '2025-03-03' })
    expect(await refused('approve', 'R1', '--by', '王芳', '--form', '1')).toBe('3 request.status')
  })

  test('a withdrawn request is not approved, and a used one not withdrawn', async () => {
    await office.done('request', 'withdraw', 'R1', '--reason', '不需要了')
    expect(await refused('approve', 'R1', '--by', '王芳', '--form', '1')).toBe('3 request.status')
    await lent('0002')
    expect(await refused('request', 'withdraw', 'R2')).toBe('3 request.status')
  })
})

describe('renewal', () => {
  test('before the due day, with approval, once; history is kept', async () => {
    await lent()
    office.today = '2025-03-07'
    const asked = await office.done('renew', '0001', '--reason', '会诊未完')
    expect(asked).toMatchObject({ loan: null, request: { kind: 'renew', dueOn: '2025-03-17' } })
    await office.done('approve', 'R2', '--by', '王芳', '--form', '2')
    const { loan } = await office.done('renew', 'R2')
    expect(loan).toMatchObject({ loan: 'L1', dueOn: '2025-03-17', renewals: 1 })
    expect(await refused('renew', '0001')).toBe('3 renewal.most')
    const kept = office.look((store) =>
      store.prepare('SELECT due_before, due_on FROM loan_renewal').raw().all(),
    )
    expect(kept).toEqual([['2025-03-10', '2025-03-17']])
  })

  test('on the due day and after it is too late', async () => {
    await lent()
    for (const day of ['2025-03-10', '2025-03-11']) {
      office.today = day
      expect(await refused('renew', 'L1')).toBe('3 renewal.late')
    }
  })

  test('an approval that came after the due day renews nothing', async () => {
    await lent()
    office.today = '2025-03-07'
    await office.done('renew', '0001', '--reason', '会诊未完')
    office.today = '2025-03-10'
    expect(await refused('approve', 'R2', '--by', '王芳', '--form', '2')).toBe('3 renewal.late')
  })

  test('not while somebody waits for it', async () => {
    await lent()
    await office.done('borrow', '0001', '--to', '韩梅梅', '--purpose', '看', '--queue')
    expect(await refused('renew', '0001')).toBe('3 loan.reserved')
  })

  test('applied for, and not decided, is over with the return', async () => {
    await lent()
    await office.done('renew', '0001', '--reason', '会诊未完')
    await office.done('return', '0001')
    expect(await office.done('request', 'list')).toEqual([])
    expect((await office.done('request', 'show', 'R2')).status).toBe('withdrawn')
  })

  test('of what is not out is refused', async () => {
    expect(await refused('renew', '0001')).toBe('3 loan.not-out')
    expect(await refused('renew', 'L9')).toBe('4 loan.missing')
  })
})

describe('returning', () => {
  test('cancels the register and says where it goes', async () => {
    await office.done('update', '0001', '--location', 'A-3-07')
    await lent()
    office.today = '2025-03-12'
    const back = await office.done('return', '0001', '--condition', '完好')
    expect(back).toMatchObject({
      loan: 'L1',
      status: 'returned',
      returnedOn: '2025-03-12',
      overdueDays: 2,
      location: 'A-3-07',
      items: [{ condition: 'intact', remark: null }],
    })
    expect(await office.done('loans')).toEqual([])
    expect((await office.done('show', '0001')).flags).not.toContain('onLoan')
  })

  test('of what is not out, or is back already, is refused', async () => {
    expect(await refused('return', '0001')).toBe('3 loan.not-out')
    await lent()
    await office.done('return', 'L1')
    expect(await refused('return', 'L1')).toBe('3 loan.returned')
    expect(await refused('return', '0001')).toBe('3 loan.not-out')
  })

  test('of materials may be done one by one; the loan ends with the last', async () => {
    await office.done('attach', '0001', '--title', '病历', '--pages', '12')
    await office.done('attach', '0001', '--title', 'X光片', '--pages', '2')
    const { loan } = await lent('0001/1').then(() => lent('0001/2'))
    expect(loan.items).toMatchObject([{ material: 2, title: 'X光片', pages: 2 }])
    const first = await office.done('return', '0001/1', '--pages', '11')
    expect(first).toMatchObject({ status: 'returned', items: [{ condition: 'incomplete' }] })
    expect((await office.done('loans')).map((it: { loan: string }) => it.loan)).toEqual(['L2'])
  })

  test('of one of two materials leaves the other out', async () => {
    await office.done('attach', '0001', '--title', '病历')
    await office.done('attach', '0001', '--title', 'X光片')
    const [{ request }] = await borrow('0001/1', '0001/2')
    await office.done('approve', request.request, '--by', '王芳', '--form', '1')
    await office.done('borrow', request.request)
    const part = await office.done('return', '0001/2')
    expect(part).toMatchObject({ status: 'out', returnedOn: null })
    expect(await refused('return', '0001/2')).toBe('3 loan.not-out')
    expect(await office.done('return', '0001')).toMatchObject({ status: 'returned' })
  })

  test('lost things end the loan as lost', async () => {
    await lent()
    const back = await office.done(
      'return',
      '0001',
      '--condition',
      'lost',
      '--remark',
      '遗失于途中',
    )
    expect(back).toMatchObject({
      status: 'lost',
      items: [{ condition: 'lost', remark: '遗失于途中' }],
    })
  })

  test('what is lost is lent to nobody until its incident is closed', async () => {
    await lent()
    await office.done('return', '0001', '--condition', 'lost', '--remark', '遗失于途中')
    const again = ['borrow', '0001', '--to', '韩梅梅', '--purpose', '看']
    const refusal = await office.run(...again, '--json')
    expect([refusal.status, refusal.error.facts]).toEqual([
      3,
      { number: 'RG2025-0001', incident: 'I1' },
    ])
    const why = await office.done('show', '0001', '--why', 'lend')
    expect(JSON.stringify(why)).toContain('loan.lost')
    await office.done('incident', 'report', 'I1', '--to', '档案主管')
    await office.done('incident', 'close', 'I1', '--result', '已在出租车公司找回')
    expect((await office.run(...again)).status).toBe(0)
  })

  test('a lost part keeps neither the whole nor other parts from being lent', async () => {
    for (const title of ['病历', 'X光片']) await office.done('attach', '0001', '--title', title)
    await lent('0001/1')
    await office.done('return', '0001/1', '--condition', 'lost')
    const borrow = (name: string) => ['borrow', name, '--to', '韩梅梅', '--purpose', '看']
    expect(await refused(...borrow('0001/1'))).toBe('3 loan.lost')
    expect((await office.run(...borrow('0001/2'))).status).toBe(0)
    expect((await office.run(...borrow('0001'))).status).toBe(0)
  })

  test('a word that is no condition is refused, with those there are', async () => {
    await lent()
    const ran = await office.run('return', '0001', '--condition', '还行')
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('完好、损坏、缺失、遗失')
  })
})

describe('an archive and its parts', () => {
  beforeEach(async () => {
    await office.done('attach', '0001', '--title', '病历')
    await office.done('attach', '0001', '--title', 'X光片')
  })

  test('exclude each other', async () => {
    await lent('0001/1')
    expect(await refused('borrow', '0001', '--to', '韩梅梅', '--purpose', '看')).toBe('3 loan.out')
    expect((await office.run('borrow', '0001/2', '--to', '韩梅梅', '--purpose', '看')).status).toBe(
      0,
    )
    await office.done('return', '0001/1')
    await lent('0001')
    expect(await refused('borrow', '0001/2', '--to', '李雷', '--purpose', '看')).toBe('3 loan.out')
  })

  test('electronic files are not lent', async () => {
    await office.done('attach', '0001', '--title', '扫描', '--medium', '电子')
    expect(await refused('borrow', '0001/3', '--to', '李雷', '--purpose', '看')).toBe(
      '3 loan.electronic',
    )
  })

  test('the file itself takes nothing twice, whatever the program believes', async () => {
    await lent('0001/1')
    const insert = (material: string) =>
      office.meddle((store) =>
        store
          .prepare(
            `INSERT INTO loan_item (loan_id, position, archive_id, material_id, copies)
             VALUES (1, 9, 1, ${material}, 1)`,
          )
          .run(),
      )
    expect(() => insert('NULL')).toThrow('part of what is out')
    expect(() => insert('1')).toThrow(/UNIQUE/)
  })
})

describe('waiting and recalling', () => {
  test('whoever waits is next, and nobody passes them', async () => {
    await lent()
    const waiting = await office.done(
      'borrow',
      '0001',
      '--to',
      '韩梅梅',
      '--purpose',
      '看',
      '--queue',
    )
    expect(waiting).toMatchObject({ loan: null, request: { request: 'R2' } })
    const back = await office.run('return', '0001')
    expect(back.out).toContain('韩梅梅 在排队等候（R2，待审批）：dangan request show R2')
    expect(await refused('borrow', '0001', '--to', '李雷', '--purpose', '再看')).toBe(
      '3 loan.reserved',
    )
    await office.done('approve', 'R2', '--by', '赵敏', '--form', '1').catch(() => undefined)
    await office.done('request', 'withdraw', 'R2')
    expect((await borrow('0001')).request.status).toBe('pending')
  })

  test('a recall keeps the days that the policy guarantees', async () => {
    await lent()
    const { dueOn, recalledOn } = await office.done('loans', 'recall', '0001')
    expect({ dueOn, recalledOn }).toEqual({ dueOn: '2025-03-05', recalledOn: '2025-03-03' })
  })
})

describe('what is out', () => {
  test('is listed by due day, late ones and those that are soon due by themselves', async () => {
    await lent('0001')
    office.today = '2025-03-05'
    await lent('0002')
    office.today = '2025-03-11'
    const loans = async (...words: string[]) =>
      (await office.done('loans', ...words)).map((it: { loan: string; overdueDays: number }) => [
        it.loan,
        it.overdueDays,
      ])
    expect(await loans()).toEqual([
      ['L1', 1],
      ['L2', 0],
    ])
    expect(await loans('--overdue')).toEqual([['L1', 1]])
    expect(await loans('--due-within', '1')).toEqual([
      ['L1', 1],
      ['L2', 0],
    ])
    expect(await loans('--due-within', '0')).toEqual([['L1', 1]])
    await office.done('return', 'L1')
    expect(await loans('--all')).toEqual([
      ['L1', 1],
      ['L2', 0],
    ])
    expect(await loans('--number', '0002', '--borrower', '李雷')).toEqual([['L2', 0]])
  })

  test('is left out for whoever may not see the archive', async () => {
    await office.done('classify', '0001', '--secrecy', '机密', '--yes')
    await lent()
    office.account = 'wangfang'
    expect(await office.done('loans')).toEqual([])
    expect(await office.done('request', 'list', '--all')).toEqual([])
    expect(await refused('request', 'show', 'R1')).toBe('5 person.not-cleared')
    expect(await refused('return', 'L1')).toBe('5 person.not-cleared')
  })

  test('may be read by whoever has it, whatever their clearance, for as long as they have it', async () => {
    await office.done('classify', '0001', '--secrecy', '机密', '--yes')
    office.account = 'lilei'
    expect(await refused('show', '0001')).toBe('5 person.not-cleared')
    office.account = 'lina'
    await lent()
    office.account = 'lilei'
    expect((await office.done('show', '0001')).name).toBe('张三丰')
    expect(await office.done('find', '张三丰')).toHaveLength(1)
    office.account = 'lina'
    await office.done('return', '0001')
    office.account = 'lilei'
    expect(await refused('show', '0001')).toBe('5 person.not-cleared')
  })

  test('stands in show, with its flags, and in the history', async () => {
    await lent()
    office.today = '2025-03-11'
    const shown = await office.done('show', '0001')
    expect(shown.loans).toMatchObject([{ loan: 'L1', status: 'out', overdueDays: 1 }])
    expect(shown.requests).toMatchObject([{ request: 'R1', status: 'used' }])
    expect(shown.flags).toEqual(expect.arrayContaining(['onLoan', 'overdue']))
    const { out } = await office.run('show', '0001', '--history')
    expect(out).toMatch(/借出\s+L1 应还 2025-03-10/)
    expect(out).toMatch(/审批同意\s+第 1 步 王芳 签字的表 2025-031/)
  })

  test('is neither merged nor made void', async () => {
    await lent()
    expect(await refused('merge', '0001', '--into', '0002')).toBe('3 merge.open')
    expect(await refused('update', '0001', '--void', '--reason', '误建', '--yes')).toBe(
      '3 void.used',
    )
  })

  test('what came back goes along in a merge, and comes back with its undoing', async () => {
    await lent()
    await office.done('return', '0001')
    await office.done('merge', '0001', '--into', '0002')
    const [loan] = (await office.done('show', '0002')).loans
    expect(loan).toMatchObject({ loan: 'L1', number: 'RG2025-0002' })
    await office.done('merge', '--undo', 'RG2025-0001')
    expect((await office.done('show', '0002')).loans).toEqual([])
    expect((await office.done('show', 'RG2025-0001')).loans).toMatchObject([{ loan: 'L1' }])
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })
})

describe('show --why', () => {
  test('lend says who may, by whose approval, until when', async () => {
    const why = await office.done('show', '0001', '--why', 'lend')
    expect(why).toMatchObject({ number: 'RG2025-0001', question: 'lend', possible: true })
    const { out } = await office.run('show', '0001', '--why', '借出')
    expect(out).toContain('本单位人员：须经申请人所在部门负责人审批')
    expect(out).toContain('今天借出应还 2025-03-10')
    expect(out).toContain('dangan borrow RG2025-0001 --to')
  })

  test('lend says who has it where it is out', async () => {
    await lent()
    const why = await office.done('show', '0001', '--why', 'lend')
    expect(why.possible).toBe(false)
    expect(why.reasons[0]).toMatchObject({ code: 'loan.out', isInTheWay: true })
  })

  test('purge says until when it is kept, and what it is tied up in', async () => {
    await lent()
    const why = await office.done('show', '0001', '--why', 'purge')
    expect(why.reasons.map((it: { code: string }) => it.code)).toEqual([
      'purge.retention',
      'purge.loan',
    ])
  })

  test('a question that is none is refused', async () => {
    expect(await refused('show', '0001', '--why', 'steal')).toBe('2 usage.bad-option')
  })
})
