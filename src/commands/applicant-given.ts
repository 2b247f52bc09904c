import { readChoice } from '../domain/choice.ts'
import { borrowerKindOf } from '../domain/chain.ts'
import { readName } from '../domain/plain.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Applicant, Outsider } from '../domain/request.ts'
import { requireHere } from '../domain/staffing.ts'
import { thoseHere } from '../domain/staff.ts'
import { nearest } from '../domain/suggest.ts'
import { staffList, staffOf } from '../store/staff.ts'
import type { Office } from './desk.ts'

/** What the line says of whoever applies. */
export interface ApplicantOptions {
  readonly to?: string
  readonly unit?: string
  readonly credential?: string
  readonly credentialNumber?: string
  readonly unitSeal?: string
}

/**
 * Whoever applies: of the staff, or with `--unit` of another unit, with what they showed (S001-18-4).
 * @throws Refusal applicant.stranger, applicant.credential, applicant.seal, person.ambiguous, person.left
 */
export function applicantFor({ store, policy }: Office, options: ApplicantOptions): Applicant {
  const name = options.to?.trim() ?? ''
  const applicant =
    options.unit === undefined
      ? { staff: staffNamed(store, name), outsider: null }
      : { staff: null, outsider: outsiderFor(name, options, policy) }
  requireSeal(name, applicant, options, policy)
  return applicant
}

function staffNamed(store: Office['store'], name: string) {
  const list = staffList(store)
  if (!list.some((staff) => staff.name === name || String(staff.id) === name)) {
    const names = thoseHere(list).map((staff) => staff.name)
    const options = ['--unit', '--credential', '--credential-number']
    throw new Refusal('applicant.stranger', { name, suggestion: nearest(name, names), options })
  }
  const staff = staffOf(store, name)
  requireHere(staff)
  return staff
}

function outsiderFor(name: string, options: ApplicantOptions, policy: Policy): Outsider {
  const { credentials } = policy.requests ?? {}
  const said = readWord(options.credential)
  const credentialNumber = readWord(options.credentialNumber)
  const key = said !== null && credentials ? readChoice(credentials, said) : said
  const isKnown = key === null || typeof key === 'string'
  if (credentials && (key === null || !isKnown || key === '' || credentialNumber === null)) {
    const { source = [] } = policy.requests ?? {}
    throw new Refusal('applicant.credential', {
      name,
      credentials: Object.keys(credentials),
      labels: Object.fromEntries(Object.entries(credentials).map(([id, it]) => [id, it.label])),
      source: [...new Set(Object.values(credentials).flatMap((it) => it.source ?? source))],
    })
  }
  const credential = isKnown ? key : null
  return { name, unit: readWord(options.unit) ?? '', credential, credentialNumber }
}

const readWord = (text: string | undefined): string | null => {
  const word = text === undefined ? '' : readName(text)
  return typeof word === 'string' && word !== '' ? word : null
}

/** The form bears the seal and the signature of the applicant's unit (S001-18-2). */
function requireSeal(
  name: string,
  applicant: Applicant,
  { unitSeal }: ApplicantOptions,
  policy: Policy,
): void {
  const rule = policy.requests?.unitSeal
  if (!rule?.borrowers.includes(borrowerKindOf(applicant)) || unitSeal !== undefined) return
  throw new Refusal('applicant.seal', { name, source: rule.source ?? [] })
}
