import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { auditChecks, checkCodes } from '../domain/audit-checks.ts'
import { auditName } from '../domain/audit-finding.ts'
import { auditRuns, type AuditRun } from '../store/audit-runs.ts'
import { findingsIn } from '../store/findings.ts'
import { auditMeant, namedGiven } from './audit-given.ts'
import { clausesOf, findingColumns, findingView } from './audit-view.ts'
import type { Desk } from './desk.ts'

/** An audit as other programs see it. */
export const auditShown = ({ id, counts, scope, ...run }: AuditRun) => ({
  audit: auditName(id),
  runOn: run.runOn,
  runBy: run.runBy,
  archives: run.archives,
  hidden: run.hidden,
  ...counts,
  signedOn: run.signedOn,
  signedBy: run.signedBy,
  note: run.note,
  scope,
  policyVersion: run.policyVersion,
})
type AuditShown = ReturnType<typeof auditShown>

/** `audit list`: every audit, newest first. */
export function auditListCommand(desk: Desk) {
  const { list: text } = desk.text.audit
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .action(async () => {
      const { store } = await desk.read()
      const count = desk.say.listing(auditRuns(store).map(auditShown), columns(desk))
      if (count === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan audit list', 'dangan audit list --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

function columns(desk: Desk): readonly Column<AuditShown>[] {
  const { keys, severities } = desk.text.audit
  const headings: Readonly<Record<string, string>> = { ...keys, ...severities }
  const hidden = new Set(['scope', 'policyVersion', 'hidden', 'note', 'signedOn'])
  return Object.keys(auditShown(blank)).map((key) => ({
    key,
    heading: headings[key] ?? key,
    value: (it) => it[key as keyof AuditShown],
    besides: hidden.has(key),
  }))
}

const blank: AuditRun = {
  ...{ id: 0, runOn: '', runBy: null, runById: null, scope: {}, archives: 0, hidden: 0 },
  counts: { error: 0, warning: 0, info: 0, manual: 0, new: 0, standing: 0, fixed: 0 },
  ...{ policyVersion: 1, signedOn: null, signedBy: null, note: null },
}

/** `audit show A3`: what one audit found. */
export function auditShowCommand(desk: Desk) {
  const { show: text } = desk.text.audit
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[audit]', text.audit)
    .action(async (given) => {
      const name = await namedGiven(desk, given, text.audit, '<audit>')
      const office = await desk.read()
      const { store, policy, operator } = office
      const { id: run } = auditMeant(office, name)
      const found = findingsIn(store, { rights: operator.rights, run })
      const view = findingView(desk, policy)
      const rows = (function* shown() {
        for (const finding of found) yield view(finding)
      })()
      const count = desk.say.listing(rows, findingColumns(desk))
      if (count === 0) desk.say.notice(desk.text.audit.findings.none)
    })
  const examples = ['dangan audit show A3', 'dangan audit show A3 --format csv']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** `audit checks`: what is looked for, and by which clause. */
export function auditChecksCommand(desk: Desk) {
  const { checksList: text, keys, severities, checks } = desk.text.audit
  const command = new Command('checks')
    .summary(text.summary)
    .description(text.description)
    .action(async () => {
      const { policy } = await desk.read()
      const rows = checkCodes.map((check) => ({
        check,
        title: checks[check].title,
        severity: auditChecks[check].severity,
        items: auditChecks[check].items,
        clause: clausesOf(check, policy, null),
      }))
      const joined = (words: readonly string[]) => words.join(desk.text.program.marks.items)
      desk.say.listing(rows, [
        { key: 'check', heading: keys.check, value: (it) => it.check },
        { key: 'title', heading: keys.title, value: (it) => it.title },
        {
          key: 'severity',
          heading: keys.severity,
          value: (it) => it.severity,
          shown: (it) => severities[it.severity],
        },
        {
          key: 'items',
          heading: keys.items,
          value: (it) => it.items,
          shown: (it) => joined(it.items),
        },
        {
          key: 'clause',
          heading: keys.clause,
          value: (it) => it.clause,
          shown: (it) => joined(it.clause),
        },
      ])
    })
  const examples = ['dangan audit checks', 'dangan audit checks --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}
