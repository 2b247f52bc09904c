import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

// A rule that matches nothing looks exactly like a clean house: each law is broken here once.
const project = resolve(import.meta.dirname, '../..')

interface Offence {
  readonly law: string
  readonly file: string
  readonly text: string
  /** The rule that must see it, and alone. */
  readonly rule: string
}

const imports = (law: string, file: string, from: string): Offence => ({
  law,
  file,
  text: `import { thing } from '${from}'\nexport const other = thing\n`,
  rule: 'house(imports)',
})

const offences: readonly Offence[] = [
  imports('domain imports no other layer', 'src/domain/a.ts', '../store/clean.ts'),
  imports('domain imports no package', 'src/domain/b.ts', 'kysely'),
  imports('domain imports no node: module', 'src/domain/c.ts', 'node:crypto'),
  imports('messages import only the domain', 'src/messages/zh-Hans/a.ts', '../../cli/clean.ts'),
  imports('messages import no package', 'src/messages/b.ts', 'chalk'),
  imports('store does not import exchange', 'src/store/a.ts', '../exchange/clean.ts'),
  imports('store does not import messages', 'src/store/b.ts', '../messages/clean.ts'),
  imports('store does not import commander', 'src/store/c.ts', 'commander'),
  imports('store starts no other program', 'src/store/d.ts', 'node:child_process'),
  imports('exchange does not import store', 'src/exchange/a.ts', '../store/clean.ts'),
  imports('exchange does not import messages', 'src/exchange/b.ts', '../messages/clean.ts'),
  imports('exchange does not know better-sqlite3', 'src/exchange/c.ts', 'better-sqlite3'),
  imports('cli does not import commands', 'src/cli/a.ts', '../commands/clean.ts'),
  imports('cli does not import store', 'src/cli/b.ts', '../store/clean.ts'),
  imports('cli does not import exchange', 'src/cli/c.ts', '../exchange/clean.ts'),
  imports('only store knows Kysely', 'src/cli/d.ts', 'kysely'),
  {
    ...imports('only store/query.ts takes more than types from Kysely', 'src/store/e.ts', 'kysely'),
    rule: 'eslint(no-restricted-imports)',
  },
  imports('only store knows better-sqlite3', 'src/commands/a.ts', 'better-sqlite3'),
  ...['inquirer', '@inquirer/core', 'chalk', 'cli-table3', 'cli-progress', 'string-width'].map(
    (name, at) => imports(`only cli knows ${name}`, `src/commands/only-cli-${at}.ts`, name),
  ),
  imports('nothing imports main', 'src/commands/c.ts', '../main.ts'),
  imports('main does not know the driver', 'src/main.ts', 'better-sqlite3'),
  imports('process does not come in by import', 'src/commands/d.ts', 'node:process'),
  imports('src does not lean on test', 'src/cli/e.ts', '../../test/support/clean.ts'),
  {
    law: 'a lazy import is an import',
    file: 'src/cli/lazy.ts',
    text: "export const later = () => import('../store/clean.ts')\n",
    rule: 'house(imports)',
  },
  {
    law: 'a re-export is an import',
    file: 'src/cli/again.ts',
    text: "export { thing } from '../store/clean.ts'\n",
    rule: 'house(imports)',
  },
  {
    law: 'an import of everything is an import',
    file: 'src/cli/whole.ts',
    text: "export * from '../store/clean.ts'\n",
    rule: 'house(imports)',
  },
  {
    law: 'a type import is an import',
    file: 'src/domain/type.ts',
    text: "import type { thing } from '../store/clean.ts'\nexport type Thing = typeof thing\n",
    rule: 'house(imports)',
  },
  {
    law: 'an inline type import is an import',
    file: 'src/domain/inline.ts',
    text: "export type Thing = typeof import('../store/clean.ts').thing\n",
    rule: 'house(imports)',
  },
  ...['one', 'two'].map((name) => ({
    law: `no cycles, type imports included: ${name}`,
    file: `src/domain/cycle/${name}.ts`,
    text:
      `import type { Link } from './${name === 'one' ? 'two' : 'one'}.ts'\n` +
      'export interface Ring { readonly link?: Link }\nexport type { Ring as Link }\n',
    rule: 'import(no-cycle)',
  })),
  {
    law: 'only main names process',
    file: 'src/cli/process.ts',
    text: 'export const width = process.stdout.columns\n',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    law: 'only main names process, in disguise',
    file: 'src/cli/disguise.ts',
    text: 'export const width = globalThis.process.stdout.columns\n',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    law: 'only main names console',
    file: 'src/commands/console.ts',
    text: "export const shout = () => console.log('!')\n",
    rule: 'eslint(no-restricted-globals)',
  },
  {
    law: 'a rule does not ask for today',
    file: 'src/domain/today.ts',
    text: 'export const today = () => new Date()\n',
    rule: 'house(no-clock)',
  },
  {
    law: 'a rule does not ask for the time',
    file: 'src/domain/now.ts',
    text: 'export const now = () => Date.now()\n',
    rule: 'house(no-clock)',
  },
  {
    law: 'a rule throws no dice',
    file: 'src/domain/dice.ts',
    text: 'export const dice = () => Math.random()\n',
    rule: 'eslint(no-restricted-properties)',
  },
  {
    law: 'no default exports',
    file: 'src/domain/default.ts',
    text: 'export default 1\n',
    rule: 'import(no-default-export)',
  },
]

const uses = (...sources: string[]): string =>
  sources.map((from, at) => `export { thing as thing${at} } from '${from}'\n`).join('')
const thing = 'export const thing = 1\n'

/** Every permitted direction, so that no law forbids too much. */
const clean: Readonly<Record<string, string>> = {
  'src/domain/clean.ts': `${thing}export const day = (text: string) => new Date(text)\n`,
  'src/domain/clean/deeper.ts': uses('../clean.ts'),
  'src/messages/clean.ts': thing + uses('../domain/clean.ts'),
  'src/messages/en/clean.ts': uses('../clean.ts', '../../domain/clean.ts'),
  'src/store/query.ts': uses('kysely'),
  'src/store/clean.ts': thing + uses('../domain/clean.ts', 'better-sqlite3', 'node:fs'),
  'src/exchange/clean.ts': thing + uses('../domain/clean.ts', 'node:fs', 'csv-parse/sync', 'yaml'),
  'src/cli/clean.ts': thing + uses('../messages/clean.ts', '../domain/clean.ts', 'chalk'),
  'src/commands/clean.ts':
    thing +
    uses('../cli/clean.ts', '../messages/clean.ts', '../store/clean.ts', '../exchange/clean.ts') +
    "export const later = () => import('../domain/clean.ts')\n",
}
const cleanMain = `${uses('./commands/clean.ts', './store/clean.ts')}export const status = process.exitCode\n`

const trees: string[] = []
afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true })
})

/** What the house's linter says about a tree of files: `file: rule`. */
function lint(files: Readonly<Record<string, string>>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'dangan-laws-'))
  trees.push(tree)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  mkdirSync(join(tree, 'bin/dev'), { recursive: true })
  for (const path of ['.oxlintrc.json', 'bin/dev/house-laws.mjs']) {
    copyFileSync(join(project, path), join(tree, path))
  }
  const oxlint = join(project, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json', 'src'], {
    cwd: tree,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code: string }[]
  }
  return diagnostics.map(({ filename, code }) => `${filename}: ${code}`)
}

describe('each law, broken once, is seen by the linter, and nothing else is', () => {
  const files = Object.fromEntries(offences.map(({ file, text }) => [file, text]))
  const said = lint({ ...clean, ...files })
  test.for(offences)('$law', ({ file, rule }) => {
    expect(said.filter((line) => line.startsWith(`${file}: `))).toEqual([`${file}: ${rule}`])
  })
  test('the files beside them are clean', () => {
    expect(said).toHaveLength(offences.length)
  })
})

test('a tree that keeps to every drawn direction is clean', () => {
  expect(lint({ ...clean, 'src/main.ts': cleanMain })).toEqual([])
})
