import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  browser,
  cutIn,
  domOf,
  isLandscape,
  picture,
  sayIfNoBrowser,
  sheetsOf,
} from '../support/browser.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

// DANGAN_PICTURES=/tmp/pictures npx vitest run test/exchange/form-use-pages.test.ts: somebody looks at them.
sayIfNoBrowser('the forms of use in a browser')

const hospital = '内蒙古自治区呼和浩特市新城区成吉思汗大街第一口腔专科医院有限责任公司'
const hostile = `<script>document.title="hit"</script>"阿凡提'&`
const unit = '中国人民解放军联勤保障部队第九四〇医院口腔颌面外科修复中心'

let office: TestOffice
const path = (name: string) => join(office.room, `${name}.html`)

/** Prints a form, puts its picture where somebody can look at it, and says where it is. */
async function printed(name: string, ...words: string[]): Promise<string> {
  await office.done('form', ...words, '-o', path(name))
  picture(path(name), name)
  return path(name)
}

describe.skipIf(!browser)('in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    office = await officeIn({ today: '2025-03-03' })
    office.hire({ name: '李雷', department: '销售部', post: '业务员' })
    office.hire({ name: '王芳', department: '销售部', post: '部门经理' })
    await office.done('add', '--type', '个人', '--name', '张三丰')
    await office.done('add', '--type', '机构', '--org', '01', '--name', hospital)
    await office.done('add', '--type', '个人', '--name', hostile)
    const who = ['--to', '李雷', '--purpose', '核对病历，准备二次修复方案']
    const things: string[] = []
    for (let at = 1; at <= 40; at += 1) {
      await office.done('attach', 'RG2025-0001', '--title', `第${at}次修复设计单`, '--pages', '3')
      things.push(`RG2025-0001/${at}`)
    }
    await office.done('borrow', ...things, ...who) // R1
    await office.done('approve', 'R1', '--by', '王芳', '--form', '2025-031')
    await office.done('borrow', 'R1')
    const credential = ['--credential', '介绍信', '--credential-number', '介字2025第001238号']
    const stranger = ['--to', '尼格买提·艾力·阿卜杜热合曼', '--unit', unit, ...credential]
    await office.done('borrow', 'YG202501-0001', ...stranger, '--purpose', '审计'.repeat(80)) // R2
    await office.done('borrow', 'RG2025-0002', ...who) // R3
  }, 60_000)

  test('an application for forty documents takes two sheets, and nothing of it is cut', async () => {
    const file = await printed('application-40', 'application', 'R1')
    expect(sheetsOf(file)).toBe(2)
    expect(cutIn(file)).toEqual([])
  })

  test('long names and long reasons have room on one sheet, in every language', async () => {
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      const file = await printed(`application-${lang}`, 'application', 'R2', '--lang', lang)
      expect([lang, sheetsOf(file), cutIn(file)]).toEqual([lang, 1, []])
    }
  })

  test('what looks like a script runs nowhere', async () => {
    const file = await printed('application-hostile', 'application', 'R3')
    const dom = domOf(file)
    expect(dom).toContain('<title>客户档案借阅申请表 R3</title>')
    expect(dom).not.toContain('<script>')
    expect(sheetsOf(file)).toBe(1)
  })

  test('two applications are a sheet each', async () => {
    expect(sheetsOf(await printed('applications', 'application', 'R2', 'R3'))).toBe(2)
  })

  test('an agreement is one sheet for each side, in every language', async () => {
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      const file = await printed(`agreement-${lang}`, 'agreement', 'R3', '--lang', lang)
      expect([lang, sheetsOf(file), cutIn(file)]).toEqual([lang, 2, []])
    }
  })

  test('a slip of forty documents takes two sheets, and nothing of it is cut', async () => {
    const file = await printed('slip-40', 'slip', 'L1')
    expect(sheetsOf(file)).toBe(2)
    expect(cutIn(file)).toEqual([])
  })

  test('a confidentiality agreement is one sheet for each side', async () => {
    const file = await printed('nda', 'nda', '王芳')
    expect([sheetsOf(file), cutIn(file)]).toEqual([2, []])
    const english = await printed('nda-en', 'nda', '王芳', '--lang', 'en')
    expect([sheetsOf(english), cutIn(english)]).toEqual([2, []])
  })

  test('a register lies on its side, over as many sheets as it needs', async () => {
    const file = await printed('register', 'register')
    expect(isLandscape(file)).toBe(true)
    expect(sheetsOf(file)).toBeGreaterThanOrEqual(3)
    expect(cutIn(file)).toEqual([])
    expect(cutIn(await printed('register-en', 'register', '--lang', 'en'))).toEqual([])
  })

  test('labels have room for long names, and begin where the sheet was left', async () => {
    const numbers = ['RG2025-0001', 'RG2025-0002', 'YG202501-0001']
    const file = await printed('labels-long', 'label', ...numbers, '--first', '9')
    expect(sheetsOf(file)).toBe(2)
    expect(cutIn(file)).toEqual([])
    const english = await printed('labels-en', 'label', ...numbers, '--lang', 'en')
    expect(cutIn(english)).toEqual([])
  })
})
