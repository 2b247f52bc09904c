import { auditChecks } from '../domain/audit-checks.ts'
import { findingName, type CheckCode } from '../domain/audit-finding.ts'
import type { Column } from '../cli/printer.ts'
import { needsIn } from '../domain/checklist.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import type { Finding } from '../store/findings.ts'
import type { Desk } from './desk.ts'

/** Keys of fields and documents as people call them: composed now, from keys (SPEC 15.5). */
function labeller({ text, language }: Desk, policy: Policy) {
  const { keys } = text
  const items = new Map(needsIn(policy).map(({ at, label }) => [at, label[language]]))
  const fields = new Map<string, string>()
  const fieldOf = (key: string): string => {
    const known = fields.get(key) ?? labelOf(key, policy, language, keys)
    fields.set(key, known)
    return known
  }
  return (facts: Finding['facts']): object => {
    const said = facts as {
      fields?: readonly string[]
      items?: readonly string[]
      item?: string
    }
    const item = policy.inspection?.items[said.item ?? '']
    if (item) return { ...facts, item: item.label[language] }
    if (said.fields) return { ...facts, fields: said.fields.map(fieldOf) }
    if (said.items) return { ...facts, items: said.items.map((at) => items.get(at) ?? at) }
    return facts
  }
}

/** The clauses of a check: those of the policy's rule, where there is one. */
export const clausesOf = (check: CheckCode, policy: Policy, type: string | null) =>
  auditChecks[check].source(policy, type ?? '')

/** The next command. */
const fixOf = ({ check, number, facts }: Finding): string =>
  (auditChecks[check].fix as (number: string, facts: unknown) => string)(number ?? '', facts)

/** A finding as other programs see it. What is the same for a million of them is looked up once. */
export function findingView(desk: Desk, policy: Policy) {
  const says = desk.text.audit.checks
  const labelled = labeller(desk, policy)
  const clauses = new Map<string, readonly string[]>()
  const clausesFor = (check: CheckCode, type: string | null): readonly string[] => {
    const key = `${check} ${type ?? ''}`
    const known = clauses.get(key) ?? clausesOf(check, policy, type)
    clauses.set(key, known)
    return known
  }
  // what says the same comes as the same object (store/findings.ts)
  const messages = new WeakMap<object, string>()
  const messageOf = ({ check, facts }: Finding): string => {
    const known = messages.get(facts)
    if (known !== undefined) return known
    const said = (says[check].says as (facts: unknown) => string)(labelled(facts))
    messages.set(facts, said)
    return said
  }
  return (it: Finding) => ({
    finding: it.id === 0 ? null : findingName(it.id),
    check: it.check,
    severity: it.severity,
    number: it.number,
    message: messageOf(it),
    clause: clausesFor(it.check, it.type),
    dueOn: it.dueOn,
    status: it.status,
    items: auditChecks[it.check].items,
    foundOn: it.foundOn,
    owner: it.owner,
    resolvedOn: it.resolvedOn,
    resolvedBy: it.resolvedBy,
    note: it.note,
    fix: fixOf(it),
  })
}
export type FindingShown = ReturnType<ReturnType<typeof findingView>>

const plain = ['finding', 'severity', 'number', 'message', 'dueOn', 'status'] as const
const besides = [
  'check',
  'clause',
  'items',
  'foundOn',
  'owner',
  'resolvedOn',
  'resolvedBy',
] as const

export function findingColumns(desk: Desk): readonly Column<FindingShown>[] {
  const { audit: text, program } = desk.text
  const column = (key: keyof FindingShown, isBesides: boolean): Column<FindingShown> => ({
    key,
    heading: text.keys[key],
    value: (it) => it[key],
    besides: isBesides,
  })
  const shown: Partial<Record<keyof FindingShown, (it: FindingShown) => string>> = {
    finding: (it) => it.finding ?? '—',
    severity: (it) => text.severities[it.severity],
    number: (it) => it.number ?? text.office,
    status: (it) => text.status[it.status],
    clause: (it) => it.clause.join(program.marks.items),
    items: (it) => it.items.join(program.marks.items),
  }
  const order = ['finding', 'check', 'severity', 'number', 'message', 'clause', 'dueOn', 'status']
  const keys = [
    ...order,
    ...[...plain, ...besides, 'note', 'fix'].filter((it) => !order.includes(it)),
  ]
  return (keys as (keyof FindingShown)[]).map((key) => {
    const made = column(key, !(plain as readonly string[]).includes(key))
    const say = shown[key]
    return say ? { ...made, shown: say } : made
  })
}
