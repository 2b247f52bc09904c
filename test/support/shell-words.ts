import type { Environment } from './program.ts'

const word = /'([^']*)'|"([^"\\`$]*)"|\$([A-Z_]+)(?![A-Za-z0-9_])|([^\s'"\\`$|&;<>(){}*?[\]~#!]+)/y

/**
 * The words of a command line that means to bash what it says: quotes and `$NAME` only. Undefined
 * where there is more to it (a pipe, a pattern, a second command): that is for bash to read.
 */
export function plainWords(line: string, env: Environment): string[] | undefined {
  const words: string[] = []
  let at = 0
  let isInside = false
  while (at < line.length) {
    const space = /[ ]+/y
    space.lastIndex = at
    if (space.test(line)) {
      at = space.lastIndex
      isInside = false
      continue
    }
    word.lastIndex = at
    const found = word.exec(line)
    if (!found) return undefined
    const [, single, double, name, bare] = found
    const value = name === undefined ? undefined : env[name]
    // what a variable holds may be several words
    if (name !== undefined && (value === undefined || /\s|^$/.test(value))) return undefined
    const text = single ?? double ?? value ?? bare ?? ''
    if (isInside) words.push(`${words.pop()}${text}`)
    else words.push(text)
    isInside = true
    at = word.lastIndex
  }
  return words
}
