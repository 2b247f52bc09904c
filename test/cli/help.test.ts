import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { beforeAll, describe, expect, test } from 'vitest'
import { manualLines } from '../../src/cli/help.ts'
import type { Stream } from '../../src/cli/streams.ts'
import { widthOf } from '../../src/cli/width.ts'
import { deskIn } from '../../src/commands/build-desk.ts'
import { commandList } from '../../src/commands/index.ts'
import { buildProgram, wholeProgram } from '../../src/commands/program.ts'
import { runProgram } from '../../src/commands/run.ts'
import type { World } from '../../src/commands/world.ts'
import { languages, type Language } from '../../src/domain/words.ts'

const nobody: Stream = {
  isTerminal: false,
  columns: undefined,
  write: () => undefined,
  bytes: () => undefined,
  flush: () => undefined,
}

const worldIn = (lang: Language, words: readonly string[], out = nobody, err = nobody): World => ({
  words,
  env: { DANGAN_LANG: lang, DANGAN_FILE: '/nowhere/archive.db' },
  out,
  err,
  stdin: { fd: 0, isTerminal: false },
  account: 'lina',
  home: '/nowhere',
  platform: 'linux',
  clock: () => new Date('2026-11-20T02:00:00Z'),
  version: '0.0.0',
  spillInto: () => undefined,
})

const treeIn = async (lang: Language) => wholeProgram(await deskIn(worldIn(lang, ['help'])))

function all(command: CommandUnknownOpts): CommandUnknownOpts[] {
  return [command, ...command.commands.flatMap(all)]
}

const pathOf = (command: CommandUnknownOpts): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()

/** What commands do not say as they should: `dangan add: --name has no help`. */
const faults = (
  tree: CommandUnknownOpts,
  wrong: (command: CommandUnknownOpts) => readonly string[],
): readonly string[] =>
  all(tree).flatMap((command) => wrong(command).map((it) => `${pathOf(command)}: ${it}`))

const han = /\p{Script=Han}/u
/** Three Latin words in a row that are no example, option or placeholder: a sentence left in English. */
const english = /(?<![-<[/\w.])[a-z]{2,} [a-z]{2,} [a-z]{2,}/

/** Commands of the description of the whole program, and the words by which it would promise them. */
const promises = [
  ['borrow', '借阅', '借閱', 'loan'],
  ['audit', '审核', '審核', 'review'],
  ['hold', '保存', 'retention'],
  ['purge', '销毁', '銷毀', 'disposal'],
] as const

describe.each(languages)('help in %s', (lang) => {
  let tree: CommandUnknownOpts
  beforeAll(async () => {
    tree = await treeIn(lang)
  })

  test('every command, argument and option has its words', () => {
    expect(
      faults(tree, (command) => [
        ...(command.summary() || command.description() ? [] : ['no summary']),
        ...(command.description() ? [] : ['no description']),
        ...command.options.filter((it) => !it.description).map((it) => `${it.flags} has no help`),
        ...command.registeredArguments
          .filter((it) => !it.description)
          .map((it) => `${it.name()} has no help`),
      ]),
    ).toEqual([])
  })

  test('the list of commands, which loads none of them, says of each what it says of itself', async () => {
    const list = await buildProgram(await deskIn(worldIn(lang, ['--help'])), ['--help'])
    const summaries = ({ commands }: CommandUnknownOpts) =>
      commands.map((command) => [command.name(), command.summary(), command.helpGroup()])
    expect(summaries(list)).toEqual(summaries(tree))
  })

  test('the program promises a thing once there is a command that does it', async () => {
    const { description } = (await deskIn(worldIn(lang, []))).text.program
    const promised = promises.filter(([, ...words]) => words.some((it) => description.includes(it)))
    const names = new Set<string>(commandList.map(({ name }) => name))
    expect(promised.filter(([name]) => !names.has(name))).toEqual([])
  })

  test('every command has two examples, its exit statuses, and help that is its own', async () => {
    const { text } = await deskIn(worldIn(lang, []))
    const lines = (command: CommandUnknownOpts) => manualLines(command, text)
    expect(
      faults(tree, (command) => [
        ...(lines(command).examples.length >= 2 ? [] : ['fewer than two examples']),
        ...(lines(command).statuses.length >= 5 ? [] : ['no exit statuses']),
      ]),
    ).toEqual([])
  })

  test('is wholly in the reader’s language', () => {
    const foreign = lang === 'en' ? han : english
    expect(
      faults(tree, (command) =>
        command
          .helpInformation()
          .split('\n')
          .filter((line) => !line.startsWith('  $ '))
          .map((line) => line.replaceAll(/--[\w-]+|<[^>]*>|\[[^\]]*\]|dangan( [a-z]+)*/g, '-'))
          .filter((line) => foreign.test(line)),
      ),
    ).toEqual([])
  })

  test('has none of commander’s own words', () => {
    const own = /display help|"table"/
    const English = /Usage:|Options:|Arguments:|Commands:|default:|choices:/
    const wrong = lang === 'en' ? own : English
    expect(faults(tree, (it) => wrong.exec(it.helpInformation())?.slice(0, 1) ?? [])).toEqual([])
  })

  test('no line is wider than the terminal, examples apart', () => {
    for (const columns of [40, 80])
      expect(
        faults(tree, (command) => {
          command.configureOutput({ getOutHelpWidth: () => columns })
          const lines = command.helpInformation().split('\n')
          return lines.filter(
            (line) =>
              widthOf(line) > columns && !line.startsWith('  $ ') && /\S\s+\S/.test(line.trim()),
          )
        }),
      ).toEqual([])
  })
})

test('no command takes the name of a global option', async () => {
  const tree = await treeIn('zh-Hans')
  const taken = new Set(tree.options.flatMap(({ long, short }) => [long, short].filter(Boolean)))
  expect(
    faults(tree, (command) =>
      command === tree
        ? []
        : command.options
            .filter(({ long, short }) => taken.has(long) || taken.has(short))
            .map(({ flags }) => `${flags} is global`),
    ),
  ).toEqual([])
})

test('every example is a line that the program understands', async () => {
  const tree = await treeIn('zh-Hans')
  const { text } = await deskIn(worldIn('zh-Hans', []))
  const examples = all(tree).flatMap((command) => manualLines(command, text).examples)
  const wrong: string[] = []
  for (const example of examples) {
    const fault = await misunderstood(example)
    if (fault !== undefined) wrong.push(`${example}: ${fault}`)
  }
  expect(wrong).toEqual([])
})

/** Parses the words of an example, with every action taken out; what commander says against it. */
async function misunderstood(example: string): Promise<string | undefined> {
  const line = /dangan (.*?)(?: [|<>].*|\))?$/.exec(example)?.[1] ?? ''
  const words = (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((it) =>
    it.replaceAll(/^['"]|['"]$/g, ''),
  )
  const desk = await deskIn(worldIn('zh-Hans', words))
  const program = await buildProgram(desk, words)
  for (const command of all(program)) if (acts(command)) command.action(() => undefined)
  try {
    await program.parseAsync(words, { from: 'user' })
    return undefined
  } catch (thrown) {
    const { code, message } = thrown as { code: string; message: string }
    return /help|version/.test(code) ? undefined : message
  }
}

const acts = (command: CommandUnknownOpts): boolean =>
  Boolean((command as unknown as { _actionHandler?: unknown })._actionHandler)

describe('the program by itself', () => {
  test('shows its help on stdout, with status 0', async () => {
    const { status, out, err } = await said('zh-Hans', [])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^用法：dangan \[选项\] \[命令\]\n/)
    for (const { name } of commandList) expect(out).toContain(`\n  ${name}`)
    expect(out).not.toContain('__complete')
  })

  test.each([['help add'], ['add --help'], ['add -h']])(
    '%s shows the help of add',
    async (line) => {
      const { status, out } = await said('zh-Hans', line.split(' '))
      expect(status).toBe(0)
      expect(out).toMatch(/^用法：dangan add \[选项\]\n/)
      expect(out).toContain('通用选项（说明见 dangan --help）：--file')
    },
  )

  test('--version says it on stdout', async () => {
    expect(await said('zh-Hans', ['--version'])).toMatchObject({ status: 0, out: '0.0.0\n' })
  })
})

describe('a wrong word on the line is status 2 and', () => {
  test.each([
    ['ad', '没有命令 ad。是否为 add？', 'usage.unknown-command'],
    ['help ad', '没有命令 ad。是否为 add？', 'usage.unknown-command'],
    ['add --nmae x', '没有选项 --nmae。是否为 --name？', 'usage.unknown-option'],
    ['add --name', '--name 后面缺少值。', 'usage.missing-value'],
    ['init a b', 'dangan init 不要参数，多了：a b。', 'usage.too-many'],
    ['add --duplicate x', '--duplicate 不能是“x”', 'usage.bad-option'],
    ['list --format tabel', '是否为 table？', 'usage.bad-option'],
  ])('%s: %s', async (line, message, code) => {
    const { status, out, err } = await said('zh-Hans', line.split(' '))
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(message)
    expect(err.startsWith('错误：')).toBe(true)
    const machine = await said('en', ['--json', ...line.split(' ')])
    expect(machine.status).toBe(2)
    expect(JSON.parse(machine.err).error).toMatchObject({ code })
  })
})

test('of whatever stands for subcommands, another word is said to be none of them, by its whole name', async () => {
  const groups = all(await treeIn('zh-Hans')).filter(
    ({ parent, commands }) => parent !== null && commands.some((it) => it.name() !== 'help'),
  )
  expect(groups.length).toBeGreaterThan(10)
  const mute = new Set(['form', 'note', 'locate', 'hold', 'loans', 'import', 'copy', 'disclose'])
  const wrong: string[] = []
  for (const group of groups) {
    const path = pathOf(group).split(' ').slice(1)
    const [first] = group.commands.map((it) => it.name())
    if (mute.has(path[0] ?? '') || takesWords(group) || first === undefined) continue
    const { err } = await said('zh-Hans', [...path, `${first}x`])
    if (!err.includes(`没有命令 ${path.join(' ')} ${first}x。是否为 ${path.join(' ')} ${first}？`))
      wrong.push(`${path.join(' ')}: ${err.trim()}`)
  }
  expect(wrong).toEqual([])
})

/** `consult <numbers…>`: another word is one of its own arguments. */
const takesWords = (command: CommandUnknownOpts): boolean =>
  command.registeredArguments.length > 0 ||
  command.commands.some((it) => it.registeredArguments.length > 0 && isDefault(command, it))

const isDefault = (group: CommandUnknownOpts, it: CommandUnknownOpts): boolean =>
  Reflect.get(group, '_defaultCommandName') === it.name()

async function said(lang: Language, words: readonly string[]) {
  const heard = { out: '', err: '' }
  const to = (name: 'out' | 'err'): Stream => ({
    ...nobody,
    write: (text) => void (heard[name] += text),
  })
  const status = await runProgram(worldIn(lang, words, to('out'), to('err')))
  return { status, ...heard }
}
