import type { Archive } from '../domain/archive.ts'
import { readMaterialName, type Material } from '../domain/material.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { materialGiven } from './materials-given.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

/** An archive, or one material of it, as something that lies somewhere. */
export interface Thing {
  readonly archive: Archive
  readonly material: Material | undefined
}

/** What `N` and `N/3` mean, each once. @throws Refusal archive.missing, material.missing, person.not-cleared */
export function thingsGiven(office: Office, names: readonly string[]): Thing[] {
  const things = names.map((name): Thing => {
    if (readMaterialName(name).seq !== undefined) return materialGiven(office, name)
    const [archive] = archivesFor(office, [name])
    if (!archive) throw new Error('a number means an archive, or is refused')
    return { archive, material: undefined }
  })
  return [
    ...new Map(things.map((it) => [`${it.archive.id}/${it.material?.seq ?? ''}`, it])).values(),
  ]
}

/** Their archives, each once. */
export const archivesOf = (things: readonly Thing[]): Archive[] => [
  ...new Map(things.map(({ archive }) => [archive.id, archive])).values(),
]

/** What the line names, after its reading has been entered where that is an act (SPEC 15.3). */
export async function thingsRead(
  desk: Desk,
  command: string,
  given: readonly string[],
): Promise<{ readonly office: Office; readonly things: readonly Thing[] }> {
  const names = await numbersFrom(desk, given)
  const office = await desk.read()
  const things = thingsGiven(office, names)
  const read = toEnter(office, archivesOf(things))
  const numbers = read.archives.map(({ number }) => number)
  await enterReadings(desk, [command, ...numbers].join(' '), read)
  return { office, things }
}
