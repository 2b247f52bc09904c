import { readRequestName, type Request } from '../domain/request.ts'
import type { Takings } from '../domain/takings.ts'
import type { Office } from './desk.ts'
import { requestGiven } from './requesting.ts'
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

/** What is done with a request that was named, and with things to be applied for. */
interface Doing<T> {
  readonly request: (request: Request) => T
  readonly takings: (takings: Takings) => T
}

/** Of a line that names requests (`R12`), each of them is used; of any other, its things are asked for. */
export const eachGiven = <T>(office: Office, names: readonly string[], doing: Doing<T>): T[] =>
  names.every((it) => readRequestName(it) !== undefined)
    ? names.map((it) => doing.request(requestGiven(office, it)))
    : takingsGiven(office, names).map((it) => doing.takings(it))
