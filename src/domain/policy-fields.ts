import { problem, type PolicyProblem } from './policy-problem.ts'
import type { Choices, FieldRule } from './policy.ts'

/** Fields of an archive or of an entry: choices where the kind wants them, headings told apart. */
export function fieldProblems(
  at: string,
  fields: Readonly<Record<string, FieldRule>>,
): PolicyProblem[] {
  return [
    ...spellingProblems(at, fields),
    ...Object.entries(fields).flatMap(([key, rule]) => choiceProblems(`${at}.${key}`, key, rule)),
  ]
}

function choiceProblems(at: string, key: string, { kind, choices }: FieldRule): PolicyProblem[] {
  if (kind === 'choice' && !choices) return [problem(at, 'field.no-choices', { key })]
  if (kind !== 'choice' && choices)
    return [problem(`${at}.choices`, 'field.idle-choices', { key, kind })]
  return spellingProblems(`${at}.choices`, choices ?? {})
}

/** Spellings (identifier, labels, aliases) that two things of one list share: an import could not tell them apart. */
export function spellingProblems(at: string, list: Choices): PolicyProblem[] {
  const owners = new Map<string, string>()
  return Object.entries(list).flatMap(([key, choice]) =>
    [...spellingsOf(key, choice)].flatMap((alias) => {
      const other = owners.get(alias)
      owners.set(alias, other ?? key)
      return other === undefined ? [] : [problem(`${at}.${key}`, 'alias.twice', { alias, other })]
    }),
  )
}

/** Each once, as an import compares them. */
const spellingsOf = (key: string, { label, aliases = [] }: Choices[string]): Set<string> =>
  new Set([key, ...Object.values(label), ...aliases].filter(isText).map(folded))

/** A comma too many in a label makes a key of it that has no value. */
const isText = (spelling: unknown): spelling is string => typeof spelling === 'string'

const folded = (spelling: string): string => spelling.normalize('NFKC').trim().toLowerCase()
