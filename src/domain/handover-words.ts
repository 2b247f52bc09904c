export const handoverCauses = ['leave', 'transfer', 'department'] as const
/** Why something is handed over: somebody leaves, gets another post, or a department delivers to the archive. */
export type HandoverCause = (typeof handoverCauses)[number]

export const handoverRoles = ['giver', 'receiver', 'supervisor'] as const
/** Who signs: all three, three different people (S003-15.4-3). */
export type HandoverRole = (typeof handoverRoles)[number]

/** What can be on the list, in its order. */
export const handoverItemKinds = [
  'archive',
  'material',
  'loan',
  'request',
  'finding',
  'review',
  'place',
] as const
export type HandoverItemKind = (typeof handoverItemKinds)[number]

/** What became of an item when it was checked; `takenOver`: a loan that the receiver goes on with. */
export type HandoverAnswer = 'found' | 'incomplete' | 'missing' | 'takenOver'
