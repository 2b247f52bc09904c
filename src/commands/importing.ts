import { keysOf } from '../domain/duplicates.ts'
import { changed } from '../domain/change.ts'
import { decideRow, type OnDuplicate } from '../domain/import-decision.ts'
import { readRow, rowText, slipped, type Taken } from '../domain/import-row.ts'
import { invalid } from '../domain/invalid.ts'
import { openArchive, problemsOf } from '../domain/opening.ts'
import type { Draft } from '../domain/draft.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import { plainCell } from '../exchange/csv-write.ts'
import { archiveById } from '../store/archives.ts'
import { applyChange, changeDetail } from '../store/changes.ts'
import type { Counts } from '../store/imports.ts'
import type { Intake, Met } from '../store/intake.ts'
import type { Part } from '../store/journal.ts'
import { holderOf, takeNumber } from '../store/numbers.ts'
import { canonicalNumber } from '../domain/number.ts'
import type { Office } from './desk.ts'

/** How an import was asked for. */
export interface ImportWish {
  readonly columns: readonly Taken[]
  /** Cells of the heading: a row may have no more that say something. */
  readonly width: number
  readonly type: string | undefined
  readonly onDuplicate: OnDuplicate
  readonly foreignNumber: boolean
}

/** A row that was not taken: all that is wrong with it. */
export interface Rejected {
  readonly record: CsvRecord
  readonly problems: readonly Problem[]
}

/** A row that looks like an archive's customer and was passed over. */
export interface PassedOver {
  readonly record: CsvRecord
  readonly number: string
  readonly because: Met['because']
}

/** What the rows of one stretch came to. */
export interface Stretch {
  readonly counts: Counts
  readonly parts: Part[]
  firstId: number | null
  lastId: number | null
  firstNumber: string | null
  lastNumber: string | null
}

/** Told of rows as they are not taken. */
export interface Listeners {
  readonly rejected: (rejected: Rejected) => void
  readonly passedOver: (passedOver: PassedOver) => void
}

export const newStretch = (): Stretch => ({
  counts: { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 },
  parts: [],
  firstId: null,
  lastId: null,
  firstNumber: null,
  lastNumber: null,
})

/** Takes one row in: reads it, decides what it is, and writes. In the caller's transaction. */
export function takeRow(
  office: Office,
  intake: Intake,
  wish: ImportWish,
  record: CsvRecord,
  stretch: Stretch,
  listeners: Listeners,
): void {
  stretch.counts.read += 1
  const cells = plainCells(record.cells)
  const digest = intake.digestOf(rowText(cells, wish.columns, wish.type ?? ''))
  if (intake.knows(digest)) {
    stretch.counts.unchanged += 1
    return
  }
  const outcome = settled(office, intake, wish, cells, stretch)
  if ('problems' in outcome) {
    stretch.counts.rejected += 1
    for (const { key, invalid: { code } } of outcome.problems) intake.reject(record.line, key, code)
    listeners.rejected({ record, problems: outcome.problems })
  } else if ('passedOver' in outcome) {
    stretch.counts.skipped += 1
    listeners.passedOver({ record, ...outcome.passedOver })
  } else intake.remember(digest, outcome.archiveId)
}

/** Cells without what an export put on; most rows have none, and are not copied. */
const plainCells = (cells: string[]): string[] =>
  cells.some((cell) => cell.charCodeAt(0) === 39) ? cells.map(plainCell) : cells

type Outcome =
  | { readonly problems: readonly Problem[] }
  | { readonly passedOver: Omit<PassedOver, 'record'> }
  | { readonly archiveId: number }

function settled(
  office: Office,
  intake: Intake,
  wish: ImportWish,
  cells: readonly string[],
  stretch: Stretch,
): Outcome {
  const slip = slipped(cells, wish.width)
  if (slip) return { problems: [slip] }
  const draft = readRow(cells, wish.columns, wish.type)
  const { policy, store } = office
  const held = heldBy(office, draft)
  if (held !== undefined) return update(office, intake, draft, held, wish, true, stretch)
  const problems = problemsOf(draft, policy, office.today)
  if (problems.length > 0) return { problems }
  const opening = openArchive(draft, [], policy, office.today)
  const keys = keysOf(opening, policy)
  const met = intake.meet(opening, keys)
  if (met) {
    const exact = met.because === 'identity' || met.because === 'businessKey'
    const decision = decideRow(exact, wish.onDuplicate)
    if (decision !== 'create') return known(office, intake, draft, met, wish, exact, stretch)
  }
  try {
    const given = givenNumber(store, office, intake, opening, draft, wish)
    const { id, number } = intake.enter(opening, keys, given)
    note(stretch, id, number)
    return { archiveId: id }
  } catch (thrown) {
    return { problems: [numberProblem(thrown, draft)] }
  }
}

/** The archive that carries the row's number, if it brings one that is in use. */
function heldBy(office: Office, draft: Draft): number | undefined {
  const number = draft.values.get('number')
  return number ? holderOf(office.store, canonicalNumber(number)) : undefined
}

function givenNumber(
  store: Office['store'],
  office: Office,
  intake: Intake,
  opening: ReturnType<typeof openArchive>,
  draft: Draft,
  wish: ImportWish,
) {
  const number = draft.values.get('number')
  if (!number) return undefined
  intake.settle()
  return takeNumber(store, office.policy, opening, number, wish.foreignNumber)
}

/** A number that cannot be taken rejects its row; anything else is no matter of the row. */
function numberProblem(thrown: unknown, draft: Draft): Problem {
  if (!(thrown instanceof Refusal) || !thrown.code.startsWith('number.')) throw thrown
  const number = draft.values.get('number') ?? ''
  return { key: 'number', value: number, invalid: invalid('row.number', { number, reason: thrown.code }) }
}

function note(stretch: Stretch, id: number, number: string): void {
  stretch.counts.created += 1
  stretch.firstId ??= id
  stretch.lastId = id
  stretch.firstNumber ??= number
  stretch.lastNumber = number
}

/** A row whose customer is in, or seems to be. */
function known(
  office: Office,
  intake: Intake,
  draft: Draft,
  met: Met,
  wish: ImportWish,
  exact: boolean,
  stretch: Stretch,
): Outcome {
  const archive = archiveById(office.store, met.id)
  const number = archive?.number ?? ''
  const decision = decideRow(exact, wish.onDuplicate)
  if (decision === 'reject')
    return { problems: [{ key: 'name', value: '', invalid: invalid('row.duplicate', { number }) }] }
  if (decision === 'skip') return { passedOver: { number, because: met.because } }
  return update(office, intake, draft, met.id, wish, exact, stretch)
}

/** Brings an archive up to date with the row's values that are not empty. */
function update(
  office: Office,
  intake: Intake,
  draft: Draft,
  id: number,
  wish: ImportWish,
  exact: boolean,
  stretch: Stretch,
): Outcome {
  const before = archiveById(office.store, id)
  if (!before) throw new Error('an archive that was just found is gone')
  intake.end()
  const obstacle = obstacleTo(office, before, draft)
  if (obstacle.length > 0) return { problems: obstacle }
  if (decideRow(exact, wish.onDuplicate) === 'skip')
    return { passedOver: { number: before.number, because: 'identity' } }
  const values = new Map([...draft.values].filter(([key]) => key !== 'number'))
  const after = changed(before, values, office.policy, office.today)
  const detail = changeDetail(office.store, before, after)
  if (!detail) {
    stretch.counts.unchanged += 1
    return { archiveId: id }
  }
  const closed = statusAgainst(before)
  if (closed) return { problems: [closed] }
  intake.noteUpdate(applyChange(office, before, after))
  stretch.parts.push({ archiveId: id, detail })
  stretch.counts.updated += 1
  return { archiveId: id }
}

function obstacleTo(
  office: Office,
  archive: NonNullable<ReturnType<typeof archiveById>>,
  draft: Draft,
): readonly Problem[] {
  const { number, secrecy } = archive
  if (!mayRead(office.operator, secrecy))
    return [{ key: 'number', value: number, invalid: invalid('row.not-cleared', { number }) }]
  return draft.problems
}

/** What is closed or destroyed may come again as it is, and not otherwise. */
function statusAgainst({
  number,
  status,
}: NonNullable<ReturnType<typeof archiveById>>): Problem | undefined {
  if (status !== 'closed' && status !== 'destroyed') return undefined
  return { key: 'number', value: number, invalid: invalid('row.status', { number, status }) }
}

