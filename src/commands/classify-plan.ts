import type { Archive } from '../domain/archive.ts'
import { problemsOfChange } from '../domain/change-check.ts'
import {
  planClassification,
  type ClassificationPlan,
  type Reclassification,
} from '../domain/classification.ts'
import { isOpen, requireOpen } from '../domain/closing.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { byNumberUp } from '../domain/order.ts'
import { termProblems } from '../domain/secrecy-term.ts'
import type { Secrecy } from '../domain/words.ts'
import { listed } from '../store/listing.ts'
import { archivesFor } from './archives-given.ts'
import type { ClassifyWish } from './classify-questions.ts'
import type { Office } from './desk.ts'
import { selectionOf } from './filter-options.ts'

/** A plan, and the archives that were named. */
export interface Planned extends ClassificationPlan {
  readonly archives: readonly Archive[]
}

/** Which archives: those of some numbers, or all open ones that answer to words and conditions. */
export type Meant =
  | { readonly numbers: readonly string[] }
  | { readonly words: string; readonly conditions: FilterSaid }

/** What classifying would do to the archives that are meant. */
export function planIn(office: Office, meant: Meant, wish: ClassifyWish): Planned {
  const { policy, today } = office
  const archives = 'numbers' in meant ? archivesFor(office, meant.numbers) : []
  for (const archive of archives) requireOpen(archive)
  const source = () =>
    'words' in meant ? openOnes(office, meant.words, meant.conditions) : archives
  const values = wish.byRules ? 'by-rules' : wish.draft.values
  const plan = planClassification(fit(office, source(), wish), values, policy, today)
  return { ...(wish.renumber ? renumberingAll(plan, source()) : plan), archives }
}

/** Archives that may be classified: neither closed nor destroyed, and none that the operator may not read. */
function* openOnes(office: Office, words: string, conditions: FilterSaid): Generator<Archive> {
  const selection = selectionOf(office, [words], conditions)
  for (const archive of listed(office.store, selection, byNumberUp))
    if (isOpen(archive)) yield archive
}

/** @throws Refusal value.bad at the first archive that cannot have these values */
function* fit(
  { policy, today }: Office,
  archives: Iterable<Archive>,
  { draft }: ClassifyWish,
): Generator<Archive> {
  for (const archive of archives) {
    const level = (draft.values.get('secrecy') || archive.secrecy) as Secrecy
    const problems = [
      ...problemsOfChange(draft, archive, policy, today),
      ...termProblems(draft.values, level, today),
    ]
    if (problems.length > 0) throw new Refusal('value.bad', { problems })
    yield archive
  }
}

/** Under --renumber every archive gets a number, also where nothing else changes. */
function renumberingAll(plan: ClassificationPlan, archives: Iterable<Archive>): ClassificationPlan {
  const planned = new Map(plan.changes.map((change) => [change.before.id, change]))
  const changes = Array.from(
    archives,
    (archive): Reclassification =>
      planned.get(archive.id) ?? {
        before: archive,
        after: archive,
        difference: { before: {}, after: {} },
        because: { by: 'person' },
      },
  )
  return { changes, kept: 0 }
}
