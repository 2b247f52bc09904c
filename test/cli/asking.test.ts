import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { newRoom, run } from '../support/program.ts'
import { inTerminal, type Terminal, type TerminalSetting } from '../support/terminal.ts'

const zh = { DANGAN_LANG: 'zh-Hans' }

let founded: string
beforeAll(() => {
  founded = newRoom()
  run(['init', '--name', '李娜', '--post', '档案管理员'], { room: founded, env: zh })
})

/** A room with an archive file under the denture policy, its operator 李娜; all are the same office. */
function office(): string {
  const room = newRoom()
  copyFileSync(join(founded, 'archive.db'), join(room, 'archive.db'))
  return room
}

const at = (room: string, words: readonly string[], setting: TerminalSetting = {}): Terminal =>
  inTerminal(words, { room, ...setting, env: { ...zh, ...setting.env } })

const archives = (room: string): readonly Record<string, unknown>[] =>
  JSON.parse(run(['list', '--json'], { room, env: zh }).stdout)

const bytes = (room: string): string => readFileSync(join(room, 'archive.db')).toString('base64')

async function answer(person: Terminal, question: string, typed: string): Promise<void> {
  await person.waitFor(question)
  person.type(typed)
  person.press('enter')
}

const moment = () => new Promise((go) => setTimeout(go, 200))

const text = (person: Terminal): string => person.transcript().join('\n')

describe('an archive opened question by question', () => {
  let room: string
  beforeAll(() => {
    room = office()
  })

  test('takes what an input method commits in the middle of a line', async () => {
    const person = at(room, ['add', '--type', '经销商', '--org', 'XH01'])
    await person.waitFor('客户名称')
    person.type('上海公司')
    await person.waitFor('上海公司')
    // each by itself, as from a hand: only so, and only at the first question of all, does
    // Node 20 put what is committed in the wrong order
    for (const stroke of ['\u001B[D', '\u001B[D', '宏达']) {
      await moment()
      person.type(stroke)
    }
    await moment()
    person.press('enter')
    await answer(person, '电话', '')
    expect(await person.ended).toBe(0)
    expect(text(person)).toContain('已建档 JG2026XH01-0001　上海宏达公司')
    expect(archives(room)).toMatchObject([{ number: 'JG2026XH01-0001', name: '上海宏达公司' }])
  })

  test('takes digits for choices, and says the one line that does the same', async () => {
    const person = at(room, ['add'])
    await person.waitFor('❯ 1. 个人')
    person.type('3')
    await person.waitFor('❯ 3. 经销商')
    person.press('enter')
    await answer(person, '客户名称', '北京明齿公司')
    await answer(person, '机构代码', 'BJ01')
    await answer(person, '电话', '')
    expect(await person.ended).toBe(0)
    expect(text(person).replaceAll('\n', '')).toContain(
      '等价命令：dangan add --type dealer --name 北京明齿公司 --org BJ01',
    )
  })

  test('keeps a wrong answer for mending, and says what is wrong with it', async () => {
    const person = at(room, ['add', '--type', '个人', '--name', '张三'])
    expect(await person.ended).toBe(0)
    const asked = at(room, ['add', '--type', '个人'])
    await answer(asked, '客户名称', '')
    await asked.waitFor('不能为空，请填写。')
    await answer(asked, '客户名称', '王五')
    await answer(asked, '电话', '13800')
    await asked.waitFor('不是认得的电话号码')
    asked.type('138000')
    asked.press('enter')
    expect(await asked.ended).toBe(0)
    expect(archives(room)).toContainEqual(
      expect.objectContaining({ name: '王五', phone: '13800138000' }),
    )
  })

  test('takes a pasted list of answers, each for its question', async () => {
    const person = at(room, ['add', '--type', '经销商'])
    await person.waitFor('客户名称')
    person.type('广州丽齿公司\rGZ01\r02087654321\r')
    expect(await person.ended).toBe(0)
    expect(archives(room)).toContainEqual(
      expect.objectContaining({ name: '广州丽齿公司', orgCode: 'GZ01' }),
    )
  })

  test('shows a likely duplicate and takes yes in Chinese for an answer', async () => {
    const person = at(room, ['add', '--type', '经销商', '--name', '上海宏达公司', '--org', 'XH01'])
    await person.waitFor('仍要新建吗')
    expect(text(person)).toContain('JG2026XH01-0001  上海宏达公司')
    person.type('确定')
    person.press('enter')
    expect(await person.ended).toBe(0)
    expect(text(person)).not.toContain('回车为否')
    expect(text(person).replaceAll('\n', '')).toMatch(/等价命令：.* --duplicate add/)
  })

  test('does not take Enter for a yes where a duplicate is likely', async () => {
    const before = archives(room).length
    const person = at(room, ['add', '--type', '经销商', '--name', '上海宏达公司', '--org', 'XH01'])
    await person.waitFor('回车为否')
    person.type('也许')
    person.press('enter')
    await person.waitFor('请回答 y（是）或 n（否）')
    for (let at = 0; at < 2; at++) person.press('backspace')
    person.press('enter')
    expect(await person.ended).toBe(3)
    expect(archives(room)).toHaveLength(before)
  })

  test('says everything in Traditional Chinese and English, too, without a word of inquirer’s', async () => {
    for (const [lang, hint] of [
      ['zh-Hant', '↑↓ 或數字選擇'],
      ['en', '↑↓ or digits to choose'],
    ] as const) {
      const person = at(room, ['add'], { env: { DANGAN_LANG: lang } })
      await person.waitFor(hint)
      expect(text(person)).not.toMatch(/navigate|⏎ select/)
      person.press('ctrl-c')
      expect(await person.ended).toBe(130)
    }
  })

  test.each([
    ['Ctrl-C', 'ctrl-c'],
    ['Ctrl-D', 'ctrl-d'],
  ] as const)(
    '%s leaves with status 130, the file as it was and the cursor back',
    async (_, key) => {
      const before = bytes(room)
      const person = at(room, ['add', '--type', '个人'])
      await person.waitFor('客户名称')
      person.type('半个名')
      await person.waitFor('半个名')
      person.press(key)
      expect(await person.ended).toBe(130)
      expect(text(person)).toContain('已取消，未作任何改动。')
      expect(text(person)).not.toContain('错误')
      expect(person.cursorShown()).toBe(true)
      expect(bytes(room)).toBe(before)
    },
  )

  test('long answers wrap in a narrow terminal and can be mended in their first line', async () => {
    const person = at(room, ['add', '--type', '个人'], { cols: 40 })
    await person.waitFor('客户名称')
    person.type('上海市浦东新区张江高科技园区碧波路某某义齿制作有限公司')
    for (let at = 0; at < 23; at++) person.press('left')
    person.type('甲乙')
    person.press('enter')
    await answer(person, '电话', '')
    expect(await person.ended).toBe(0)
    expect(archives(room).at(-1)?.['name'] ?? '').not.toBe('')
    expect(archives(room).map(({ name }) => name)).toContain(
      '上海市浦甲乙东新区张江高科技园区碧波路某某义齿制作有限公司',
    )
  })
})

describe('where nobody may be asked', () => {
  test.each([
    ['standard input is closed', {}, []],
    ['CI=1', { CI: '1' }, []],
  ])('%s: missing values are a usage error that names the options', (_, env, words) => {
    const room = office()
    const { status, stderr } = run(['add', ...words], { room, env: { ...zh, ...env } })
    expect(status).toBe(2)
    expect(stderr).toMatch(/缺少 --(name、--type|type、--name)/)
  })

  test.each([
    ['--no-input', ['--no-input'], {}],
    ['CI=1', [], { CI: '1' }],
  ])('%s at a terminal: nothing is asked', async (_, words, env) => {
    const person = at(office(), ['add', ...words], { env })
    expect(await person.ended).toBe(2)
    expect(text(person)).toMatch(/缺少 --(name、--type|type、--name)/)
  })
})

describe('where there is no archive file yet', () => {
  test('a command offers to make one, asks who sits there, and goes on', async () => {
    const room = newRoom()
    const person = at(room, ['add', '--type', '个人', '--name', '张三'])
    await answer(person, '现在新建吗', '')
    await person.waitFor('您的姓名')
    for (let at = 0; at < 20; at++) person.press('backspace')
    person.type('李娜')
    person.press('enter')
    await answer(person, '您的职务', '')
    expect(await person.ended).toBe(0)
    expect(text(person)).toContain('已新建')
    expect(text(person)).toContain('已建档 RG2026-0001　张三')
    const [me] = JSON.parse(run(['staff', 'list', '--json'], { room, env: zh }).stdout)
    expect(me).toMatchObject({ name: '李娜', post: '档案管理员' })
  })

  test('a no is status 4 and makes nothing', async () => {
    const room = newRoom()
    const person = at(room, ['list', '--yes'])
    await answer(person, '现在新建吗', 'n')
    expect(await person.ended).toBe(4)
    expect(text(person)).toContain('dangan init')
    expect(existsSync(join(room, 'archive.db'))).toBe(false)
  })

  test('off a terminal it says so and names init', () => {
    const { status, stderr } = run(['list'], { env: zh })
    expect(status).toBe(4)
    expect(stderr).toContain('新建一个：dangan init')
  })
})

test('a key is asked for twice, never shown, and must be the same', async () => {
  const room = newRoom()
  const person = at(room, ['init', '--encrypt', '--name', '李娜', '--post', '档案管理员'])
  await answer(person, '密钥：', '')
  await person.waitFor('密钥不能为空')
  await answer(person, '密钥：', '钥匙一')
  await answer(person, '再输入一次', '钥匙二')
  await person.waitFor('两次输入不一致')
  await answer(person, '密钥：', '钥匙一')
  await person.waitFor(/再输入一次[^]*再输入一次/)
  person.type('钥匙一')
  person.press('enter')
  expect(await person.ended).toBe(0)
  expect(text(person)).not.toContain('钥匙')
  const listed = run(['list', '--json'], { room, env: { ...zh, DANGAN_KEY: '钥匙一' } })
  expect(listed).toMatchObject({ status: 0, stdout: '[\n]\n' })
})
