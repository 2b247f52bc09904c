import { Refusal } from './refusal.ts'
import { conditions, type Condition, type LoanItem } from './loan.ts'

/** What was seen when a thing came back. */
export interface Inspected {
  readonly condition: Condition
  readonly pagesBack: number | null
  readonly remark: string | null
}

/**
 * How one thing came back: by what was said, and by its pages where they were counted — fewer than
 * were lent make it incomplete, whatever was said (S000-4.5-11, S002-6.4-5).
 */
export function inspected(
  item: Pick<LoanItem, 'pages' | 'seq'>,
  { condition, pagesBack, remark }: Inspected,
): Inspected {
  const isShort = pagesBack !== null && item.pages !== null && pagesBack < item.pages
  const found = isShort && condition === 'intact' ? 'incomplete' : condition
  return { condition: found, pagesBack, remark }
}

/** Is there damage or loss for which somebody may be liable (S000-4.5-12)? */
export const isHarmed = (condition: Condition): boolean => condition !== 'intact'

/** @throws Refusal usage.bad-option */
export function conditionNamed(raw: string, words: Readonly<Record<Condition, string>>): Condition {
  const said = raw.normalize('NFKC').trim().toLowerCase()
  const found = conditions.find((it) => it === said || words[it].toLowerCase() === said)
  if (found) return found
  const choices = conditions.map((it) => words[it])
  throw new Refusal('usage.bad-option', { option: '--condition', value: raw, choices })
}
