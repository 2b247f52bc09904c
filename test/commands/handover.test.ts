import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'general', today: '2026-11-20' })
  office.hire({ name: '李雷', post: '业务员', department: '销售部' })
  office.hire({ name: '王强', post: '业务员', department: '销售部', osAccount: 'wangqiang' })
  office.hire({ name: '张总', post: '总经理', clearance: 'topSecret' })
  await office.done('add', '--type', '企业', '--name', '宏达公司', '--owner', '李雷')
  await office.done('add', '--type', '企业', '--name', '天元商行', '--owner', '李雷')
  await office.done('attach', '0001', '--title', '合同', '--pages', '12', '--copies', '2')
})

const handover = (...words: string[]) => office.done('handover', ...words)
const open = (...words: string[]) => handover('open', '--from', '李雷', '--to', '王强', ...words)

/** The exit status and code of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('handover', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const sql = (text: string) =>
  office.look((store) => store.prepare(text).pluck().all()) as readonly unknown[]

/** Signed by all three, on paper. */
async function signedByAll(id = 'H1'): Promise<void> {
  for (const by of ['李雷', '王强', '张总'])
    await handover('sign', id, '--by', by, '--form', 'YJ-01')
}

/** 李雷 has 0001 out until 2026-11-27. */
async function lent(): Promise<void> {
  office.meddle((store) =>
    store.script(`
      INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
        VALUES ('borrow', 2, '续约', '{}', 'used', '2026-11-20', '2026-11-20', 1, zeroblob(16));
      INSERT INTO loan (request_id, archive_id, borrower_id, lent_on, due_on, is_provisional)
        VALUES (1, 1, 2, '2026-11-20', '2026-11-27', 0);
      INSERT INTO loan_item (loan_id, position, archive_id, copies) VALUES (1, 1, 1, 1);`),
  )
}

describe('a handover is opened', () => {
  test('with all that somebody answers for, three working days and two more', async () => {
    await lent()
    await office.done('locate', 'add', 'A-1', '--kind', '保险柜', '--keeper', '李雷')
    await office.done('attach', '0002', '--title', '房产证', '--pages', '4', '--place', 'A-1')
    office.meddle((store) =>
      store.script(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, policy_version, nonce)
          VALUES ('consult', 2, '', '{}', 'pending', '2026-11-20', 1, zeroblob(16));
        INSERT INTO request_item VALUES (2, 1, 2, NULL, 'none', NULL);`),
    )
    const opened = await open()
    expect(opened).toEqual({
      ...{ handover: 'H1', because: 'leave', from: '李雷', to: '王强', department: null },
      ...{ openedOn: '2026-11-20', giveBy: '2026-11-25', receiveBy: '2026-11-27' },
      ...{ dueOn: '2026-11-25', lateDays: 0, status: 'open', unanswered: 6, lacking: 0 },
      ...{ signed: [], endedOn: null, hidden: 0, signatures: [], extensions: [] },
      items: [
        { kind: 'archive', number: 'QY2026-0001', what: null, count: 1, pages: 24 },
        { kind: 'archive', number: 'QY2026-0002', what: null, count: 1, pages: 4 },
        { kind: 'material', number: 'QY2026-0002', what: '/1 房产证', count: 1, pages: 4 },
        { kind: 'loan', number: 'QY2026-0001', what: 'L1', count: 1, pages: null },
        { kind: 'request', number: 'QY2026-0002', what: 'R2', count: 1, pages: null },
        { kind: 'place', number: null, what: 'A-1', count: 1, pages: null },
      ].map((item, at) => ({
        item: at + 1,
        ...item,
        ...{ answer: null, pagesFound: null, settled: false, answeredOn: null, answeredBy: null },
        note: null,
      })),
    })
    expect(sql(`SELECT action || ' ' || object FROM journal ORDER BY seq DESC LIMIT 1`)).toEqual([
      'handover.open H1',
    ])
    const listed = await handover('list')
    expect(Object.keys(listed[0])).toEqual([
      ...['handover', 'because', 'from', 'to', 'department', 'openedOn', 'giveBy', 'receiveBy'],
      ...['dueOn', 'lateDays', 'status', 'items', 'unanswered', 'lacking', 'signed', 'endedOn'],
    ])
    const due = await office.run('due', '--within', '7', '--json')
    expect(due.json).toContainEqual({
      ...{ due: '2026-11-25', kind: 'handover', number: null, what: 'H1', who: '李雷' },
      ...{ count: 1, next: 'dangan handover show H1' },
    })
  })

  test('of some archives only, and of a department, whose owners stay', async () => {
    const some = await open('0002', '--because', '调岗')
    expect(some.items.map((it: { number: string }) => it.number)).toEqual(['QY2026-0002'])
    expect(await refused('open', '0002', '--from', '李雷', '--to', '王强')).toBe(
      '3 handover.already',
    )
    const of = ['--from', '张总', '--to', '李娜', '--department', '销售部']
    const delivered = await handover('open', ...of)
    expect(delivered).toMatchObject({ because: 'department', department: '销售部' })
    expect(delivered.items.map((it: { number: string }) => it.number)).toEqual(['QY2026-0001'])
    await handover('item', 'H2', '--all')
    office.hire({ name: '赵敏', post: '档案主管' })
    for (const by of ['张总', '李娜', '赵敏'])
      await handover('sign', 'H2', '--by', by, '--form', '2')
    await handover('close', 'H2')
    expect(sql('SELECT owner FROM archive')).toEqual(['李雷', '李雷'])
    expect(await refused('open', ...of)).toBe('4 handover.nothing')
  })

  test('but not in any other way', async () => {
    const ways: [string[], string][] = [
      [['--from', '李雷', '--to', '李雷'], '3 handover.self'],
      [['--from', '王强', '--to', '李雷'], '4 handover.nothing'],
      [['--from', '李雷', '--to', '韩梅'], '4 person.missing'],
      [['0001', '--from', '王强', '--to', '李雷'], '3 handover.not-theirs'],
      [['--from', '李雷'], '2 usage.missing'],
      [['--from', '李雷', '--to', '王强', '--because', '玩'], '8 value.bad'],
      [
        ['--from', '李雷', '--to', '王强', '--because', '离职', '--department', '销售部'],
        '2 usage.together',
      ],
      [
        ['--from', '王强', '--to', '李雷', '--because', '部门移交', '--department', '无'],
        '4 handover.nothing',
      ],
      [['--from', '李雷', '--to', '王强', '--date', '2026-11-01'], '3 date.back-too-far'],
    ]
    for (const [words, code] of ways)
      expect(`${words.join(' ')}: ${await refused('open', ...words)}`).toBe(
        `${words.join(' ')}: ${code}`,
      )
    expect(sql('SELECT count(*) FROM handover')).toEqual([0])
  })

  test('but not for somebody who is not cleared for it, nor without a rule; what one may not see is counted', async () => {
    await office.done('update', '0002', '--secrecy', '秘密')
    expect(await refused('open', '--from', '李雷', '--to', '王强')).toBe('3 handover.not-cleared')
    office.account = 'wangqiang'
    expect(await handover('open', '--from', '李雷', '--to', '张总')).toMatchObject({ hidden: 0 })
    const { err } = await office.run('handover', 'open', '--from', '李雷', '--to', '张总')
    expect(err).toContain('已列在 H1 里')
    await handover('withdraw', 'H1', '--reason', '列错了')
    const again = await office.run('handover', 'open', '--from', '李雷', '--to', '张总')
    expect(again.err).toContain('另有 1 项您无权知悉')
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.handover')`),
    )
    expect(await refused('open', '--from', '李雷', '--to', '张总')).toBe('3 policy.silent')
  })
})

describe('a list is checked and signed', () => {
  test('item by item, with pages; the receiver signs what was checked, and it stays so', async () => {
    await open()
    expect(await refused('sign', 'H1', '--by', '王强', '--form', '1')).toBe('3 handover.unchecked')
    expect(await refused('item', 'H1', '1', '--pages', '23')).toBe('2 usage.missing')
    const short = await handover('item', 'H1', '1', '--pages', '23', '--note', '缺第 24 页')
    expect(short.items[0]).toMatchObject({ answer: 'incomplete', pagesFound: 23 })
    const whole = await handover('item', 'H1', '1', '--pages', '24')
    expect(whole.items[0]).toMatchObject({ answer: 'found', pagesFound: 24, note: null })
    expect(await refused('item', 'H1', '2', '--missing')).toBe('2 usage.missing')
    expect(await refused('item', 'H1', '3')).toBe('4 handover.no-item')
    expect(await refused('item', 'H1', '2', '--take-over')).toBe('3 handover.not-loan')
    expect(await refused('item', 'H1', '2', '--missing', '--pages', '1')).toBe('2 usage.together')
    expect(await handover('item', 'H1', '--all')).toMatchObject({ unanswered: 0 })
    office.account = 'wangqiang'
    const signed = await handover('sign', 'H1')
    expect(signed.signatures).toEqual([
      { role: 'receiver', by: '王强', on: '2026-11-20', evidence: 'inTool', form: null },
    ])
    expect(await refused('item', 'H1', '2')).toBe('3 handover.signed')
  })

  test('by three different people who may', async () => {
    await open()
    await handover('item', 'H1', '--all')
    const sign = (...words: string[]) => refused('sign', 'H1', '--form', '1', ...words)
    expect(await refused('sign', 'H1', '--by', '张总')).toBe('2 handover.unproven')
    expect(await sign('--by', '张总', '--as-role', '移出人')).toBe('5 handover.not-party')
    expect(await sign('--by', '王强', '--as-role', 'supervisor')).toBe('5 handover.same')
    expect(await sign('--by', '李娜')).toBe('5 handover.unfit')
    expect(await sign('--by', '李雷', '--as-role', '旁人')).toBe('8 value.bad')
    expect(await refused('close', 'H1')).toBe('3 handover.unsigned')
    await signedByAll()
    expect(await sign('--by', '张总')).toBe('3 handover.twice')
    expect(await refused('sign', 'H1', '--by', '张总', '--form', '1', '--date', '2026-11-19')).toBe(
      '3 date.before-last-act',
    )
    expect(await refused('show', 'H9')).toBe('4 handover.missing')
  })

  test('with more time where somebody in charge consents, and no more than the policy gives', async () => {
    await open()
    const extend = (...words: string[]) => ['extend', 'H1', '--reason', '盘点未完', ...words]
    const by = ['--by', '张总', '--form', 'YQ-1']
    expect(await refused(...extend('--days', '6', ...by))).toBe('3 handover.too-long')
    expect(await refused(...extend('--days', '0', ...by))).toBe('3 handover.too-long')
    expect(await refused(...extend('--days', '两', ...by))).toBe('8 value.bad')
    expect(await refused(...extend('--days', '1', '--by', '王强', '--form', '1'))).toBe(
      '5 handover.same',
    )
    expect(await refused(...extend('--days', '1'))).toBe('5 handover.unfit')
    const longer = await handover(...extend('--days', '2', ...by))
    expect(longer).toMatchObject({ giveBy: '2026-11-27', receiveBy: '2026-12-01' })
    await handover('sign', 'H1', '--by', '李雷', '--form', '1')
    const again = await handover(...extend('--days', '3', ...by))
    expect(again).toMatchObject({ giveBy: '2026-11-27', receiveBy: '2026-12-04' })
    expect(await refused(...extend('--days', '1', ...by))).toBe('3 handover.too-long')
  })
})

describe('a handover is closed', () => {
  test('and passes archives, places, papers, findings and reviews to the receiver', async () => {
    await office.done('locate', 'add', 'A-1', '--kind', '保险柜', '--keeper', '李雷')
    await office.done('attach', '0002', '--title', '房产证', '--keeper', '李雷')
    await office.done('update', '0001', '--close', '--reason', '终止')
    await office.run('audit', '--json')
    await office.done('audit', 'assign', 'F1', '--to', '李雷')
    await office.run('audit', 'review', '--period', '2027Q1')
    const { items } = await open()
    expect(items.map((it: { kind: string }) => it.kind)).toEqual([
      ...['archive', 'archive', 'material', 'finding', 'review', 'place'],
    ])
    await handover('item', 'H1', '--all')
    await signedByAll()
    const closed = await handover('close', 'H1')
    expect(closed).toMatchObject({ status: 'closed', endedOn: '2026-11-20', dueOn: null })
    expect(sql('SELECT owner FROM archive')).toEqual(['王强', '王强'])
    expect(sql('SELECT keeper_id FROM place')).toEqual([3])
    expect(sql(`SELECT keeper FROM material WHERE title = '房产证'`)).toEqual(['王强'])
    expect(sql('SELECT owner_id FROM finding WHERE id = 1')).toEqual([3])
    expect(sql('SELECT DISTINCT owner FROM review_item')).toEqual(['王强'])
    const history = await office.run('show', '0002', '--history')
    expect(history.out).toContain('责任人：李雷 → 王强；H1 李雷 → 王强')
    expect(await refused('close', 'H1')).toBe('3 handover.ended')
    expect((await office.run('log', 'verify')).status).toBe(0)
    expect((await office.run('staff', 'leave', '李雷')).err).toBe('')
  })

  test('where loans of whoever leaves came back or are taken over; their requests are withdrawn', async () => {
    await lent()
    office.meddle((store) =>
      store.script(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, policy_version, nonce)
          VALUES ('consult', 2, '', '{}', 'pending', '2026-11-20', 1, zeroblob(16));
        INSERT INTO request_item VALUES (2, 1, 2, NULL, 'none', NULL);`),
    )
    await open()
    await handover('item', 'H1', '--all')
    await handover('item', 'H1', '3')
    const still = await office.run('handover', 'close', 'H1')
    expect(still.err).toContain('借出未还的 L1 须归还')
    await handover('item', 'H1', '3', '--take-over')
    await signedByAll()
    const { err } = await office.run('handover', 'close', 'H1')
    expect(err).toContain('未了结的申请已撤回：R2')
    expect(sql('SELECT borrower_id FROM loan')).toEqual([3])
    expect(sql('SELECT status FROM request WHERE id = 2')).toEqual(['withdrawn'])
  })

  test('a loan that came back in the meantime is settled by itself', async () => {
    await lent()
    await open()
    await office.done('return', '0001', '--condition', 'intact')
    await handover('item', 'H1', '--all')
    const shown = await handover('show', 'H1')
    expect(shown.unanswered).toBe(0)
    expect(shown.items[2]).toMatchObject({ kind: 'loan', settled: true })
  })

  test('what is missing is a finding of the giver at once, until it turns up', async () => {
    await open()
    await handover('item', 'H1', '1')
    await handover('item', 'H1', '2', '--missing', '--note', '柜内未见')
    await signedByAll()
    await handover('close', 'H1')
    const [finding] = (await office.run('audit', 'findings', '--json')).json
    expect(finding).toMatchObject({
      ...{ check: 'handover.missing', number: 'QY2026-0002', dueOn: '2026-12-20' },
      message: '移交 H1 第 2 项未见',
    })
    expect(sql('SELECT owner_id FROM finding')).toEqual([2])
    expect(await refused('item', 'H1', '1')).toBe('3 handover.ended')
    await handover('item', 'H1', '2', '--note', '已找到')
    await office.run('audit', '--check', 'handover.missing')
    expect((await office.run('audit', 'findings', '--json')).json).toMatchObject([
      { finding: 'F1', status: 'fixed' },
    ])
  })

  test('not by somebody who may not know all of it', async () => {
    await office.done('staff', 'update', '王强', '--clearance', '秘密')
    await office.done('update', '0002', '--secrecy', '秘密')
    await open()
    await handover('item', 'H1', '--all')
    await signedByAll()
    await office.done('staff', 'update', '王强', '--clearance', '无')
    expect(await refused('close', 'H1')).toBe('3 handover.not-cleared')
    office.account = 'wangqiang'
    expect(await refused('close', 'H1')).toBe('5 person.not-cleared')
    expect(await handover('show', 'H1')).toMatchObject({ hidden: 1, items: [{ item: 1 }] })
  })

  test('and a rehearsal, or a withdrawal, leaves all as it is', async () => {
    await open()
    await handover('item', 'H1', '--all')
    await signedByAll()
    await handover('close', 'H1', '--dry-run')
    expect(await refused('withdraw', 'H1')).toBe('2 usage.missing')
    await handover('withdraw', 'H1', '--reason', '不离职了')
    expect(await refused('close', 'H1')).toBe('3 handover.ended')
    expect(sql('SELECT owner FROM archive')).toEqual(['李雷', '李雷'])
  })
})

describe('what somebody answers for', () => {
  test('is said when they leave, or keeps them, as the policy wants', async () => {
    const told = await office.run('staff', 'leave', '李雷', '--dry-run')
    expect(told.err).toContain('档案 2 份。请移交（S003-5.5-1）：dangan handover open --from 李雷')
    await open()
    office.meddle((store) =>
      store.script(
        `UPDATE policy_version SET policy = json_set(policy, '$.handover.beforeLeaving', 'refuse')`,
      ),
    )
    const kept = await office.run('staff', 'leave', '李雷', '--json')
    expect(kept.status).toBe(3)
    expect(kept.error).toMatchObject({
      code: 'handover.outstanding',
      facts: { handover: 'H1', duties: { archives: 2, loans: 0 } },
    })
  })

  test('is printed as a list with three boxes, and goes over with a merge and back', async () => {
    await open()
    const path = join(office.room, 'list.html')
    await office.done('form', 'handover', 'H1', '-o', path)
    const page = readFileSync(path, 'utf8')
    expect(page).toContain('移交清单')
    expect(page).toContain('共 2 项，合计 24 页。')
    for (const role of ['移出人：', '接收人：', '监交人：']) expect(page).toContain(role)
    expect(page).toContain('本清单一式 3 份')
    await office.done('merge', '0002', '--into', '0001')
    expect(sql(`SELECT archive_id || ifnull(from_number, '') FROM handover_item`)).toEqual([
      '1',
      '1QY2026-0002',
    ])
    await office.done('merge', '--undo', 'QY2026-0002', '--yes')
    expect(sql(`SELECT archive_id || ifnull(from_number, '') FROM handover_item`)).toEqual([
      '1',
      '2',
    ])
    const voided = await office.run(
      'update',
      '0002',
      '--void',
      '--reason',
      '误建',
      '--yes',
      '--json',
    )
    expect(voided.error).toMatchObject({
      code: 'void.used',
      facts: { because: ['handover', 'merged'] },
    })
  })
})
