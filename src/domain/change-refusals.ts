import type { Label } from './words.ts'

/** Why a change that was handed in is not taken in. */
export interface ChangeRefusalFacts {
  /** Somebody else has changed these since it was handed in. */
  'change.overtaken': {
    request: string
    number: string
    fields: readonly { key: string; label: Label | null }[]
  }
}
