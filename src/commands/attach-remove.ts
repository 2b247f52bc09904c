import { requireDating } from '../domain/dating.ts'
import { levelOf, materialName } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { eraseFile, giveUpFile } from '../store/files.ts'
import { surveyed } from '../store/listing.ts'
import { removeMaterial } from '../store/materials.ts'
import { isJournaledReading } from '../store/reading.ts'
import type { AttachOptions } from './attach.ts'
import { intakeAt } from './attach-files.ts'
import { enterAct, requireAttachable, toldOf } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import type { Intake } from './material-files.ts'
import { materialWords } from './material-view.ts'
import { materialGiven, namesFrom, type GivenMaterial } from './materials-given.ts'
import { enterReadings } from './reading.ts'

/** `attach --remove <number>/<material>… --reason`: takes out what was attached by mistake, bytes and all; journaled. */
export async function removeMaterials(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const names = await namesFrom(desk, given)
  const text = desk.text.material
  const question = { kind: 'text', message: text.ask.reason, option: '--reason' } as const
  const said = options.reason === undefined ? {} : { reason: options.reason }
  const { reason } = await desk.ask({ reason: question }, said)
  if (!desk.globals.dryRun && !(await confirmed(desk, names)))
    return desk.say.notice(desk.text.classification.declined)
  const office = await desk.write()
  requireDating({ ...office, reason }, office.policy)
  const intake = intakeAt(desk, office)
  const work = () => removeAll(office, intake, names, reason)
  const done = desk.globals.dryRun ? office.store.rehearse(work) : office.store.transact(work)
  if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
  else
    for (const { erasable } of done) if (erasable !== undefined) eraseFile(office.store, erasable)
  sayRemoved(desk, office, done, reason)
}

interface Removed extends GivenMaterial {
  /** The file that nobody has any more. */
  readonly erasable: number | undefined
}

function removeAll(
  office: Office,
  intake: Intake,
  names: readonly string[],
  reason: string,
): Removed[] {
  const { store } = office
  const given = names.map((name) => materialGiven(office, name))
  const found = [...new Map(given.map((it) => [it.material.id, it])).values()]
  for (const { archive } of found) requireAttachable(office, archive)
  enterAct(
    office,
    'material.remove',
    found.map(({ archive, material }) => ({ archive, told: toldOf(material) })),
    reason,
  )
  return found.map(({ archive, material }) => {
    removeMaterial(store, material)
    const id = material.file?.id
    const isFree = id !== undefined && giveUpFile(store, id, intake.writer)
    return { archive, material, erasable: isFree ? id : undefined }
  })
}

/** At a terminal it is named first; elsewhere the reason is enough for one, --yes for several. */
async function confirmed(desk: Desk, names: readonly string[]): Promise<boolean> {
  const { ask } = desk.text.material
  const { items } = desk.text.program.marks
  if (!desk.globals.interactive)
    return names.length === 1 || desk.confirm(ask.remove(names.join(items)), 'attach --remove')
  const office = await desk.read()
  const found = names.map((name) => materialGiven(office, name))
  const secret = found.filter(({ archive, material }) =>
    isJournaledReading(office.policy, levelOf(material, archive)),
  )
  const archives = new Map(secret.map(({ archive }) => [archive.id, archive]))
  await enterReadings(desk, `attach --remove ${names.join(' ')}`, surveyed(archives.values()))
  const words = found.map(({ archive: { number }, material }) =>
    materialWords(desk, office.policy, { number, material }),
  )
  return desk.confirm(ask.remove(words.join(items)), 'attach --remove')
}

function sayRemoved(
  desk: Desk,
  { policy }: Office,
  removed: readonly Removed[],
  reason: string,
): void {
  const results = removed.map(({ archive, material }) => ({
    number: archive.number,
    material: material.seq,
    title: material.title,
    removed: true,
    reason,
  }))
  const human = () =>
    removed.map(({ archive: { number }, material }) =>
      desk.text.material.removed(materialWords(desk, policy, { number, material })),
    )
  const [only] = results
  if (!only) throw new Refusal('usage.missing', { options: [materialName('<number>', 1)] })
  if (results.length === 1) desk.say.result(only, human)
  else desk.say.results(results, human)
}
