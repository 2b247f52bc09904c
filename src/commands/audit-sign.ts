import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { auditName } from '../domain/audit-finding.ts'
import { Refusal } from '../domain/refusal.ts'
import { isActive } from '../domain/staff.ts'
import { signRun, type AuditRun } from '../store/audit-runs.ts'
import { enter } from '../store/journal.ts'
import { staffList } from '../store/staff.ts'
import { auditMeant, namedGiven } from './audit-given.ts'
import { auditShown } from './audit-list.ts'
import type { Desk, Office } from './desk.ts'
import { wordsOrNone } from './text-given.ts'

/** `audit sign A3`: somebody answers for what an audit found (S000-5.2-2). */
export function auditSignCommand(desk: Desk) {
  const { sign: text, show } = desk.text.audit
  const command = new Command('sign')
    .summary(text.summary)
    .description(text.description)
    .argument('[audit]', show.audit)
    .option('--note <text>', text.note)
    .action(async (given, { note }) => {
      const name = await namedGiven(desk, given, show.audit, '<audit>')
      const run = await desk.act((office) => signed(office, name, wordsOrNone('--note', note)))
      desk.say.result(auditShown(run), () => [text.done(auditName(run.id), run.signedBy ?? '')])
    })
  const examples = ['dangan audit sign A3 --as 王芳', 'dangan audit sign A3 --as 王芳 --note 属实']
  const statuses = [exits.refused, exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** @throws Refusal audit.missing, audit.signed, audit.own */
function signed(office: Office, name: string, note: string | null): AuditRun {
  const { store, hand, today } = office
  const run = auditMeant(office, name)
  const audit = auditName(run.id)
  if (run.signedOn !== null)
    throw new Refusal('audit.signed', { audit, by: run.signedBy ?? '', on: run.signedOn })
  const others = staffList(store).filter((it) => isActive(it, today) && it.id !== run.runById)
  // whoever is alone signs for themselves, as they verify for themselves (SPEC 15.1)
  if (run.runById === hand.staffId && others.length > 0)
    throw new Refusal('audit.own', { audit, by: run.runBy ?? '' })
  if (today < run.runOn)
    throw new Refusal('date.before-last-act', { number: audit, date: today, lastAct: run.runOn })
  const done = signRun(store, run.id, { signedOn: today, signedBy: hand.staffId, note })
  enter(store, hand, {
    action: 'audit.sign',
    object: audit,
    parts: [{ archiveId: 0, detail: { note } }],
  })
  return done
}
