import { chmodSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkCodes } from '../../src/domain/audit-checks.ts'
import type { CheckCode } from '../../src/domain/audit-finding.ts'
import { keptAsIs } from '../support/again.ts'
import { officeIn, whileWriting } from '../support/office.ts'

const complete = [
  ...['--type', '企业', '--address', '上海市黄浦区人民路1号', '--contact', '王芳'],
  ...['--set', 'needs=办公家具', '--industry', 'manufacturing'],
]
const office = await officeIn({ policy: 'general', patience: 200 })
await office.done('add', ...complete, '--name', '上海宏达贸易有限公司', '--phone', '02162345678')
beforeEach(keptAsIs(office))

/** What an audit finds, as other programs see it; whatever its status. */
const audit = async (...words: readonly string[]) => {
  const ran = await office.run('audit', ...words, '--json')
  return { status: ran.status, found: ran.status > 10 || ran.out === '' ? ran.error : ran.json }
}
const sql = (text: string) => office.meddle((store) => store.script(text))
const archive = (set: string) => () => sql(`UPDATE archive SET ${set} WHERE id = 1`)
const policy = (path: string, value: unknown) =>
  sql(
    `UPDATE policy_version SET policy = json_set(policy, '$.${path}', json('${JSON.stringify(value)}'))`,
  )
const another = () =>
  office.done('add', ...complete, '--name', '北京天元商贸行', '--phone', '01065432100')

const lend = (due: string) => () =>
  sql(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
       VALUES ('borrow', 1, '核对', '{}', 'used', '2026-11-01', '2026-11-01', 1, zeroblob(16));
       INSERT INTO request_item (request_id, position, archive_id, secrecy) VALUES (1, 1, 1, 'none');
       INSERT INTO loan (request_id, archive_id, borrower_id, lent_on, due_on, is_provisional)
       VALUES (1, 1, 1, '2026-11-01', '${due}', 0);
       INSERT INTO loan_item (loan_id, position, archive_id, copies) VALUES (1, 1, 1, 1)`)

const apart = () =>
  policy('storage', { order: 'number', apart: { levels: ['confidential'], source: ['S001-22-2'] } })

/** For each check, what breaks exactly it. */
const broken: Readonly<Partial<Record<CheckCode, () => unknown>>> = {
  'archive.required': archive(`phone = NULL`),
  'archive.checklist': () => {
    policy('materials', { kinds: { licence: { label: label('执照') } } })
    policy('checklists', { all: { label: label('应有'), items: { licence: { kind: 'licence' } } } })
  },
  'value.checksum': () => {
    policy('fields.code', { label: label('信用代码'), kind: 'uscc' })
    sql(`UPDATE archive SET fields = json_set(fields, '$.code', '91350100M000100Y44')`)
  },
  'value.shape': archive(`phone = '电话不详'`),
  'value.choice': archive(`industry = 'alchemy'`),
  'text.control': archive(`address = '上海市' || char(8203) || '人民路1号'`),
  'date.order': archive(`status = 'closed', closed_on = '2026-11-01'`),
  'duplicate.likely': () =>
    office.done(
      'add',
      ...complete,
      '--name',
      '上海宏达贸易有限公司',
      '--duplicate',
      'add',
      '--phone',
      '02131234567',
    ),
  'number.gap': () => sql(`UPDATE series SET last = 4`),
  'number.before': () =>
    sql(
      `UPDATE series SET given_before = 0; UPDATE archive SET serial = 2, number = 'QY2026-0002'; UPDATE series SET last = 2, given_before = 1`,
    ),
  'number.width': () =>
    sql(`INSERT INTO number_ledger (number, series_id, serial, fate, decided_on)
         WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
         SELECT 'QY2026-' || printf('%04d', i), 1, i, 'void', '2026-11-20' FROM n;
         UPDATE series SET last = 8000`),
  'loan.overdue': () => {
    lend('2026-11-10')()
    policy('agreements', {})
  },
  'loan.agreement': () => {
    lend('2026-12-10')()
    policy('agreements', {
      nda: { label: label('保密协议'), neededFor: ['borrow'], of: ['internal'] },
    })
  },
  'review.overdue': archive(`next_review_on = '2026-11-19'`),
  'opening.late': () =>
    sql(`INSERT INTO entry (archive_id, kind, happened_on, text, fields, recorded_on)
         VALUES (1, 'communication', '2026-11-01', '来电', '{}', '2026-11-20')`),
  'contacts.few': archive(`importance = 'important'`),
  'secret.apart': () => {
    apart()
    sql(`UPDATE archive SET secrecy = 'confidential', location = 'A-1'`)
  },
  'secret.keeper': () => {
    apart()
    sql(`INSERT INTO place (code, kind, position, levels) VALUES ('M', 'cabinet', 1, '["confidential"]');
         UPDATE archive SET secrecy = 'confidential', location = 'M'`)
  },
  'retention.over': archive(`retain_until = '2026-11-01'`),
  'approval.paper': () =>
    sql(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
         VALUES ('borrow', 1, '核对', '{}', 'withdrawn', '2026-11-01', '2026-11-01', 1, zeroblob(16));
         INSERT INTO request_item (request_id, position, archive_id, secrecy) VALUES (1, 1, 1, 'none');
         INSERT INTO request_step (request_id, step, rule, decision, decider, decided_on, evidence)
         VALUES (1, 1, '{}', 'approved', '陈静', '2026-11-01', 'paper')`),
  'verify.self': archive(`verified_by = 1, verified_on = '2026-11-20', collected_by = 1`),
  'journal.intact': () =>
    sql(`DROP TRIGGER journal_not_updated; UPDATE journal SET account = 'x' WHERE seq = 2;
         CREATE TRIGGER journal_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`),
  'file.fixity': () =>
    sql(`INSERT INTO file (archive_id, bytes, sha256, registered_at, touched_at)
         VALUES (1, 3, zeroblob(32), '2026-11-20', '2026-11-20');
         INSERT INTO file_chunk VALUES (1, 0, x'616263');
         INSERT INTO material (archive_id, seq, title, copies, form, medium, is_annex, recorded_on, file_id, file_name)
         VALUES (1, 1, '合同', 1, 'original', 'paper', 0, '2026-11-20', 1, 'a.txt')`),
  'file.intact': () =>
    sql(`PRAGMA ignore_check_constraints = ON;
         INSERT INTO place (code, kind, position) VALUES ('Z', 'nowhere', 1)`),
  'row.damaged': archive(`fields = '{broken'`),
  'row.orphan': () =>
    sql(`INSERT INTO hold (archive_id, reason, authority, allows_lending, placed_on)
         VALUES (99, '诉讼', '法院', 1, '2026-11-20')`),
  'incident.report': () =>
    sql(`INSERT INTO incident (kind, archive_id, is_suspected, found_on, opened_on)
         VALUES ('loss', 1, 0, '2026-11-01', '2026-11-01');
         INSERT INTO incident_report (incident_id, position, post, due_on) VALUES (1, 1, 'archiveHead', '2026-11-02')`),
  'handover.missing': () =>
    sql(`INSERT INTO staff (id, name, clearance, joined_on) VALUES (9, '李雷', 'none', '2026-11-01');
         INSERT INTO handover (because, giver_id, receiver_id, opened_on, give_by, receive_by, policy_version, ended_on, outcome)
         VALUES ('leave', 9, 1, '2026-11-01', '2026-11-04', '2026-11-06', 1, '2026-11-05', 'closed');
         INSERT INTO handover_item (handover_id, position, kind, archive_id, count, answer, answered_on)
         VALUES (1, 1, 'archive', 1, 0, 'missing', '2026-11-05')`),
  'request.expired': () =>
    sql(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, expires_on, policy_version, nonce)
         VALUES ('borrow', 1, '核对', '{}', 'pending', '2026-11-01', '2026-11-19', 1, zeroblob(16));
         INSERT INTO request_item (request_id, position, archive_id, secrecy) VALUES (1, 1, 1, 'none')`),
  'card.behind': () => sql(`INSERT INTO card VALUES (1, 1, zeroblob(32), '2026-11-20', 1, 1)`),
  'place.wrong': () => {
    policy('storage', { order: 'number', knownPlaces: true })
    sql(`UPDATE archive SET location = '某处'`)
  },
  'number.spelling': archive(`number = 'QY2026-1'`),
  'approval.own': () => applied('used', `'approved', '2026-11-01', 1, 'inTool'`),
  'approval.missing': () => applied('used', `NULL, NULL, NULL, NULL`),
  'consultation.open': () => {
    applied('used', `'approved', '2026-11-01', NULL, 'inTool'`)
    sql(`INSERT INTO consultation (request_id, archive_id, reader_id, opened_on, opened_at)
         VALUES (1, 1, 1, '2026-11-19', '2026-11-19T02:00:00Z')`)
  },
  'copy.outstanding': () => {
    applied('used', `'approved', '2026-11-01', NULL, 'inTool'`)
    sql(`INSERT INTO permit (kind, request_id, archive_id, issued_on, expires_on) VALUES ('copy', 1, 1, '2026-11-01', '2026-11-19');
         INSERT INTO copy_holding (permit_id, position, archive_id) VALUES (1, 1, 1)`)
  },
  'entry.late': () =>
    sql(`INSERT INTO entry (archive_id, kind, happened_on, text, fields, recorded_on)
         VALUES (1, 'change', '2026-11-20', '迁址', '{"knownOn":"2026-11-01"}', '2026-11-20')`),
  'backup.overdue': () => void (office.today = '2026-11-28'),
  'file.exposed': () => chmodSync(office.file, 0o644),
}

/** Somebody's request, and how its one step was decided: decision, day, by whom, with what proof. */
const applied = (status: string, decided: string) =>
  sql(`INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
       VALUES ('copy', 1, '核对', '{}', '${status}', '2026-11-01', '2026-11-01', 1, zeroblob(16));
       INSERT INTO request_item (request_id, position, archive_id, secrecy) VALUES (1, 1, 1, 'none');
       INSERT INTO request_step (request_id, step, rule, decision, decided_on, decided_by, evidence) VALUES (1, 1, '{}', ${decided})`)

const label = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text })
const codes = (found: readonly { check: string }[]) => found.map(({ check }) => check)
const byHand = ['manual.readable', 'manual.virus', 'manual.media', 'manual.package']

describe('a clean office', () => {
  test('has nothing but what a person must look at, and the status is 0', async () => {
    const { status, found } = await audit()
    expect([status, codes(found)]).toEqual([0, byHand])
  })

  test('is silent where only errors count', async () => {
    expect(await audit('--severity', 'error')).toEqual({ status: 0, found: [] })
  })
})

describe('every check', () => {
  /** Found otherwise: terms lapse by themselves where a file is written to. */
  const elsewhere = new Set([
    ...['secrecy.over', 'backdated', 'rectification.overdue', ...byHand],
    // test/commands/inspect.test.ts, stocktake.test.ts
    ...['inspection.item', 'inspection.overdue', 'repair.overdue', 'stocktake.missing'],
    ...['stocktake.misplaced', 'stocktake.stray', 'stocktake.purged', 'stocktake.overdue'],
  ])

  test('is broken once', () => {
    expect(checkCodes.filter((code) => !(code in broken) && !elsewhere.has(code))).toEqual([])
  })

  test.each(Object.keys(broken))('%s is found where exactly it is broken', async (code) => {
    await broken[code as CheckCode]?.()
    const { found } = await audit()
    expect(codes(found).filter((it) => !byHand.includes(it))).toEqual([code])
    expect(found[0].message).not.toMatch(/undefined|null|NaN/)
    office.env['DANGAN_LANG'] = 'en'
    const { found: english } = await audit('--check', code)
    expect(english[0].message).not.toMatch(/undefined|null|NaN/)
  })

  test('backdated: an act that is entered more days late than the policy lets pass', async () => {
    office.today = '2026-12-20'
    await office.done(
      'update',
      '0001',
      '--set',
      'region=华东',
      '--reason',
      '补登',
      '--date',
      '2026-11-21',
    )
    const { found } = await audit('--check', 'backdated')
    expect(found).toMatchObject([{ check: 'backdated', number: null, severity: 'info' }])
  })
})

test('rectification.overdue: a finding past its day, until it is not found again', async () => {
  archive('phone = NULL')()
  await audit('--check', 'archive.required')
  office.today = '2026-12-20'
  expect((await audit('--check', 'rectification.overdue')).found).toEqual([])
  office.today = '2026-12-21'
  const late = async () =>
    (await audit('--check', 'archive.required,rectification.overdue')).found.map(
      (it: { check: string; status: string; message: string }) => `${it.check} ${it.status}`,
    )
  expect(await late()).toEqual(['archive.required standing', 'rectification.overdue new'])
  archive(`phone = '02162345678'`)()
  expect(await late()).toEqual(['archive.required fixed', 'rectification.overdue fixed'])
})

test('secrecy.over: a level whose term is over, until somebody writes and it lapses', async () => {
  archive(`secrecy = 'secret', secrecy_until = '2026-11-19'`)()
  const { found } = await audit('--check', 'secrecy.over', '--dry-run')
  expect(found).toMatchObject([
    { check: 'secrecy.over', number: 'QY2026-0001', severity: 'warning' },
  ])
  expect((await audit('--check', 'secrecy.over')).found).toEqual([])
})

test('an account bound to nobody audits what it may read, and nothing is kept', async () => {
  archive('phone = NULL')()
  office.account = 'nobody'
  const { status, found } = await audit('--check', 'archive.required')
  expect([status, found[0].finding]).toEqual([10, null])
  expect(await office.done('audit', 'list')).toEqual([])
})

describe('a run', () => {
  test('is kept and compared with the last: new, standing, fixed, and new again', async () => {
    const only = ['--check', 'archive.required']
    archive('phone = NULL')()
    const [first, second] = [await audit(...only), await audit(...only)]
    archive(`phone = '02162345678'`)()
    const [third, fourth] = [await audit(...only), await audit(...only)]
    archive('phone = NULL')()
    const fifth = await audit(...only)
    const seen = [first, second, third, fourth, fifth].map(({ status, found }) => [
      status,
      ...found.map((it: { finding: string; status: string }) => `${it.finding} ${it.status}`),
    ])
    expect(seen).toEqual([
      [10, 'F1 new'],
      [10, 'F1 standing'],
      [0, 'F1 fixed'],
      [0],
      [10, 'F1 new'],
    ])
    const runs = await office.done('audit', 'list')
    expect(runs.map((it: { fixed: number }) => it.fixed)).toEqual([0, 0, 1, 0, 0])
  })

  test('tells only what differs where that is asked for', async () => {
    archive('phone = NULL')()
    await audit()
    const { status, found } = await audit('--since-last')
    expect([status, found]).toEqual([10, []])
  })

  test('says what was found with these keys', async () => {
    archive('phone = NULL')()
    const { found } = await audit('--check', 'archive.required')
    expect(found).toEqual([
      {
        finding: 'F1',
        check: 'archive.required',
        severity: 'warning',
        number: 'QY2026-0001',
        message: '缺 电话',
        clause: ['S000-4.3-1', 'S000-2.1-1', 'S000-4.1-5', 'S000-R2-2'],
        dueOn: '2026-12-20',
        status: 'new',
        items: ['2-3', '2-4'],
        foundOn: '2026-11-20',
        owner: null,
        resolvedOn: null,
        resolvedBy: null,
        note: null,
        fix: 'dangan update QY2026-0001 --set phone=…',
      },
    ])
  })

  test('keeps no value of a customer, and enters itself in the journal', async () => {
    archive(`phone = '电话不详'`)()
    await audit()
    const facts = office.look((store) =>
      store.prepare(`SELECT group_concat(facts) FROM finding`).pluck().get(),
    )
    expect(facts).not.toContain('不详')
    const [last] = await office.done('log')
    expect(last).toMatchObject({ action: 'audit.run', object: 'A1' })
  })

  test('of archives above the clearance counts them and names none', async () => {
    archive(`secrecy = 'confidential', phone = NULL`)()
    office.hire({ name: '小王', osAccount: 'wang' })
    office.account = 'wang'
    const { status, found } = await audit()
    expect([status, codes(found)]).toEqual([0, byHand])
    expect((await office.run('audit')).err).toContain('另有 1 份档案您无权查看')
    office.account = 'lina'
    expect(codes((await audit()).found)).toContain('archive.required')
    office.account = 'wang'
    expect(codes(await office.done('audit', 'findings'))).toEqual(byHand)
    expect((await office.run('audit', 'resolve', 'F5', '--note', '好', '--json')).error.code).toBe(
      'finding.missing',
    )
  })

  test('of somebody who may not read it leaves alone what others found', async () => {
    archive(`secrecy = 'confidential', phone = NULL`)()
    await audit()
    office.hire({ name: '小王', osAccount: 'wang' })
    office.account = 'wang'
    await audit()
    office.account = 'lina'
    const [finding] = await office.done('audit', 'findings', '--check', 'archive.required')
    expect(finding.status).toBe('new')
  })

  test('beside another one keeps both, and each finding once', async () => {
    archive('phone = NULL')()
    const only = ['--check', 'archive.required']
    const [one, other] = await Promise.all([audit(...only), audit(...only)])
    expect([one.status, other.status]).toEqual([10, 10])
    expect(await office.done('audit', 'list')).toHaveLength(2)
    expect(await office.done('audit', 'findings')).toHaveLength(1)
  })

  test('beside somebody who goes on writing says so with 6, and keeps nothing', async () => {
    const ran = await whileWriting(office, () => office.run('audit', '--json'))
    expect([ran.status, ran.error.code]).toEqual([6, 'file.busy'])
    expect(await office.done('audit', 'list')).toEqual([])
  })

  test('in rehearsal keeps nothing', async () => {
    archive('phone = NULL')()
    const { status, found } = await audit('--dry-run')
    expect([status, found[0].finding]).toEqual([10, null])
    expect(await office.done('audit', 'list')).toEqual([])
  })

  test('of a sample draws the same archives by the same seed, and no others are called fixed', async () => {
    for (let at = 0; at < 30; at += 1) await another().catch(() => undefined)
    sql(`INSERT INTO archive (number, type, year, status, name, secrecy, opened_on, contacts, fields, version, acted_on)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
         SELECT 'X' || i, 'enterprise', 2026, 'active', '客户' || i, 'none', '2026-11-20', '[]', '{}', 1, '2026-11-20' FROM n`)
    const drawn = async (seed: string) => {
      const only = ['--check', 'archive.required', '--sample', '10%', '--seed', seed]
      return (await audit(...only)).found.map((it: { number: string }) => it.number)
    }
    const [one, same, other] = [await drawn('7'), await drawn('7'), await drawn('8')]
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
    expect(one.length).toBeGreaterThan(60)
    expect(one.length).toBeLessThan(140)
    const statuses = (await office.done('audit', 'findings')).map(
      (it: { status: string }) => it.status,
    )
    expect(statuses).not.toContain('fixed')
  })

  test('of a period looks at archives opened in it', async () => {
    archive('phone = NULL')()
    expect((await audit('--check', 'archive.required', '--period', '2026Q4')).found).toHaveLength(1)
    expect((await audit('--check', 'archive.required', '--period', '2025')).found).toHaveLength(0)
  })

  test.each([
    [['--check', 'loan.overdu'], '2 usage.bad-option'],
    [['--sample', '0'], '2 usage.bad-option'],
    [['--sample', '101%'], '2 usage.bad-option'],
    [['--sample', '5', '--seed', 'x'], '2 usage.bad-option'],
    [['--period', '2025Q5'], '2 usage.bad-option'],
    [['--severity', 'grave'], '2 usage.bad-option'],
    [['show', 'A9'], '4 audit.missing'],
    [['sign', 'A9'], '4 audit.missing'],
    [['resolve', 'F9', '--note', '好'], '4 finding.missing'],
    [['review', '--period', '2025Q5'], '2 usage.bad-option'],
  ])('but not %j', async (words, code) => {
    const ran = await office.run('audit', ...words, '--json')
    expect(`${ran.status} ${ran.error?.code}`).toBe(code)
  })
})

describe('a finding', () => {
  beforeEach(async () => {
    archive('phone = NULL')()
    await audit('--check', 'archive.required', 'verify.self', 'manual.virus')
  })

  test('is assigned, resolved and, where it is found again, stands', async () => {
    office.hire({ name: '王芳' })
    const assigned = await office.done(
      'audit',
      'assign',
      'F2',
      '--to',
      '王芳',
      '--due',
      '2026-12-01',
    )
    expect(assigned).toMatchObject({
      owner: '王芳',
      dueOn: '2026-12-01',
      check: 'archive.required',
    })
    const resolved = await office.done('audit', 'resolve', 'f2', '--note', '已补')
    expect(resolved).toMatchObject({ status: 'resolved', resolvedBy: '李娜', note: '已补' })
    expect(codes(await office.done('audit', 'findings', '--open'))).toEqual(['manual.virus'])
    const again = await office.run('audit', 'resolve', 'F2', '--note', '再', '--json')
    expect(`${again.status} ${again.error.code}`).toBe('3 finding.settled')
    const { found } = await audit('--check', 'archive.required')
    expect(found).toMatchObject([{ status: 'standing', owner: '王芳' }])
  })

  test('is opened again by hand, and only if it was resolved', async () => {
    await office.done('audit', 'resolve', 'F2', '--note', '已补')
    expect((await office.done('audit', 'reopen', 'F2')).status).toBe('new')
    const again = await office.run('audit', 'reopen', 'F2', '--json')
    expect(`${again.status} ${again.error.code}`).toBe('3 finding.open')
  })

  test('that only a person answers stays answered', async () => {
    await office.done('audit', 'resolve', 'F1', '--note', '已杀毒，无')
    const { found } = await audit('--check', 'manual.virus')
    expect(found).toMatchObject([{ status: 'resolved', note: '已杀毒，无' }])
  })

  test('goes with its archive', async () => {
    await office.done('update', '0001', '--void', '--reason', '误建')
    expect(codes(await office.done('audit', 'findings'))).toEqual(['manual.virus'])
  })
})

describe('an audit is signed', () => {
  test('by another than its auditor, once', async () => {
    await audit()
    office.hire({ name: '王芳' })
    const own = await office.run('audit', 'sign', 'A1', '--json')
    expect(`${own.status} ${own.error.code}`).toBe('5 audit.own')
    const signed = await office.done('audit', 'sign', 'A1', '--as', '王芳', '--note', '属实')
    expect(signed).toMatchObject({
      audit: 'A1',
      signedBy: '王芳',
      signedOn: '2026-11-20',
      note: '属实',
    })
    const again = await office.run('audit', 'sign', 'A1', '--as', '王芳', '--json')
    expect(`${again.status} ${again.error.code}`).toBe('3 audit.signed')
  })

  test('by the auditor where they are alone', async () => {
    await audit()
    expect((await office.done('audit', 'sign', 'a1')).signedBy).toBe('李娜')
  })
})

describe('a round of reviews', () => {
  test('is opened once; what is confirmed leaves it, and is reviewed a quarter later', async () => {
    await another()
    const round = await office.done('audit', 'review', '--period', '2027Q1')
    expect(round).toMatchObject([
      {
        round: '2027Q1',
        number: 'QY2026-0001',
        dueOn: '2027-02-20',
        confirmedOn: null,
        lateDays: 0,
      },
      { number: 'QY2026-0002' },
    ])
    office.today = '2027-02-25'
    const confirmed = await office.done('audit', 'confirm', '0001', '--with-customer')
    expect(confirmed.nextReviewOn).toBe('2027-05-25')
    const left = await office.done('audit', 'review', '--period', '2027q1')
    expect(left).toMatchObject([{ number: 'QY2026-0002', lateDays: 5 }])
    const all = await office.done('audit', 'review', '--period', '2027Q1', '--all')
    expect(all[0]).toMatchObject({ confirmedBy: '李娜', withCustomer: true, lateDays: 5 })
    const entries = await office.done('log', '--action', 'review.open')
    expect(entries).toHaveLength(1)
  })

  test('has nothing of archives that are not in use, which are not confirmed either', async () => {
    archive(`status = 'closed', closed_on = '2026-11-20'`)()
    expect(await office.done('audit', 'review', '--period', '2027Q1')).toEqual([])
    const ran = await office.run('audit', 'confirm', '0001', '--json')
    expect(`${ran.status} ${ran.error.code}`).toBe('3 review.inactive')
  })
})
