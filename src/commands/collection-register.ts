import { permitName, type CopyHolding, type Permit } from '../domain/copy.ts'
import type { ListColumn, ListRow } from '../exchange/form-blocks.ts'
import { materialsOf } from '../store/materials.ts'
import { permitsWith } from '../store/permits.ts'
import type { Desk, Office } from './desk.ts'
import { readableOnly } from './readable-only.ts'
import { isWithin, type Period, type Register } from './register-printing.ts'
import { thingsNamed, type Things } from './things-named.ts'

/** 合同领取登记表 (F36; S004-Q-3.1): who collected which original or copy, and signed for it. */
export function collectionRegister(desk: Desk, office: Office, period: Period): Register {
  const kinds = ['copy', 'excerpt', 'original'] as const
  const found = permitsWith(office.store, { kinds }).filter(
    ({ wish, issuedOn }) => wish.customer === true && isWithin(issuedOn, period),
  )
  const listed = readableOnly(office, found)
  const things = thingsNamed(desk, office, listed)
  return {
    columns: columnsOf(desk),
    rows: listed.flatMap((permit) => rowsOf(desk, office, things, permit)),
    archives: things.archives,
    entries: listed.length,
    entriesOf: ({ id }) => listed.flatMap((it) => (it.archiveId === id ? [permitName(it.id)] : [])),
  }
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns: text } = desk.text.sheet.collectionRegister
  return [
    { heading: text.permit, width: 24 },
    { heading: text.collectedOn, width: 23 },
    { heading: text.what, width: 0 },
    { heading: text.kind, width: 22 },
    { heading: text.copies, width: 14 },
    { heading: text.collector, width: 36 },
    { heading: text.purpose, width: 38 },
    { heading: text.signature, width: 28 },
    { heading: text.keeper, width: 20 },
  ]
}

/** A line for each thing that was collected, however many copies of it. */
function rowsOf(desk: Desk, { store }: Office, things: Things, permit: Permit): ListRow[] {
  const { inBrackets } = desk.text.program.marks
  const held = materialsOf(store, permit.archiveId)
  const { holder, unit } = permit
  // customers who collect what is theirs are their own unit
  const collector = unit === null || unit === holder ? holder : holder + inBrackets(unit)
  return [...countBySeq(permit.copies)].map(([seq, count]) => ({
    cells: [
      permit.number ?? permitName(permit.id),
      permit.issuedOn,
      things.words(
        permit.archiveId,
        seq === null ? [] : held.flatMap((it) => (it.seq === seq ? [it.id] : [])),
      ),
      desk.text.permit.kinds[permit.kind],
      String(count),
      collector,
      permit.purpose,
      permit.signedBy ?? '',
      '',
    ],
  }))
}

function countBySeq(copies: readonly CopyHolding[]): ReadonlyMap<number | null, number> {
  const counts = new Map<number | null, number>()
  for (const { seq } of copies) counts.set(seq, (counts.get(seq) ?? 0) + 1)
  return counts
}
