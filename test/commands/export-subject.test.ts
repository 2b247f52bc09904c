import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { zipContent, zipEntries } from '../../src/exchange/zip-read.ts'
import { browser, domOf, picture, sayIfNoBrowser, sheetsOf } from '../support/browser.ts'
import { modeOf } from '../support/files.ts'
import { isInFile } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

sayIfNoBrowser('the page of a customer’s own copy')

let office: TestOffice
const at = (name: string) => join(office.room, name)
const subject = (...words: string[]) =>
  office.run('export', '--subject', 'RG2026-0001', '--to', '张三丰', ...words, '--json')

beforeAll(async () => {
  office = await officeIn()
  const values = ['性别=男', '过敏史=青霉素', '身份证号=110101199003070038']
  await office.done(
    ...['add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000', '--secrecy', '秘密'],
    ...['--contact', '李四,妻子,13900139000', ...values.flatMap((it) => ['--set', it])],
  )
  const note = (kind: string, text: string, ...words: string[]) =>
    office.done('note', 'RG2026-0001', '--kind', kind, '--text', text, ...words)
  await note('沟通', '询问<script>document.title="hit"</script>义齿保养', '--set', '沟通渠道=电话')
  await note('偏好', '喜欢下午来')
  await note('竞争', '也去别家问过价', '--set', '竞争对手=别家')
  for (const name of ['合同.pdf', '密件.pdf']) writeFileSync(at(name), name.repeat(50))
  await office.done('attach', 'RG2026-0001', at('合同.pdf'), '--kind', '合同')
  await office.done('attach', 'RG2026-0001', at('密件.pdf'), '--secrecy', '秘密')
  await office.done('add', '--type', '个人', '--name', '绝密者', '--secrecy', '绝密')
})

test('a customer is given all that is theirs, and nothing of others or of the office', async () => {
  const ran = await subject('-o', at('copy.json'))
  expect(ran.status).toBe(0)
  expect(ran.json).toEqual({
    ...{ path: at('copy.json'), number: 'RG2026-0001', to: '张三丰' },
    withheld: { contacts: 1, entries: 1, materials: 1 },
  })
  const copy = JSON.parse(readFileSync(at('copy.json'), 'utf8'))
  expect(Object.keys(copy)).toEqual([
    ...['number', 'type', 'name', 'status', 'phone', 'email', 'address', 'industry', 'region'],
    ...['stage', 'openedOn', 'formedOn', 'closedOn', 'retainUntil', 'fields', 'contacts'],
    ...['entries', 'materials', 'disclosures', 'withheld', 'preparedOn', 'preparedBy'],
    'preparedFor',
  ])
  expect(copy.fields).toEqual({ sex: 'male', allergies: '青霉素', idCard: '110101199003070038' })
  expect(copy.entries.map(({ kind }: never) => kind).toSorted()).toEqual([
    'communication',
    'preference',
  ])
  expect(copy.materials).toMatchObject([{ title: '合同', file: { path: 'files/001-合同.pdf' } }])
  expect(JSON.stringify(copy)).not.toMatch(/李四|别家|密件/)
  expect(ran.err).toContain('请遮去')
  expect(modeOf(at('copy.json'))).toBe(0o600)
  expect((await subject()).out).toBe(readFileSync(at('copy.json'), 'utf8'))
})

test('who was given it is entered with the archive, and goes when the archive goes', async () => {
  await subject('-o', at('entered.json'))
  const [last] = office.look((store) =>
    store
      .prepare(
        `SELECT object, archive_id AS archive, detail FROM journal JOIN journal_detail USING (seq)
         WHERE action = 'archive.subjectCopy' ORDER BY seq DESC`,
      )
      .all(),
  ) as { object: string; archive: number; detail: string }[]
  expect(last).toMatchObject({ object: 'RG2026-0001', archive: 1 })
  expect(JSON.parse(last?.detail ?? '')).toMatchObject({ to: '张三丰', format: 'json', entries: 2 })
  const other = await officeIn()
  await other.done('add', '--type', '个人', '--name', '王小二')
  await other.done('export', '--subject', '0001', '--to', '受托人赵六先生', '-o', at('void.json'))
  expect(isInFile(other, '受托人赵六先生')).toBe(true)
  await other.done('update', '0001', '--void', '--reason', '建错', '--yes')
  const left = other.look((store) =>
    store.prepare(`SELECT count(*) FROM journal_detail WHERE detail LIKE '%赵六%'`).pluck().get(),
  )
  expect(left).toBe(0)
})

test('a package has the page, the same for programs, and the electronic materials', async () => {
  expect((await subject('-o', at('copy.zip'))).status).toBe(0)
  const bytes = readFileSync(at('copy.zip'))
  const entries = zipEntries(bytes, 100)
  expect(entries.map(({ name }) => name)).toEqual(['index.html', 'data.json', 'files/001-合同.pdf'])
  const [page, data, file] = entries.map((it) => zipContent(bytes, it, 1e6).toString())
  expect(page).toContain('客户个人信息副本')
  expect(JSON.parse(data ?? '').name).toBe('张三丰')
  expect(file).toBe('合同.pdf'.repeat(50))
})

test('it is given to somebody, of an archive that the operator may read, in a form that can be read', async () => {
  const run = (...words: string[]) => office.run('export', ...words, '--json')
  const codes = await Promise.all(
    [
      await run('--subject', '0001', '-o', at('a.json')),
      await run('--subject', '0001', '--to', 'x', '-o', at('a.docx')),
      await run('--subject', '9999', '--to', 'x'),
      await run('--subject', '0001', '--to', 'x', '--bag', at('b')),
      await run('张三丰', '--subject', '0001', '--to', 'x'),
      await run('--to', 'x'),
    ].map(({ status, error }) => `${status} ${error.code}`),
  )
  expect(codes).toEqual([
    ...['2 usage.missing', '2 export.format', '4 archive.missing', '2 usage.together'],
    ...['2 usage.together', '2 usage.missing'],
  ])
  office.hire({ name: '韩梅', osAccount: 'hanmei', clearance: 'secret' })
  office.account = 'hanmei'
  expect((await run('--subject', '0002', '--to', 'x')).status).toBe(5)
  office.account = 'lina'
  const tried = await subject('-o', at('tried.json'), '--dry-run')
  expect([tried.status, existsSync(at('tried.json'))]).toEqual([0, false])
})

test.skipIf(!browser)(
  'the page reads well in a browser, and nothing in it runs',
  { timeout: 120_000 },
  async () => {
    await subject('-o', at('copy.html'))
    const dom = domOf(at('copy.html'))
    expect(dom).toContain('<title>客户个人信息副本</title>')
    expect(dom).toContain('&lt;script&gt;')
    expect(sheetsOf(at('copy.html'))).toBe(1)
    picture(at('copy.html'), 'subject')
  },
)
