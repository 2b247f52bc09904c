import { foldText } from './fold.ts'
import { invalid, type Invalid } from './invalid.ts'
import { readName, trimmed } from './plain.ts'
import type { Choice, Choices } from './policy.ts'
import { nearest } from './suggest.ts'

/** Every spelling of a list, exact and folded, and the identifier that it means. */
type Spellings = ReadonlyMap<string, string>
const known = new WeakMap<Choices, Spellings>()

/** The identifier that a cell means: by identifier, label in any language, or alias; '' for a blank cell. */
export function readChoice(choices: Choices, raw: string): string | Invalid {
  const spellings = spellingsOf(choices)
  const found = spellings.get(raw) ?? (trimmed(raw) === '' ? '' : spellings.get(folded(raw)))
  return found ?? unknown(choices, spellings, raw)
}

/** The identifier that a word means or was probably meant to mean. */
function unknown(choices: Choices, spellings: Spellings, raw: string): Invalid {
  const value = readName(raw)
  if (typeof value !== 'string') return value
  const labels = Object.fromEntries(Object.entries(choices).map(([id, { label }]) => [id, label]))
  const facts = { value, choices: Object.keys(choices), labels }
  const near = nearest(folded(value), spellings.keys())
  const suggestion = near === undefined ? undefined : spellings.get(near)
  return invalid('choice.unknown', suggestion === undefined ? facts : { ...facts, suggestion })
}

function spellingsOf(choices: Choices): Spellings {
  let spellings = known.get(choices)
  if (!spellings) known.set(choices, (spellings = spelledOut(choices)))
  return spellings
}

/** Where two choices share a spelling, identifiers come before labels, labels before aliases. */
function spelledOut(choices: Choices): Spellings {
  const spellings = new Map<string, string>()
  const add = (spelling: string, id: string) => {
    for (const form of [spelling, folded(spelling)])
      if (!spellings.has(form)) spellings.set(form, id)
  }
  const all = Object.entries(choices)
  for (const [id] of all) add(id, id)
  for (const [id, choice] of all) for (const label of labelsOf(choice)) add(label, id)
  for (const [id, choice] of all) for (const alias of choice.aliases ?? []) add(alias, id)
  return spellings
}

const labelsOf = (choice: Choice): readonly string[] => Object.values(choice.label)

/** Width, letter case, 简繁, spaces, hyphens and underscores do not count. */
const folded = (text: string): string => foldText(text).replace(/[\s_-]/g, '')
