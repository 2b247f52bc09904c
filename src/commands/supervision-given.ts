import { readChoice } from '../domain/choice.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import type { Choices } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { readViolationName, type Violation } from '../domain/violation.ts'
import { violationById } from '../store/violations.ts'
import type { Desk, Office } from './desk.ts'

/** One of a list, as a person says it. @throws Refusal value.bad */
export function choiceGiven(option: string, choices: Choices, said: string): string {
  const key = readChoice(choices, said)
  if (!isInvalid(key) && key !== '') return key
  const it = isInvalid(key) ? key : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: option, value: said, invalid: it }] })
}

/** What a person chooses from, in their language; nothing where nobody is asked. */
export const choicesIn = (desk: Desk, choices: Choices) =>
  Object.entries(choices).map(([value, { label }]) => ({ value, name: label[desk.language] }))

/** The violation that the line names, or a person is asked for. */
export async function violationGiven(desk: Desk, given: string | undefined): Promise<string> {
  const message = desk.text.supervision.violation.violation
  const question = { kind: 'text', message, option: '<violation>' } as const
  const said = given === undefined ? {} : { violation: given }
  return (await desk.ask({ violation: question }, said)).violation
}

/** @throws Refusal violation.missing */
export function violationMeant({ store }: Office, given: string): Violation {
  const id = readViolationName(given)
  const violation = id === undefined ? undefined : violationById(store, id)
  if (violation) return violation
  throw new Refusal('violation.missing', { violation: given })
}
