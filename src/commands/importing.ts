import { decideRow } from '../domain/import-decision.ts'
import { placeKept } from '../domain/import-row.ts'
import { invalid } from '../domain/invalid.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import type { RowRead } from '../domain/row-reading.ts'
import { numberedIn, type OwnCells } from '../store/intake-row.ts'
import type { Intake } from '../store/intake.ts'
import { holderNamed } from '../store/lookup.ts'
import type { Issued } from '../store/numbers.ts'
import { takeNumber } from '../store/taking.ts'
import type { Office } from './desk.ts'
import { housedCells } from './import-housing.ts'
import { takeKnown } from './import-known.ts'
import type { ImportWish, Likeness, Listeners, Outcome, Stretch } from './import-stretch.ts'
import { readAgain, recordIn, type PreparedRow } from './prepared-row.ts'

/** Takes one row in: decides what it is, and writes. In the caller's transaction. */
export function takeRow(
  office: Office,
  intake: Intake,
  wish: ImportWish,
  row: PreparedRow,
  stretch: Stretch,
  listeners: Listeners,
): void {
  stretch.counts.read += 1
  const [, , digest] = row
  if (intake.knows(digest)) {
    stretch.counts.unchanged += 1
    return
  }
  const outcome = settled(office, intake, wish, row, stretch)
  if ('problems' in outcome) {
    const record = recordIn(row)
    stretch.counts.rejected += 1
    for (const { key, invalid: it } of outcome.problems)
      intake.reject(record.line, placeKept(key, wish.columns), it.code)
    listeners.rejected({ record, problems: outcome.problems })
  } else if ('passedOver' in outcome) {
    stretch.counts.skipped += 1
    listeners.passedOver({ row, ...outcome.passedOver })
  } else intake.remember(digest, outcome.archiveId)
}

function settled(
  office: Office,
  intake: Intake,
  wish: ImportWish,
  row: PreparedRow,
  stretch: Stretch,
): Outcome {
  const [, , , number, own, terms] = row
  const { policy, store, today } = office
  const again = (): RowRead => readAgain(row, { ...wish, policy, today })
  const known = (likeness: Likeness): Outcome =>
    takeKnown(office, intake, again().draft, likeness, wish, stretch)
  const held = number === null ? undefined : holderNamed(store, policy, number)
  if (held !== undefined) return known({ id: held, because: 'number' })
  if (own === null) return { problems: again().problems }
  const met = intake.meet(own)
  const decision = met ? decideRow(met.because, wish.onDuplicate) : 'create'
  if (met && decision === 'update' && number !== null)
    return { problems: [ofNumber(number, 'number.other')] }
  if (met && decision !== 'create') return known(met)
  const housed = housedCells(office, own)
  return 'problems' in housed
    ? housed
    : create(office, intake, { own: housed, terms, number, wish }, stretch)
}

/** Opens an archive; a number that cannot be taken rejects its row, anything else is no matter of the row. */
function create(
  office: Office,
  intake: Intake,
  row: {
    readonly own: OwnCells
    readonly terms: string
    readonly number: string | null
    readonly wish: ImportWish
  },
  stretch: Stretch,
): Outcome {
  const { own, terms, number, wish } = row
  let given: Issued | undefined
  try {
    given = number === null ? undefined : taken(office, intake, own, number, wish)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !thrown.code.startsWith('number.')) throw thrown
    return { problems: [ofNumber(number ?? '', thrown.code)] }
  }
  const entered = intake.enter(own, terms, given)
  note(stretch, entered)
  return { archiveId: entered.id }
}

/** The series' counters are written down first: the number may lie beyond them. */
function taken(
  { store, policy }: Office,
  intake: Intake,
  own: OwnCells,
  number: string,
  { foreignNumber }: ImportWish,
): Issued {
  intake.settle()
  return takeNumber(store, policy, numberedIn(own), number, foreignNumber)
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
