import { disposalName } from '../domain/disposal.ts'
import type { Desk, Office } from './desk.ts'
import { disposalShown, type Standing } from './disposing.ts'
import { nextFor, requestLines } from './request-view.ts'

/** A disposal, its approvals and what is to be done next; after a line of what was done. */
export function sayDisposal(
  desk: Desk,
  office: Office,
  standing: Standing,
  done?: string,
  besides: Readonly<Record<string, unknown>> = {},
): void {
  desk.say.result({ ...disposalShown(standing), ...besides }, () => [
    ...(done === undefined ? [] : [done]),
    ...disposalLines(desk, office, standing),
  ])
}

function disposalLines(desk: Desk, office: Office, standing: Standing): string[] {
  const text = desk.text.disposal
  const { disposal, request, items, status } = standing
  const name = disposalName(disposal.id)
  const next = nextFor(desk, office, request)
  return [
    text.show.line(name, items.length, text.statuses[status]),
    ...facts(desk, office, standing).map(([label, value]) => `  ${label}  ${value}`),
    ...items.slice(0, shown).map(({ number, because }) => {
      return `  ${number}  ${because.map(text.because).join(desk.text.program.marks.clauses)}`
    }),
    ...(items.length > shown ? ['  …'] : []),
    ...requestLines(desk, office, request),
    ...(status === 'executing' ? [text.execute.pending(name)] : []),
    ...(status === 'executed' ? [text.execute.next(name)] : []),
    ...(next === undefined || disposal.stage !== 'proposed' ? [] : [next]),
  ]
}

/** More nobody reads on a screen. */
const shown = 50

function facts(desk: Desk, { policy }: Office, { disposal }: Standing): [string, string][] {
  const { keys } = desk.text.disposal
  const { reason, appraisal, executor, witness, place, executedOn } = disposal
  const rule = policy.disposal?.methods[disposal.method ?? '']
  const method = rule?.label[desk.language] ?? disposal.method
  const said = { reason, appraisal, executor, witness, method, place, executedOn }
  return Object.entries(said).flatMap(([key, value]): [string, string][] =>
    value === null ? [] : [[keys[key as keyof typeof said], value]],
  )
}
