import { consultationName, type Consultation } from '../domain/consultation.ts'
import { timeOn } from '../domain/time-of-day.ts'
import type { ListColumn, ListRow } from '../exchange/form-blocks.ts'
import { consultationsWith } from '../store/consultations.ts'
import type { Desk, Office } from './desk.ts'
import { readableOnly } from './readable-only.ts'
import { isWithin, type Period, type Register } from './register-printing.ts'
import { thingsNamed, type Things } from './things-named.ts'

/** 查阅登记表 (F02; S002-6.2-2): who read what, when, and signed that it was given back (S002-6.2-4). */
export function consultationRegister(desk: Desk, office: Office, period: Period): Register {
  const filter = period.isOpen ? { isOpen: true as const } : {}
  const found = consultationsWith(office.store, filter).filter(({ openedOn }) =>
    isWithin(openedOn, period),
  )
  const listed = readableOnly(office, found)
  const things = thingsNamed(desk, office, listed)
  return {
    columns: columnsOf(desk),
    rows: listed.map((it) => rowOf(desk, office, things, it)),
    archives: things.archives,
    entries: listed.length,
    entriesOf: ({ id }) =>
      listed.flatMap((it) => (it.archiveId === id ? [consultationName(it.id)] : [])),
  }
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns: text } = desk.text.sheet.consultationRegister
  return [
    { heading: text.consultation, width: 14 },
    { heading: text.when, width: 23 },
    { heading: text.reader, width: 30 },
    { heading: text.identity, width: 20 },
    { heading: text.what, width: 0 },
    { heading: text.purpose, width: 38 },
    { heading: text.place, width: 24 },
    { heading: text.closed, width: 25 },
    { heading: text.signature, width: 24 },
    { heading: text.keeper, width: 18 },
  ]
}

function rowOf(desk: Desk, { policy }: Office, things: Things, it: Consultation): ListRow {
  const { inBrackets, clauses } = desk.text.program.marks
  const { purpose, scope, place, condition } = it
  const at = (day: string | null, instant: string | null) =>
    day === null || instant === null ? '' : `${day}\n${timeOn(day, instant, policy.timeZone)}`
  const found = condition === null ? '' : ` ${desk.text.loan.conditions[condition]}`
  return {
    cells: [
      consultationName(it.id),
      at(it.openedOn, it.openedAt),
      it.reader + (it.unit === null ? '' : inBrackets(it.unit)),
      it.identity ?? '',
      things.words(
        it.archiveId,
        it.materials.map(({ materialId }) => materialId),
      ),
      [purpose, scope ?? ''].filter((words) => words !== '').join(clauses),
      place === null ? '' : (policy.consultation?.places?.[place]?.label[desk.language] ?? place),
      at(it.closedOn, it.closedAt) + found,
      it.signedBy ?? '',
      '',
    ],
  }
}
