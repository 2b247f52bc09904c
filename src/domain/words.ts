/** The three languages the office speaks. */
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]

/** A label of the policy, in all three languages. */
export type Label = Readonly<Record<Language, string>>

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** A real instant, RFC 3339 in UTC. */
export type Instant = string

export const secrecyLevels = ['none', 'secret', 'confidential', 'topSecret'] as const
/** 密级, from open to closed. */
export type Secrecy = (typeof secrecyLevels)[number]

export const statuses = ['pending', 'active', 'closed', 'destroyed'] as const
export type Status = (typeof statuses)[number]

/** Is `level` above what someone cleared for `clearance` may read? */
export const exceeds = (level: Secrecy, clearance: Secrecy): boolean =>
  secrecyLevels.indexOf(level) > secrecyLevels.indexOf(clearance)

/**
 * What can be wrong with a journal entry: one is missing before it; it was changed or does not
 * follow; its parts were changed; the words under a seal were; details belong to no entry.
 */
export type JournalFault = 'gap' | 'chain' | 'parts' | 'detail' | 'stray'
