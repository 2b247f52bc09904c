import type { Question } from '../cli/ask.ts'
import type { RequestKind } from '../domain/policy-use.ts'
import { readRequestName } from '../domain/request.ts'
import { Refusal } from '../domain/refusal.ts'
import { staffList } from '../store/staff.ts'
import { applicantFor, type ApplicantOptions } from './applicant-given.ts'
import type { Desk } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { openRequestFor } from './requesting.ts'
import { takingsGiven } from './takings-given.ts'

interface Wish extends ApplicantOptions {
  readonly purpose?: string
}

/** What is applied for, and how its applicant is asked for. */
export interface Applying {
  readonly kind: RequestKind
  readonly to: string
}

export type Asked<Options> = Options & { readonly numbers: readonly string[] }

/** Reads the line of `borrow` (`consult`, `copy`): numbers and who applies, or requests; asks for what is missing. */
export async function askBorrow<Options extends Wish>(
  desk: Desk,
  given: readonly string[],
  options: Options,
  { kind, to }: Applying = { kind: 'borrow', to: desk.text.request.applicant.to },
): Promise<Asked<Options>> {
  const numbers = await numbersFrom(desk, given)
  const requests = numbers.filter((it) => readRequestName(it) !== undefined)
  if (requests.length === numbers.length) return { ...options, numbers }
  if (requests.length > 0) throw new Refusal('usage.together', { options: numbers.slice(0, 2) })
  const applicant = await askApplicant(desk, options, to)
  const purpose = await askPurpose(desk, kind, numbers, applicant)
  return { ...applicant, ...purpose, numbers }
}

/** Who applies; an outsider is asked for their unit and what they showed. */
export async function askApplicant<Options extends ApplicantOptions>(
  desk: Desk,
  options: Options,
  message: string,
): Promise<Options> {
  const text = desk.text.request.applicant
  const to = { kind: 'text', message, option: '--to' } as const
  const asked = await desk.ask({ to }, options.to === undefined ? {} : { to: options.to })
  const named = { ...options, to: asked.to }
  if (!desk.globals.interactive) return named
  const { store, policy } = await desk.read()
  const isKnown = staffList(store).some((it) => it.name === asked.to || String(it.id) === asked.to)
  if (isKnown && options.unit === undefined) return named
  const credentials = Object.entries(policy.requests?.credentials ?? {})
  const question = (message: string, option: string) =>
    ({ kind: 'text', message, option }) satisfies Question
  const choices = credentials.map(([value, { label }]) => ({ value, name: label[desk.language] }))
  const credential =
    choices.length > 0
      ? { ...question(text.credential, '--credential'), kind: 'choice' as const, choices }
      : { ...question(text.credential, '--credential'), optional: true }
  const questions = {
    unit: question(text.unit, '--unit'),
    credential,
    credentialNumber: {
      ...question(text.credentialNumber, '--credential-number'),
      optional: choices.length === 0,
    },
  }
  return { ...named, ...(await desk.ask(questions, saidIn(options))) }
}

const saidIn = ({ unit, credential, credentialNumber }: ApplicantOptions) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(credential === undefined ? {} : { credential }),
  ...(credentialNumber === undefined ? {} : { credentialNumber }),
})

/** What for: asked wherever a request must be made first (S002-6.4-1, S004-D-5.1). */
async function askPurpose(
  desk: Desk,
  kind: RequestKind,
  numbers: readonly string[],
  options: Wish,
): Promise<{ readonly purpose: string }> {
  const { purpose } = options
  if (purpose !== undefined && purpose.trim() !== '') return { purpose }
  const office = await desk.read()
  const applicant = applicantFor(office, options)
  const isMade = takingsGiven(office, numbers).every(
    (takings) => openRequestFor(office, kind, takings, applicant) !== undefined,
  )
  if (isMade) return { purpose: '' }
  const question = {
    kind: 'text',
    message: desk.text.request.applicant.purpose,
    option: '--purpose',
  } as const
  return desk.ask({ purpose: question }, {})
}
