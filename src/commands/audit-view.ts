import { auditChecks } from '../domain/audit-checks.ts'
import { findingName, type CheckCode } from '../domain/audit-finding.ts'
import type { Column } from '../cli/printer.ts'
import { needsIn } from '../domain/checklist.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import type { Finding } from '../store/findings.ts'
import type { Desk } from './desk.ts'

/** What a finding says, in the reader's language: composed now, from keys (SPEC 15.5). */
function messageOf(desk: Desk, policy: Policy, { check, facts }: Finding): string {
  const says = desk.text.audit.checks[check].says as (facts: unknown) => string
  return says({ ...facts, ...labelled(desk, policy, facts) })
}

/** Keys of fields and documents as people call them. */
function labelled({ text, language }: Desk, policy: Policy, facts: Finding['facts']) {
  const { fields, items, item } = facts as {
    fields?: readonly string[]
    items?: readonly string[]
    item?: string
  }
  if (item !== undefined) return { item: policy.inspection?.items[item]?.label[language] ?? item }
  if (fields) return { fields: fields.map((key) => labelOf(key, policy, language, text.keys)) }
  if (!items) return {}
  const needs = new Map(needsIn(policy).map(({ at, label }) => [at, label[language]]))
  return { items: items.map((at) => needs.get(at) ?? at) }
}

/** The clauses of a check: those of the policy's rule, where there is one. */
export const clausesOf = (check: CheckCode, policy: Policy, type: string | null) =>
  auditChecks[check].source(policy, type ?? '')

/** The next command. */
const fixOf = ({ check, number, facts }: Finding): string =>
  (auditChecks[check].fix as (number: string, facts: unknown) => string)(number ?? '', facts)

/** A finding as other programs see it. */
export const findingShown = (desk: Desk, policy: Policy, it: Finding) => ({
  finding: it.id === 0 ? null : findingName(it.id),
  check: it.check,
  severity: it.severity,
  number: it.number,
  message: messageOf(desk, policy, it),
  clause: clausesOf(it.check, policy, it.type),
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
export type FindingShown = ReturnType<typeof findingShown>

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
