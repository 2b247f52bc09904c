import { policySections } from './policy-sections.ts'
import type { Policy } from './policy.ts'

/** Sections that a ready policy has and the office's own is silent on (SPEC 15.11). */
export const sectionsLacking = (own: Policy, ready: Policy): readonly (keyof Policy)[] =>
  policySections.filter((section) => own[section] === undefined && ready[section] !== undefined)
