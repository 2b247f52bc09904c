import type { Because } from '../domain/classification.ts'
import { changeWords } from './change-view.ts'
import type { ClassifyWish } from './classify-questions.ts'
import type { Planned } from './classify-plan.ts'
import type { Desk, Office } from './desk.ts'

/** More than anybody reads before saying yes. */
const most = 200

/** Says what is about to be done: before, after and why, an archive a line (SPEC section 5). */
export function sayPlan(desk: Desk, office: Office, plan: Planned, wish: ClassifyWish): void {
  const text = desk.text.classification
  if (plan.changes.length === 0) return desk.say.notice(text.nothing)
  const lines = plan.changes.slice(0, most).map(({ before, difference, because }) => {
    const changes = changeWords(desk, office, difference)
    const all = wish.renumber ? [...changes, text.newNumber] : changes
    const words = all.join(desk.text.program.marks.clauses)
    return ['', before.number, before.name ?? '', words, whyOf(desk, because)].join('  ').trimEnd()
  })
  const rest = plan.changes.length - lines.length
  desk.say.notice(
    text.plan(plan.changes.length, plan.kept),
    ...lines,
    ...(rest > 0 ? [`  … +${rest}`] : []),
  )
}

const whyOf = (desk: Desk, because: Because): string =>
  because.by === 'rule'
    ? desk.text.classification.rule(
        because.rule,
        because.source.join(desk.text.program.marks.items),
      )
    : ''
