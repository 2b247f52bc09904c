import type { AgreementUse } from './policy-custody.ts'
import type { Label } from './words.ts'

/** Who needs which agreement, for what. */
interface AgreementFacts {
  name: string
  /** Their staff number; null: an outsider, of `unit`. */
  staff: number | null
  unit: string | null
  kind: string
  label: Label
  use: AgreementUse
  source: readonly string[]
}

/** Why the office says no to agreements, incidents and holds (SPEC 8, 9, 10). */
export interface CustodyRefusalFacts {
  /** Nobody with this name has one that holds. */
  'agreement.none': { name: string }
  'agreement.missing': AgreementFacts
  'agreement.expired': AgreementFacts & { agreement: string; until: string }
  'incident.missing': { incident: string }
  'incident.closed': { incident: string; closedOn: string }
  'incident.before-found': { incident: string; date: string; foundOn: string }
  /** Posts that the policy wants to be told have not been. */
  'incident.unreported': {
    incident: string
    posts: readonly { post: string; label: Label | null }[]
    source: readonly string[]
  }
  'incident.nobody': { to: string; suggestion: string | undefined }
  'hold.missing': { hold: string }
  'hold.ended': { hold: string; endedOn: string }
  'hold.none': { number: string }
  'hold.several': { number: string; holds: readonly string[] }
}
