import { Intake } from '../store/intake.ts'
import { Cancelled, type Standing } from '../cli/failure.ts'
import { batchName, noteImport } from '../store/imports.ts'
import type { Desk, Office } from './desk.ts'
import { enterStretch } from './import-entry.ts'
import {
  newStretch,
  type ImportTaken,
  type ImportWish,
  type PassedOver,
  type Rejected,
  type RejectFile,
  type Stretch,
} from './import-stretch.ts'
import { takeRow } from './importing.ts'
import { recordIn } from './prepared-row.ts'

/**
 * Asks, after the file is in, about rows that looked like somebody known: another customer, the same,
 * or leave it. Only at a terminal and only where nothing else was said; elsewhere they stay passed over.
 */
export async function askAboutLikenesses(
  desk: Desk,
  office: Office,
  wish: ImportWish,
  taken: ImportTaken,
  rejects: RejectFile,
): Promise<ImportTaken> {
  if (
    !desk.globals.interactive ||
    desk.globals.yes ||
    wish.onDuplicate !== 'ask' ||
    taken.takenBack
  )
    return taken
  let whole = taken
  try {
    for (const one of taken.passedOver) {
      const how = await decision(desk, one)
      if (how !== 'skip') whole = settle(office, { ...wish, onDuplicate: how }, one, whole, rejects)
    }
  } catch (thrown) {
    if (!(thrown instanceof Cancelled)) throw thrown
    rejects.keep()
    throw new Cancelled(standing(desk, whole))
  }
  return whole
}

/** Whoever gives up answering has imported all the same: what is in, how to go on, how to go back. */
function standing(desk: Desk, { importId, counts }: ImportTaken): Standing {
  const { stands, counts: said } = desk.text.import.run
  const batch = batchName(importId)
  return { message: stands(batch, said(counts)), facts: { batch, ...counts } }
}

async function decision(desk: Desk, one: PassedOver): Promise<'skip' | 'add' | 'update'> {
  const text = desk.text.import.run
  const choices = (['skip', 'add', 'update'] as const).map((value) => ({
    value,
    name: text.decisions[value],
  }))
  const { line, cells } = recordIn(one.row)
  const message = text.likeness(
    line,
    cells.filter(Boolean).join(desk.text.program.marks.items),
    one.number,
  )
  const question = { kind: 'choice', message, option: '', choices } as const
  const { how } = await desk.ask({ how: question }, {})
  return how as 'skip' | 'add' | 'update'
}

/** Takes one row that was passed over, in a transaction of its own, as part of the same import. */
function settle(
  office: Office,
  wish: ImportWish,
  one: PassedOver,
  taken: ImportTaken,
  rejects: RejectFile,
): ImportTaken {
  const { store, hand, today, policy, keyingPolicy } = office
  const { importId } = taken
  const stretch = newStretch()
  const rejected: Rejected[] = []
  const listeners = { rejected: (it: Rejected) => rejected.push(it), passedOver: () => undefined }
  const whole = store.transact(() => {
    const collectedBy = hand.staffId
    const intake = new Intake(store, policy, { importId, collectedBy, today, keyingPolicy })
    takeRow(office, intake, wish, one.row, stretch, listeners)
    intake.end()
    enterStretch(office, importId, stretch)
    const sum = joined(taken, one, stretch)
    const { counts, firstNumber, lastNumber } = sum
    noteImport(store, importId, { ...counts, firstNumber, lastNumber })
    return sum
  })
  rejected.forEach(rejects.add)
  return { ...whole, rejected: [...whole.rejected, ...rejected] }
}

/** What the import came to with one row more that was not passed over after all. */
function joined(taken: ImportTaken, one: PassedOver, stretch: Stretch): ImportTaken {
  const { created, updated, unchanged, rejected } = stretch.counts
  const { counts } = taken
  return {
    ...taken,
    counts: {
      ...counts,
      created: counts.created + created,
      updated: counts.updated + updated,
      unchanged: counts.unchanged + unchanged,
      rejected: counts.rejected + rejected,
      skipped: counts.skipped - 1,
    },
    firstNumber: taken.firstNumber ?? stretch.firstNumber,
    lastNumber: stretch.lastNumber ?? taken.lastNumber,
    passedOver: taken.passedOver.filter((it) => it !== one),
  }
}
