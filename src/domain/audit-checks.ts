import { contentChecks } from './audit-content-checks.ts'
import { dutyChecks } from './audit-duty-checks.ts'
import { keepingChecks } from './audit-keeping-checks.ts'
import { officeChecks } from './audit-office-checks.ts'
import type { CheckCode } from './audit-finding.ts'
import type { ChecksOf } from './audit-rule.ts'

/** Every check by its code, in the order in which it is told. */
export const auditChecks: ChecksOf<CheckCode> = {
  ...contentChecks,
  ...dutyChecks,
  ...keepingChecks,
  ...officeChecks,
}

export const checkCodes = Object.keys(auditChecks) as readonly CheckCode[]
export const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(auditChecks, code)
