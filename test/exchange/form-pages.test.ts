import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { browser, domOf, picture, sayIfNoBrowser, sheetsOf } from '../support/browser.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

// DANGAN_PICTURES=/tmp/pictures npx vitest run test/exchange/form-pages.test.ts: somebody looks at them.
sayIfNoBrowser('forms in a browser')

let office: TestOffice
const path = (name: string) => join(office.room, name)

describe.skipIf(!browser)('in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    office = await officeIn()
    const name = '<script>document.title="hit"</script>张三丰'
    await office.done(
      'add',
      '--type',
      '个人',
      '--name',
      name,
      '--phone',
      '13800138000',
      '--set',
      `备注=${'很长的备注，'.repeat(30)}`,
    )
    await office.done('add', '--type', '个人', '--name', '李四光')
    await office.done('classify', '0001', '--secrecy', '机密')
  })

  test('a card is one sheet of A4, two cards are two, and nothing in it runs', async () => {
    await office.done('form', 'card', '0001', '-o', path('card.html'))
    await office.done('form', 'card', '0001', '0002', '-o', path('cards.html'))
    const dom = domOf(path('card.html'))
    expect(dom).toContain('<title>客户档案卡</title>')
    expect(dom).not.toContain('<script>')
    expect(dom).toContain('&lt;script&gt;')
    expect(sheetsOf(path('card.html'))).toBe(1)
    expect(sheetsOf(path('cards.html'))).toBe(2)
    picture(path('card.html'), 'card')
  })

  test('ten labels are one sheet', async () => {
    for (let at = 3; at <= 10; at += 1)
      await office.done('add', '--type', '个人', '--name', `客户${at}`)
    const numbers = Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(4, '0'))
    await office.done('form', 'label', ...numbers, '-o', path('labels.html'))
    expect(sheetsOf(path('labels.html'))).toBe(1)
    picture(path('labels.html'), 'labels')
  })
})
