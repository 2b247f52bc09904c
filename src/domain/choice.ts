import { foldText } from './fold.ts'
import { invalid, type Invalid } from './invalid.ts'
import { readName, trimmed } from './plain.ts'
import type { Choice, Choices } from './policy.ts'
import { nearest } from './suggest.ts'

/** Spellings of a list, and the identifier that each means. */
type Spellings = ReadonlyMap<string, string>
const asWritten = new WeakMap<Choices, Spellings>()
const folded = new WeakMap<Choices, Spellings>()

/** The identifier that a cell means: by identifier, label in any language, or alias; '' for a blank cell. */
export function readChoice(choices: Choices, raw: string): string | Invalid {
  const exact = spellingsOf(choices, asWritten, (it) => it).get(raw)
  if (exact !== undefined) return exact
  if (trimmed(raw) === '') return ''
  const spellings = spellingsOf(choices, folded, fold)
  return spellings.get(fold(raw)) ?? unknown(choices, spellings, raw)
}

/** The identifier that a word means or was probably meant to mean. */
function unknown(choices: Choices, spellings: Spellings, raw: string): Invalid {
  const value = readName(raw)
  if (typeof value !== 'string') return value
  const labels = Object.fromEntries(Object.entries(choices).map(([id, { label }]) => [id, label]))
  const facts = { value, choices: Object.keys(choices), labels }
  const near = nearest(fold(value), spellings.keys())
  const suggestion = near === undefined ? undefined : spellings.get(near)
  return invalid('choice.unknown', suggestion === undefined ? facts : { ...facts, suggestion })
}

/** Folding reads a table of characters: only what is not written as the policy has it is folded. */
function spellingsOf(
  choices: Choices,
  known: WeakMap<Choices, Spellings>,
  form: (spelling: string) => string,
): Spellings {
  let spellings = known.get(choices)
  if (!spellings) known.set(choices, (spellings = spelledOut(choices, form)))
  return spellings
}

/** Where two choices share a spelling, identifiers come before labels, labels before aliases. */
function spelledOut(choices: Choices, form: (spelling: string) => string): Spellings {
  const spellings = new Map<string, string>()
  const add = (spelling: string, id: string) => {
    const written = form(spelling)
    if (!spellings.has(written)) spellings.set(written, id)
  }
  const all = Object.entries(choices)
  for (const [id] of all) add(id, id)
  for (const [id, choice] of all) for (const label of labelsOf(choice)) add(label, id)
  for (const [id, choice] of all) for (const alias of choice.aliases ?? []) add(alias, id)
  return spellings
}

const labelsOf = (choice: Choice): readonly string[] => Object.values(choice.label)

/** Width, letter case, 简繁, spaces, hyphens and underscores do not count. */
const fold = (text: string): string => foldText(text).replace(/[\s_-]/g, '')
