import type { Takings } from '../domain/takings.ts'
import type { Office } from './desk.ts'
import { archivesOf, thingsGiven } from './things-given.ts'

/**
 * What `N` and `N/3` take out, one an archive. The whole archive, where it and a material are named.
 * @throws Refusal archive.missing, material.missing, person.not-cleared
 */
export function takingsGiven(office: Office, names: readonly string[]): Takings[] {
  const things = thingsGiven(office, names)
  return archivesOf(things).map((archive) => {
    const own = things.filter((it) => it.archive.id === archive.id)
    const isWhole = own.some(({ material }) => !material)
    return { archive, materials: isWhole ? [] : own.flatMap(({ material }) => material ?? []) }
  })
}
