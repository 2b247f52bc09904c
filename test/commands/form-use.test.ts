import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ today: '2025-03-03' }) // a Monday
  office.hire({ name: '李雷', department: '销售部', post: '业务员', osAccount: 'lilei' })
  office.hire({ name: '王芳', department: '销售部', post: '部门经理', clearance: 'confidential' })
  office.hire({ name: '韩梅梅', department: '档案室', post: '档案主管' })
  office.hire({ name: '赵敏', department: '总经办', post: '总经理' })
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('add', '--type', '个人', '--name', '周芷若')
  await office.done('attach', '0001', '--title', '设计单', '--pages', '3')
  await office.done('attach', '0001', '--title', '加工流转卡', '--pages', '2')
})

const path = (name: string) => join(office.room, name)
const read = (name: string) => readFileSync(path(name), 'utf8')
const form = (...words: string[]) => office.done('form', ...words)
/** The page without its styles. */
const words = (name: string) => read(name).replace(/<style>[\s\S]*<\/style>/, '')
const journal = () =>
  office.look((store) =>
    store.prepare('SELECT action, object FROM journal ORDER BY seq').raw().all(),
  )

async function refused(...line: string[]) {
  const { status, error } = await office.run(...line, '--json')
  return `${status} ${error?.code}`
}

const apply = (number: string, ...more: string[]) =>
  office.done('borrow', number, '--to', '李雷', '--purpose', '核对病历', ...more)

async function lent(number = 'RG2025-0001') {
  const { request } = await apply(number)
  await office.done('approve', request.request, '--by', '王芳', '--form', '2025-031')
  return office.done('borrow', request.request)
}

const outsider = [
  ...['--to', '陈明', '--unit', '市审计局', '--credential', '介绍信'],
  ...['--credential-number', '审介字2025第0417号', '--purpose', '专项审计'],
]

describe('an application form', () => {
  test('says who asks for what, what for and until when, and is entered', async () => {
    await apply('RG2025-0001/1')
    const printed = await form('application', 'R1', '-o', path('r1.html'))
    expect(printed).toEqual({
      form: 'application',
      requests: ['R1'],
      path: path('r1.html'),
      anchor: expect.stringMatching(/^\d+(-[0-9A-Z]{4}){4}$/),
    })
    for (const word of [
      '客户档案借阅申请表',
      '编号 R1',
      '李雷',
      '销售部',
      '核对病历',
      'RG2025-0001/1',
      '设计单',
      '自借出之日起 5 个工作日内',
      '第 1 步审批：申请人所在部门负责人',
      '义齿客户档案管理制度',
      printed.anchor,
    ])
      expect(words('r1.html')).toContain(word)
    expect(words('r1.html')).not.toContain('加工流转卡')
    expect(journal().at(-1)).toEqual(['form.print', 'R1'])
    const history = await office.done('show', '0001', '--history')
    expect(history.at(-1).detail).toMatchObject({ form: 'application', requests: ['R1'] })
  })

  test('bears the nonce of its request, so that form and request belong together', async () => {
    await apply('RG2025-0001')
    await form('application', 'R1', '-o', path('r1.html'))
    const nonce = office.look((store) =>
      store.prepare('SELECT lower(hex(nonce)) FROM request').pluck().get(),
    ) as string
    expect(words('r1.html').replaceAll(' ', '')).toContain(`核对码${nonce}`)
  })

  test('of each kind has the title of its kind', async () => {
    await lent()
    await office.done('renew', '0001', '--reason', '未看完')
    await form('application', 'R2', '-o', path('renew.html'))
    for (const word of ['客户档案续借申请表', '原应还日期', '2025-03-10', 'L1'])
      expect(words('renew.html')).toContain(word)
  })

  test('shows of a credential the last four signs only', async () => {
    await office.done('borrow', '0001', ...outsider)
    await form('application', 'R1', '-o', path('r1.html'))
    expect(words('r1.html')).toContain('介绍信 *********417号')
    expect(words('r1.html')).not.toContain('审介字')
  })

  test('of an outsider has a box for the seal of their unit, and one for each step', async () => {
    await office.done('borrow', '0001', ...outsider)
    await form('application', 'R1', '-o', path('r1.html'))
    expect(words('r1.html')).toContain('申请人所在单位（部门）')
    expect(words('r1.html')).toContain('签字（盖章）')
    expect(words('r1.html').match(/第 \d 步审批/g)).toEqual(['第 1 步审批', '第 2 步审批'])
  })

  test('has no second box for a head who approves anyway', async () => {
    await apply('RG2025-0001')
    await form('application', 'R1', '-o', path('r1.html'))
    expect(words('r1.html')).not.toContain('申请人所在单位（部门）')
    expect(words('r1.html')).toContain('签字（盖章）')
  })

  test('says of a step that was decided by whom, when and on what evidence', async () => {
    await apply('RG2025-0001')
    await form('application', 'R1', '-o', path('before.html'))
    await office.done('approve', 'R1', '--by', '王芳', '--form', '2025-031', '--note', '同意借出')
    await form('application', 'R1', '-o', path('after.html'))
    expect(words('before.html')).not.toContain('tick chosen')
    expect(words('after.html')).toContain('<i class="tick chosen"></i>同意')
    expect(words('after.html')).toContain('王芳（部门经理），2025-03-03，签字的表 2025-031')
    expect(words('after.html')).toContain('意见：同意借出')
  })

  test('of several requests is one file, each on its own sheet', async () => {
    await apply('RG2025-0001')
    await apply('RG2025-0002')
    await form('application', 'R1', 'r2', 'R1', '-o', path('all.html'))
    expect(words('all.html').match(/<section class="sheet">/g)).toHaveLength(2)
    expect(journal().at(-1)).toEqual(['form.print', ''])
  })

  test('of what is unknown, and of what one may not read, is refused', async () => {
    await apply('RG2025-0001')
    await office.done('classify', '0001', '--secrecy', '机密')
    expect(await refused('form', 'application', 'R7')).toBe('4 request.missing')
    office.account = 'lilei'
    expect(await refused('form', 'application', 'R1', '-o', path('x.html'))).toBe(
      '5 person.not-cleared',
    )
    expect(existsSync(path('x.html'))).toBe(false)
  })

  test('of a document above the clearance of whoever prints it is refused', async () => {
    await apply('RG2025-0001/1')
    await office.done('attach', '--update', 'RG2025-0001/1', '--secrecy', '机密')
    office.account = 'lilei'
    expect(await refused('form', 'application', 'R1', '-o', path('x.html'))).toBe(
      '5 person.not-cleared',
    )
  })

  test('under --dry-run is nowhere, and never over another file', async () => {
    await apply('RG2025-0001')
    const before = journal()
    await form('application', 'R1', '--dry-run', '-o', path('r1.html'))
    expect(existsSync(path('r1.html'))).toBe(false)
    writeFileSync(path('r1.html'), 'mine')
    expect(await refused('form', 'application', 'R1', '-o', path('r1.html'))).toBe(
      '3 file.target-exists',
    )
    expect(read('r1.html')).toBe('mine')
    expect(journal()).toEqual(before)
  })

  test('is in the language of the reader', async () => {
    await apply('RG2025-0001')
    await form('application', 'R1', '--lang', 'zh-Hant', '-o', path('hant.html'))
    await form('application', 'R1', '--lang', 'en', '-o', path('en.html'))
    expect(words('hant.html')).toContain('客戶檔案借閱申請表')
    expect(words('en.html')).toContain('Application to borrow archives')
    expect(words('en.html').replace(/李雷|李娜|销售部|业务员|核对病历|张三丰/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    )
  })

  test('bears a code that proves the journal', async () => {
    await apply('RG2025-0001')
    const { anchor } = await form('application', 'R1', '-o', path('r1.html'))
    await office.done('update', '0001', '--phone', '13900139000')
    const { json } = await office.run('log', 'verify', '--anchor', anchor, '--json')
    expect([json.ok, json.anchor.ok]).toEqual([true, true])
  })
})

describe('a loan agreement (S002-6.4-3)', () => {
  test('is two copies, with what both sides must do and a number to fill in', async () => {
    await office.done('borrow', '0001', ...outsider)
    const printed = await form('agreement', 'R1', '-o', path('a.html'))
    expect(printed).toMatchObject({ form: 'agreement', requests: ['R1'], number: null })
    for (const word of [
      '第 1 份，共两份',
      '第 2 份，共两份',
      '不得转借',
      '泄露',
      '陈明',
      '市审计局',
    ])
      expect(words('a.html')).toContain(word)
    expect(words('a.html')).toContain('协议编号：＿＿')
    await form('agreement', 'R1', '--number', '借协2025-007', '-o', path('b.html'))
    expect(words('b.html')).toContain('协议编号：借协2025-007')
  })

  test('is of a loan only, and of one that may come about', async () => {
    await lent()
    await office.done('renew', '0001', '--reason', '未看完')
    expect(await refused('form', 'agreement', 'R2')).toBe('3 request.kind')
    await apply('RG2025-0002')
    await office.done('request', 'withdraw', 'R3', '--reason', '不用了')
    expect(await refused('form', 'agreement', 'R3')).toBe('3 request.status')
  })
})

describe('a loan slip (S003-15.6-2)', () => {
  test('says what is lent, to whom, until when and who approved, with room for its return', async () => {
    await lent('RG2025-0001/2')
    const printed = await form('slip', 'L1', '-o', path('l1.html'))
    expect(printed).toMatchObject({ form: 'slip', loans: ['L1'] })
    for (const word of [
      '档案资料出借单',
      'RG2025-0001/2',
      '加工流转卡',
      '李雷',
      '2025-03-10',
      '王芳（2025-03-03）',
      '归还检查',
      '完整无误',
    ])
      expect(words('l1.html')).toContain(word)
    expect(words('l1.html')).not.toContain('tick chosen')
    expect(journal().at(-1)).toEqual(['form.print', 'L1'])
  })

  test('is found by the archive that is out, too, and says how it came back', async () => {
    await lent()
    expect(await form('slip', '0001', '-o', path('l1.html'))).toMatchObject({ loans: ['L1'] })
    await office.done('return', '0001', '--condition', '损坏', '--remark', '封面撕裂')
    await form('slip', 'L1', '-o', path('back.html'))
    expect(words('back.html')).toContain('封面撕裂')
    expect(words('back.html')).toContain('<i class="tick chosen"></i>有损坏、缺失或丢失')
    expect(await refused('form', 'slip', '0001', '-o', path('x.html'))).toBe('3 loan.not-out')
    expect(await refused('form', 'slip', 'L9', '-o', path('x.html'))).toBe('4 loan.missing')
  })
})

describe('the register of loans (S001-19-4)', () => {
  test('has a line for each thing, and strikes out what is back (S001-20-1)', async () => {
    await lent()
    await lent('RG2025-0002')
    await office.done('return', '0002')
    const printed = await form('register', '-o', path('reg.html'))
    expect(printed).toMatchObject({ form: 'register', entries: 2 })
    expect(words('reg.html')).toContain('<s>RG2025-0002 整份档案（周芷若）</s>')
    expect(words('reg.html')).toContain('2025-03-03 注销')
    expect(words('reg.html')).not.toContain('<s>RG2025-0001')
    expect(words('reg.html')).toContain('共 2 笔 2 件')
    expect(read('reg.html')).toContain('size: A4 landscape')
  })

  test('is of what is out, or of the days in which it was lent', async () => {
    await lent()
    office.today = '2025-03-04'
    await lent('RG2025-0002')
    await office.done('return', '0001')
    const count = async (...line: string[]) =>
      (await form('register', ...line, '-o', path(`${line.join('')}.html`))).entries
    expect(await count('--open')).toBe(1)
    expect(await count('--since', '2025-03-04')).toBe(1)
    expect(await count('--until', '2025-03-03')).toBe(1)
    expect(await count('--since', '2025-03-03', '--until', '2025-03-04')).toBe(2)
    expect(await count('--since', '2025-03-05')).toBe(0)
    expect(await refused('form', 'register', '--since', 'gestern')).toBe('8 value.bad')
  })

  test('leaves out what the reader may not see, also for one document of a loan', async () => {
    office.hire({ name: '路人', osAccount: 'lu' })
    await lent('RG2025-0001/1')
    await lent('RG2025-0002')
    await office.done('attach', '--update', 'RG2025-0001/1', '--secrecy', '机密')
    office.account = 'lu'
    expect(await form('register', '-o', path('reg.html'))).toMatchObject({ entries: 1 })
    expect(words('reg.html')).not.toContain('设计单')
    office.account = 'lina'
    await office.done('classify', '0002', '--secrecy', '秘密')
    office.account = 'lu'
    expect(await form('register', '-o', path('none.html'))).toMatchObject({ entries: 0 })
    expect(words('none.html')).toContain('登记册是空的')
  })
})

describe('the register of consultations (S002-6.2-2)', () => {
  const consult = async (number: string) => {
    const reader = ['--to', '李雷', '--purpose', '核对', '--scope', '只看回访']
    const { request } = await office.done('consult', number, ...reader)
    await office.done('approve', request.request, '--by', '王芳', '--form', '2025-040')
    return office.done('consult', 'open', request.request)
  }

  test('says who read what, where and when, and the signature at the end', async () => {
    await consult('RG2025-0001/1')
    await office.done('consult', 'close', 'C1', '--signed', '李雷')
    await consult('RG2025-0002')
    const printed = await form('consultation-register', '-o', path('c.html'))
    expect(printed).toMatchObject({ form: 'consultation-register', entries: 2 })
    for (const word of [
      '查阅登记表',
      'C1',
      '李雷',
      '设计单（张三丰）',
      '只看回访',
      '2025-03-03\n10:00',
    ])
      expect(words('c.html')).toContain(word)
    expect(words('c.html')).not.toContain('加工流转卡')
    expect(await form('consultation-register', '--open', '-o', path('o.html'))).toMatchObject({
      entries: 1,
    })
    expect(words('o.html')).not.toContain('C1')
    const line = ['--since', '2025-03-04', '-o', path('n.html')]
    expect(await form('consultation-register', ...line)).toMatchObject({ entries: 0 })
  })

  test('leaves out what the reader may not see', async () => {
    await consult('RG2025-0001')
    await office.done('classify', '0001', '--secrecy', '机密')
    office.hire({ name: '路人', osAccount: 'lu' })
    office.account = 'lu'
    const printed = await form('consultation-register', '-o', path('c.html'))
    expect(printed).toMatchObject({ entries: 0 })
    expect(words('c.html')).not.toContain('张三丰')
  })
})

describe('the register of collected contracts (S004-Q-3.1)', () => {
  test('says who collected which original, and signed; nothing that was merely copied', async () => {
    const contracts = await officeIn({ policy: 'contracts', today: '2025-03-03' })
    await contracts.done('add', '--type', '买受人', '--name', '欧阳修远', '--set', '房号=3-502')
    await contracts.done('attach', '0001', '--title', '购房合同', '--kind', '合同', '--copies', '2')
    const card = ['--credential', '身份证', '--credential-number', '11010519491231002X']
    const who = ['--to', '欧阳修远', ...card, '--purpose', '领取', '--signed', '欧阳修远']
    await contracts.done('copy', 'FW2025-0001/1', '--original', ...who)
    const file = join(contracts.room, 'f36.html')
    const printed = await contracts.done('form', 'collection', '-o', file)
    expect(printed).toMatchObject({ form: 'collection', entries: 1 })
    const html = readFileSync(file, 'utf8')
    for (const word of ['合同领取登记表', '购房合同（欧阳修远）', '领取原件', '2025-03-03'])
      expect(html).toContain(word)
    expect(html).not.toContain('11010519491231002X')
  })
})

describe('the register of what is confidential (S001-22-3)', () => {
  test('lists archives and documents with their level in the remark column', async () => {
    await office.done('classify', '0002', '--secrecy', '机密')
    await office.done('attach', '--update', 'RG2025-0001/2', '--secrecy', '绝密')
    const printed = await form('secret-register', '-o', path('s.html'))
    expect(printed).toMatchObject({
      form: 'secret-register',
      levels: ['confidential', 'topSecret'],
      lines: 2,
    })
    for (const word of ['机密、绝密登记册', '周芷若', '加工流转卡', '绝密'])
      expect(words('s.html')).toContain(word)
    expect(words('s.html')).not.toContain('设计单')
    const top = await form('secret-register', '--level', '绝密', '-o', path('t.html'))
    expect(top).toMatchObject({ levels: ['topSecret'], lines: 1 })
  })

  test('is for those who are cleared, as far as they are', async () => {
    await office.done('classify', '0002', '--secrecy', '绝密')
    await office.done('classify', '0001', '--secrecy', '机密')
    await office.done('staff', 'update', '王芳', '--account', 'wangfang')
    office.account = 'lilei'
    expect(await refused('form', 'secret-register', '-o', path('x.html'))).toBe(
      '5 person.not-cleared',
    )
    office.account = 'wangfang'
    expect(await refused('form', 'secret-register', '--level', '绝密')).toBe('5 person.not-cleared')
    const own = await form('secret-register', '-o', path('s.html'))
    expect(own).toMatchObject({ levels: ['confidential'], lines: 1 })
    expect(words('s.html')).not.toContain('周芷若')
    expect(await refused('form', 'secret-register', '--level', '弯的')).toBe('8 value.bad')
  })
})

describe('a confidentiality agreement (S002-7.1-2)', () => {
  test('is two copies for each member of staff, entered under their number', async () => {
    const printed = await form('nda', '王芳', '--until', '2027-12-31', '-o', path('n.html'))
    expect(printed).toMatchObject({
      form: 'nda',
      staff: [3],
      number: null,
      expiresOn: '2027-12-31',
    })
    for (const word of [
      '客户档案保密协议',
      '王芳',
      '部门经理',
      '机密',
      '2027-12-31',
      '第 2 份，共两份',
    ])
      expect(words('n.html')).toContain(word)
    expect(journal().at(-1)).toEqual(['form.print', 'staff 3'])
    await form('nda', '2', '3', '-o', path('two.html'))
    expect(words('two.html').match(/<section/g)).toHaveLength(4)
    expect(await refused('form', 'nda', '无此人')).toBe('4 person.missing')
  })
})

describe('whatever somebody wrote', () => {
  test('is text on a form and nothing else', async () => {
    const hostile = `<script>alert(1)</script>"'&\u202e王</style>`
    await office.meddle((store) =>
      store.prepare('UPDATE archive SET name = ? WHERE id = 1').run(hostile),
    )
    await apply('RG2025-0001', '--reason', '补')
    await office.meddle((store) => store.prepare('UPDATE request SET purpose = ?').run(hostile))
    await office.done('approve', 'R1', '--by', '王芳', '--form', hostile)
    await office.done('borrow', 'R1')
    const safe = '&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#39;&#38;王&#60;/style&#62;'
    const lines: string[][] = [
      ['application', 'R1'],
      ['agreement', 'R1'],
      ['slip', 'L1'],
      ['register'],
    ]
    for (const [kind = '', ...rest] of lines) {
      await form(kind, ...rest, '-o', path(`${kind}.html`))
      const html = read(`${kind}.html`)
      expect(html).toContain(safe)
      expect(html).not.toMatch(/<script|\u202e|https?:\/\/(?!www\.w3\.org)|<link|url\(/)
      expect(html.match(/<\/style>/g)).toHaveLength(1)
    }
  })
})
