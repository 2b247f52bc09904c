import { inspectionName, readNumbered, repairName, type Inspection } from '../domain/inspection.ts'
import { levelOf } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { archivesById } from '../store/archives.ts'
import { staffById } from '../store/staff.ts'
import { defectById, type StoredDefect } from '../store/defects.ts'
import { inspectionById, inspectionsIn } from '../store/inspections.ts'
import type { Desk, Office } from './desk.ts'
import { somebodyIn } from './people.ts'

/** The inspection that the line names; the only one that is open, where it names none; else a person is asked. */
export async function inspectionGiven(desk: Desk, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const [only, ...others] = inspectionsIn((await desk.read()).store, { isOpen: true })
  if (only && others.length === 0) return inspectionName(only.id)
  const message = desk.text.inspection.inspection
  return (await desk.ask({ named: { kind: 'text', message, option: '<inspection>' } }, {})).named
}

/** @throws Refusal inspection.missing */
export function inspectionMeant({ store }: Office, given: string): Inspection {
  const id = readNumbered('I', given)
  const found = id === undefined ? undefined : inspectionById(store, id)
  if (found) return found
  throw new Refusal('inspection.missing', {
    inspection: id === undefined ? given : inspectionName(id),
  })
}

/** Of one in what the operator may not read nothing is told. @throws Refusal repair.missing */
export function defectMeant(office: Office, given: string): StoredDefect {
  const id = readNumbered('P', given)
  const found = id === undefined ? undefined : defectById(office.store, id)
  const [readable] = found ? readableDefects(office, [found]) : []
  if (readable) return readable
  throw new Refusal('repair.missing', { repair: id === undefined ? given : repairName(id) })
}

/** Those in what the operator may read. */
export function readableDefects(
  { store, operator }: Office,
  defects: readonly StoredDefect[],
): StoredDefect[] {
  const archives = archivesById(
    store,
    defects.map(({ archiveId }) => archiveId),
  )
  return defects.filter((defect) => {
    const archive = archives.get(defect.archiveId)
    return archive !== undefined && mayRead(operator, archive, levelOf(defect, archive))
  })
}

/** Names of those who sign: of the staff as they are called there, of others as said; else whoever acts. */
export function signersIn(
  { store, hand }: Office,
  option: string,
  said: readonly string[] | undefined,
): string[] {
  const own = staffById(store, hand.staffId ?? 0)?.name ?? hand.account
  return said ? [...new Set(said.map((name) => somebodyIn(store, option, name).name))] : [own]
}
