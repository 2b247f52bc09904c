import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { modeOf } from '../support/files.ts'
import { imported, isInFile, listOf } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  const contact = ['--contact', '李四,儿子,13700137000']
  await office.done(
    'add',
    '--type',
    '个人',
    '--name',
    '张三丰',
    '--phone',
    '13800138000',
    ...contact,
  )
  await office.done('add', '--type', '个人', '--name', '李四光')
})

const path = (name: string) => join(office.room, name)
const read = (name: string) => readFileSync(path(name), 'utf8')
const card = (...words: string[]) => office.done('form', 'card', ...words)
/** Marks the card of 0001 as printed; its page is thrown away. */
let page = 0
const mark = (...words: string[]) =>
  card('0001', '--mark', '-o', path(`mark-${(page += 1)}.html`), ...words)
const show = (number = '0001') => office.done('show', number)
const update = (...words: string[]) => office.done('update', ...words)
const journal = () =>
  office.look((store) =>
    store.prepare('SELECT action, object FROM journal ORDER BY seq').raw().all(),
  )

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return `${status} ${error?.code}`
}

describe('a card', () => {
  test('is a page by itself that says what the archive says, 0600, and its printing is entered', async () => {
    const printed = await card('0001', '-o', path('card.html'))
    expect(printed).toEqual({
      form: 'card',
      numbers: ['RG2026-0001'],
      versions: [1],
      path: path('card.html'),
      anchor: expect.stringMatching(/^4(-[0-9A-Z]{4}){4}$/),
      marked: false,
    })
    const html = read('card.html')
    for (const word of [
      '客户档案卡',
      'RG2026-0001',
      '张三丰',
      '13800138000',
      '李四',
      '儿子',
      '第 1 版',
    ])
      expect(html).toContain(word)
    expect(html).toContain(printed.anchor)
    expect(html).toContain('<html lang="zh-Hans">')
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script|<link|url\(/)
    expect(modeOf(path('card.html'))).toBe(0o600)
    expect(journal().at(-1)).toEqual(['form.print', 'RG2026-0001'])
  })

  test('of a hostile name is text and nothing else', async () => {
    const name = `<img src=x onerror=alert(1)>"'&\u202e王`
    await office.meddle((store) =>
      store.prepare('UPDATE archive SET name = ? WHERE id = 2').run(name),
    )
    await card('0002', '-o', path('card.html'))
    expect(read('card.html')).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;王')
  })

  test('speaks the language of the reader', async () => {
    await card('0001', '--lang', 'en', '-o', path('en.html'))
    await card('0001', '--lang', 'zh-Hant', '-o', path('hant.html'))
    expect(read('en.html')).toContain('Customer archive card')
    expect(read('en.html').replace(/张三丰|李四|李娜|儿子|font-family.*/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    )
    expect(read('hant.html')).toContain('客戶檔案卡')
  })

  test('withholds what is sensitive, unless it is revealed, which is entered', async () => {
    await update('0001', '--set', '过敏史=青霉素')
    await card('0001', '-o', path('one.html'))
    await card('0001', '--reveal', '-o', path('two.html'))
    expect(read('one.html')).not.toContain('青霉素')
    expect(read('one.html')).toContain('（不显示）')
    expect(read('two.html')).toContain('青霉素')
    const [{ detail }] = (await office.done('show', '0001', '--history')).slice(-1)
    expect(detail).toMatchObject({ form: 'card', revealed: true })
  })

  test('goes to stdout with -o -, and nothing else does', async () => {
    const { out, err } = await office.run('form', 'card', '0001', '-o', '-')
    expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect(err).toContain('dangan form card RG2026-0001 --mark')
  })

  test('of several is one page each, in one file', async () => {
    const { json } = await office.runWith(
      'RG2026-0001\n0002\n',
      'form',
      'card',
      '-',
      '-o',
      path('all.html'),
      '--json',
    )
    expect(json.numbers).toEqual(['RG2026-0001', 'RG2026-0002'])
    expect(read('all.html').match(/<section class="card">/g)).toHaveLength(2)
  })

  test('overwrites no file that somebody named, and never the archive file', async () => {
    writeFileSync(path('card.html'), 'mine')
    expect(await refused('form', 'card', '0001', '-o', path('card.html'))).toBe(
      '3 file.target-exists',
    )
    expect(read('card.html')).toBe('mine')
    expect(await refused('form', 'card', '0001', '--yes', '-o', office.file)).toBe(
      '3 file.target-exists',
    )
    await card('0001', '--yes', '-o', path('card.html'))
    expect(read('card.html')).toContain('张三丰')
  })

  test('that cannot be written is neither entered nor marked', async () => {
    const before = journal()
    mkdirSync(path('folder.html'))
    expect(
      await refused('form', 'card', '0001', '--mark', '--yes', '-o', path('folder.html')),
    ).toBe('1 file.disk')
    expect(await refused('form', 'card', '0001', '--mark', '-o', path('none/card.html'))).toBe(
      '4 file.no-folder',
    )
    expect(await refused('form', 'card', '0001', '--mark', '-o', '')).toBe('2 usage.missing')
    expect(journal()).toEqual(before)
    expect((await show()).card).toBeNull()
  })

  test('under --dry-run is nowhere', async () => {
    const before = journal()
    const { path: meant } = await card('0001', '--mark', '--dry-run', '-o', path('card.html'))
    expect(meant).toBe(path('card.html'))
    expect(existsSync(meant)).toBe(false)
    expect(journal()).toEqual(before)
    expect((await show()).card).toBeNull()
  })

  test('of what one may not read is refused', async () => {
    await office.done('classify', '0001', '--secrecy', '机密')
    office.hire({ name: '小王', clearance: 'none', osAccount: 'wang' })
    office.account = 'wang'
    expect(await refused('form', 'card', '0001', '-o', path('card.html'))).toBe(
      '5 person.not-cleared',
    )
    expect(existsSync(path('card.html'))).toBe(false)
  })
})

describe('the card on paper (S002-2.3-4)', () => {
  const behind = async () =>
    (await office.done('list', '--card', 'behind', '--fields', 'number')).map(
      ({ number }: { number: string }) => number,
    )

  test('is followed: what has changed since is told, and it is in the list of those behind', async () => {
    await mark()
    expect((await show()).card).toEqual({
      version: 1,
      current: 1,
      printedOn: '2026-11-20',
      by: '李娜',
      behind: false,
      changed: [],
    })
    await update('0001', '--phone', '13900139000', '--set', '性别=男')
    await update('0001', '--address', '上海')
    const { card: now, flags } = await show()
    expect(now).toMatchObject({ version: 1, current: 3, behind: true })
    expect([...now.changed].toSorted()).toEqual(['address', 'fields.sex', 'phone'])
    expect(flags).toContain('cardBehind')
    expect(await behind()).toEqual(['RG2026-0001'])
    const { out } = await office.run('show', '0001')
    expect(out).toMatch(/纸质档案卡 +第 1 版，2026-11-20 打印；现为第 3 版，已变更：/)
  })

  test('printed again is up to date', async () => {
    await mark()
    await update('0001', '--phone', '13900139000')
    await mark()
    expect((await show()).card).toMatchObject({ version: 2, behind: false })
    expect(await behind()).toEqual([])
  })

  test('is not behind for a move on the shelves, nor once all is as it was printed', async () => {
    await mark()
    await office.done('locate', '0001', '--to', '旧柜')
    expect((await show()).card.behind).toBe(false)
    await update('0001', '--phone', '13900139000')
    await update('0001', '--revert', '2')
    expect((await show()).card.behind).toBe(false)
  })

  test('is behind after an import, a merge and an undone import, too', async () => {
    await mark()
    await imported(office, listOf('档案编号,电话', 'RG2026-0001,13900139000'))
    expect(await behind()).toEqual(['RG2026-0001'])
    await office.done('import', 'undo', 'B1', '--yes')
    expect(await behind()).toEqual([])
    await office.done('merge', '0002', '--into', '0001', '--yes', '--reason', '同一人')
    await update('0001', '--name', '张君宝')
    expect(await behind()).toEqual(['RG2026-0001'])
  })

  test('of an archive that goes into another comes back with it', async () => {
    await card('0002', '--mark', '-o', path('two.html'))
    await office.done('merge', '0002', '--into', '0001', '--yes', '--reason', '同一人')
    expect((await show()).card).toBeNull()
    await office.done('merge', '--undo', 'RG2026-0002', '--yes', '--reason', '不是')
    expect((await show('0002')).card).toMatchObject({ version: 1, behind: false })
  })

  test('goes when its archive is made void, with every trace of the name', async () => {
    await office.done('add', '--type', '个人', '--name', '误建的人名')
    await card('0003', '--mark', '-o', path('three.html'))
    await update('0003', '--void', '--reason', '误建', '--yes')
    expect(office.look((store) => store.prepare('SELECT count(*) FROM card').pluck().get())).toBe(0)
    expect(isInFile(office, '误建的人名')).toBe(false)
  })

  test('that was never printed can be asked for, in any language', async () => {
    await mark()
    for (const word of ['未打印', 'none', '未列印'])
      expect(await office.done('list', '--card', word, '--fields', 'number')).toEqual([
        { number: 'RG2026-0002' },
      ])
    expect(await office.done('list', '--card', '一致,未打印')).toHaveLength(2)
    expect(await refused('list', '--card', '弯的')).toBe('8 value.bad')
    expect(await refused('list', '--card', '')).toBe('8 value.bad')
  })

  test('is not marked before the last act', async () => {
    expect(
      await refused('form', 'card', '0001', '--mark', '--date', '2026-11-18', '-o', path('x.html')),
    ).toBe('3 date.before-last-act')
  })
})

describe('the code at the foot (SPEC 8)', () => {
  const verify = async (code: string) => {
    const { status, json } = await office.run('log', 'verify', '--anchor', code, '--json')
    return [status, json.ok, json.anchor.ok]
  }

  test('proves the journal up to the printing, however much comes after', async () => {
    const { anchor } = await mark()
    await update('0001', '--phone', '13900139000')
    expect(await verify(anchor)).toEqual([0, true, true])
    expect(await verify(anchor.toLowerCase())).toEqual([0, true, true])
  })

  test('does not agree with a journal that was written anew, however sound that is', async () => {
    const { anchor } = await mark()
    const [, ...signs] = anchor.split('-')
    const other = await officeIn()
    await other.done('add', '--type', '个人', '--name', '别人')
    await other.done('add', '--type', '个人', '--name', '又一人')
    await other.done('add', '--type', '个人', '--name', '第三人')
    const forged = await other.run('log', 'verify', '--anchor', anchor, '--json')
    expect([forged.status, forged.json.ok, forged.json.firstBad, signs.length]).toEqual([
      7,
      false,
      null,
      4,
    ])
    const { out } = await other.run('log', 'verify', '--anchor', anchor)
    expect(out).toContain('与日志不符')
  })

  test('tells of an end that was cut off', async () => {
    const other = await officeIn()
    await mark()
    const { anchor } = await mark()
    const { status, out } = await other.run('log', 'verify', '--anchor', anchor)
    expect(status).toBe(7)
    expect(out).toContain('而日志只有 1 条')
  })

  test('copied wrongly is no forgery', async () => {
    expect(await refused('log', 'verify', '--anchor', '4-AAAA-AAAA-AAAA-AAAB')).toBe('2 anchor.bad')
  })
})

describe('labels', () => {
  test('say number, name and what the policy wants (S002-4.2-1, S002-3.3-1)', async () => {
    await office.done('classify', '0001', '--stage', '售前', '--secrecy', '机密')
    const printed = await office.done('form', 'label', '0001', '0002', '-o', path('labels.html'))
    expect(printed).toMatchObject({ form: 'label', labels: ['RG2026-0001', 'RG2026-0002'] })
    const html = read('labels.html')
    for (const word of ['RG2026-0001', '张三丰', '个人', '2026', '售前', '机密', '<svg'])
      expect(html).toContain(word)
    expect(html.match(/<div class="label">/g)).toHaveLength(2)
    expect(journal().at(-1)).toEqual(['form.print', ''])
  })

  test('of a box say what is in it: class, years, numbers, how many', async () => {
    await office.done('locate', 'add', 'B1', '--kind', '盒', '--label', '一号盒')
    await office.done('locate', '0001', '0002', '--to', 'B1')
    await office.done('form', 'label', '--place', 'b1', '-o', path('box.html'))
    const html = read('box.html')
    for (const word of ['B1', '一号盒', '档案盒', 'RG2026-0001 – RG2026-0002', '个人', '2026'])
      expect(html).toContain(word)
    expect(journal().at(-1)).toEqual(['form.print', 'place B1'])
    expect(await refused('form', 'label', '--place', 'B9', '-o', path('x.html'))).toBe(
      '4 place.missing',
    )
  })
})
