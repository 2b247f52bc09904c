/** What a permit lets somebody have. `original`: the customer collects their own (S004-Q-3.1). */
export const permitKinds = ['copy', 'excerpt', 'original', 'disclosure'] as const
export type PermitKind = (typeof permitKinds)[number]

/** What became of a copy; `given`: it is the customer's own now. */
export const copyOutcomes = ['returned', 'destroyed', 'lost', 'given'] as const
export type CopyOutcome = (typeof copyOutcomes)[number]
