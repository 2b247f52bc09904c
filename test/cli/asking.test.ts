import { expect, test } from 'vitest'
import { inTerminal } from '../support/terminal.ts'
import { newRoom, run } from '../support/program.ts'

const zh = { DANGAN_LANG: 'zh-Hans' }

function roomWithFile(): string {
  const room = newRoom()
  run(['init', '--name', '李娜', '--post', '档案管理员'], { room, env: zh })
  return room
}



test('try', async () => {
  const room = roomWithFile()
  const person = inTerminal(['add', '--type', '个人'], { room, env: zh, cols: 40 })
  const wait = () => new Promise((r) => setTimeout(r, 400))
  await person.waitFor('客户名称')
  await wait()
  person.press('ctrl-c')
  await wait()
  await wait()
  console.log(person.screen().join('\n'))
  await Promise.race([person.ended.then(s => console.log('STATUS', s)), wait()])
  person.kill()
})
test('try2', async () => {
  const room = roomWithFile()
  const person = inTerminal(['add', '--type', '个人'], { room, env: zh, cols: 40 })
  const wait = () => new Promise((r) => setTimeout(r, 400))
  await person.waitFor('客户名称')
  person.type('上海市浦东新区张江高科技园区碧波路某某义齿制作有限公司')
  await wait()
  for (let i = 0; i < 10; i++) person.press('left')
  person.type('甲乙丙丁')
  await wait()
  for (let i = 0; i < 16; i++) person.press('left')
  person.type('戊己庚辛')
  await wait()
  console.log(person.screen().join('\n'))
  person.press('enter')
  await wait()
  person.type('\r')
  console.log('STATUS', await person.ended)
  console.log(person.screen().join('\n'))
}, 10000)
