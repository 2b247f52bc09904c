import { addMonths } from './day.ts'
import type { Policy } from './policy.ts'
import type { Day } from './words.ts'

/** When the archive is re-examined next: the strictest cycle that applies wins (S000-4.4-2, S003-10.2-7). */
export function nextReview(
  policy: Policy,
  archive: { readonly importance: string | null; readonly complete: boolean },
  from: Day,
): Day | null {
  const rule = policy.review
  if (!rule) return null
  const important = policy.importances?.[archive.importance ?? '']?.strict === true
  const months = Math.min(
    rule.everyMonths,
    important ? (rule.importantMonths ?? rule.everyMonths) : rule.everyMonths,
    archive.complete ? rule.everyMonths : (rule.incompleteMonths ?? rule.everyMonths),
  )
  return addMonths(from, months)
}
