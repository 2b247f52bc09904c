import type { ReadersRule } from './policy-secrecy.ts'
import type { Policy } from './policy.ts'
import { isHead, postOf } from './post.ts'
import type { Admission, FieldAdmissions, ReadingRights } from './reading-rights.ts'
import type { Staff } from './staff.ts'
import { exceeds, secrecyLevels, type Secrecy } from './words.ts'

/** Whose rights are asked for, and what only the register knows. */
export interface Reader {
  /** Null: an account that is bound to nobody. */
  readonly staff: Staff | null
  /** Everybody who ever was on the staff; asked only where a rule looks at departments. */
  readonly everybody: () => readonly Staff[]
  readonly isNamed: (archiveId: number) => boolean
  /** Archives that are open to them by name; asked only where they may not read all. */
  readonly opened: () => Iterable<number>
}

/** What somebody may read under a policy: it is asked anew each time, for posts and people change. */
export function readingRightsOf(reader: Reader, policy: Policy): ReadingRights {
  const person = new Person(reader, policy)
  const levels = secrecyLevels.map((level) => [level, person.admissionTo(level)] as const)
  const fields = Object.keys(policy.fields ?? {}).flatMap((key) => person.admissionsByField(key))
  const isBarred = fields.length > 0 || levels.some(([, { all }]) => !all)
  return {
    staffId: reader.staff?.id ?? null,
    levels: Object.fromEntries(levels) as Record<Secrecy, Admission>,
    fields,
    opened: isBarred ? new Set(reader.opened()) : noArchives,
    isNamed: reader.isNamed,
  }
}

const nobody: ReadonlySet<string> = new Set()
const noArchives: ReadonlySet<number> = new Set()
const entirely: Admission = { all: true, owners: nobody, named: false }
const notAtAll: Admission = { all: false, owners: nobody, named: false }

/** One reader, before the rules of one policy. */
class Person {
  readonly #reader: Reader
  readonly #policy: Policy
  readonly #post: string | undefined
  #colleagues: ReadonlySet<string> | undefined

  constructor(reader: Reader, policy: Policy) {
    this.#reader = reader
    this.#policy = policy
    this.#post = reader.staff ? postOf(reader.staff, policy) : undefined
  }

  admissionTo(level: Secrecy): Admission {
    if (exceeds(level, this.#reader.staff?.clearance ?? 'none')) return notAtAll
    return this.#under(this.#policy.secrecy?.levels[level]?.readers)
  }

  /** Nothing, where every choice of the field is open to them. */
  admissionsByField(key: string): FieldAdmissions[] {
    const choices = Object.entries(this.#policy.fields?.[key]?.choices ?? {})
      .map(([choice, { readers }]) => [choice, this.#under(readers)] as const)
      .filter(([, { all }]) => !all)
    return choices.length === 0 ? [] : [{ key, choices: new Map(choices) }]
  }

  #under(rule: ReadersRule | undefined): Admission {
    if (!rule || this.#holds(rule.posts) || this.#holds(this.#policy.secrecy?.knowsAll))
      return entirely
    const named = new Set([...(rule.posts ?? []), ...(this.#policy.secrecy?.knowsAll ?? [])])
    const posts = [...named].flatMap((post) => this.#policy.posts?.[post]?.label ?? [])
    const because = { rule, posts }
    const { staff } = this.#reader
    return staff
      ? { all: false, owners: this.#ownersFor(rule, staff), named: rule.named === true, because }
      : { ...notAtAll, because }
  }

  #holds = (posts: readonly string[] | undefined): boolean =>
    this.#post !== undefined && posts !== undefined && posts.includes(this.#post)

  #ownersFor(rule: ReadersRule, staff: Staff): ReadonlySet<string> {
    const byDepartment = rule.department || (rule.head && isHead(staff, this.#policy))
    return new Set([
      ...(rule.owner ? [staff.name] : []),
      ...(byDepartment ? this.#department(staff) : []),
    ])
  }

  /** Names of their department, also of those who have gone: what these owned is still there. */
  #department({ department }: Staff): ReadonlySet<string> {
    if (department === null) return nobody
    this.#colleagues ??= new Set(
      this.#reader
        .everybody()
        .filter((it) => it.department === department)
        .map(({ name }) => name),
    )
    return this.#colleagues
  }
}
