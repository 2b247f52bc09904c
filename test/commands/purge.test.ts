import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beside } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'
import { searchRaw } from '../../src/store/raw-search.ts'

const late = ['--reason', '补'] // short: nobody else's words may be found

/** An office with two archives: the first has served its time and has a bit of everything. */
async function officeWithPast(patience = 15_000): Promise<TestOffice> {
  const office = await officeIn({ patience })
  office.hire({ name: '王芳', post: '部门经理', clearance: 'topSecret' })
  office.hire({ name: '赵敏', post: '总经理', clearance: 'topSecret' })
  const person = ['--phone', '13912345678', '--address', '上海市黄浦区人民路一百号']
  await add(office, '欧阳震华', '2010-03-01', ...person, '--contact', '慕容复,表兄,13698765432')
  await add(office, '上官婉儿', '2024-03-01', '--phone', '13812345679')
  const on = ['--on', '2010-04-01', ...late]
  await office.done(
    'note',
    'RG2010-0001',
    '--set',
    '沟通渠道=电话',
    '--text',
    '来电询问烤瓷牙价格',
    ...on,
  )
  const paper = join(office.room, '病历扫描件.txt')
  writeFileSync(paper, `${'电子病历正文第一段落'.repeat(3000)}甲乙丙丁戊己庚辛`)
  await office.done('attach', 'RG2010-0001', paper, '--title', '二零一零年病历原件', ...late)
  await office.done('update', 'RG2010-0001', '--set', 'address=杭州市西湖区龙井路二号', ...late)
  await office.done('borrow', 'RG2010-0001', '--to', '王芳', '--purpose', '核对种植手术记录')
  await office
    .done('reject', 'R1', '--by', '王芳', '--form', 'F0', '--reason', '与本职工作并不相干')
    .catch(() => office.done('request', 'withdraw', 'R1', '--reason', '借阅人已经不需要了'))
  await office.done(
    'hold',
    'RG2010-0001',
    '--reason',
    '假牙质量纠纷诉讼',
    '--authority',
    '静安区人民法院',
  )
  await office.done('release', 'H1', '--reason', '双方庭外和解了结')
  return office
}

const add = (office: TestOffice, name: string, on: string, ...more: readonly string[]) =>
  office.done('add', '--type', '个人', '--name', name, '--set', `openedOn=${on}`, ...more, ...late)

/** All that may not be found any more. */
const values = [
  '欧阳震华',
  '欧阳',
  '13912345678',
  '黄浦区',
  '龙井路',
  '慕容复',
  '13698765432',
  '烤瓷牙',
  '病历扫描件',
  '电子病历正文',
  '甲乙丙丁戊己庚辛',
  '二零一零年病历原件',
  '种植手术',
  '不需要了',
  '并不相干',
  '假牙质量纠纷',
  '静安区',
  '庭外和解',
]

const appraised = ['--reason', '保存期满', '--appraisal', '已无保存价值']
const people = ['--by', '李娜', '--witness', '王芳', '--method', '粉碎']
const confirmed = [...people, '--confirm', 'D1']

async function approved(office: TestOffice): Promise<void> {
  const { request } = await office.done('purge', 'propose', 'RG2010-0001', ...appraised)
  await office.done('approve', request, '--by', '王芳', '--form', 'F1')
  await office.done('approve', request, '--by', '赵敏', '--form', 'F2')
}

/** Every file that lies with the archive, searched byte by byte. */
const bytesLeft = (office: TestOffice, wanted: readonly string[] = values): string[] => {
  const files = readdirSync(office.room).filter((it) => it.startsWith('archive.db'))
  const bytes = Buffer.concat(files.map((it) => readFileSync(join(office.room, it))))
  return wanted.filter((it) => bytes.indexOf(it) >= 0)
}

describe('purge', () => {
  test('leaves no byte of the customer, while number, approvals and journal stay', async () => {
    const office = await officeWithPast()
    expect(bytesLeft(office).length).toBeGreaterThan(14)
    await approved(office)
    const done = await office.done('purge', 'execute', 'D1', ...confirmed)
    expect(done).toMatchObject({ disposal: 'D1', status: 'executed', kept: [] })
    expect(done.search).toMatchObject({ archives: 1, shared: [] })
    expect(bytesLeft(office)).toEqual([])
    // rewritten whole: gaps between the cells of old pages keep what stood there
    expect(office.look((store) => store.pragma('freelist_count'))).toBe(0)
    expect(await office.done('log', 'verify')).toMatchObject({ ok: true })
    const shown = await office.done('show', 'RG2010-0001')
    expect(shown).toMatchObject({ number: 'RG2010-0001', status: 'destroyed', name: null })
    expect(await office.done('request', 'show', 'R2')).toMatchObject({ status: 'used' })
    expect(await office.done('find', '欧阳')).toEqual([])
    expect(await office.done('find', 'oyzh')).toEqual([])
    const other = await office.done('show', 'RG2024-0001')
    expect(other.name).toBe('上官婉儿')
    expect(await add(office, '令狐冲', '2010-05-01')).toMatchObject({ number: 'RG2010-0002' })
  })

  test('leaves nothing of what it was used for either: loans, consultations, copies', async () => {
    const office = await officeWithPast()
    const number = 'RG2010-0001'
    const decide = async (request: string, ...people: readonly string[][]) => {
      for (const [name = '', post = ''] of people)
        await office.done('approve', request, '--by', name, '--post', post, '--form', 'F9')
      return request
    }
    const apply = async (...words: readonly string[]) => {
      const made = await office.done(...words)
      return (made.request.request ?? made.request) as string
    }
    const lent = await apply('borrow', number, '--to', '王芳', '--purpose', '再次核对收费单据')
    await office.done('borrow', await decide(lent, ['赵敏', '总经理']))
    await office.done('return', number, '--condition', '完好', '--remark', '外封套略有磨损')
    const read = await apply('consult', number, '--to', '王芳', '--purpose', '复查颌骨影像资料')
    await office.done(
      'consult',
      'open',
      await decide(read, ['赵敏', '总经理']),
      '--place',
      '档案室',
    )
    await office.done('consult', 'close', 'C1', '--signed', '王芳', '--effect', '据此调整复诊方案')
    const copied = await apply('copy', number, '--to', '王芳', '--purpose', '留存治疗底稿备查')
    await office.done('copy', await decide(copied, ['孙档', '档案主管'], ['赵敏', '总经理']))
    expect((await office.run('purge', 'plan', number, '--kept')).out).toContain('复制件')
    await office.done('copy', 'account', 'P1', '--returned', '--remark', '复印底稿收回核销')
    const words = ['收费单据', '磨损', '颌骨影像', '复诊方案', '治疗底稿', '收回核销']
    expect(bytesLeft(office, words)).toEqual(words)
    await approved(office)
    await office.done('purge', 'execute', 'D1', ...confirmed)
    expect(bytesLeft(office, words)).toEqual([])
  })

  test('the number goes into the register beside the file, and from there to backups', async () => {
    const office = await officeWithPast()
    await approved(office)
    await office.done('purge', 'execute', 'D1', ...confirmed)
    const [line = ''] = readFileSync(`${office.file}.purged`, 'utf8').split('\n')
    const [disposal, seq, hash, number] = line.split('\t')
    expect([disposal, number]).toEqual(['D1', 'RG2010-0001'])
    const entry = office.look((store) =>
      store.prepare('SELECT action, lower(hex(hash)) AS hash FROM journal WHERE seq = ?').get(seq),
    )
    expect(entry).toEqual({ action: 'purge.destroy', hash })
    await office.done('backup', join(office.room, 'b'))
    expect(readFileSync(join(office.room, 'b', 'archive.db.purged'), 'utf8')).toBe(`${line}\n`)
  })

  test('what another archive holds, too, is there and counted', async () => {
    const office = await officeWithPast()
    await office.done('update', 'RG2024-0001', '--set', 'address=杭州市西湖区龙井路二号', ...late)
    await approved(office)
    const done = await office.done('purge', 'execute', 'D1', ...confirmed)
    expect(done.search.shared).toEqual([{ holders: 1 }])
  })

  test('a merged archive goes with all its former numbers', async () => {
    const office = await officeIn()
    office.hire({ name: '王芳', post: '部门经理', clearance: 'topSecret' })
    office.hire({ name: '赵敏', post: '总经理', clearance: 'topSecret' })
    await add(office, '欧阳震华', '2010-03-01', '--phone', '13912345678')
    await add(office, '欧阳锋甲乙', '2010-03-02', '--address', '白驼山庄西侧院落')
    await office
      .done('merge', 'RG2010-0002', '--into', 'RG2010-0001', '--reason', '同一客户')
      .catch(() => office.done('merge', 'RG2010-0002', 'RG2010-0001', '--reason', '同一客户'))
    await approved(office)
    await office.done(
      'purge',
      'execute',
      'D1',
      '--by',
      '李娜',
      '--witness',
      '王芳',
      '--confirm',
      'D1',
    )
    const bytes = readFileSync(office.file)
    const left = ['欧阳震华', '欧阳锋甲乙', '白驼山庄'].filter((it) => bytes.includes(it))
    expect(left).toEqual([])
    const register = readFileSync(`${office.file}.purged`, 'utf8')
    expect(register).toContain('RG2010-0001')
    expect(register).toContain('RG2010-0002')
  })

  test('an act that stands in the way when it is executed stops it, though it was approved', async () => {
    const office = await officeWithPast()
    await approved(office)
    await office.done('hold', 'RG2010-0001', '--reason', '又起诉', '--authority', '法院')
    const ran = await office.run('purge', 'execute', 'D1', ...confirmed, '--json')
    expect(ran.status).toBe(3)
    expect(ran.error).toMatchObject({ code: 'disposal.kept' })
    expect(ran.error.facts.kept[0].because.map((it: { code: string }) => it.code)).toContain('hold')
    expect((await office.done('show', 'RG2010-0001')).name).toBe('欧阳震华')
  })

  test.each<[string, readonly string[], number, string]>([
    ['the number typed wrong', [...people, '--confirm', 'D2'], 2, 'disposal.unconfirmed'],
    ['no number typed, whatever --yes says', [...people, '--yes'], 2, 'usage.missing'],
    [
      'one person as both',
      ['--by', '李娜', '--witness', '李娜', '--confirm', 'D1'],
      3,
      'disposal.same-person',
    ],
    [
      'an outsider without a paper',
      ['--by', '李娜', '--witness', '周强', '--witness-unit', '律所', '--confirm', 'D1'],
      2,
      'disposal.unattested',
    ],
    [
      'paper sold as waste',
      ['--by', '李娜', '--witness', '王芳', '--confirm', 'D1', '--method', '卖废纸'],
      3,
      'disposal.sold',
    ],
  ])('is refused with %s, and nothing is gone', async (_title, words, status, code) => {
    const office = await officeWithPast()
    await approved(office)
    const ran = await office.run('purge', 'execute', 'D1', ...words, '--json')
    expect(ran.error.code).toBe(code)
    expect(ran.status).toBe(status)
    expect((await office.done('purge', 'show', 'D1')).status).toBe('approved')
  })

  test('is not proposed with a reason that names the customer, without appraisal, or of what is kept', async () => {
    const office = await officeWithPast()
    const propose = async (...words: readonly string[]) =>
      (await office.run('purge', 'propose', ...words, '--json')).error.code
    expect(await propose('RG2010-0001', '--reason', '欧阳震华到期', '--appraisal', '无')).toBe(
      'disposal.names-customer',
    )
    expect(await propose('RG2010-0001', '--reason', '到期')).toBe('disposal.appraisal')
    expect(await propose('RG2010-0001', 'RG2024-0001', ...appraised)).toBe('disposal.kept')
    expect(await office.done('purge', 'list', '--all')).toEqual([])
  })

  test('while another process reads the file as it was, it is pending, said so, and goes on later', async () => {
    const office = await officeWithPast(300)
    await approved(office)
    const reader = beside(
      `const db = new Database(${JSON.stringify(office.file)}, { readonly: true });
       db.exec('BEGIN'); db.prepare('SELECT count(*) FROM archive').get();
       console.log('reading'); process.stdin.once('data', () => { db.close(); process.exit() })`,
    )
    await reader.ready
    const ran = await office.run('purge', 'execute', 'D1', ...confirmed, '--json')
    expect(ran.status).toBe(6)
    expect(ran.error.code).toBe('disposal.pending')
    const note = await office.run('hold', 'RG2024-0001', '--reason', '诉讼', '--authority', '法院')
    expect(note.err).toContain('dangan purge execute D1')
    const gone = new Promise((done) => reader.process.once('exit', done))
    reader.process.stdin?.write('go\n')
    await gone
    expect(await office.done('purge', 'execute', 'D1')).toMatchObject({ status: 'executed' })
    expect(bytesLeft(office)).toEqual([])
  })

  test('of an encrypted file it does not claim to have searched the bytes', async () => {
    const office = await officeIn({
      env: { DANGAN_KEY: '一把很长的钥匙' },
      init: ['--encrypt'],
    })
    office.account = 'lina'
    await office.done('staff', 'add', '王芳', '--post', '部门经理')
    await office.done('staff', 'add', '赵敏', '--post', '总经理')
    await add(office, '欧阳震华', '2010-03-01', '--phone', '13912345678')
    await approved(office)
    const done = await office.done('purge', 'execute', 'D1', ...confirmed)
    expect(done).toMatchObject({ status: 'executed', search: { archives: 0, values: 0 } })
    expect(await office.done('find', '欧阳')).toEqual([])
    expect(await office.done('log', 'verify')).toMatchObject({ ok: true })
  })

  test('a dry run destroys nothing', async () => {
    const office = await officeWithPast()
    await approved(office)
    const ran = await office.run('purge', 'execute', 'D1', ...confirmed, '--dry-run')
    expect(ran.status).toBe(0)
    expect((await office.done('purge', 'show', 'D1')).status).toBe('approved')
    expect(existsSync(`${office.file}.purged`)).toBe(false)
  })

  test('the certificate has every column, who approved, and the head of the journal', async () => {
    const office = await officeWithPast()
    await approved(office)
    const early = await office.run('purge', 'certificate', 'D1', '--json')
    expect(early.error.code).toBe('disposal.status')
    await office.done('purge', 'execute', 'D1', ...confirmed, '--place', '公司院内')
    const told = await office.done('purge', 'certificate', 'D1')
    expect(told.journalHead).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(told.items[0])).toEqual([
      ...['type', 'position', 'title', 'number', 'materials', 'reason', 'executedOn', 'place'],
      ...['secrecy', 'copies', 'pages', 'approvedBy', 'executor', 'witness'],
    ])
    expect(told.items[0]).toMatchObject({
      number: 'RG2010-0001',
      materials: 1,
      approvedBy: ['王芳', '赵敏'],
      place: '公司院内',
    })
    const page = join(office.room, 'certificate.html')
    expect((await office.run('purge', 'certificate', 'D1', '-o', page)).status).toBe(0)
    const html = readFileSync(page, 'utf8')
    for (const word of ['档案销毁清册', 'RG2010-0001', '粉碎', '王芳', '公司院内'])
      expect(html).toContain(word)
  })

  test('plan tells what may go and what is kept, as other programs rely on', async () => {
    const office = await officeWithPast()
    const told = await office.done('purge', 'plan')
    expect(told).toMatchObject({ disposal: null, status: 'draft' })
    expect(told.items.map((it: { number: string }) => it.number)).toEqual(['RG2010-0001'])
    expect(told.kept.map((it: { number: string }) => it.number)).toEqual(['RG2024-0001'])
    expect(Object.keys(told.items[0])).toEqual(['number', 'retainUntil', 'because'])
  })
})

test('a value is found across the windows of a file, at its start and at its very end', () => {
  const room = newRoom()
  const path = join(room, 'raw')
  const filler = Buffer.alloc(4 * 1024 * 1024 - 3, 'x')
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from('开头的值'),
      filler,
      Buffer.from('当中的值尾巴'),
      filler,
      Buffer.from('最后的值'),
    ]),
  )
  const needles = ['开头的值', '当中的值', '最后的值', '没有的值'].map((it) => Buffer.from(it))
  expect([...searchRaw([path, `${path}-none`], needles)].toSorted()).toEqual([0, 1, 2])
})
