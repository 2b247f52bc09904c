import { beforeEach, expect, test } from 'vitest'
import { dueKinds } from '../../src/store/due.ts'
import { keptAsIs } from '../support/again.ts'
import { officeIn } from '../support/office.ts'

const office = await officeIn({ policy: 'general' })
const said = ['--phone', '02162345678', '--address', '上海市', '--contact', '王芳']
await office.done('add', '--type', '企业', '--name', '上海宏达贸易有限公司', ...said)
beforeEach(keptAsIs(office))

const sql = (text: string) => void office.meddle((store) => store.script(text))
const due = async (...words: readonly string[]) => {
  const ran = await office.run('due', ...words, '--json')
  return [ran.status, ran.json]
}

/** One of each kind, in the order of their days. */
const everything = () =>
  sql(`
    INSERT INTO request (kind, applicant_id, purpose, wish, status, made_on, settled_on, expires_on, policy_version, nonce)
      SELECT 'borrow', 1, '核对', '{}', 'used', '2026-11-01', '2026-11-01', NULL, 1, zeroblob(16)
      UNION ALL SELECT 'consult', 1, '核对', '{}', 'used', '2026-11-01', '2026-11-01', NULL, 1, zeroblob(16)
      UNION ALL SELECT 'copy', 1, '核对', '{}', 'used', '2026-11-01', '2026-11-01', NULL, 1, zeroblob(16)
      UNION ALL SELECT 'purge', 1, '核对', '{}', 'used', '2026-11-01', '2026-11-01', NULL, 1, zeroblob(16)
      UNION ALL SELECT 'borrow', 1, '核对', '{}', 'pending', '2026-11-01', NULL, '2026-11-24', 1, zeroblob(16);
    INSERT INTO request_item (request_id, position, archive_id, secrecy) SELECT id, 1, 1, 'none' FROM request;
    INSERT INTO incident (kind, archive_id, is_suspected, found_on, opened_on)
      VALUES ('leak', 1, 0, '2026-11-01', '2026-11-01');
    INSERT INTO incident_report (incident_id, position, post, due_on) VALUES (1, 1, 'archiveHead', '2026-11-02');
    INSERT INTO disposal (request_id, reason, proposed_on, policy_version, stage, executor, witness, begun_on)
      VALUES (4, '期满', '2026-11-01', 1, 'destroying', '李娜', '王芳', '2026-11-03');
    INSERT INTO consultation (request_id, archive_id, reader_id, opened_on, opened_at)
      VALUES (2, 1, 1, '2026-11-19', '2026-11-19T02:00:00Z');
    INSERT INTO loan (request_id, archive_id, borrower_id, lent_on, due_on, is_provisional)
      VALUES (1, 1, 1, '2026-11-01', '2026-11-22', 0);
    INSERT INTO agreement (kind, staff_id, signed_on, until) VALUES ('nda', 1, '2026-01-01', '2026-11-25');
    INSERT INTO permit (kind, request_id, archive_id, issued_on, expires_on) VALUES ('copy', 3, 1, '2026-11-01', '2026-11-23');
    INSERT INTO copy_holding (permit_id, position, archive_id) VALUES (1, 1, 1);
    UPDATE archive SET next_review_on = '2026-11-20', retain_until = '2026-11-21', secrecy_until = '2026-12-01', owner = '王芳';
    INSERT INTO archive (number, type, year, status, name, secrecy, opened_on, contacts, fields, version, acted_on)
      VALUES ('QY2026-0002', 'enterprise', 2026, 'pending', '乙', 'none', '2026-11-18', '[]', '{}', 1, '2026-11-20');
    INSERT INTO hold (archive_id, reason, authority, allows_lending, placed_on, placed_by, until)
      VALUES (2, '诉讼', '法院', 1, '2026-11-01', 1, '2026-11-26'), (2, '诉讼', '法院', 1, '2026-11-01', 1, '2026-11-19');
    INSERT INTO audit_run (run_on, scope, archives, hidden, counts, policy_version) VALUES ('2026-09-01', '{}', 1, 0, '{}', 1);
    INSERT INTO finding (check_code, archive_id, object, facts, severity, found_on, first_run, last_run, owner_id, due_on)
      VALUES ('archive.required', 1, '', '{"fields":["phone"]}', 'warning', '2026-11-01', 1, 1, 1, '2026-11-23');`)

test('nothing is due in a clean office, and the status is 0', async () => {
  expect(await due('--within', '6')).toEqual([0, []])
})

test('one list, by date, of everything that wants doing, with the next command', async () => {
  everything()
  const [status, all] = await due('--within', '13')
  const number = 'QY2026-0001'
  const kept = (it: { due: string; kind: string; what: string; next: string }) =>
    [it.due, it.kind, it.what, it.next].join(' | ')
  expect([status, ...all.map(kept)]).toEqual([
    10,
    '2026-11-02 | incident | I1 | dangan incident report I1',
    '2026-11-03 | disposal | D1 | dangan purge execute D1',
    '2026-11-18 | verification | verification | dangan verify QY2026-0002',
    '2026-11-19 | consultation | C1 | dangan consult close C1',
    '2026-11-20 | review | review | dangan audit confirm QY2026-0001',
    '2026-11-21 | retention | retention | dangan purge plan QY2026-0001',
    '2026-11-22 | loan | L1 | dangan return L1',
    '2026-11-23 | rectification | archive.required | dangan audit findings --open --check archive.required',
    '2026-11-23 | permit | P1 | dangan copy account P1',
    '2026-11-24 | request | R5 | dangan request show R5',
    '2026-11-25 | agreement | A1 | dangan staff agreement --missing',
    '2026-11-26 | hold | H1 | dangan hold --list QY2026-0002',
    '2026-11-27 | backup | backup | dangan backup',
    '2026-12-01 | secrecy | secrecy | dangan daily',
    '2026-12-01 | audit | audit | dangan audit',
    '2026-12-02 | calendar | calendar | dangan policy calendar import',
  ])
  expect(new Set(all.map((it: { kind: string }) => it.kind))).toEqual(new Set(dueKinds))
  expect(all[6]).toEqual({
    due: '2026-11-22',
    kind: 'loan',
    number,
    what: 'L1',
    who: '李娜',
    count: 1,
    next: 'dangan return L1',
  })
  const words = await office.run('due', '--within', '13')
  expect(words.out).not.toMatch(/undefined|null|NaN/)
})

test('what comes later is left out, and so is what has ended by itself', async () => {
  everything()
  const [, now] = await due()
  expect(now.map((it: { kind: string }) => it.kind)).toEqual([
    ...['incident', 'disposal', 'verification', 'consultation', 'review'],
  ])
})

test('what keeps an archive from being destroyed keeps it from the list of retention', async () => {
  sql(`UPDATE archive SET retain_until = '2026-11-19';
       INSERT INTO hold (archive_id, reason, authority, allows_lending, placed_on) VALUES (1, '诉讼', '法院', 1, '2026-11-01')`)
  expect(await due()).toEqual([0, []])
})

test('nobody is told of what they may not read', async () => {
  everything()
  sql(`UPDATE archive SET secrecy = 'confidential'`)
  office.account = 'nobody'
  const [, all] = await due('--within', '13')
  expect(all.map((it: { kind: string }) => it.kind)).toEqual([
    ...['disposal', 'agreement', 'backup', 'audit', 'calendar'],
  ])
})

test('many of a kind, a day and a person are told as one, up to twenty by themselves', async () => {
  const archives = (count: number) =>
    sql(`INSERT INTO archive (number, type, year, status, name, secrecy, opened_on, contacts, fields, version, acted_on, next_review_on)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
         SELECT 'X' || (i + ${count * 100}), 'enterprise', 2026, 'active', '客户' || i, 'none', '2026-11-20', '[]', '{}', 1, '2026-11-20', '2026-11-20' FROM n`)
  archives(20)
  expect((await due())[1]).toHaveLength(20)
  archives(1)
  const next = 'dangan audit review --period 2026Q4'
  const one = { due: '2026-11-20', kind: 'review', number: null, what: 'review', who: null }
  expect(await due()).toEqual([10, [{ ...one, count: 21, next }]])
})

test.each(['x', '-1', '99999', '7.5'])('--within %s is refused', async (days) => {
  const ran = await office.run('due', `--within=${days}`, '--json')
  expect([ran.status, ran.error.code]).toEqual([2, 'usage.bad-option'])
})
