import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newRoom, run } from '../support/program.ts'
import { inTerminal } from '../support/terminal.ts'

// What a person at a terminal is asked by the commands that change an archive.
const env = { LANG: 'zh_CN.UTF-8', DANGAN_DATE: undefined }
let room: string
const founding = [
  ['init', '--name', '李娜'],
  ['add', '--type', '个人', '--name', '张三丰'],
]
const founded = newRoom()
beforeAll(() => {
  for (const words of founding) {
    const { status, stderr } = run(words, { room: founded, env })
    if (status !== 0) throw new Error(stderr)
  }
})
beforeEach(() => {
  room = newRoom()
  copyFileSync(join(founded, 'archive.db'), join(room, 'archive.db'))
})
const at = (...words: string[]) => inTerminal(words, { room, env })
const shown = () => JSON.parse(run(['show', '0001', '--json'], { room, env }).stdout)

test('update asks what is to be changed, and to what', async () => {
  const terminal = at('update', '0001')
  await terminal.waitFor('更新哪一项')
  for (let times = 0; times < 3; times++) terminal.press('down')
  terminal.press('enter')
  await terminal.waitFor('留空则删去')
  terminal.press('down')
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  await terminal.waitFor('等价命令：dangan update 0001 --set stage=')
  expect(shown()).toMatchObject({ stage: expect.stringMatching(/sale$/), version: 2 })
})

test('Ctrl-C changes nothing', async () => {
  const terminal = at('update', '0001')
  await terminal.waitFor('更新哪一项')
  terminal.press('ctrl-c')
  expect(await terminal.ended).toBe(130)
  expect(shown()).toMatchObject({ version: 1 })
})

test('Ctrl-C at an import’s questions says what is in all the same, and how to go on or back', async () => {
  const rows = ['甲', '乙', '丙'].map((address) => `李四,个人,13800138000,${address}`)
  writeFileSync(
    join(room, 'list.csv'),
    ['客户名称,客户类型,电话,地址', ...rows, ',个人'].join('\n'),
  )
  const words = ['import', 'list.csv', '--errors', 'bad.csv']
  const terminal = at(...words)
  await terminal.waitFor('疑似')
  terminal.press('ctrl-c')
  expect(await terminal.ended).toBe(130)
  const said = terminal.transcript().join('')
  expect(said).toContain('批次 B1：新建 1，更新 0，不变 0，跳过 2，未接受 1')
  expect(said).toContain('撤销整批：dangan import undo B1')
  expect(said).not.toContain('未作任何改动')
  expect(readFileSync(join(room, 'bad.csv'), 'utf8')).toContain('个人')
  const again = at('import', 'list.csv', '--json')
  await again.waitFor('疑似')
  again.press('ctrl-c')
  expect(await again.ended).toBe(130)
  expect(again.transcript().join('')).toMatch(/"facts":\{"batch":"B2".*"unchanged":1,"skipped":2/)
  expect(run(['import', 'undo', 'B1', '--yes'], { room, env }).status).toBe(0)
})

test('note asks for the kind, what the kind requires, its other fields and the text', async () => {
  const terminal = at('note', '0001')
  await terminal.waitFor('记录的种类')
  terminal.press('enter')
  await terminal.waitFor('沟通渠道')
  terminal.press('down')
  terminal.press('enter')
  await terminal.waitFor('方向')
  terminal.press('enter')
  await terminal.waitFor('沟通对象（可空）')
  terminal.type('王五')
  terminal.press('enter')
  await terminal.waitFor('内容')
  terminal.type('询问保修期')
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  expect(shown().entries).toMatchObject([
    {
      kind: 'communication',
      text: '询问保修期',
      fields: { channel: 'phone', direction: 'incoming', person: '王五' },
    },
  ])
})

test('note reckons an amount out of what was answered, and may be left without a text', async () => {
  const terminal = at('note', '0001', '--kind', '订单')
  await terminal.waitFor('产品名称')
  terminal.type('全瓷冠\r')
  await terminal.waitFor('数量')
  terminal.type('-2\r')
  await terminal.waitFor('数量不能小于 0')
  terminal.type('\u007F\u007F2\r')
  await terminal.waitFor('订单号')
  terminal.type('\r\r\r\r1800.5\r\r\r\r\r\r\r\r\r')
  expect(await terminal.ended).toBe(0)
  expect(shown().entries).toMatchObject([
    { kind: 'order', text: '', fields: { quantity: '2', unitPrice: '1800.5', amount: '3601.0' } },
  ])
})

test('note takes what the line says of the fact as enough', async () => {
  const terminal = at('note', '0001', '--kind', '沟通', '--set', '沟通渠道=电话')
  await terminal.waitFor('内容')
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  expect(shown().entries).toMatchObject([{ fields: { channel: 'phone' } }])
})

test('note import asks what an unknown column is, and draws no bar over its words', async () => {
  const row = 'RG2026-0001,2026-11-20,全瓷冠,2,贴面,小王'
  writeFileSync(join(room, 'orders.csv'), `编号,日期,产品名称,数量,做法,送货员\n${row}\n`)
  const terminal = at('note', 'import', 'orders.csv', '--kind', '订单', '--dry-run')
  for (const [column, times] of [
    ['编号', 1],
    ['做法', 12],
    ['送货员', 0],
  ] as const) {
    await terminal.waitFor(`“${column}”一列是什么`)
    for (let time = 0; time < times; time++) terminal.press('down')
    terminal.press('enter')
  }
  expect(await terminal.ended).toBe(0)
  const said = terminal.transcript()
  expect(said).toContain('试运行，未写入。')
  expect(said).toContain('新建 1，更新 0，不变 0，跳过 0，未接受 0')
  const line = said.join('').replace(/.*等价命令：/s, '')
  expect(line).toContain('--map 编号=number,做法=process,送货员=extra')
})

test('classify asks for an axis and a class', async () => {
  const terminal = at('classify', '0001')
  await terminal.waitFor('按什么分类')
  terminal.press('down')
  terminal.press('enter')
  await terminal.waitFor('售前')
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  await terminal.waitFor('等价命令：dangan classify 0001 --stage presale')
  expect(shown()).toMatchObject({ stage: 'presale' })
})

test.each([
  ['a no keeps it', 'n', 0],
  ['a yes does it', 'y', 4],
])('making void names the customer first: %s', async (_, answer, status) => {
  const terminal = at('update', '0001', '--void')
  await terminal.waitFor('原因')
  terminal.type('误录')
  terminal.press('enter')
  await terminal.waitFor(/RG\d{4}-0001\s张三丰.*确定作废吗/)
  terminal.type(answer)
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  expect(run(['show', '0001'], { room, env }).status).toBe(status)
})

test('making void enters the reading before it names a customer whose reading is journaled', async () => {
  run(['update', '0001', '--secrecy', '绝密'], { room, env })
  const terminal = at('update', '0001', '--void', '--reason', '误录')
  await terminal.waitFor(/张三丰.*确定作废吗/)
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  const [newest] = JSON.parse(run(['log', '--json'], { room, env }).stdout)
  expect(newest).toMatchObject({ action: 'archive.read', object: expect.stringMatching(/-0001$/) })
})

test('attach asks for the title of a paper and its kind, and gives the line that says the same', async () => {
  const terminal = at('attach', '0001')
  await terminal.waitFor('标题')
  terminal.press('enter')
  await terminal.waitFor('不能为空')
  terminal.type('采购合同')
  terminal.press('enter')
  await terminal.waitFor('材料的种类')
  terminal.press('enter')
  expect(await terminal.ended).toBe(0)
  await terminal.waitFor('等价命令：dangan attach 0001 --title 采购合同 --kind contract')
  expect(shown().materials).toMatchObject([
    { title: '采购合同', documentNumber: expect.stringMatching(/-HT01$/) },
  ])
})

test('attach --remove asks why, names the material, and does nothing without a yes', async () => {
  run(['attach', '0001', '--title', '误附之件'], { room, env })
  const remove = async (answer: string) => {
    const terminal = at('attach', '--remove', '0001/1')
    await terminal.waitFor('移除的原因')
    terminal.type('误附')
    terminal.press('enter')
    await terminal.waitFor('误附之件')
    terminal.type(answer)
    terminal.press('enter')
    expect(await terminal.ended).toBe(0)
    return shown().materials.length
  }
  expect(await remove('')).toBe(1)
  expect(await remove('y')).toBe(0)
})

test('policy upgrade names the sections that are lacking, then asks from when on to adopt them', async () => {
  const whole = run(['policy', 'export'], { room, env }).stdout
  const own = whole.replace(/^storage:\n(?: .*\n|\n)*/m, '')
  expect(own).not.toBe(whole)
  writeFileSync(join(room, 'own.yaml'), own)
  const adopt = ['--effective', '2026-11-20', '--reason', '自订', '--yes']
  expect(run(['policy', 'set', 'own.yaml', ...adopt], { room, env }).status).toBe(0)
  const terminal = at('policy', 'upgrade')
  await terminal.waitFor('现成制度 denture 有、而本单位制度没有的节：storage。')
  await terminal.waitFor('自哪天起施行')
  terminal.type('明天\r')
  await terminal.waitFor('不是日期')
  terminal.type('\u007F\u007F2026-11-21\r')
  await terminal.waitFor('原因')
  terminal.type('补节\r')
  await terminal.waitFor('采用这部制度吗')
  terminal.type('y\r')
  expect(await terminal.ended).toBe(0)
  const line = terminal
    .transcript()
    .join('')
    .replace(/.*等价命令：/s, '')
  expect(line).toBe('dangan policy upgrade --effective 2026-11-21 --reason 补节 --yes')
})

test('form card asks whether it is filed, and the line that says the same marks it, too', async () => {
  const print = async (answer: string) => {
    const terminal = at('form', 'card', '0001', '-o', `card-${answer}.html`)
    await terminal.waitFor('登记为已打印？')
    terminal.type(`${answer}\r`)
    expect(await terminal.ended).toBe(0)
    return terminal.transcript().join('')
  }
  const unmarked = await print('n')
  expect(unmarked).toContain('dangan form card RG2026-0001 --mark')
  expect(shown().card).toBeNull()
  expect(await print('y')).toContain('等价命令：dangan form card 0001 -o card-y.html --mark')
  expect(shown().card).toMatchObject({ version: 1 })
})

test('a file is not written onto a terminal', async () => {
  writeFileSync(join(room, 'scan.pdf'), 'content')
  run(['attach', '0001', 'scan.pdf'], { room, env })
  const terminal = at('attach', '--get', '0001/1', '-o', '-')
  expect(await terminal.ended).toBe(2)
  expect(terminal.transcript().join('')).toContain('不能直接显示在终端上')
})
