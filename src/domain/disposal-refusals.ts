import type { Because, DisposalStatus } from './disposal-reasons.ts'

/** Why the office says no to destroying something (SPEC section 10). */
export interface DisposalRefusalFacts {
  'disposal.missing': { disposal: string }
  /** These stay, and why. */
  'disposal.kept': { kept: readonly { number: string; because: readonly Because[] }[] }
  'disposal.status': { disposal: string; status: DisposalStatus }
  'disposal.same-person': { name: string }
  'disposal.unattested': { name: string }
  'disposal.sold': { method: string }
  'disposal.unconfirmed': { disposal: string; said: string }
  'disposal.appraisal': { source: readonly string[] }
  /** Words that stay name the customer who is to be forgotten. */
  'disposal.names-customer': { number: string; where: 'reason' | 'appraisal' | 'request' }
  /** Destroyed, but another process still reads the file as it was. */
  'disposal.pending': { disposal: string }
  /** Values were found after all was rewritten. */
  'disposal.residue': { disposal: string; values: number }
}
