import { exits } from './exits.ts'

/** The statuses of what is refused about handovers, and changes that were handed in. */
export const handoverExits = {
  'change.overtaken': exits.refused,
  'handover.missing': exits.missing,
  'handover.nothing': exits.missing,
  'handover.self': exits.refused,
  'handover.not-theirs': exits.refused,
  'handover.already': exits.refused,
  'handover.not-cleared': exits.refused,
  'handover.ended': exits.refused,
  'handover.signed': exits.refused,
  'handover.no-item': exits.missing,
  'handover.not-loan': exits.refused,
  'handover.unchecked': exits.refused,
  'handover.twice': exits.refused,
  'handover.not-party': exits.notPermitted,
  'handover.same': exits.notPermitted,
  'handover.unfit': exits.notPermitted,
  'handover.unproven': exits.usage,
  'handover.unsigned': exits.refused,
  'handover.too-long': exits.refused,
  'handover.outstanding': exits.refused,
} as const

/** The statuses of what is refused about violations. */
export const supervisionExits = {
  'violation.missing': exits.missing,
  'violation.no-appeal': exits.refused,
  'violation.late': exits.refused,
  'violation.appealed': exits.refused,
  'violation.not-appealed': exits.refused,
  'violation.decided': exits.refused,
  'violation.own': exits.notPermitted,
  'violation.unfit': exits.notPermitted,
  'violation.unproven': exits.usage,
  'violation.not-less': exits.refused,
} as const
