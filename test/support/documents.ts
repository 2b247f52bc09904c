import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { deskIn } from '../../src/commands/build-desk.ts'
import { wholeProgram } from '../../src/commands/program.ts'
import type { Language } from '../../src/domain/words.ts'

const root = resolve(import.meta.dirname, '../..')
const documentPath = (name: string): string => join(root, name)
export const documentText = (name: string): string => readFileSync(documentPath(name), 'utf8')

/** The whole command tree as a reader of `language` sees it; opens nothing. */
export async function programIn(language: Language): Promise<CommandUnknownOpts> {
  const stream = {
    isTerminal: false,
    columns: undefined,
    write: () => {},
    bytes: () => {},
    flush: () => {},
  }
  const desk = await deskIn({
    words: ['help'],
    version: '0.0.0',
    env: { DANGAN_LANG: language },
    out: stream,
    err: stream,
    stdin: { fd: 0, isTerminal: false },
    account: 'nobody',
    home: root,
    platform: 'linux',
    clock: () => new Date(0),
    spillInto: () => undefined,
  })
  return wholeProgram(desk)
}

/** The part between `<!-- name -->` and `<!-- /name -->`, trimmed. */
export function partOf(text: string, name: string): string {
  const found = new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)<!-- /${name} -->`).exec(text)
  if (!found) throw new Error(`there is no part ${name}`)
  return (found[1] ?? '').trim()
}

/** Writes that part anew. */
export function rewritePart(document: string, name: string, part: string): void {
  const begin = `<!-- ${name} -->\n`
  const parts = documentText(document).split(new RegExp(`${begin}[\\s\\S]*?(?=<!-- /${name} -->)`))
  writeFileSync(documentPath(document), parts.join(`${begin}${part}\n`))
}

/** A chapter of a document: its heading, and the lines of its `sh` blocks that run dangan. */
export interface Chapter {
  readonly title: string
  readonly lines: readonly string[]
}

export function chaptersOf(text: string): Chapter[] {
  const [, ...chapters] = text.split(/^## /m)
  return chapters.map((chapter) => {
    const blocks = [...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    const lines = blocks.flatMap(([, block = '']) => block.trimEnd().split('\n'))
    const [title = ''] = chapter.split('\n')
    return { title, lines: lines.filter((line) => line.startsWith('dangan ')) }
  })
}

/** The status that a line of a document says it ends with: `# exits 8 …`. */
export const statusSaid = (line: string): number => Number(/# exits (\d+)/.exec(line)?.[1] ?? 0)

/** Every command line of dangan that a document shows, in blocks and in running text. */
export function commandLinesOf(text: string): string[] {
  const spans = [...text.matchAll(/`(?:[A-Z_]+=\S* |source <\()?(dangan [^`\n]+)`/g)].map(
    ([, line = '']) => line,
  )
  const shown = chaptersOf(text).flatMap(({ lines }) => lines)
  return [...spans, ...shown].flatMap((line) =>
    line.split(/[|;>)#]| && /).flatMap((it) => (/^\s*dangan /.test(it) ? [it.trim()] : [])),
  )
}

/** Words that name no subcommand go to the one that is meant where none is named. */
function defaultOf(command: CommandUnknownOpts): CommandUnknownOpts {
  const { _defaultCommandName: name } = command as { _defaultCommandName?: string | null }
  return command.commands.find((it) => it.name() === name) ?? command
}

/** What is wrong with a command line, going by the tree alone; undefined: nothing. */
export function wrongIn(program: CommandUnknownOpts, line: string): string | undefined {
  const words = (line.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).slice(1)
  let command = program
  let given = 0
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string
    if (word.startsWith('-') && word !== '-') {
      const [name = ''] = word.split('=')
      const option = [...command.options, ...defaultOf(command).options, ...program.options].find(
        ({ long, short }) => long === name || short === name,
      )
      if (!option && name !== '--help') return `${line}: there is no option ${name}`
      if (option?.required && !word.includes('=')) at += 1
      continue
    }
    const child = given === 0 && command.commands.find((it) => it.name() === word)
    if (child) command = child
    else if (command === program) return `${line}: there is no command ${word}`
    else given += 1
  }
  const { registeredArguments: takes } = defaultOf(command)
  if (given > takes.length && !takes.at(-1)?.variadic) return `${line}: too many words`
  return undefined
}
