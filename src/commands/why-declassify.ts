import type { Archive } from '../domain/archive.ts'
import type { Desk, Office } from './desk.ts'
import type { Answer } from './why-reasons.ts'

/** Which level it has, by which rule it lapses, and how it is lowered. */
export function whyDeclassify(desk: Desk, { policy }: Office, archive: Archive): Answer {
  const { declassify: text } = desk.text.why
  const { secrecy, number } = archive
  if (secrecy === 'none') {
    const reason = { code: 'declassify.none', isInTheWay: true, message: text.none, source: [] }
    return { reasons: [reason], next: [] }
  }
  const rule = policy.secrecy?.levels[secrecy]
  const source = rule?.source ?? []
  const level = desk.text.keys.secrecy[secrecy]
  const message =
    rule?.termYears === undefined
      ? text.noTerm(level, source)
      : text.term(level, rule.termYears, source)
  return {
    reasons: [{ code: 'declassify.term', isInTheWay: false, message, source }],
    next: [text.next(number)],
  }
}
