import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

const number = 'RG2026-0001'
let office: TestOffice

/** An office with an archive, a reader, the head of their department, and leaders above. */
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
  const clearance = 'topSecret' as const
  office.hire({ name: '李雷', department: '销售部', clearance })
  office.hire({ name: '王芳', department: '销售部', post: '部门经理', clearance })
  office.hire({ name: '孙档', department: '档案室', post: '档案主管', clearance })
  office.hire({ name: '赵敏', post: '总经理', clearance })
})

/** The exit status and code of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.out}`
}

const consult = (...words: readonly string[]) =>
  office.done('consult', number, '--to', '李雷', '--purpose', '核对病历', ...words)

/** Applied for by 李雷 and approved on paper. */
async function approved(...words: readonly string[]): Promise<string> {
  const { request } = await consult(...words)
  await office.done('approve', request.request, '--by', '王芳', '--form', '2026-031')
  return request.request
}

async function opened(...words: readonly string[]): Promise<string> {
  const name = await approved(...words)
  const { consultation } = await office.done('consult', 'open', name)
  return consultation.consultation
}

/** The policy goes by this from today on. */
async function adopt(rules: string): Promise<void> {
  const path = join(office.room, 'office.yaml')
  writeFileSync(path, `policy: ours\nextends: denture\n${rules}`)
  await office.done('policy', 'set', path, '--effective', '2026-11-20', '--yes', '--reason', '调整')
}

/** Whoever of the staff asks may read at once. */
const freely = () => adopt('requests: { chains: [{ kinds: [consult, copy, disclose] }] }\n')

const outsider = [
  ...['--to', '韩梅', '--unit', '市第一医院', '--purpose', '会诊'],
  ...['--credential', '介绍信', '--credential-number', '2025-031'],
]

describe('a consultation that somebody must approve', () => {
  test('waits for the head of the reader’s department, and opens once approved (S002-6.1-1)', async () => {
    const asked = await consult()
    expect(asked.consultation).toBeNull()
    expect(asked.request).toMatchObject({ kind: 'consult', status: 'pending', purpose: '核对病历' })
    expect(await refused('consult', 'open', 'R1')).toBe('3 request.status')
    await office.done('approve', 'R1', '--by', '王芳', '--form', '2026-031')
    const { request, consultation } = await office.done('consult', 'open', 'R1')
    expect(request.status).toBe('used')
    expect(consultation).toEqual({
      consultation: 'C1',
      request: 'R1',
      number,
      materials: [],
      reader: '李雷',
      unit: null,
      purpose: '核对病历',
      scope: null,
      place: 'readingRoom',
      identity: null,
      status: 'open',
      late: false,
      openedOn: '2026-11-20',
      openedAt: '2026-11-20T02:00:00.000Z',
      closedOn: null,
      closedAt: null,
      signedBy: null,
      effect: null,
      condition: null,
      remark: null,
    })
  })

  test('is opened by the same line once approved, and is used up by that', async () => {
    await approved()
    expect((await consult()).consultation.consultation).toBe('C1')
    expect(await refused('consult', 'open', 'R1')).toBe('3 request.status')
  })

  test('is one request however often it is asked for', async () => {
    await consult()
    expect((await consult()).request.request).toBe('R1')
  })

  test('of one scope opens nothing of another', async () => {
    await approved('--scope', '回访记录')
    const other = await consult('--scope', '全部交易')
    expect(other).toMatchObject({ consultation: null, request: { request: 'R2' } })
    const same = await consult('--scope', '回访记录')
    expect(same.consultation).toMatchObject({ request: 'R1', scope: '回访记录' })
  })

  test('is not opened after its archive was raised', async () => {
    await approved()
    await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
    expect(await refused('consult', 'open', 'R1')).toBe('3 request.raised')
  })

  test('is not opened by a request for something else', async () => {
    await office.done('borrow', number, '--to', '李雷', '--purpose', '核对')
    await office.done('approve', 'R1', '--by', '王芳', '--form', '1')
    expect(await refused('consult', 'open', 'R1')).toBe('3 request.kind')
  })

  test('is taken back whole by --dry-run', async () => {
    await approved()
    await office.done('consult', 'open', 'R1', '--dry-run')
    expect(await office.done('consult', 'list', '--all')).toEqual([])
  })
})

describe('an outsider', () => {
  beforeEach(async () => {
    await office.done('consult', number, ...outsider)
    await office.done('approve', 'R1', '--by', '孙档', '--form', 'A1')
    await office.done('approve', 'R1', '--by', '赵敏', '--form', 'A2')
  })

  test('is identified before anything is laid before them (S004-N-3.1)', async () => {
    expect(await refused('consult', 'open', 'R1')).toBe('3 consultation.identity')
    const { consultation } = await office.done('consult', 'open', 'R1', '--identity', '工作证')
    expect(consultation).toMatchObject({ identity: '工作证', unit: '市第一医院', reader: '韩梅' })
  })

  test('without a letter or a card does not apply at all (S001-18-4)', async () => {
    const bare = ['--to', '韩梅', '--unit', '市第一医院', '--purpose', '会诊']
    expect(await refused('consult', number, ...bare)).toBe('2 applicant.credential')
  })
})

describe('the place', () => {
  test('is one that the policy names (S002-6.2-3), by label or alias', async () => {
    await approved()
    expect(await refused('consult', 'open', 'R1', '--place', '走廊')).toBe('3 consultation.place')
    const { consultation } = await office.done('consult', 'open', 'R1', '--place', '阅览室')
    expect(consultation.place).toBe('readingRoom')
  })

  test('is any where the policy names none', async () => {
    await adopt('consultation: { places: null }\n')
    await approved()
    const { consultation } = await office.done('consult', 'open', 'R1', '--place', '走廊')
    expect(consultation.place).toBe('走廊')
  })
})

describe('what is secret', () => {
  test.each([
    ['无', 0, undefined],
    ['秘密', 3, 'consultation.scope'],
    ['机密', 3, 'consultation.scope'],
  ])(
    'of the level %s gives %i where no scope is said (S002-6.1-2)',
    async (level, status, code) => {
      await office.done('update', number, '--set', `secrecy=${level}`, '--reason', '定密')
      const words = ['--to', '李雷', '--purpose', '核对']
      const ran = await office.run('consult', number, ...words, '--json')
      expect([ran.status, ran.error?.code]).toEqual([status, code])
      expect((await office.run('consult', number, ...words, '--scope', '回访')).status).toBe(0)
    },
  )

  test('needs no scope where materials are named', async () => {
    await office.done('update', number, '--set', 'secrecy=秘密', '--reason', '定密')
    await office.done('attach', number, '--title', '合同书')
    const asked = await office.done('consult', `${number}/1`, '--to', '李雷', '--purpose', '核对')
    expect(asked.request.materials).toEqual([`${number}/1`])
  })
})

describe('what stands in the way', () => {
  test('an archive that is out: who has it is said', async () => {
    await freely()
    await office.done('borrow', number, '--to', '王芳', '--purpose', '核对')
    const ran = await office.run('consult', number, '--to', '李雷', '--purpose', '看', '--json')
    expect(ran.error).toMatchObject({
      code: 'archive.out',
      facts: { borrower: '王芳', loan: 'L1', number },
    })
  })

  test('its file is read all the same', async () => {
    await freely()
    await office.done('attach', number, '--title', '扫描件', '--medium', 'electronic')
    await office.done('borrow', number, '--to', '王芳', '--purpose', '核对')
    const read = await office.done('consult', `${number}/1`, '--to', '李雷', '--purpose', '看')
    expect(read.consultation.materials).toEqual([`${number}/1`])
  })

  test('a part that is out, of the whole; not another part', async () => {
    await freely()
    await office.done('attach', number, '--title', '合同书')
    await office.done('attach', number, '--title', '收据')
    await office.done('borrow', `${number}/1`, '--to', '王芳', '--purpose', '核对')
    const words = ['--to', '李雷', '--purpose', '看']
    expect(await refused('consult', number, ...words)).toBe('3 archive.out')
    expect(await refused('consult', `${number}/1`, ...words)).toBe('3 archive.out')
    const read = await office.done('consult', `${number}/2`, ...words)
    expect(read.consultation.status).toBe('open')
  })

  test('an archive not yet verified, where the policy does not say otherwise; a closed one does not', async () => {
    await freely()
    await office.done('update', number, '--close', '--reason', '终止')
    expect((await consult()).consultation.status).toBe('open')
    await office.done('add', '--type', '个人', '--name', '李四', '--channel', '网络')
    const words = ['RG2026-0002', '--to', '李雷', '--purpose', '看']
    const { status } = await office.done('show', 'RG2026-0002')
    expect(status).toBe('pending')
    expect(await refused('consult', ...words)).toBe('3 status.wrong')
  })

  test('a policy without a section on consultation', async () => {
    await adopt('consultation: null\n')
    expect(await refused('consult', number, '--to', '李雷', '--purpose', '看')).toBe(
      '3 policy.silent',
    )
  })

  test('an archive above the operator’s clearance', async () => {
    await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
    office.hire({ name: '钱七', osAccount: 'qian' })
    office.account = 'qian'
    expect(await refused('consult', number, '--to', '李雷', '--purpose', '看')).toBe(
      '5 person.not-cleared',
    )
  })
})

describe('while it is read', () => {
  beforeEach(async () => {
    await freely()
    await consult()
  })

  test('others may read it, and the same reader does not get it twice', async () => {
    const other = await office.done('consult', number, '--to', '王芳', '--purpose', '看')
    expect(other.consultation.consultation).toBe('C2')
    expect(await refused('consult', number, '--to', '李雷', '--purpose', '看')).toBe(
      '3 consultation.already',
    )
  })

  test('it is not lent, but may be waited for; once given back it is lent', async () => {
    const borrow = ['borrow', number, '--to', '王芳', '--purpose', '核对']
    expect(await refused(...borrow)).toBe('3 archive.being-read')
    expect((await office.run(...borrow, '--queue')).status).toBe(0)
    await office.done('consult', 'close', 'C1', '--signed', '李雷')
    expect((await office.done('borrow', 'R2')).loan.loan).toBe('L1')
  })

  test('show says so, until it is given back', async () => {
    expect((await office.done('show', number)).flags).toContain('beingRead')
    await office.done('consult', 'close', 'C1', '--signed', '李雷')
    expect((await office.done('show', number)).flags).not.toContain('beingRead')
  })

  test('it is not merged', async () => {
    await office.done('add', '--type', '个人', '--name', '张三', '--duplicate', 'add')
    const ran = await office.run('merge', 'RG2026-0002', '--into', number, '--yes', '--json')
    expect(ran.error).toMatchObject({ code: 'merge.open', facts: { because: ['consultation'] } })
  })
})

describe('the end', () => {
  beforeEach(async () => {
    await opened()
  })

  test('is signed by the reader (S002-6.2-4); use and effect are entered', async () => {
    expect(await refused('consult', 'close', 'C1')).toBe('3 consultation.signature')
    expect(await refused('consult', 'close', 'C1', '--signed', '  ')).toBe(
      '3 consultation.signature',
    )
    const closed = await office.done(
      ...['consult', 'close', 'C1', '--signed', '李雷', '--effect', '已答复客户'],
    )
    expect(closed).toMatchObject({
      status: 'closed',
      closedOn: '2026-11-20',
      signedBy: '李雷',
      effect: '已答复客户',
      condition: 'intact',
    })
  })

  test('comes once', async () => {
    await office.done('consult', 'close', 'C1', '--signed', '李雷')
    expect(await refused('consult', 'close', 'C1', '--signed', '李雷')).toBe(
      '3 consultation.closed',
    )
    expect(await refused('consult', 'close', number, '--signed', '李雷')).toBe(
      '3 consultation.none-open',
    )
    expect(await refused('consult', 'close', 'C9', '--signed', '李雷')).toBe(
      '4 consultation.missing',
    )
  })

  test('is named by the archive where one reads it, and asked which where several do', async () => {
    await freely()
    await office.done('consult', number, '--to', '王芳', '--purpose', '看')
    expect(await refused('consult', 'close', number, '--signed', '李雷')).toBe(
      '2 consultation.several',
    )
    await office.done('consult', 'close', 'C2', '--signed', '王芳')
    expect((await office.done('consult', 'close', number, '--signed', '李雷')).consultation).toBe(
      'C1',
    )
  })

  test('needs no signature where the policy asks for none; harm is entered', async () => {
    await adopt('consultation: { closingSignature: null }\n')
    const harm = ['--condition', '损坏', '--remark', '第7页折角']
    const closed = await office.done('consult', 'close', 'C1', ...harm)
    expect(closed).toMatchObject({ signedBy: null, condition: 'damaged', remark: '第7页折角' })
  })

  test('does not come before the beginning', async () => {
    expect(
      await refused('consult', 'close', 'C1', '--signed', '李雷', '--date', '2026-11-19'),
    ).toBe('3 date.before-last-act')
  })
})

describe('the register', () => {
  test('of the day lists what was read today and what is still open; --open, --all the others', async () => {
    await freely()
    await consult()
    await office.done('consult', 'close', 'C1', '--signed', '李雷')
    await office.done('consult', number, '--to', '王芳', '--purpose', '看')
    const names = async (...words: string[]) =>
      (await office.done('consult', 'list', ...words)).map(
        (it: { consultation: string }) => it.consultation,
      )
    expect(await names()).toEqual(['C1', 'C2'])
    office.today = '2026-11-21'
    expect(await names()).toEqual(['C2'])
    await office.done('consult', number, '--to', '孙档', '--purpose', '看')
    expect(await names('--open')).toEqual(['C2', 'C3'])
    expect(await names('--all')).toEqual(['C1', 'C2', 'C3'])
    expect(await names('--all', '--number', '0001')).toEqual(['C1', 'C2', 'C3'])
  })

  test('marks what was left open over the day, not before', async () => {
    await opened()
    const late = async () => (await office.done('consult', 'list'))[0].late
    expect(await late()).toBe(false)
    office.today = '2026-11-21'
    expect(await late()).toBe(true)
    const { out } = await office.run('consult', 'list')
    expect(out).toContain('未按时结束')
  })

  test('leaves out what the reader may not see', async () => {
    await opened()
    await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
    office.hire({ name: '钱七', osAccount: 'qian' })
    office.account = 'qian'
    expect(await office.done('consult', 'list', '--all')).toEqual([])
    expect(await refused('consult', 'close', 'C1', '--signed', 'x')).toBe('5 person.not-cleared')
  })
})

describe('names of other people’s making', () => {
  test.each(["O'Brien 😀", '韩"梅"', '李 雷 雷', '=1+1'])(
    'are kept and shown as they are: %s',
    async (name) => {
      await adopt('requests: { chains: [{ kinds: [consult] }], credentials: null }\n')
      const words = ['--to', name, '--unit', '院', '--purpose', '看', '--identity', '证']
      const { consultation } = await office.done('consult', number, ...words)
      expect(consultation.reader).toBe(name)
      const closed = await office.done('consult', 'close', 'C1', '--signed', name)
      expect(closed.signedBy).toBe(name)
    },
  )

  test('with control or bidi characters are refused', async () => {
    await opened()
    expect(await refused('consult', 'close', 'C1', '--signed', '李\u202e雷')).toBe('8 value.bad')
    expect(await refused('consult', 'close', 'C1', '--signed', 'a\u001b[31m')).toBe('8 value.bad')
  })
})

test('a person is told what is not allowed, in Chinese and English', async () => {
  await approved()
  const chinese = await office.run('consult', 'open', 'R1')
  expect(chinese.out).toContain('不得带出、复制、摘抄、拍照（S002-6.2-3）')
  office.env['DANGAN_LANG'] = 'en'
  const { consultation } = await office.done(
    ...['consult', number, ...outsider, '--scope', 'x', '--dry-run'],
  )
  expect(consultation).toBeNull()
  const list = await office.run('consult', 'list')
  expect(list.out).toContain('open')
  const closed = await office.run('consult', 'close', 'C1', '--signed', '李雷')
  expect(closed.out).toContain('李雷 is done with RG2026-0001 (C1), signed by 李雷')
})

test('where nobody approves, a reader gets what they are cleared for (S001-22-4)', async () => {
  await freely()
  await office.done('update', number, '--set', 'secrecy=机密', '--reason', '定密')
  office.hire({ name: '钱七', clearance: 'secret' })
  const words = ['--purpose', '看', '--scope', '回访']
  expect(await refused('consult', number, '--to', '钱七', ...words)).toBe('5 applicant.not-cleared')
  expect((await office.run('consult', number, '--to', '李雷', ...words)).status).toBe(0)
})
