import type { Request } from '../domain/request.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown } from './request-shown.ts'
import { nextFor, requestLines } from './request-view.ts'

/** Says requests, each with its steps and what is to be done next. */
export function sayRequests(
  desk: Desk,
  office: Office,
  requests: readonly Request[],
  several: boolean,
  reveal = false,
): void {
  const values = requests.map((request) => requestShown(office, request, reveal))
  const human = () =>
    requests.flatMap((request) => {
      const next = nextFor(desk, office, request)
      return [...requestLines(desk, office, request, reveal), ...(next === undefined ? [] : [next])]
    })
  const [only] = values
  if (several || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}
