import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { findingsIn } from '../store/findings.ts'
import { staffOf } from '../store/staff.ts'
import { checksGiven, severityGiven } from './audit-given.ts'
import { findingColumns, findingView } from './audit-view.ts'
import type { Desk } from './desk.ts'

/** `audit findings`: everything that audits found, and how it stands (S000-5-3). */
export function auditFindingsCommand(desk: Desk) {
  const { findings: text, severity, check } = desk.text.audit
  const command = new Command('findings')
    .summary(text.summary)
    .description(text.description)
    .option('--open', text.open)
    .option('--owner <staff>', text.owner)
    .option('--severity <severity>', severity)
    .option('--check <codes...>', check)
    .action(async ({ open, owner }, self) => {
      // `audit` has these two as well, and takes them
      const options = self.optsWithGlobals()
      const least = severityGiven(options.severity)
      const checks = options.check && checksGiven(options.check)
      const { store, policy, operator } = await desk.read()
      const ownerId = owner === undefined ? undefined : staffOf(store, owner).id
      const isOpen = open === true
      const found = findingsIn(store, { rights: operator.rights, isOpen, least, ownerId, checks })
      const view = findingView(desk, policy)
      const rows = (function* shown() {
        for (const finding of found) yield view(finding)
      })()
      const count = desk.say.listing(rows, findingColumns(desk))
      if (desk.say.manner.format === 'table')
        desk.say.notice(count === 0 ? text.none : text.count(count))
    })
  const examples = [
    'dangan audit findings --open',
    'dangan audit findings --open --severity error --json',
  ]
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}
