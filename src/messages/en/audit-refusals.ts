import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** Audits, findings and reviews. */
export const auditRefusals = {
  'audit.missing': ({ audit }) => `There is no audit ${audit}. See: dangan audit list.`,
  'audit.signed': ({ audit, by, on }) => `${audit} was signed by ${by} on ${on} already.`,
  'audit.own': ({ audit, by }) =>
    `${audit} is ${by}'s own; somebody else signs for it (S000-5.2-2): --as <staff>.`,
  'finding.missing': ({ finding }) =>
    `There is no finding ${finding}, or it is not for you to read. See: dangan audit findings.`,
  'finding.settled': ({ finding, status }) =>
    status === 'fixed'
      ? `${finding} is fixed already; there is nothing to do.`
      : `${finding} was resolved already. To open it again: dangan audit reopen ${finding}.`,
  'finding.open': ({ finding }) => `${finding} is open as it is; there is nothing to reopen.`,
  'review.inactive': ({ number }) =>
    `${number} is not an archive in use and is not reviewed. See: dangan show ${number}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
