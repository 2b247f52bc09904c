import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

const number = 'RG2026-0001'
let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
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

const words = (basis: string, ...more: readonly string[]) => [
  ...['disclose', number, '--to', '区公安分局', '--recipient', '周警官', '--what', '联系方式'],
  ...['--reference', '调取18号', '--purpose', '办案', '--basis', basis, ...more],
]

const approve = async (request: string) => {
  await office.done('approve', request, '--by', '孙档', '--form', 'A1')
  await office.done('approve', request, '--by', '赵敏', '--form', 'A2')
}

describe('a disclosure', () => {
  test('is approved beforehand by two, then permitted, with number, recipient and end (S001-24-1)', async () => {
    const { request, permit } = await office.done(...words('law'))
    expect(permit).toBeNull()
    expect(request).toMatchObject({ kind: 'disclose', applicant: '李娜', status: 'pending' })
    expect(request.steps).toHaveLength(2)
    await office.done('approve', 'R1', '--by', '孙档', '--form', 'A1')
    expect(await refused('disclose', 'R1')).toBe('3 request.status')
    await office.done('approve', 'R1', '--by', '赵敏', '--form', 'A2')
    const done = await office.done('disclose', 'R1')
    expect(done.permit).toEqual({
      permit: 'P1',
      permitNumber: 'TG2026-001',
      kind: 'disclosure',
      request: 'R1',
      number,
      materials: [],
      holder: '李娜',
      unit: null,
      purpose: '办案',
      issuedOn: '2026-11-20',
      expiresOn: '2026-12-20',
      recipient: '区公安分局',
      person: '周警官',
      what: '联系方式',
      basis: 'law',
      reference: '调取18号',
      consent: null,
      status: 'valid',
    })
    expect(await refused('disclose', 'R1')).toBe('3 request.status')
  })

  test('approved for one recipient is none for another', async () => {
    await office.done(...words('law'))
    await approve('R1')
    const other = words('law').map((word) => (word === '周警官' ? '吴警官' : word))
    expect(await office.done(...other)).toMatchObject({ permit: null, request: { request: 'R2' } })
    expect((await office.done(...words('law'))).permit.permit).toBe('P1')
  })

  test('is never approved by whoever applies for it', async () => {
    await office.done(...words('law', '--applicant', '孙档'))
    expect(await refused('approve', 'R1', '--by', '孙档', '--form', 'A1')).toBe('5 approval.own')
  })

  test('is not given after its archive was raised', async () => {
    await office.done(...words('law'))
    await approve('R1')
    await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
    expect(await refused('disclose', 'R1')).toBe('3 request.raised')
  })
})

describe('the ground (S004-M-8.1)', () => {
  test.each([
    ['consent', 0],
    ['客户同意', 0],
    ['law', 0],
    ['contract', 3],
    ['合同约定', 3],
    ['善意', 2],
  ])('%s gives %i', async (basis, status) => {
    expect((await office.run(...words(basis))).status).toBe(status)
  })

  test('of a contract is one where the policy says so; with consent, where it wants that too', async () => {
    await adopt('disclosure: { bases: [consent, law, contract], consentNeeded: true }\n')
    expect(await refused(...words('contract'))).toBe('3 disclosure.consent')
    const { request } = await office.done(...words('contract', '--consent', '同意书7号'))
    expect(request.wish).toMatchObject({ basis: 'contract', consent: '同意书7号' })
    expect((await office.run(...words('law'))).status).toBe(0)
  })

  test('must be said, and written somewhere', async () => {
    const bare = ['disclose', number, '--to', '区公安分局', '--recipient', '周警官']
    expect(await refused(...bare, '--what', 'x', '--purpose', 'x', '--basis', 'law')).toBe(
      '2 usage.missing',
    )
    const blank = words('law').map((word) => (word === '调取18号' ? '  ' : word))
    expect(await refused(...blank)).toBe('2 usage.missing')
  })
})

describe('nobody is told anything', () => {
  test('where the policy does not say who approves', async () => {
    await adopt('requests: { chains: [] }\n')
    expect(await refused(...words('law'))).toBe('3 disclosure.unapproved')
  })

  test('where the policy has no section on it', async () => {
    await adopt('disclosure: null\n')
    expect(await refused(...words('law'))).toBe('3 policy.silent')
  })

  test('and nothing of a disclosure can be brought back', async () => {
    await office.done(...words('law'))
    await approve('R1')
    await office.done('disclose', 'R1')
    expect(await refused('copy', 'account', 'P1', '--returned')).toBe('3 permit.no-copies')
  })
})

describe('the register', () => {
  beforeEach(async () => {
    await office.done(...words('law'))
    await approve('R1')
    await office.done('disclose', 'R1')
  })

  test('keeps its keys', async () => {
    const [row] = await office.done('disclose', 'list')
    expect(Object.keys(row)).toEqual([
      ...['permit', 'permitNumber', 'request', 'number', 'materials', 'recipient', 'person'],
      ...['what', 'basis', 'reference', 'consent', 'holder', 'purpose', 'issuedOn'],
      ...['expiresOn', 'status'],
    ])
  })

  test('says that a permit has expired, the day after its last', async () => {
    office.today = '2026-12-20'
    expect(await office.done('disclose', 'list', '--valid')).toHaveLength(1)
    office.today = '2026-12-21'
    expect(await office.done('disclose', 'list', '--valid')).toEqual([])
    expect((await office.done('disclose', 'list'))[0].status).toBe('expired')
  })

  test('leaves out what the reader may not see', async () => {
    await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
    office.hire({ name: '钱七', osAccount: 'qian' })
    office.account = 'qian'
    expect(await office.done('disclose', 'list')).toEqual([])
  })

  test('speaks English', async () => {
    office.env['DANGAN_LANG'] = 'en'
    const { out } = await office.run('disclose', 'list')
    expect(out).toContain('valid')
    expect(await refused('disclose', 'R1')).toBe('3 request.status')
  })
})
