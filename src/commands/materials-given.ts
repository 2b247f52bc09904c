import type { Archive } from '../domain/archive.ts'
import { readMaterialName, type Material } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { materialsOf } from '../store/materials.ts'
import { archivesFor } from './archives-given.ts'
import { materialFor } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import { readable } from './material-view.ts'

/** A material that was named, and its archive. */
export interface GivenMaterial {
  readonly archive: Archive
  readonly material: Material
}

/**
 * The one material that `N/3` means.
 * @throws Refusal usage.missing where only an archive is named, material.missing, person.not-cleared
 */
export function materialGiven(office: Office, name: string): GivenMaterial {
  const { number, seq } = readMaterialName(name)
  if (seq === undefined) throw new Refusal('usage.missing', { options: [`${number}/<material>`] })
  const [archive] = archivesFor(office, [number])
  if (!archive) throw new Error('a number means an archive, or is refused')
  return { archive, material: materialFor(office, archive, seq) }
}

/** Materials that were named, one by one or (`N`) all of an archive that have a file. */
export const materialsGiven = (office: Office, names: readonly string[]): GivenMaterial[] =>
  names.flatMap((name) => {
    const { number, seq } = readMaterialName(name)
    if (seq !== undefined) return [materialGiven(office, name)]
    return archivesFor(office, [number]).flatMap((archive) =>
      readable(office, archive, materialsOf(office.store, archive.id))
        .filter(({ file }) => file !== null)
        .map((material) => ({ archive, material })),
    )
  })

/** The names on the line, or what a person answers. */
export async function namesFrom(desk: Desk, given: readonly string[]): Promise<readonly string[]> {
  if (given.length > 0) return given
  const question = {
    kind: 'text',
    message: desk.text.material.ask.material,
    option: '<number>',
  } as const
  return [(await desk.ask({ name: question }, {})).name]
}
