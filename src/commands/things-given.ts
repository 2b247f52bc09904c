import type { Archive } from '../domain/archive.ts'
import { readMaterialName, type Material } from '../domain/material.ts'
import { archivesFor } from './archives-given.ts'
import type { Office } from './desk.ts'
import { materialGiven } from './materials-given.ts'

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
