import type { Day, Secrecy, Status } from './words.ts'

/** Somebody to speak to at a customer's. */
export interface Contact {
  readonly name: string
  readonly role?: string
  readonly phone?: string
  readonly email?: string
  /** The archive's number before a merge. */
  readonly fromNumber?: string
}

/** A customer archive (客户档案) as the office thinks of it: SPEC section 2, plus what the register keeps beside. */
export interface Archive extends ArchiveContents {
  readonly id: number
  readonly number: string
  readonly year: number
  readonly serial: number | null
  readonly status: Status
  readonly version: number
  readonly collectedBy: number | null
  readonly verifiedBy: number | null
  readonly verifiedOn: Day | null
  readonly importId: number | null
  /** The effective date of the last act on it (SPEC 15.13). */
  readonly actedOn: Day
}

/** What is known of the customer and how the archive is classed: all that an update can change. */
export interface ArchiveContents {
  readonly type: string
  readonly orgCode: string | null
  /** Null only in the stub of a destroyed archive. */
  readonly name: string | null
  readonly stage: string | null
  readonly industry: string | null
  readonly region: string | null
  readonly secrecy: Secrecy
  /** The last day of the level; null: until somebody says otherwise. */
  readonly secrecyUntil: Day | null
  readonly importance: string | null
  readonly owner: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly openedOn: Day
  readonly formedOn: Day | null
  readonly closedOn: Day | null
  readonly nextReviewOn: Day | null
  readonly retentionClass: string | null
  /** Derived; null: permanent, or its start event has not come. */
  readonly retainUntil: Day | null
  readonly location: string | null
  /** Where the information came from: a channel of the policy. */
  readonly channel: string | null
  readonly contacts: readonly Contact[]
  /** Fields of the policy, and what imports brought beside, by key. */
  readonly fields: Readonly<Record<string, string>>
}

/** Keys of the contents that hold one value each; contacts and fields hold many. */
export type ContentKey = Exclude<keyof ArchiveContents, 'contacts' | 'fields'>

/** Every content key once: the compiler asks for each new one. Lists of columns are made from it. */
export const contentKeys = Object.keys({
  type: 1,
  orgCode: 1,
  name: 1,
  stage: 1,
  industry: 1,
  region: 1,
  secrecy: 1,
  secrecyUntil: 1,
  importance: 1,
  owner: 1,
  phone: 1,
  email: 1,
  address: 1,
  openedOn: 1,
  formedOn: 1,
  closedOn: 1,
  nextReviewOn: 1,
  retentionClass: 1,
  retainUntil: 1,
  location: 1,
  channel: 1,
} satisfies Record<ContentKey, 1>) as readonly ContentKey[]

/** Keys of an archive in JSON, in the order in which they are shown (SPEC section 2). */
export const archiveKeys = [
  'number',
  'type',
  'year',
  'orgCode',
  'serial',
  'name',
  'status',
  'stage',
  'industry',
  'region',
  'secrecy',
  'secrecyUntil',
  'importance',
  'owner',
  'phone',
  'email',
  'address',
  'openedOn',
  'formedOn',
  'closedOn',
  'nextReviewOn',
  'retentionClass',
  'retainUntil',
  'location',
  'version',
  'fields',
] as const satisfies readonly (keyof Archive)[]
export type ArchiveKey = (typeof archiveKeys)[number]

/** Keys whose values are set by `--set`, options of `add`, or an import's columns. */
export const settableKeys = [
  'name',
  'type',
  'orgCode',
  'stage',
  'industry',
  'region',
  'secrecy',
  'secrecyUntil',
  'importance',
  'owner',
  'phone',
  'email',
  'address',
  'openedOn',
  'formedOn',
  'location',
  'retentionClass',
  'channel',
] as const satisfies readonly (keyof ArchiveContents)[]
export type SettableKey = (typeof settableKeys)[number]

const settable: ReadonlySet<string> = new Set(settableKeys)

export const isSettable = (key: string): key is SettableKey => settable.has(key)

/**
 * An archive's contents laid flat, for comparing, the journal and going back:
 * `{name, …, 'fields.sex', …, contacts}`. Absent values are absent.
 */
export type Snapshot = Readonly<Record<string, unknown>>

export function snapshotOf(archive: ArchiveContents & { readonly status: Status; number: string }) {
  const { fields, contacts, ...rest } = archive
  const flat: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(rest))
    if (value !== null && !kept.has(key)) flat[key] = value
  for (const [key, value] of Object.entries(fields)) flat[`fields.${key}`] = value
  if (contacts.length > 0) flat['contacts'] = contacts
  return flat as Snapshot
}

/** What the register keeps beside the contents: not part of a version. */
const kept = new Set(['id', 'version', 'importId', 'actedOn', 'serial', 'year'])

/** What changed between two snapshots; a value that came or went is null on the other side. */
export interface Difference {
  readonly before: Snapshot
  readonly after: Snapshot
}

export function differenceOf(before: Snapshot, after: Snapshot): Difference | undefined {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  if (keys.length === 0) return undefined
  const pick = (from: Snapshot) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}

/** `snapshot` as it was before a difference: `before` laid over it. */
export const laidOver = (snapshot: Snapshot, before: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries({ ...snapshot, ...before }).filter(([, value]) => value !== null),
  )
