import { requestName } from '../domain/request.ts'
import type { Archive } from '../domain/archive.ts'
import type { Asked } from './application-sheet.ts'
import type { Office } from './desk.ts'
import { requestGiven } from './requesting.ts'
import { archivesIn, linesOf } from './sheet-lines.ts'

/**
 * The requests that `R12` mean, each once, with what they ask for.
 * @throws Refusal request.missing, person.not-cleared
 */
export function requestsFor(office: Office, names: readonly string[]): Asked[] {
  const meant = names.map((name) => requestGiven(office, name))
  const requests = [...new Map(meant.map((request) => [request.id, request])).values()]
  return requests.map((request) => ({ request, lines: linesOf(office, request) }))
}

export const namesOf = (asked: readonly Asked[]): string[] =>
  asked.map(({ request }) => requestName(request.id))

export const archivesOf = (asked: readonly Asked[]): Archive[] =>
  archivesIn(asked.flatMap(({ lines }) => lines))

/** Of which requests an archive is the object: what the journal says of it. */
export const requestsOn = (asked: readonly Asked[], { id }: Archive): string[] =>
  namesOf(asked.filter(({ lines }) => lines.some(({ archive }) => archive.id === id)))
