import { quoted } from '../domain/quoted.ts'
import type { Answered } from './ask.ts'

/**
 * The one line that does what was asked for question by question: the words given, then the
 * answers as options. An answer's option is `--name`, an argument `<number>`, a whole `--how add`,
 * the beginning of a value `--set sex=…` (with `…,` several go into one value), or empty where no
 * option of its own says it.
 */
export function equivalentLine(words: readonly string[], answers: readonly Answered[]): string {
  const said = answers.filter(({ option }) => option !== '')
  const joined = said.filter(({ option }) => option.endsWith(',')).flatMap(optionsIn)
  const added = said.filter(({ option }) => !option.endsWith(',')).flatMap(optionsIn)
  return ['dangan', ...words, ...added.flatMap(inWords), ...together(joined).flatMap(inWords)]
    .map(quoted)
    .join(' ')
}

/** An option or argument, and its value where it takes one. */
type Said = readonly [name: string, value?: string]

function optionsIn({ option, value, isSwitch }: Answered): readonly Said[] {
  const [, name = option, rest] = /^(\S+) (.*)$/s.exec(option) ?? []
  const begin = rest === undefined ? undefined : /^(.*)…,?$/s.exec(rest)?.[1]
  if (rest !== undefined && begin === undefined) return [[name, rest]]
  if (isSwitch) return [[name]]
  return value === '' ? [] : [[name, (begin ?? '') + value]]
}

function inWords([name, value]: Said): readonly string[] {
  if (value === undefined) return [name]
  if (name.startsWith('<')) return [value]
  return value.startsWith('-') ? [`${name}=${value}`] : [name, value]
}

/** Values of one option as one list. */
function together(options: readonly Said[]): readonly Said[] {
  const lists = new Map<string, string[]>()
  for (const [name, value = ''] of options) lists.set(name, [...(lists.get(name) ?? []), value])
  return [...lists].map(([name, values]) => [name, values.join(',')])
}
