import type { Archive } from '../domain/archive.ts'
import { changed } from '../domain/change.ts'
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
import type { ImportWish, Likeness, Outcome, Stretch } from './import-stretch.ts'

/** The same customer for certain; by phone and name, or a company's name, it only looks so (SPEC 15.4). */
export const isExact = ({ because }: Likeness): boolean =>
  because === 'number' || because === 'identity' || because === 'businessKey'

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
  const decision = decideRow(isExact(likeness), wish.onDuplicate)
  if (decision === 'reject')
    return { problems: [problem('name', '', invalid('row.duplicate', { number }))] }
  if (decision === 'skip') return { passedOver: { number, because: likeness.because } }
  return update(office, intake, draft, archive, stretch)
}

const problem = (key: string, value: string, it: Invalid): Problem => ({ key, value, invalid: it })

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
  const obstacles = obstaclesTo(office, before, draft)
  if (obstacles.length > 0) return { problems: obstacles }
  const values = new Map([...draft.values].filter(([key]) => key !== 'number'))
  const after = changed(before, values, policy, today)
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

/** What of the row stands against any change: it may not be made by this person, or its values are wrong. */
function obstaclesTo(office: Office, archive: Archive, draft: Draft): readonly Problem[] {
  const { number, secrecy } = archive
  if (!mayRead(office.operator, secrecy))
    return [problem('number', number, invalid('row.not-cleared', { number }))]
  return problemsOfChange(draft, archive, office.policy, office.today)
}

/** What is closed or destroyed may come again as it is, and not otherwise; nor what was dealt with later. */
function againstChange(office: Office, before: Archive, after: Archive): Invalid | undefined {
  const { number, status, actedOn } = before
  if (status === 'closed' || status === 'destroyed')
    return invalid('row.status', { number, status })
  if (office.today < actedOn) return invalid('row.last-act', { number, lastAct: actedOn })
  try {
    requireIdentityFree(office.store, before, after, office.policy)
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'identity.taken') throw thrown
    const { holder } = (thrown as Refusal<'identity.taken'>).facts
    return invalid('row.identity', { number, holder })
  }
}
