import { once } from './once.ts'

/** Needs no quotes in any shell: letters of any script, digits, a few signs. */
const harmless = once(() => /^[\p{L}\p{N}\p{M}_@%+:,./-][\p{L}\p{N}\p{M}_@%+=:,./-]*$/u)

/** A word as a shell (bash, zsh, fish) takes it whole. */
export const quoted = (word: string): string =>
  harmless().test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
