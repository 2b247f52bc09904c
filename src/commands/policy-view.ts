import type { Column } from '../cli/printer.ts'
import { briefly } from '../cli/outline.ts'
import type { PolicyChange } from '../domain/policy-compare.ts'
import type { Desk } from './desk.ts'

/** What differs, rule by rule. */
export function changeColumns(desk: Desk): readonly Column<PolicyChange>[] {
  const { keys } = desk.text.policy
  const said = (value: unknown) => briefly(value, desk.language)
  return [
    { key: 'at', heading: keys.at, value: (it) => it.at },
    {
      key: 'before',
      heading: keys.before,
      value: (it) => it.before ?? null,
      shown: (it) => said(it.before),
    },
    {
      key: 'after',
      heading: keys.after,
      value: (it) => it.after ?? null,
      shown: (it) => said(it.after),
    },
  ]
}

/** One change on a line: `retention.classes.general.years：10 → 15`. */
export const changeLine = (desk: Desk, { at, before, after }: PolicyChange): string =>
  `  ${at}  ${briefly(before, desk.language)} → ${briefly(after, desk.language)}`

/** The first day of a version in words; the first version has none. */
export const sinceText = (desk: Desk, effectiveFrom: string | null): string =>
  effectiveFrom ?? desk.text.policy.always
