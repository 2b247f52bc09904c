import { settableKeys } from './archive.ts'
import { askedIn, isFault, parseFormula, type Question } from './formula.ts'
import { valuesOf } from './policy-classification.ts'
import { nameAt, namesAt } from './policy-names.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { ChecklistItem } from './policy-materials.ts'
import type { Policy } from './policy.ts'
import { isSensitive } from './shown.ts'

/** Types, stages, kinds and formulas of the checklists that the policy cannot mean. */
export function checklistProblems(policy: Policy): PolicyProblem[] {
  const { types, stages = {}, checklists = {} } = policy
  return Object.entries(checklists).flatMap(([key, rule]) => [
    ...namesAt(`checklists.${key}.types`, rule.types, 'types', Object.keys(types)),
    ...namesAt(`checklists.${key}.stages`, rule.stages, 'stages', Object.keys(stages)),
    ...Object.entries(rule.items).flatMap(([name, item]) =>
      itemProblems(`checklists.${key}.items.${name}`, item, policy),
    ),
    ...loopProblems(key, policy),
  ])
}

function itemProblems(at: string, item: ChecklistItem, policy: Policy): PolicyProblem[] {
  const { kind, checklist, when } = item
  const kinds = Object.keys(policy.materials?.kinds ?? {})
  return [
    ...((kind === undefined) === (checklist === undefined) ? [problem(at, 'item.kind', {})] : []),
    ...nameAt(`${at}.kind`, kind, 'materialKinds', kinds),
    ...nameAt(`${at}.checklist`, checklist, 'checklists', Object.keys(policy.checklists ?? {})),
    ...(when === undefined ? [] : formulaProblems(`${at}.when`, when, policy)),
  ]
}

/** What a formula of the policy cannot mean, or must not tell. */
export function formulaProblems(at: string, text: string, policy: Policy): PolicyProblem[] {
  const read = parseFormula(text)
  if (!isFault(read)) return askedIn(read).flatMap((asked) => askedProblems(at, asked, policy))
  const facts = { formula: text, character: read.at, wanted: read.wanted }
  return [problem(at, 'formula.form', facts)]
}

function askedProblems(at: string, asked: Question, policy: Policy): PolicyProblem[] {
  const { key } = asked
  const known = [...settableKeys, ...Object.keys(policy.fields ?? {})]
  if (!known.includes(key)) return namesAt(at, [key], 'keys', known)
  if (isSensitive(key, policy)) return [problem(at, 'formula.sensitive', { key })]
  if (asked.kind === 'present') return []
  if (asked.kind === 'compare' && typeof asked.value === 'number')
    return isCounted(key, policy) ? [] : [problem(at, 'formula.number', { key })]
  const said = asked.kind === 'among' ? asked.values : [String(asked.value)]
  const values = valuesOf(key, policy)
  return values
    ? namesAt(
        at,
        said.filter((value) => value !== ''),
        ...values,
      )
    : []
}

const isCounted = (key: string, { fields }: Policy): boolean =>
  ['integer', 'number', 'amount'].includes(fields?.[key]?.kind ?? '')

/** A checklist that holds itself, said once: where its first name comes. */
function loopProblems(key: string, policy: Policy): PolicyProblem[] {
  const names = loopFrom([key], policy)
  const isFirst = names?.every((name) => key <= name)
  return names && isFirst ? [problem(`checklists.${key}`, 'checklist.loop', { names })] : []
}

/** The way back to the first of `names`; undefined where there is none. */
function loopFrom(names: readonly string[], policy: Policy): readonly string[] | undefined {
  const items = Object.values(policy.checklists?.[names.at(-1) ?? '']?.items ?? {})
  for (const { checklist } of items) {
    if (checklist === undefined) continue
    if (checklist === names[0]) return [...names, checklist]
    const found = names.includes(checklist) ? undefined : loopFrom([...names, checklist], policy)
    if (found) return found
  }
  return undefined
}
