import { readChoice } from './choice.ts'
import type { Policy } from './policy.ts'
import type { Staff } from './staff.ts'

/** The post of the policy that somebody holds, by its key; undefined: none that the policy names. */
export function postOf({ post }: Pick<Staff, 'post'>, policy: Policy): string | undefined {
  if (post === null || !policy.posts) return undefined
  const key = readChoice(policy.posts, post)
  return typeof key === 'string' && key !== '' ? key : undefined
}

/** Do they head the department that they are in? */
export function isHead(staff: Pick<Staff, 'post'>, policy: Policy): boolean {
  const key = postOf(staff, policy)
  return key !== undefined && policy.posts?.[key]?.head === true
}
