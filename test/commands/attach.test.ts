import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { isInFile } from '../support/lists.ts'
import { modeOf } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰')
  await office.done('add', '--type', '个人', '--name', '李四')
})

/** A file in the office's room. */
function fileOf(name: string, content: string | Uint8Array = name): string {
  const path = join(office.room, name)
  writeFileSync(path, content)
  return path
}

const attach = (...words: string[]) => office.done('attach', ...words)
const list = (number = '0001') => office.done('attach', '--list', number)

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return `${status} ${error?.code}`
}

const count = (table: string): number =>
  office.look(
    (store) => store.prepare(`SELECT count(*) FROM ${table}`).raw(true).get() as [number],
  )[0]

describe('a paper', () => {
  test('is entered with all that is said of it', async () => {
    const words = ['--title', '营业执照', '--kind', '资质证照', '--form', '复印件', '--pages', '2']
    const more = ['--copies', '3', '--on', '2025年3月1日', '--place', '保险柜', '--keeper', '王芳']
    const rest = ['--from', '客服部', '--annex', '--order', '4', '--part', '客户资料']
    expect(await attach('0001', ...words, ...more, ...rest)).toEqual({
      material: 1,
      number: 'RG2026-0001',
      title: '营业执照',
      kind: 'certificate',
      documentNumber: null,
      part: '客户资料',
      order: 4,
      pages: 2,
      copies: 3,
      form: 'copy',
      counterpart: null,
      medium: 'paper',
      on: '2025-03-01',
      secrecy: null,
      place: '保险柜',
      keeper: '王芳',
      from: '客服部',
      annex: true,
      digitised: false,
      seals: [],
      file: null,
      recordedOn: '2026-11-20',
    })
  })

  test('without a title is a usage error that names the option', async () => {
    expect(await refused('attach', '0001')).toBe('2 usage.missing')
  })

  test('is digitised once there is a scan of it, as its own file or as its counterpart', async () => {
    await attach('0001', '--title', '合同')
    await attach('0001', '--title', '收据')
    const scan = await attach('0001', fileOf('合同.pdf'), '--counterpart', '1')
    expect([scan.form, scan.medium, scan.counterpart]).toEqual(['scan', 'electronic', 1])
    await attach('--update', '0001/2', fileOf('收据.pdf'))
    expect((await list()).map(({ digitised }: { digitised: unknown }) => digitised)).toEqual([
      true,
      true,
      null,
    ])
  })

  test('cannot be the copy of one that is not there', async () => {
    expect(await refused('attach', '0001', '--title', 'x', '--counterpart', '9')).toBe(
      '4 material.missing',
    )
    expect(count('material')).toBe(0)
  })
})

describe('a contract', () => {
  test('is numbered within its archive, and no number comes twice (S003-15.4-12)', async () => {
    const numberOf = async (number: string) =>
      (await attach(number, '--title', '合同', '--kind', 'contract')).documentNumber
    expect(await numberOf('0001')).toBe('RG2026-0001-HT01')
    expect(await numberOf('0001')).toBe('RG2026-0001-HT02')
    expect(await numberOf('0002')).toBe('RG2026-0002-HT01')
    await attach('--remove', '0001/2', '--reason', '误附')
    expect(await numberOf('0001')).toBe('RG2026-0001-HT03')
    expect((await list()).map(({ material }: { material: number }) => material)).toEqual([1, 3])
  })

  test('keeps a number of its own that was said', async () => {
    const words = ['--title', '合同', '--kind', '合同', '--document-number', '鸿借字第001号']
    expect((await attach('0001', ...words)).documentNumber).toBe('鸿借字第001号')
  })
})

describe('a file', () => {
  test('comes back byte for byte, under its own name, 0600', async () => {
    const bytes = randomBytes(700_000)
    const attached = await attach('0001', fileOf('采购合同.pdf', bytes))
    expect(attached.file).toMatchObject({
      name: '采购合同.pdf',
      type: 'application/pdf',
      bytes: 700_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sound: null,
    })
    const folder = join(office.room, 'out')
    const { path } = await attach('--get', '0001/1', '-o', `${folder}/`)
    expect(path).toBe(join(folder, '采购合同.pdf'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(modeOf(path)).toBe(0o600)
  })

  test('of the same content is kept once in an archive, and once more in another', async () => {
    const content = '同一内容'
    const [one, other] = [fileOf('一.pdf', content), fileOf('二.pdf', content)]
    await attach('0001', one, other)
    expect([count('material'), count('file'), count('file_chunk')]).toEqual([2, 1, 1])
    await attach('0002', one)
    expect([count('material'), count('file')]).toEqual([3, 2])
  })

  test('is not attached twice under one name; a second run changes nothing', async () => {
    const path = fileOf('合同.pdf')
    await attach('0001', path)
    const before = office.meddle(everythingIn)
    const again = await office.run('attach', '0001', path)
    expect([again.status, again.out]).toEqual([0, expect.stringContaining('未重复附入')])
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('is read whole before anything is entered: of several, all go in or none', async () => {
    const good = fileOf('好.pdf')
    expect(await refused('attach', '0001', good, join(office.room, '无.pdf'))).toBe(
      '4 input.missing',
    )
    expect([count('material'), count('file'), count('journal')]).toEqual([0, 0, 3])
  })

  test('large enough to be written in stretches is the same as a small one', async () => {
    const bytes = randomBytes(20 * 1024 * 1024 + 17)
    await attach('0001', fileOf('大.bin', bytes), fileOf('大2.bin', bytes))
    expect([count('material'), count('file'), count('file_chunk')]).toEqual([2, 1, 81])
    const { path } = await attach('--get', '0001/2', '-o', join(office.room, 'back.bin'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const unregistered = office.look((store) =>
      store.prepare('SELECT count(*) FROM file WHERE registered_at IS NULL').raw(true).get(),
    )
    expect(unregistered).toEqual([0])
  })

  test('is not overwritten when there is one already', async () => {
    await attach('0001', fileOf('合同.pdf'))
    expect(await refused('attach', '--update', '0001/1', fileOf('新.pdf'))).toBe(
      '3 material.has-file',
    )
  })
})

describe('a dry run', () => {
  test('shows the material with its hash, and leaves every byte as it was', async () => {
    const path = fileOf('合同.pdf', randomBytes(9_000_000))
    const before = readFileSync(office.file)
    const { file } = await attach('0001', path, '--dry-run')
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect(readFileSync(office.file).equals(before)).toBe(true)
  })

  test('of an update, a removal or a verification changes nothing', async () => {
    await attach('0001', fileOf('合同.pdf'))
    const before = office.meddle(everythingIn)
    await attach('--update', '0001/1', '--title', '新', '--dry-run')
    await attach('--remove', '0001/1', '--reason', 'x', '--dry-run')
    await attach('--verify', '--dry-run')
    await attach('--get', '0001/1', '-o', join(office.room, 'no.pdf'), '--dry-run')
    expect(office.meddle(everythingIn)).toEqual(before)
    expect(existsSync(join(office.room, 'no.pdf'))).toBe(false)
  })
})

describe('getting a file', () => {
  const target = () => join(office.room, 'target.pdf')
  beforeEach(() => attach('0001', fileOf('合同.pdf', 'content')))
  const get = (...words: string[]) => refused('attach', '--get', '0001/1', '-o', target(), ...words)

  test('overwrites nothing without being told', async () => {
    writeFileSync(target(), 'mine')
    expect(await get()).toBe('3 file.target-exists')
    expect(readFileSync(target(), 'utf8')).toBe('mine')
    expect(await get('--yes')).toBe('0 undefined')
    expect(readFileSync(target(), 'utf8')).toBe('content')
  })

  test.each(['somewhere', 'nowhere'])('follows no link that leads %s', async (where) => {
    writeFileSync(join(office.room, 'somewhere'), 'mine')
    symlinkSync(join(office.room, where), target())
    expect(await get()).toBe('3 file.target-exists')
    expect(await get('--yes')).toBe('0 undefined')
    expect(readFileSync(join(office.room, 'somewhere'), 'utf8')).toBe('mine')
    expect(existsSync(join(office.room, 'nowhere'))).toBe(false)
    expect(lstatSync(target()).isSymbolicLink()).toBe(false)
  })

  test('never writes over the archive file itself', async () => {
    expect(await refused('attach', '--get', '0001/1', '-o', office.file, '--yes')).toBe(
      '3 file.target-exists',
    )
  })

  test('leaves nothing where the folder is not there, or cannot be one', async () => {
    const into = (path: string) => refused('attach', '--get', '0001/1', '-o', path)
    expect(await into(join(office.room, 'none', 'x.pdf'))).toBe('4 file.no-folder')
    expect(await into('')).toBe('2 usage.missing')
    expect(await into(join(fileOf('plain'), 'x.pdf'))).toBe('2 file.not-a-folder')
    expect(await into(`${fileOf('plain')}/`)).toBe('2 file.not-a-folder')
  })

  test('keeps every name within the folder, and two of one name apart', async () => {
    office.meddle((store) =>
      store.script(`UPDATE material SET file_name = '../../合同' || char(10) || '.pdf'`),
    )
    await attach('0001', fileOf('合同.txt', 'other'))
    office.meddle((store) =>
      store.script(`UPDATE material SET file_name = '../../合同' || char(10) || '.pdf'`),
    )
    const folder = join(office.room, 'out')
    await attach('--get', '0001', '-o', folder)
    expect(readdirSync(folder).toSorted()).toEqual(['.._.._合同_ (2).pdf', '.._.._合同_.pdf'])
  })

  test('to stdout gives its bytes alone, one file at a time', async () => {
    const out = await office.run('attach', '--get', '0001/1', '-o', '-')
    expect(out).toMatchObject({ status: 0, out: 'content', err: '' })
    expect(readdirSync(office.room)).not.toContain('-')
    await attach('0001', fileOf('其他.txt', 'other'))
    expect(await refused('attach', '--get', '0001', '-o', '-')).toBe('2 usage.missing')
    expect(await refused('attach', '--get', '0001/1', '0001/2', '-o', '-')).toBe('2 usage.missing')
    const tried = await office.run('attach', '--get', '0001/1', '-o', '-', '--dry-run')
    expect(tried).toMatchObject({ status: 0, out: '' })
  })

  test('to stdout gives nothing of a file that is damaged', async () => {
    office.meddle((store) => store.script(`UPDATE file_chunk SET content = x'74616d7065726564'`))
    const out = await office.run('attach', '--get', '0001/1', '-o', '-')
    expect(out).toMatchObject({ status: 7, out: '' })
  })

  test('of paper, or of what is not there, says so', async () => {
    await attach('0001', '--title', '纸')
    expect(await refused('attach', '--get', '0001/2')).toBe('4 material.no-file')
    expect(await refused('attach', '--get', '0001/9')).toBe('4 material.missing')
    expect(await refused('attach', '--get', '0001/x')).toBe('4 material.missing')
    expect(await refused('attach', '--get', '0009/1')).toBe('4 archive.missing')
  })
})

describe('a material of a level of its own', () => {
  beforeEach(async () => {
    await attach('0001', fileOf('密件.pdf'), '--secrecy', '机密', '--title', '并购意向书')
    await attach('0001', '--title', '公开信')
    office.hire({ name: '王芳', osAccount: 'wangfang', clearance: 'secret' })
  })
  const asWang = async (...words: string[]) => {
    office.account = 'wangfang'
    const ran = await office.run(...words, '--json')
    office.account = 'lina'
    return ran
  }

  test('is not listed, shown, found, got, changed or removed by whoever is not cleared', async () => {
    expect((await asWang('attach', '--list', '0001')).json).toHaveLength(1)
    expect((await asWang('show', '0001')).json.materials).toHaveLength(1)
    expect((await asWang('find', '并购意向书')).json).toEqual([])
    expect((await asWang('find', '公开信')).json).toHaveLength(1)
    expect((await asWang('list', '并购意向书')).json).toEqual([])
    const codes = []
    for (const words of [
      ['--get', '0001/1'],
      ['--update', '0001/1', '--title', 'x'],
      ['--remove', '0001/1', '--reason', 'x'],
    ])
      codes.push((await asWang('attach', ...words)).error.code)
    expect(codes).toEqual(Array(3).fill('person.not-cleared'))
    expect((await asWang('attach', '--get', '0001')).json).toEqual([])
    expect((await asWang('attach', '--verify')).json.checked).toBe(0)
  })

  test('stands in the history as a number only', async () => {
    const history = await asWang('show', '0001', '--history')
    expect(history.out).not.toContain('并购')
    expect(history.out).not.toContain('密件')
    expect(history.out).toContain('公开信')
    expect((await office.run('show', '0001', '--history', '--json')).out).toContain('并购意向书')
  })

  test('cannot be entered above the clearance of whoever enters it', async () => {
    const ran = await asWang('attach', '0001', '--title', 'x', '--secrecy', '绝密')
    expect([ran.status, ran.error.code]).toEqual([5, 'person.not-cleared'])
  })

  test('is journaled when its file is taken out (SPEC 15.3)', async () => {
    const before = count('journal')
    await attach('--get', '0001/1', '-o', join(office.room, 'x.pdf'))
    expect(count('journal')).toBe(before + 1)
  })
})

describe('an update', () => {
  test('says what changed, in the journal too, and what is found follows', async () => {
    await attach('0001', '--title', '合同', '--pages', '12')
    const words = ['--title', '补充协议', '--pages', '13', '--kind', '合同', '--reason', '更正']
    const updated = await attach('--update', '0001/1', ...words)
    expect(updated).toMatchObject({
      title: '补充协议',
      pages: 13,
      documentNumber: 'RG2026-0001-HT01',
    })
    const [, , event] = await office.done('show', '0001', '--history')
    expect(event).toMatchObject({
      action: 'material.update',
      detail: {
        reason: '更正',
        materials: [
          { before: { title: '合同', pages: 12 }, after: { title: '补充协议', pages: 13 } },
        ],
      },
    })
    expect(await office.done('find', '补充协议')).toMatchObject([{ matchedBy: 'material' }])
    expect(await office.done('find', '合同')).toEqual([])
  })

  test('that changes nothing enters nothing', async () => {
    await attach('0001', '--title', '合同')
    const before = count('journal')
    await attach('--update', '0001/1', '--title', '合同')
    expect(count('journal')).toBe(before)
  })
})

describe('a removal', () => {
  test('needs a reason, and leaves no byte of the file', async () => {
    const secret = 'a secret of thirty-two characters'
    await attach('0001', fileOf('合同.pdf', secret), '--title', '误附之件')
    expect(isInFile(office, secret)).toBe(true)
    expect(await refused('attach', '--remove', '0001/1')).toBe('2 usage.missing')
    await attach('--remove', '0001/1', '--reason', '误附')
    expect([count('material'), count('file'), count('file_chunk')]).toEqual([0, 0, 0])
    expect(isInFile(office, secret)).toBe(false)
    expect(await office.done('find', '误附之件')).toEqual([])
    expect(office.meddle(everythingIn)['material_terms']).toEqual([])
  })

  test('keeps the bytes as long as another material has them', async () => {
    await attach('0001', fileOf('一.pdf', 'same'), fileOf('二.pdf', 'same'))
    await attach('--remove', '0001/1', '--reason', '误附')
    expect(count('file')).toBe(1)
    await attach('--get', '0001/2', '-o', join(office.room, 'out.pdf'))
  })
})

describe('a folder', () => {
  const into = (name: string, content = name) => {
    mkdirSync(join(office.room, 'scans', '..', 'scans'), { recursive: true })
    return fileOf(join('scans', name), content)
  }
  const folder = () => join(office.room, 'scans')

  test('goes into the archive that was named, as a whole and only once', async () => {
    for (const page of [1, 2, 10]) into(`第${page}页.png`)
    const first = await attach('0001', folder(), '--kind', '合同')
    expect(first).toMatchObject({ attached: 3, unchanged: 0, rejected: 0, archives: 1 })
    expect((await list()).map(({ title }: { title: string }) => title)).toEqual([
      '第1页',
      '第2页',
      '第10页',
    ])
    expect(await attach('0001', folder())).toMatchObject({ attached: 0, unchanged: 3 })
    const { json } = await office.run('log', '--json')
    expect(
      json.filter(({ action }: { action: string }) => action === 'material.attach'),
    ).toHaveLength(1)
  })

  test('of files named by archives goes to each of them; what names none is listed, status 8', async () => {
    into('RG2026-0001-合同.pdf')
    into('rg20260002_收据.jpg')
    into('杂件.txt')
    mkdirSync(join(folder(), 'RG2026-0002'))
    into(join('RG2026-0002', '发票.pdf'))
    const ran = await office.run('attach', folder(), '--json')
    expect([ran.status, ran.json.attached, ran.json.archives]).toEqual([8, 3, 2])
    expect(ran.json.errors).toMatchObject([{ code: 'folder.unknown' }])
    expect((await list('0002')).map(({ title }: { title: string }) => title)).toEqual([
      '收据',
      '发票',
    ])
  })

  test('behind a pattern and a number gives only what says that number', async () => {
    into('RG2026-0001-合同.pdf')
    into('RG2026-0002-合同.pdf')
    into('合同.pdf')
    const words = ['0001', folder(), '--match', '{number}-*']
    expect(await attach(...words)).toMatchObject({ attached: 1, rejected: 0 })
    expect(await refused('attach', folder(), '--match', '*')).toBe('2 match.bad')
    expect(await refused('attach', folder(), '--match', 'x{number}')).toBe('4 match.nothing')
  })

  test('is shown as a plan under --dry-run', async () => {
    into('RG2026-0001-合同.pdf')
    const plan = await attach(folder(), '--dry-run')
    expect(plan).toMatchObject([{ number: 'RG2026-0001', name: '张三丰', title: '合同' }])
    expect(count('material')).toBe(0)
  })

  test('passes by empty files and links, and archives that are closed', async () => {
    into('RG2026-0001-a.pdf', '')
    into('RG2026-0002-b.pdf')
    symlinkSync('/etc/passwd', join(folder(), 'RG2026-0001-link'))
    await office.done('update', '0002', '--close', '--on', '2026-11-20', '--reason', '结束')
    const ran = await office.run('attach', folder(), '--json')
    expect([ran.status, ran.json.attached]).toEqual([8, 0])
    into('RG2026-0001-c.pdf')
    const { json } = await office.run('attach', folder(), '--json')
    expect(json.errors.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'folder.link',
      'input.empty',
      'status.wrong',
    ])
  })
})

describe('what hangs on materials', () => {
  test('an archive that has ever held one is not made void, nor taken back with its import', async () => {
    await attach('0001', '--title', '合同')
    expect(await refused('update', '0001', '--void', '--reason', 'x')).toBe('3 void.used')
    await attach('--remove', '0001/1', '--reason', '误附')
    expect(await refused('update', '0001', '--void', '--reason', 'x')).toBe('3 void.used')
    const csv = fileOf('list.csv', '客户名称,客户类型\n王五,个人\n')
    const { firstNumber } = await office.done('import', csv)
    await attach(firstNumber, '--title', '合同')
    const undone = await office.done('import', 'undo', 'B1', '--yes')
    expect(undone.kept).toEqual([{ number: firstNumber, because: 'materials' }])
  })

  test('a merge takes them along, and its undoing gives them back as they were', async () => {
    await attach('0001', fileOf('一.pdf', 'same'))
    await attach('0002', fileOf('二.pdf', 'same'), '--kind', '合同')
    await attach('0002', '--title', '附页', '--counterpart', '1')
    const before = office.meddle(everythingIn)
    await office.done('merge', '0002', '--into', '0001')
    expect(await list()).toMatchObject([
      { material: 1, title: '一' },
      { material: 2, title: '二', documentNumber: 'RG2026-0002-HT01', fromNumber: 'RG2026-0002' },
      { material: 3, title: '附页', counterpart: 2, fromNumber: 'RG2026-0002' },
    ])
    await office.done('merge', '--undo', 'RG2026-0002')
    const after = office.meddle(everythingIn)
    for (const table of ['material', 'file', 'file_chunk', 'material_terms'])
      expect([table, after[table]]).toEqual([table, before[table]])
    expect((await attach('0002', '--title', '新')).material).toBe(3)
  })

  test('a merge is not undone once something that came over was changed, or hangs on it', async () => {
    await attach('0002', fileOf('二.pdf', 'same'))
    await office.done('merge', '0002', '--into', '0001')
    await attach('0001', fileOf('三.pdf', 'same'))
    expect(await refused('merge', '--undo', 'RG2026-0002')).toBe('3 merge.undo-blocked')
    await attach('--remove', '0001/2', '--reason', '误附')
    await attach('--update', '0001/1', '--title', '改')
    expect(await refused('merge', '--undo', 'RG2026-0002')).toBe('3 merge.undo-blocked')
    await attach('--update', '0001/1', '--title', '二')
    await office.done('merge', '--undo', 'RG2026-0002')
  })

  test('nothing goes into an archive that is closed, nor before its last act', async () => {
    office.today = '2026-11-25'
    await attach('0001', '--title', '合同')
    expect(await refused('attach', '0001', '--title', 'x', '--date', '2026-11-20')).toBe(
      '3 date.before-last-act',
    )
    await office.done('update', '0001', '--close', '--reason', '结束')
    expect(await refused('attach', '0001', '--title', 'x')).toBe('3 status.wrong')
    expect(await refused('attach', '--remove', '0001/1', '--reason', 'x')).toBe('3 status.wrong')
    expect(await list()).toHaveLength(1)
  })

  test('only one thing is done at a time', async () => {
    expect(await refused('attach', '--list', '--verify', '0001')).toBe('2 usage.together')
    expect(await refused('attach', '0001', 'x.pdf', '-o', 'y')).toBe('2 usage.together')
    expect(await refused('attach', '0001', 'a', 'b', '--title', 'x')).toBe('2 usage.together')
    expect(await refused('attach', '0001', 'a', '--match', '{number}')).toBe('2 usage.missing')
  })

  test('an office whose policy is silent attaches without kinds', async () => {
    office.meddle((store) =>
      store.script(`UPDATE policy_version SET policy = json_remove(policy, '$.materials')`),
    )
    expect(await refused('attach', '0001', '--title', 'x', '--kind', '合同')).toBe(
      '3 policy.silent',
    )
    expect((await attach('0001', '--title', 'x')).kind).toBeNull()
  })
})

test('a verification compares every file with its hash, notes when, and ends with 7 where one is damaged', async () => {
  await attach('0001', fileOf('一.pdf', 'first'), fileOf('二.pdf', 'second'))
  expect(await attach('--verify')).toMatchObject({ checked: 2, damaged: [], ok: true })
  expect((await list())[0].file).toMatchObject({ sound: true, verifiedAt: expect.any(String) })
  office.meddle((store) =>
    store.script(
      `UPDATE file_chunk SET content = CAST('sEcond' AS BLOB) WHERE content = CAST('second' AS BLOB)`,
    ),
  )
  const ran = await office.run('attach', '--verify', '--json')
  expect([ran.status, ran.json.damaged]).toEqual([
    7,
    [{ number: 'RG2026-0001', material: 2, title: '二', because: 'hash' }],
  ])
  expect((await office.run('attach', '--verify', '0002', '--json')).status).toBe(0)
  expect(await refused('attach', '--get', '0001/2', '-o', join(office.room, 'x'))).toBe(
    '7 material.damaged',
  )
  expect(readdirSync(office.room).filter((name) => name.startsWith('x'))).toEqual([])
  office.meddle((store) => store.script('DELETE FROM file_chunk'))
  expect((await office.run('attach', '--verify', '--json')).json.damaged).toMatchObject([
    { because: 'length' },
    { because: 'length' },
  ])
  // a sound copy may be attached beside the damaged one, whatever the register says of their hash
  const mended = await attach('0001', fileOf('二.pdf', 'second'))
  expect([mended.material, mended.file.sound]).toEqual([3, null])
})
