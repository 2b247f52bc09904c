import { languages, type Label, type Language } from '../domain/words.ts'

/**
 * A value as indented lines, a key and a value each; labels in the reader's language only.
 * For people to read: `policy export` gives what can be read back.
 */
export function outline(value: unknown, language: Language): string[] {
  if (isSimple(value)) return [briefly(value, language)]
  if (Array.isArray(value)) return value.flatMap((item) => hung(outline(item, language), '- '))
  return Object.entries(value as object).flatMap(([key, item]) =>
    isSimple(item)
      ? [`${key}: ${briefly(item, language)}`]
      : [`${key}:`, ...outline(item, language).map((line) => `  ${line}`)],
  )
}

const hung = (lines: readonly string[], mark: string): string[] =>
  lines.map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`)

/** Fits on one line: a single value, a label, a list of single values, or nothing. */
const isSimple = (value: unknown): boolean =>
  isSingle(value) ||
  isLabel(value) ||
  Object.keys(value as object).length === 0 ||
  (Array.isArray(value) && value.every(isSingle))

const isSingle = (value: unknown): boolean => typeof value !== 'object' || value === null

const isLabel = (value: unknown): value is Label =>
  !isSingle(value) && languages.every((language) => Object.hasOwn(value as object, language))

/** A value on one line: `一般 {start: formed, years: 10}` for a rule that has a label. */
export function briefly(value: unknown, language: Language): string {
  if (value === undefined || value === null) return '—'
  if (isLabel(value)) return value[language]
  if (isSingle(value)) return String(value)
  if (Array.isArray(value) && value.length === 0) return '—'
  if (Array.isArray(value)) return value.map((item) => briefly(item, language)).join(', ')
  const { label, ...rule } = value as { label?: unknown }
  const said = Object.entries(rule)
    .filter(([key]) => !asides.has(key))
    .map(([key, item]) => (isSingle(item) ? `${key}: ${String(item)}` : key))
  return [...(isLabel(label) ? [label[language]] : []), `{${said.join(', ')}}`].join(' ')
}

/** What a rule says of itself, not of archives. */
const asides = new Set(['source', 'assumed', 'aliases'])
