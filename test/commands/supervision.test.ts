import { beforeAll, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await officeIn({ policy: 'general', today: '2026-11-20' })
  office.hire({ name: '王强', post: '业务员', osAccount: 'wangqiang' })
  office.hire({ name: '张总', post: '总经理', osAccount: 'zhang' })
})

const staff = (...words: string[]) => office.done('staff', ...words)

/** The exit status and code of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run('staff', ...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

const dues = async (kind: string) =>
  (await office.run('due', '--within', '30', '--json')).json.filter(
    (it: { kind: string }) => it.kind === kind,
  )

describe('a training', () => {
  const reason = ['--reason', '补登']

  test('is entered, and due again as the policy says, or on a day that was named', async () => {
    const first = ['training', 'add', '王强', '--subject', '保密', '--on', '2025-11-30']
    expect(await staff(...first, '--hours', '1.5', '--score', '90', ...reason)).toEqual({
      ...{ training: 'T1', staff: '王强', subject: 'secrecy', heldOn: '2025-11-30' },
      ...{ hours: '1.5', score: '90', nextDue: '2026-11-30', past: false },
    })
    const named = ['--subject', 'custody', '--next-due', '2026-12-01']
    expect(await staff('training', 'add', '王强', ...named)).toMatchObject({
      ...{ heldOn: '2026-11-20', nextDue: '2026-12-01', hours: null },
    })
    const act = `SELECT action || ' ' || object FROM journal ORDER BY seq DESC LIMIT 1`
    expect(office.look((store) => store.prepare(act).pluck().get())).toBe('staff.train T2')
  })

  test('is in `due` until it is repeated', async () => {
    expect(await dues('training')).toEqual([
      ...[['2026-11-30', 'T1'] as const, ['2026-12-01', 'T2'] as const].map(([due, what]) => ({
        ...{ due, kind: 'training', number: null, what, who: '王强', count: 1 },
        next: 'dangan staff training list --due',
      })),
    ])
    expect(await staff('training', 'list', '--due')).toEqual([])
    office.today = '2026-11-30'
    const [due] = await staff('training', 'list', '--due')
    expect(Object.keys(due)).toEqual([
      ...['training', 'staff', 'subject', 'heldOn', 'hours', 'score', 'nextDue', 'past'],
    ])
    await staff('training', 'add', '王强', '--subject', '保密')
    expect(await staff('training', 'list', '--due')).toEqual([])
    const all = await staff('training', 'list', '王强', '--subject', '保密')
    expect(all.map((it: { past: boolean }) => it.past)).toEqual([false, true])
    office.today = '2026-11-20'
  })

  test('is not entered wrongly', async () => {
    const add = ['training', 'add', '王强', '--subject']
    expect(await refused(...add, '跳舞')).toBe('8 value.bad')
    expect(await refused(...add, '保密', '--hours', '0')).toBe('8 value.bad')
    expect(await refused(...add, '保密', '--on', '2026-11-21')).toBe('3 date.future')
    expect(await refused(...add, '保密', '--next-due', '2026-11-20')).toBe('8 value.bad')
    expect(await refused('training', 'add', '王强')).toBe('2 usage.missing')
    expect(await refused('training', 'lst')).toContain('2 ')
  })
})

describe('a violation', () => {
  const add = (...words: string[]) => staff('violation', 'add', '王强', '--code', ...words)
  const decide = (...words: string[]) => ['violation', 'decide', 'V1', ...words]

  test('costs what the policy says, and may be appealed against in time', async () => {
    expect(await add('擅自查阅', '--text', '出借账号')).toEqual({
      ...{ violation: 'V1', staff: '王强', code: 'unauthorisedReading', happenedOn: '2026-11-20' },
      ...{ text: '出借账号', amount: '50', due: '50', status: 'standing' },
      ...{ enteredOn: '2026-11-20', appealBy: '2026-11-27', appealedOn: null, appeal: null },
      ...{ decideBy: null, decidedOn: null, decider: null, form: null, note: null },
    })
    expect(await add('未按时更新', '--on', '2026-11-18')).toMatchObject({ amount: '20' })
    expect(await refused('violation', 'add', '王强', '--code', '打架')).toBe('8 value.bad')
    expect(await refused('violation', 'appeal', 'V9', '--text', 'x')).toBe('4 violation.missing')
    expect(await refused('violation', 'appeal', 'V1')).toBe('2 usage.missing')
    expect(await refused(...decide('--decision', '维持'))).toBe('3 violation.not-appealed')
    office.today = '2026-11-28'
    expect(await refused('violation', 'appeal', 'V1', '--text', 'x')).toBe('3 violation.late')
    office.today = '2026-11-27'
    expect(await staff('violation', 'appeal', 'v1', '--text', '非本人操作')).toMatchObject({
      ...{ status: 'appealed', appealedOn: '2026-11-27', decideBy: '2026-12-11' },
    })
    expect(await refused('violation', 'appeal', '1', '--text', 'x')).toBe('3 violation.appealed')
    expect(await dues('violation')).toMatchObject([{ due: '2026-12-11', what: 'V1', who: null }])
  })

  test('is decided by somebody else, who may, once, and reduced means less', async () => {
    const cancelled = ['--decision', '撤销', '--form', 'SS-1']
    expect(await refused(...decide(...cancelled))).toBe('5 violation.own')
    expect(await refused(...decide(...cancelled, '--by', '王强'))).toBe('5 violation.own')
    office.hire({ name: '李雷', post: '业务员' })
    expect(await refused(...decide(...cancelled, '--by', '李雷'))).toBe('5 violation.unfit')
    expect(await refused(...decide('--decision', '撤销', '--by', '张总'))).toBe(
      '2 violation.unproven',
    )
    office.account = 'zhang'
    const reduced = decide('--decision', '减轻', '--amount')
    expect(await refused(...reduced, '50')).toBe('3 violation.not-less')
    expect(await refused(...reduced, '-1')).toBe('8 value.bad')
    expect(await refused(...decide('--decision', '再议'))).toBe('8 value.bad')
    expect(await staff(...reduced, '49.50', '--note', '情节轻微')).toMatchObject({
      ...{ status: 'reduced', amount: '50', due: '49.50', decider: '张总', form: null },
    })
    expect(await refused(...reduced, '1')).toBe('3 violation.decided')
    const listed = await office.run('staff', 'violation', 'list', '王强')
    expect(listed.err).toContain('共 2 次，合计 69.5 元。')
    expect(await staff('violation', 'list', '--open')).toEqual([])
    expect(await dues('violation')).toEqual([])
  })

  test('is entered nowhere, and nobody trained, where the policy is silent', async () => {
    office.account = 'lina'
    office.meddle((store) =>
      store.script(
        `UPDATE policy_version SET policy = json_remove(policy, '$.violations.appeal', '$.training')`,
      ),
    )
    expect(await add('未按时更新')).toMatchObject({ appealBy: null })
    expect(await refused('violation', 'appeal', 'V3', '--text', 'x')).toBe('3 violation.no-appeal')
    expect(await refused('training', 'list')).toBe('3 policy.silent')
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.violations')`),
    )
    expect(await refused('violation', 'list')).toBe('3 policy.silent')
  })
})
