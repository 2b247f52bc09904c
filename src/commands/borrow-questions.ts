import type { Question } from '../cli/ask.ts'
import type { BorrowerKind, RequestKind } from '../domain/policy-use.ts'
import type { Choices, Policy } from '../domain/policy.ts'
import { readRequestName } from '../domain/request.ts'
import { Refusal } from '../domain/refusal.ts'
import { staffList } from '../store/staff.ts'
import { applicantFor, type ApplicantOptions } from './applicant-given.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { openRequestFor } from './requesting.ts'
import { takingsGiven } from './takings-given.ts'

interface Wish extends ApplicantOptions {
  readonly purpose?: string
  readonly basis?: string
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
  { kind, to }: Applying = { kind: 'borrow', to: desk.text.request.applicant.who },
): Promise<Asked<Options>> {
  const numbers = await numbersFrom(desk, given)
  const requests = numbers.filter((it) => readRequestName(it) !== undefined)
  if (requests.length === numbers.length) return { ...options, numbers }
  if (requests.length > 0) throw new Refusal('usage.together', { options: numbers.slice(0, 2) })
  const applicant = await askApplicant(desk, options, to)
  const reasons = await askReasons(desk, kind, numbers, applicant)
  return { ...applicant, ...reasons, numbers }
}

/** Who applies; an outsider is asked for their unit and what they showed. */
async function askApplicant<Options extends ApplicantOptions>(
  desk: Desk,
  options: Options,
  message: string,
): Promise<Options> {
  const to = { kind: 'text', message, option: '--to' } as const
  const asked = await desk.ask({ to }, options.to === undefined ? {} : { to: options.to })
  const named = { ...options, to: asked.to }
  if (!desk.globals.interactive) return named
  const { store, policy } = await desk.read()
  const isKnown = staffList(store).some((it) => it.name === asked.to || String(it.id) === asked.to)
  const isOurs = isKnown && options.unit === undefined
  const papers = isOurs
    ? {}
    : await desk.ask(outsiderQuestions(desk, policy), saidIn(options, outsiderKeys))
  const seal = await askSeal(desk, policy, isOurs ? 'internal' : 'external', options)
  return { ...named, ...papers, ...seal }
}

const outsiderKeys = ['unit', 'credential', 'credentialNumber'] as const

function outsiderQuestions(desk: Desk, { requests }: Policy) {
  const text = desk.text.request.applicant
  const choices = choicesOf(desk, requests?.credentials)
  const credential = {
    ...question(text.credential, '--credential'),
    optional: choices.length === 0,
  }
  return {
    unit: question(text.unit, '--unit'),
    credential:
      choices.length > 0 ? { ...credential, kind: 'choice' as const, choices } : credential,
    credentialNumber: {
      ...question(text.credentialNumber, '--credential-number'),
      optional: choices.length === 0,
    },
  }
}

/** Who signed the form under the unit's seal, where the policy wants that (S001-18-2). */
async function askSeal(
  desk: Desk,
  { requests }: Policy,
  borrower: BorrowerKind,
  options: ApplicantOptions,
): Promise<{ readonly unitSeal?: string }> {
  if (!requests?.unitSeal?.borrowers.includes(borrower)) return {}
  const unitSeal = question(desk.text.request.applicant.unitSeal, '--unit-seal')
  return desk.ask({ unitSeal }, saidIn(options, ['unitSeal']))
}

const question = (message: string, option: string) =>
  ({ kind: 'text', message, option }) as const satisfies Question

const choicesOf = (desk: Desk, choices: Choices = {}) =>
  Object.entries(choices).map(([value, { label }]) => ({ value, name: label[desk.language] }))

/** Those of the options that the line gave. */
const saidIn = <Key extends keyof ApplicantOptions>(
  options: ApplicantOptions,
  keys: readonly Key[],
): Pick<ApplicantOptions, Key> =>
  Object.fromEntries(
    keys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
  ) as Pick<ApplicantOptions, Key>

/** What for, and on what ground: asked wherever a request must be made first (S002-6.4-1, S004-M-7.1). */
async function askReasons(
  desk: Desk,
  kind: RequestKind,
  numbers: readonly string[],
  options: Wish,
): Promise<{ readonly purpose: string; readonly basis?: string }> {
  const office = await desk.read()
  const applicant = applicantFor(office, options)
  const isMade = takingsGiven(office, numbers).every(
    (takings) => openRequestFor(office, kind, takings, applicant) !== undefined,
  )
  const { purpose = '' } = options
  if (isMade) return { purpose }
  const asked = question(desk.text.request.applicant.purpose, '--purpose')
  const said = purpose.trim() === '' ? {} : { purpose }
  return {
    ...(await desk.ask({ purpose: asked }, said)),
    ...(await askBasis(desk, kind, office, options)),
  }
}

async function askBasis(
  desk: Desk,
  kind: RequestKind,
  { policy }: Office,
  { basis }: Wish,
): Promise<{ readonly basis?: string }> {
  const { bases } = policy.requests ?? {}
  if (!desk.globals.interactive || !bases?.kinds.includes(kind) || basis !== undefined) return {}
  const { message, option } = question(desk.text.request.applicant.basis, '--basis')
  const choices = choicesOf(desk, bases.choices)
  return desk.ask({ basis: { kind: 'choice', message, option, choices } }, {})
}
