import type { Archive } from '../domain/archive.ts'
import { problemsOfChange } from '../domain/change-check.ts'
import {
  planClassification,
  type ClassificationPlan,
  type Reclassification,
} from '../domain/classification.ts'
import { requireOpen } from '../domain/closing.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { everyArchive } from '../store/archives.ts'
import { archivesFor } from './archives-given.ts'
import type { ClassifyWish } from './classify-questions.ts'
import type { Office } from './desk.ts'

/** A plan, and the archives that it is about: none listed where it is about all. */
export interface Planned extends ClassificationPlan {
  readonly archives: readonly Archive[]
}

/** What classifying would do: to the archives of `numbers`, or to all that are open. */
export function planIn(
  office: Office,
  numbers: readonly string[] | undefined,
  wish: ClassifyWish,
): Planned {
  const { policy, today } = office
  const archives = numbers === undefined ? [] : archivesFor(office, numbers)
  for (const archive of archives) {
    requireOpen(archive)
    const problems = problemsOfChange(wish.draft, archive, policy, today)
    if (problems.length > 0) throw new Refusal('value.bad', { problems })
  }
  const source = numbers === undefined ? openOnes(office) : archives
  const values = wish.byRules ? 'by-rules' : wish.draft.values
  const plan = planClassification(source, values, policy, today)
  return { ...(wish.renumber ? renumberingAll(plan, archives) : plan), archives }
}

/** Archives that may be classified: neither closed nor destroyed, and none that the operator may not read. */
function* openOnes({ store, operator }: Office): Generator<Archive> {
  for (const archive of everyArchive(store))
    if (isOpen(archive) && mayRead(operator, archive.secrecy)) yield archive
}

const isOpen = ({ status }: Archive): boolean => status === 'active' || status === 'pending'

/** Under --renumber every archive gets a number, also where nothing else changes. */
function renumberingAll(
  plan: ClassificationPlan,
  archives: readonly Archive[],
): ClassificationPlan {
  const planned = new Map(plan.changes.map((change) => [change.before.id, change]))
  const changes = archives.map(
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
