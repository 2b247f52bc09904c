import { invalid, type Invalid } from './invalid.ts'
import { nearest } from './suggest.ts'

/** Headings and the keys that somebody gave them; `extra`: kept as it is. */
export type Mapping = ReadonlyMap<string, string>

/** Reads `客户名称=name,传真=extra`; the last `=` of a part counts, full-width signs do too. */
export function parseMapping(text: string): Mapping | Invalid {
  const mapping = new Map<string, string>()
  for (const part of text.split(/[,，]/).filter((each) => each.trim() !== '')) {
    const found = /^\s*(.*\S)\s*[=＝]\s*([^=＝\s]+)\s*$/s.exec(part)
    if (!found?.[1] || !found[2] || mapping.has(found[1]))
      return invalid('map.shape', { part: part.trim() })
    mapping.set(found[1], found[2])
  }
  return mapping.size === 0 ? invalid('map.shape', { part: text.trim() }) : mapping
}

/** What is wrong with a mapping for this file: a key nobody knows, a heading that it does not have. */
export function checkMapping(
  mapping: Mapping,
  headings: readonly string[],
  keys: readonly string[],
): Invalid | undefined {
  const present = new Set(headings.map((heading) => heading.trim()))
  for (const [heading, key] of mapping) {
    if (!present.has(heading))
      return invalid('map.heading', { heading, ...suggested(heading, present) })
    if (key !== 'extra' && !keys.includes(key))
      return invalid('map.key', { key, ...suggested(key, keys) })
  }
  return undefined
}

function suggested(word: string, known: Iterable<string>): { readonly suggestion?: string } {
  const suggestion = nearest(word, known)
  return suggestion === undefined ? {} : { suggestion }
}
