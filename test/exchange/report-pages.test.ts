import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { chartSvg } from '../../src/exchange/chart.ts'
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
import { newRoom, run } from '../support/program.ts'

// DANGAN_PICTURES=/tmp/pictures npx vitest run test/exchange/report-pages.test.ts: somebody looks at them.
sayIfNoBrowser('pages of reports in a browser')

let office: TestOffice
const path = (name: string) => join(office.room, name)
const regions = ['华北', '华东', '华南', '西南']

beforeAll(async () => {
  office = await officeIn({ policy: 'information' })
  for (const [name, post] of [
    ['王芳', '客户信息主管'],
    ['赵刚', '客户服务部经理'],
    ['孙总', '总经理'],
  ] as const)
    office.hire({ name, post, department: '客服部' })
  const rows = Array.from(
    { length: 90 },
    (_, at) =>
      `客户${at},一般客户,${regions[at % 4]},${2024 + (at % 3)}-0${1 + (at % 9)}-15,${at % 2 ? '责任人很长的一个名字' : `业务员${at}`}`,
  )
  writeFileSync(path('list.csv'), ['客户名称,客户类型,地区,建档日期,责任人', ...rows].join('\n'))
  await office.done('import', path('list.csv'), '--on-duplicate', 'add')
})

describe('a chart', () => {
  const chart = {
    shape: 'rows',
    categories: ['<script>华东', '华南'],
    series: [{ name: '档案数', values: [3, null] }],
  } as const

  test('has its words as text, is the same for the same numbers, and runs nothing', () => {
    const svg = chartSvg(chart, { width: 400, height: 160 }, '地区"')
    expect(svg).toMatch(/^<svg role="img" aria-label="地区&#34;" /)
    expect(svg).toContain('>华南</text>')
    expect(svg).toContain('&lt;script&gt;华东')
    expect(svg).not.toContain('<script>')
    const again = chartSvg(chart, { width: 400, height: 160 }, '地区"')
    const plain = (text: string) => text.replaceAll(/zr[-a-z]*\d+/g, 'zr')
    expect(plain(again)).toBe(plain(svg))
  })
})

describe.skipIf(!browser)('a page', { timeout: 120_000 }, () => {
  test('is A4 across, whole, with a chart beside each table and all of its words', async () => {
    const made = await office.done('report', 'customers', '--period', '2026', '-o', path('c.html'))
    const html = readFileSync(path('c.html'), 'utf8')
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
    const dom = domOf(path('c.html'))
    for (const words of ['客户信息统计报表', '2026 年', '按地区', '由 李娜 编制', made.anchor])
      expect(dom).toContain(words)
    for (const region of regions) expect(dom).toContain(`>${region}</text>`)
    expect(dom.match(/<svg /g)).toHaveLength(6)
    expect(isLandscape(path('c.html'))).toBe(true)
    expect(sheetsOf(path('c.html'))).toBe(2)
    expect(cutIn(path('c.html'))).toEqual([])
    picture(path('c.html'), 'report-customers')
  })

  test('of many people goes on over further sheets, its headings on each; the chart draws twenty', async () => {
    await office.done('report', 'completeness', '--by', 'owner', '-o', path('o.html'))
    const dom = domOf(path('o.html'))
    expect(dom).toContain('图中只画前 20 项，其余见表。')
    expect(dom).toContain('>业务员88</td>')
    expect(sheetsOf(path('o.html'))).toBeGreaterThan(1)
    expect(sheetsOf(path('o.html'))).toBeLessThan(5)
    expect(cutIn(path('o.html'))).toEqual([])
    picture(path('o.html'), 'report-completeness')
  })

  test.each(['zh-Hant', 'en'] as const)('is whole in %s', async (lang) => {
    office.env['DANGAN_LANG'] = lang
    await office.done('report', 'assessment', '-o', path(`${lang}.html`))
    office.env['DANGAN_LANG'] = 'zh-Hans'
    expect(readFileSync(path(`${lang}.html`), 'utf8')).toContain(`<html lang="${lang}">`)
    expect(cutIn(path(`${lang}.html`))).toEqual([])
    picture(path(`${lang}.html`), `report-assessment-${lang}`)
  })

  test('of issued copies has one for each, with its number, recipient and who approved it', async () => {
    const line = ['report', 'growth', '--issue-to', '销售部', '--copies', '3'] as const
    const asked = await office.done(...line)
    expect(asked).toMatchObject({ request: 'R1', kind: 'report', status: 'pending', numbers: [] })
    expect((await office.done(...line)).request).toBe('R1')
    expect((await office.run('report', 'issue', 'R1', '--json')).error.code).toBe('request.status')
    for (const [at, by] of ['王芳', '赵刚', '孙总'].entries())
      await office.done('approve', 'R1', '--by', by, '--form', `F${at}`)
    const tried = await office.done(...line, '-o', path('i.html'), '--dry-run')
    expect(tried.anchor).toBeNull()
    const issued = await office.done(...line, '-o', path('i.html'))
    expect(issued.copies).toEqual(['R1/1', 'R1/2', 'R1/3'])
    const dom = domOf(path('i.html'))
    for (const words of ['R1/1', 'R1/2', 'R1/3', '第 3 份，共 3 份', '发往：销售部'])
      expect(dom).toContain(words)
    expect(dom).toContain('审批：王芳 客户信息主管、赵刚 客户服务部经理、孙总 总经理')
    expect(sheetsOf(path('i.html'))).toBe(3)
    expect(cutIn(path('i.html'))).toEqual([])
    picture(path('i.html'), 'report-issued')

    const copies = await office.done('report', 'issued')
    expect(Object.keys(copies[0]).join(' ')).toBe(
      'copy request report period from to recipient applicant issuedOn',
    )
    expect(copies.map(({ copy }: { copy: string }) => copy)).toEqual(issued.copies)
    const [entry] = await office.done('log')
    expect(entry).toMatchObject({ action: 'report.issue', object: 'R1' })
    // it is used: the same line asks again
    expect((await office.run('report', 'issue', 'R1', '--json')).error.code).toBe('request.status')
    expect((await office.done(...line)).request).toBe('R2')
  })
})

test('the built program ends by itself when it has drawn a page', { timeout: 60_000 }, () => {
  const room = newRoom()
  const begun = run(['init', '--name', '李娜', '--post', '档案管理员'], { room })
  const { status } = run(['report', 'growth', '-o', 'built.html'], { room })
  expect([begun.status, status]).toEqual([0, 0])
  expect(readFileSync(join(room, 'built.html'), 'utf8')).toContain('</svg>')
})
