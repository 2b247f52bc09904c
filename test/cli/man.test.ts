import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { plain } from '../../src/cli/roff.ts'
import { commandList } from '../../src/commands/index.ts'
import { languages } from '../../src/domain/words.ts'
import { run } from '../support/program.ts'

const pageIn = (lang: string): string => {
  const { status, stdout, stderr } = run(['man'], { env: { DANGAN_LANG: lang } })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

/** The page as a terminal of 80 columns shows it; undefined where there is no groff. */
function formatted(page: string): { text: string; complaints: string } | undefined {
  const words = ['-man', '-Kutf8', '-Tutf8', '-ww', '-P-cbou', '-rLL=78n']
  const { error, stdout, stderr } = spawnSync('groff', words, { input: page, encoding: 'utf8' })
  return error ? undefined : { text: stdout, complaints: stderr }
}

const headings = {
  'zh-Hans': ['名称', '概要', '说明', '命令', '通用选项', '退出状态', '文件', '环境变量', '示例'],
  'zh-Hant': ['名稱', '概要', '說明', '命令', '通用選項', '結束狀態', '檔案', '環境變數', '範例'],
  en: [
    'NAME',
    'SYNOPSIS',
    'DESCRIPTION',
    'COMMANDS',
    'GLOBAL OPTIONS',
    'EXIT STATUS',
    'FILES',
    'ENVIRONMENT',
    'EXAMPLES',
  ],
}

describe.each(languages)('the manual page in %s', (lang) => {
  test('has its sections in order, and every command', () => {
    const page = pageIn(lang)
    const sections = [...page.matchAll(/^\.SH "(.*)"$/gm)].map(([, heading]) => heading)
    expect(sections).toEqual(headings[lang])
    for (const { name } of commandList) expect(page).toContain(`\\fBdangan ${name}`)
  })

  test('no line of text is taken for a request', () => {
    const requests = /^(\.(TH|SH|SS|TP|RS|RE|PP|EX|EE|ad l|nh)( |$)|'\\" -\*-)/
    const lines = pageIn(lang).split('\n')
    expect(lines.filter((line) => /^[.']/.test(line) && !requests.test(line))).toEqual([])
  })

  test('groff shows it without a complaint, no line too long', ({ skip }) => {
    const shown = formatted(pageIn(lang))
    if (!shown) return skip('groff is not installed')
    expect(shown.complaints).toBe('')
    expect(shown.text).toContain(headings[lang][3])
    expect(shown.text).toContain('--dry-run')
  })
})

test.each([
  ['.SH', '\\&.SH'],
  ["'quoted'", "\\&'quoted'"],
  ['a\\b', 'a\\eb'],
  ['--name', '\\-\\-name'],
  ['say "x"', 'say \\(dqx\\(dq'],
])('%j is written %j', (text, written) => {
  expect(plain(text)).toBe(written)
})
