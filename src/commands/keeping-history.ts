import type { Desk, Office } from './desk.ts'

/** What the journal says of a paper's condition, and of a stocktake that missed an archive. */
export interface ToldKeeping {
  readonly condition?: string
  readonly state?: string
  readonly text?: string | null
  readonly stocktake?: string
  readonly isThere?: boolean
}

/** `P1 材料破损：第 2 页撕破`; `C2 不在架` */
export function keepingWords(desk: Desk, { policy }: Office, told: ToldKeeping): string[] {
  const { condition, state = '', text, stocktake, isThere } = told
  if (stocktake !== undefined) {
    const { misplaced, missing } = desk.text.stocktake.results
    return [`${stocktake} ${isThere ? misplaced : missing}`]
  }
  if (condition === undefined) return []
  const label = policy.inspection?.states[state]?.label[desk.language] ?? state
  const named = `${condition} ${label}`.trim()
  return [text ? `${named}${desk.text.program.marks.colon}${text}` : named]
}
