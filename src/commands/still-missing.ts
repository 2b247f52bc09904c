import type { Archive } from '../domain/archive.ts'
import { needsFor } from '../domain/checklist.ts'
import type { Desk, Office } from './desk.ts'
import { completenessIn } from './listed-rows.ts'

/** After an act on its materials: what the checklists still ask of an archive. Nothing where they ask nothing. */
export function tellStillMissing(desk: Desk, office: Office, archive: Archive): void {
  if (desk.globals.dryRun || needsFor(archive, office.policy).length === 0) return
  const { lacks } = completenessIn(office, [archive])(archive).completeness
  const text = desk.text.checklist
  desk.say.notice(lacks.length === 0 ? text.nowComplete : text.still(lacks.length, archive.number))
}
