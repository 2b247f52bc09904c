import type { Archive } from './archive.ts'
import type { Policy } from './policy.ts'
import { postOf } from './post.ts'
import { Refusal } from './refusal.ts'
import { clearanceOf, mayRead, type Operator, type Staff } from './staff.ts'
import { exceeds } from './words.ts'

/**
 * May somebody say who else reads an archive (S003-7.4.1-2, -3)? Whoever enters it must be cleared
 * for its level, and need not be a reader: they enter names, and are shown nothing of the archive.
 * `actor` is for whom they act.
 * @throws Refusal person.not-cleared, person.not-namer, policy.silent where nobody is named
 */
export function requireNaming(
  operator: Operator,
  actor: Operator & { readonly staff: Staff },
  archive: Archive,
  policy: Policy,
): void {
  const { number, secrecy } = archive
  const clearance = clearanceOf(operator)
  if (exceeds(secrecy, clearance))
    throw new Refusal('person.not-cleared', { number, secrecy, clearance })
  const rule = policy.secrecy?.levels[secrecy]
  if (!hasNamedReaders(archive, policy)) {
    const section = `secrecy.levels.${secrecy}.readers.named`
    throw new Refusal('policy.silent', { section, source: rule?.source ?? [] })
  }
  const { namedBy, readers } = rule ?? {}
  const source = readers?.source ?? rule?.source ?? []
  const post = postOf(actor.staff, policy)
  const isNamer = namedBy ? post !== undefined && namedBy.includes(post) : mayRead(actor, archive)
  if (isNamer) return
  const posts = (namedBy ?? []).flatMap((it) => policy.posts?.[it]?.label ?? [])
  throw new Refusal('person.not-namer', { number, secrecy, staff: actor.staff.name, posts, source })
}

/** Does being named let anybody read it at all? */
function hasNamedReaders({ secrecy, fields }: Archive, policy: Policy): boolean {
  const rules = Object.entries(fields).map(
    ([key, value]) => policy.fields?.[key]?.choices?.[value]?.readers,
  )
  return [policy.secrecy?.levels[secrecy]?.readers, ...rules].some((it) => it?.named)
}
