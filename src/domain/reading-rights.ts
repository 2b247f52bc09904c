import type { Archive } from './archive.ts'
import type { ReadersRule } from './policy-secrecy.ts'
import type { Label, Secrecy } from './words.ts'

/** Which archives under one rule somebody is admitted to. */
export interface Admission {
  /** To all of them. */
  readonly all: boolean
  /** To those that these people own. */
  readonly owners: ReadonlySet<string>
  /** To those of which they were named a reader. */
  readonly named: boolean
  /** The rule that admits no more; absent: it is the clearance that does not reach so far. */
  readonly because?: ReaderBounds
}

/** Whom a rule admits, with its posts as they are called. */
export interface ReaderBounds {
  readonly rule: ReadersRule
  readonly posts: readonly Label[]
}

/** Of a field whose choices have readers of their own: whom each of these admits. */
export interface FieldAdmissions {
  readonly key: string
  readonly choices: ReadonlyMap<string, Admission>
}

/**
 * What somebody may read: of each level what their clearance and its readers' rule say, and of what
 * has a level, what the readers of its fields' choices say besides (S003-7.4.1, S003-10.4).
 */
export interface ReadingRights {
  /** Null: an account that is bound to nobody. */
  readonly staffId: number | null
  readonly levels: Readonly<Record<Secrecy, Admission>>
  readonly fields: readonly FieldAdmissions[]
  /** Archives that approved requests open to them, whatever their level: few. */
  readonly opened: ReadonlySet<number>
  /** Are they on the list of an archive's named readers? Asked only where it matters. */
  readonly isNamed: (archiveId: number) => boolean
}

/** What of an archive decides who reads it. */
export type Guarded = Pick<Archive, 'id' | 'secrecy' | 'owner' | 'fields'>

/** May they read an archive, or a paper in it of a level of its own? The same in SQL: store/readable.ts. */
export const admits = (
  rights: ReadingRights,
  archive: Guarded,
  level: Secrecy = archive.secrecy,
): boolean => rights.opened.has(archive.id) || obstacleTo(rights, archive, level) === undefined

/** The first rule that does not admit them; undefined: none. */
export function obstacleTo(
  rights: ReadingRights,
  archive: Guarded,
  level: Secrecy,
): Admission | undefined {
  const own = rights.levels[level]
  if (!isAdmitted(rights, own, archive)) return own
  if (archive.secrecy === 'none') return undefined
  return rights.fields
    .map(({ key, choices }) => choices.get(archive.fields[key] ?? ''))
    .find((it) => it !== undefined && !isAdmitted(rights, it, archive))
}

const isAdmitted = (rights: ReadingRights, it: Admission, { id, owner }: Guarded): boolean =>
  it.all || (owner !== null && it.owners.has(owner)) || (it.named && rights.isNamed(id))

/** Are they admitted to some archives of this kind only? */
export const isBounded = ({ all, owners, named }: Admission): boolean =>
  !all && (owners.size > 0 || named)

const admitted: Admission = { all: true, owners: new Set(), named: false }

/** What the program itself looks at when nobody is there: everything, and it tells nobody. */
export const everyRight: ReadingRights = {
  staffId: null,
  levels: { none: admitted, secret: admitted, confidential: admitted, topSecret: admitted },
  fields: [],
  opened: new Set(),
  isNamed: () => false,
}
