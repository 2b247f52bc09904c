import { beforeEach, describe, expect, test } from 'vitest'
import { customerValues } from '../../src/store/customer-values.ts'
import { destroyArchives } from '../../src/store/destroying.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

const idCard = '110101199003070310'
let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'general' })
  office.hire({ name: '李雷', post: '业务员', department: '销售部', osAccount: 'lilei' })
  office.hire({ name: '王芳', post: '档案主管', osAccount: 'wangfang' })
  await office.done('add', '--type', '个人', '--name', '张三', '--phone', '13900000001')
})

const change = (...words: string[]) => office.done('update', '0001', ...words, '--as', '李雷')
const phone = () => office.look((store) => store.prepare('SELECT phone FROM archive').pluck().get())
const status = () =>
  office.look((store) => store.prepare('SELECT status FROM request').pluck().all())

/** The exit status and code of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

describe('whoever is alone in the office', () => {
  test('changes archives at once, whatever their post', async () => {
    const lone = await officeIn({ policy: 'general' })
    await lone.done('staff', 'update', '李娜', '--post', '业务员')
    await lone.done('add', '--type', '个人', '--name', '张三')
    const changed = await lone.done('update', '0001', '--phone', '13900139000')
    expect(changed).toMatchObject({ number: 'GR2026-0001', phone: '13900139000' })
    lone.hire({ name: '王芳', post: '档案主管' })
    const asked = await lone.done('update', '0001', '--phone', '13900139001')
    expect(asked).toMatchObject({ request: 'R1', status: 'pending' })
  })
})

describe('a change by another department', () => {
  test('waits until the archive office accepts it, and is made in that moment', async () => {
    const asked = await change('--phone', '13900139000', '--reason', '客户来电')
    expect(asked).toMatchObject({
      ...{ request: 'R1', kind: 'change', number: 'GR2026-0001', applicant: '李雷' },
      ...{ purpose: '客户来电', status: 'pending' },
      wish: {
        change: {
          before: { phone: '13900000001' },
          after: { phone: '13900139000' },
          ...{ knownOn: null, source: null },
        },
      },
      steps: [{ posts: ['archivist', 'archiveHead'], decision: null }],
    })
    expect(phone()).toBe('13900000001')
    const shown = await office.run('request', 'show', 'R1')
    expect(shown.out).toContain('电话：13900000001 → 13900139000')
    expect((await office.run('request', 'list', '--json')).out).not.toContain('13900139000')
    expect(await office.done('approve', 'R1')).toMatchObject({ status: 'used' })
    expect(phone()).toBe('13900139000')
    const history = await office.run('show', '0001', '--history')
    expect(history.out).toContain('电话：13900000001 → 13900139000（客户来电；R1）')
  })

  test('is the same request when it is handed in twice; nothing to change is no request', async () => {
    await change('--phone', '13900139000')
    expect((await change('--phone', '13900139000')).request).toBe('R1')
    expect((await change('--phone', '13900139001')).request).toBe('R2')
    expect(await change('--phone', '13900000001')).toMatchObject({ version: 1 })
    expect(status()).toEqual(['pending', 'pending'])
  })

  test('is refused where somebody else changed the same meanwhile, and goes on waiting', async () => {
    await change('--phone', '13900139000')
    await office.done('update', '0001', '--email', 'a@b.cn')
    await office.done('update', '0001', '--phone', '13900000009')
    expect(await refused('approve', 'R1')).toBe('3 change.overtaken')
    const { err } = await office.run('approve', 'R1')
    expect(err).toContain('GR2026-0001 的电话已被改动')
    expect([phone(), status()]).toEqual(['13900000009', ['pending']])
    await office.done('update', '0001', '--phone', '13900000001')
    await office.done('approve', 'R1')
    expect(phone()).toBe('13900139000')
  })

  test('is checked when it is handed in, and can be refused or withdrawn', async () => {
    expect(await refused('update', '0001', '--phone', '1390', '--as', '李雷')).toBe('8 value.bad')
    expect(await refused('update', '0001', '--set', '电画=1', '--as', '李雷')).toBe(
      '2 usage.unknown-field',
    )
    await change('--phone', '13900139000')
    expect(await refused('approve', 'R1', '--by', '李雷', '--form', '1')).toBe('5 approval.own')
    await office.done('reject', 'R1', '--reason', '无依据')
    await change('--phone', '13900139000')
    await office.done('request', 'withdraw', 'R2')
    await change('--phone', '13900139000', '--dry-run')
    expect([phone(), status()]).toEqual(['13900000001', ['refused', 'withdrawn']])
  })

  test('keeps what is sensitive from sight, unless it is revealed, which is entered', async () => {
    const asked = await change('--set', `身份证号=${idCard}`)
    expect(asked.wish.change.after).toEqual({ 'fields.idCard': null })
    const masked = await office.run('show', '0001', '--history', '--json')
    expect(masked.out).not.toContain(idCard)
    const revealed = await office.run('request', 'show', 'R1', '--reveal')
    expect(revealed.out).toContain(idCard)
    const last = `SELECT action FROM journal ORDER BY seq DESC LIMIT 1`
    expect(office.look((store) => store.prepare(last).pluck().get())).toBe('archive.read')
  })

  test('takes contacts and several archives; those of the archive office change at once', async () => {
    await office.done('add', '--type', '企业', '--name', '宏达公司')
    const contact = ['--add-contact', '王小明,采购,13900139001']
    const words = ['update', 'GR2026-0001', 'QY2026-0001', ...contact]
    const both = await office.done(...words, '--as', '李雷')
    expect(both.map((it: { request: string }) => it.request)).toEqual(['R1', 'R2'])
    await office.done('approve', 'R1', 'R2')
    const shown = await office.done('show', 'QY2026-0001')
    expect(shown.contacts).toEqual([{ name: '王小明', role: '采购', phone: '13900139001' }])
    office.account = 'wangfang'
    expect(await office.done('update', 'QY2026-0001', '--phone', '02162345678')).toMatchObject({
      version: 3,
    })
    expect(status()).toEqual(['used', 'used'])
  })

  test('expires, and goes with its archive', async () => {
    await change('--phone', '13900139000', '--source', '客户本人来访说明')
    office.today = '2026-12-21'
    expect(await refused('approve', 'R1')).toBe('3 request.status')
    const left = office.meddle((store) =>
      store.transact(() => {
        const known = customerValues(store, [1]).map(String)
        const now = () => '2026-12-21T02:00:00Z'
        const hand = { staffId: 1, account: 'lina', today: office.today, policyVersion: 1, now }
        const { values } = destroyArchives(store, hand, 'D1', [1])
        const rows = store.prepare('SELECT count(*) FROM request').pluck().get()
        return { known, values: values.map(String), rows }
      }),
    )
    for (const list of [left.known, left.values])
      expect(list).toEqual(expect.arrayContaining(['13900139000', '客户本人来访说明']))
    expect(left.rows).toBe(0)
  })
})
