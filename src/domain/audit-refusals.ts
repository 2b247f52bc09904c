import type { Day } from './words.ts'

/** Why an audit, a finding or a review cannot be dealt with so. */
export interface AuditRefusalFacts {
  'audit.missing': { audit: string }
  'audit.signed': { audit: string; by: string; on: Day }
  /** Whoever audited does not sign for it. */
  'audit.own': { audit: string; by: string }
  'finding.missing': { finding: string }
  'finding.settled': { finding: string; status: 'resolved' | 'fixed' }
  'finding.open': { finding: string }
  'review.inactive': { number: string }
}
