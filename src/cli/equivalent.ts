import type { Answered } from './ask.ts'

/** Needs no quotes in any shell: letters of any script, digits, a few signs. */
const harmless = /^[\p{L}\p{N}\p{M}_@%+:,./-][\p{L}\p{N}\p{M}_@%+=:,./-]*$/u

/** A word as a shell (bash, zsh, fish) takes it whole. */
export const quoted = (word: string): string =>
  harmless.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/**
 * The one line that does what was asked for question by question: the words given, then the
 * answers as options. An answer's option is `--name`, an argument `<number>`, the beginning of a
 * value `--set sex=…`, or empty where no option of its own says it.
 */
export function equivalentLine(words: readonly string[], answers: readonly Answered[]): string {
  const added = answers.filter(({ option }) => option !== '').flatMap(wordsFor)
  return ['dangan', ...words, ...added].map(quoted).join(' ')
}

function wordsFor({ option, value }: Answered): readonly string[] {
  if (option === '--yes') return [option]
  const [name = '', begin] = option.split(/ (.*)/)
  if (begin !== undefined && !begin.endsWith('…')) return [name, begin]
  if (value === '') return []
  if (name.startsWith('<')) return [value]
  const given = begin === undefined ? value : begin.slice(0, -1) + value
  return given.startsWith('-') ? [`${name}=${given}`] : [name, given]
}
