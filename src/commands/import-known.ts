import type { Archive } from '../domain/archive.ts'
import { changed } from '../domain/change.ts'
import { isOpen } from '../domain/closing.ts'
import { isBeforeLastAct } from '../domain/dating.ts'
import { problemsOfChange } from '../domain/change-check.ts'
import type { Draft } from '../domain/draft.ts'
import { decideRow } from '../domain/import-decision.ts'
import { invalid, type Invalid } from '../domain/invalid.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { archiveById } from '../store/archives.ts'
import { applyChange, changeDetail } from '../store/changes.ts'
import { requireIdentityFree } from '../store/duplicates.ts'
import type { Intake } from '../store/intake.ts'
import type { Office } from './desk.ts'
import { noteChange } from './import-entry.ts'
import { housedRow } from './import-housing.ts'
import type { ImportWish, Likeness, Outcome, Stretch } from './import-stretch.ts'

/** A row whose customer is in, or seems to be: brought up to date, passed over or rejected. */
export function takeKnown(
  office: Office,
  intake: Intake,
  draft: Draft,
  likeness: Likeness,
  wish: ImportWish,
  stretch: Stretch,
): Outcome {
  const archive = archiveById(office.store, likeness.id)
  if (!archive) throw new Error('an archive that was just found is gone')
  const { number } = archive
  if (!mayRead(office.operator, archive)) return { problems: [hidden(number, likeness)] }
  const decision = decideRow(likeness.because, wish.onDuplicate)
  if (decision === 'reject')
    return { problems: [problem('name', '', invalid('row.duplicate', { number }))] }
  if (decision === 'skip') return { passedOver: { number, because: likeness.because } }
  return update(office, intake, draft, archive, stretch)
}

const problem = (key: string, value: string, it: Invalid): Problem => ({ key, value, invalid: it })

/** The number of an archive that the operator may not read is told only to those who wrote it themselves. */
function hidden(number: string, { because }: Likeness): Problem {
  const known = because === 'number' ? number : null
  return problem(
    known ? 'number' : 'name',
    known ?? '',
    invalid('row.not-cleared', { number: known }),
  )
}

/** Brings an archive up to date with the row's values that are not empty. */
function update(
  office: Office,
  intake: Intake,
  draft: Draft,
  before: Archive,
  stretch: Stretch,
): Outcome {
  const { store, policy, today } = office
  intake.end()
  const obstacles = problemsOfChange(draft, before, policy, today)
  if (obstacles.length > 0) return { problems: obstacles }
  const values = new Map([...draft.values].filter(([key]) => key !== 'number'))
  const said = changed(before, values, policy, today)
  const after = housedRow(office, said, before.number, before.location)
  if ('problems' in after) return after
  const detail = changeDetail(store, before, after)
  if (!detail) {
    stretch.counts.unchanged += 1
    return { archiveId: before.id }
  }
  const against = againstChange(office, before, after)
  if (against) return { problems: [problem('number', before.number, against)] }
  intake.noteUpdate(applyChange(office, before, after))
  noteChange(stretch, before.id, detail)
  stretch.counts.updated += 1
  return { archiveId: before.id }
}

/** What is closed or destroyed may come again as it is, and not otherwise; nor what was dealt with later. */
function againstChange(office: Office, before: Archive, after: Archive): Invalid | undefined {
  const { number, status, actedOn } = before
  if (!isOpen(before)) return invalid('row.status', { number, status })
  if (isBeforeLastAct(before, office.today))
    return invalid('row.last-act', { number, lastAct: actedOn })
  try {
    requireIdentityFree(office, before, after)
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'identity.taken') throw thrown
    const { holder } = (thrown as Refusal<'identity.taken'>).facts
    return invalid('row.identity', { number, holder })
  }
}
