import { keysOf } from '../domain/duplicates.ts'
import { decideRow } from '../domain/import-decision.ts'
import { placeKept, readRow, rowText, slipped } from '../domain/import-row.ts'
import { invalid } from '../domain/invalid.ts'
import { openArchive, problemsOf } from '../domain/opening.ts'
import type { Opening } from '../domain/opening.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import type { CsvRecord } from '../exchange/csv-read.ts'
import { plainCell } from '../exchange/csv-write.ts'
import type { Intake } from '../store/intake.ts'
import { holderNamed } from '../store/lookup.ts'
import type { Issued } from '../store/numbers.ts'
import { takeNumber } from '../store/taking.ts'
import type { Office } from './desk.ts'
import { housedRow } from './import-housing.ts'
import { takeKnown } from './import-known.ts'
import type { ImportWish, Listeners, Outcome, Stretch } from './import-stretch.ts'

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
  const digest = intake.digestOf(rowText(cells, wish.columns, wish.type))
  if (intake.knows(digest)) {
    stretch.counts.unchanged += 1
    return
  }
  const outcome = settled(office, intake, wish, cells, stretch)
  if ('problems' in outcome) {
    stretch.counts.rejected += 1
    for (const { key, invalid: it } of outcome.problems)
      intake.reject(record.line, placeKept(key, wish.columns), it.code)
    listeners.rejected({ record, problems: outcome.problems })
  } else if ('passedOver' in outcome) {
    stretch.counts.skipped += 1
    listeners.passedOver({ record, ...outcome.passedOver })
  } else intake.remember(digest, outcome.archiveId)
}

/** Cells without what an export put on; most rows have none, and are not copied. */
const plainCells = (cells: string[]): string[] =>
  cells.some((cell) => cell.charCodeAt(0) === 39) ? cells.map(plainCell) : cells

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
  const number = draft.values.get('number')
  const { policy, store, today } = office
  const held = number === undefined ? undefined : holderNamed(store, policy, number)
  if (held !== undefined)
    return takeKnown(office, intake, draft, { id: held, because: 'number' }, wish, stretch)
  const problems = problemsOf(draft, policy, today)
  if (problems.length > 0) return { problems }
  const opening = openArchive(draft, [], policy, today)
  const keys = keysOf(opening, office.keyingPolicy)
  const met = intake.meet(opening, keys)
  const decision = met ? decideRow(met.because, wish.onDuplicate) : 'create'
  if (met && decision === 'update' && number !== undefined)
    return { problems: [ofNumber(number, 'number.other')] }
  if (met && decision !== 'create') return takeKnown(office, intake, draft, met, wish, stretch)
  const at = opening.location === null ? opening : housedRow(office, opening, opening.name ?? '')
  return 'problems' in at ? at : create(office, intake, at, { keys, number, wish }, stretch)
}

/** Opens an archive; a number that cannot be taken rejects its row, anything else is no matter of the row. */
function create(
  office: Office,
  intake: Intake,
  opening: Opening,
  row: {
    readonly keys: ReturnType<typeof keysOf>
    readonly number: string | undefined
    readonly wish: ImportWish
  },
  stretch: Stretch,
): Outcome {
  const { keys, number, wish } = row
  let given: Issued | undefined
  try {
    given = number === undefined ? undefined : taken(office, intake, opening, number, wish)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !thrown.code.startsWith('number.')) throw thrown
    return { problems: [ofNumber(number ?? '', thrown.code)] }
  }
  const entered = intake.enter(opening, keys, given)
  note(stretch, entered)
  return { archiveId: entered.id }
}

/** The series' counters are written down first: the number may lie beyond them. */
function taken(
  { store, policy }: Office,
  intake: Intake,
  opening: Opening,
  number: string,
  { foreignNumber }: ImportWish,
): Issued {
  intake.settle()
  return takeNumber(store, policy, opening, number, foreignNumber)
}

const ofNumber = (number: string, reason: string): Problem => ({
  key: 'number',
  value: number,
  invalid: invalid('row.number', { number, reason }),
})

function note(stretch: Stretch, { id, number }: { readonly id: number; readonly number: string }) {
  stretch.counts.created += 1
  stretch.firstId ??= id
  stretch.lastId = id
  stretch.firstNumber ??= number
  stretch.lastNumber = number
}
