import { lastFour } from '../domain/credential.ts'
import type { Applicant } from '../domain/request.ts'
import type { Fact } from '../exchange/form-blocks.ts'
import type { Desk, Office } from './desk.ts'

/** Whoever applies, as a form says it: of the staff with department and post, an outsider with unit and credential. */
export function applicantFacts(
  desk: Desk,
  { policy }: Office,
  { staff, outsider }: Applicant,
  department: string | null,
): Fact[] {
  const { facts } = desk.text.sheet
  if (staff)
    return [
      [facts.department, department ?? staff.department ?? ''],
      [facts.post, staff.post ?? ''],
    ]
  const { unit = '', credential = null, credentialNumber = null } = outsider ?? {}
  const kinds = policy.requests?.credentials ?? {}
  const kind = credential === null ? '' : (kinds[credential]?.label[desk.language] ?? credential)
  const number = credentialNumber === null ? '' : lastFour(credentialNumber)
  return [
    [facts.unit, unit],
    [facts.credential, `${kind} ${number}`.trim()],
  ]
}
