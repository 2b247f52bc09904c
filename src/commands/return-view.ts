import { incidentName } from '../domain/incident.ts'
import { loanName, overdueDays, type LoanItem } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { applicantName, requestName, statusOn, type Request } from '../domain/request.ts'
import type { Desk, Office } from './desk.ts'
import { loanShown } from './loan-shown.ts'
import { harmedIn, type Returned } from './taking-back.ts'

/** What came back, how, where it goes, and whose turn it is. */
export function sayReturned(
  desk: Desk,
  { today }: Office,
  all: readonly Returned[],
  several: boolean,
): void {
  const values = all.map(({ loan, archive, places, incidents }) => ({
    ...loanShown(loan, today),
    location: places.length === 1 ? (places[0] ?? null) : archive.location,
    incidents: incidents.map(({ id }) => incidentName(id)),
  }))
  const human = () => all.flatMap((it) => linesOf(desk, today, it))
  const [only] = values
  if (several || all.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function linesOf(desk: Desk, today: string, returned: Returned): string[] {
  const text = desk.text.loan
  const { loan, archive, cameBack, places, incidents, waits } = returned
  const { items, clauses } = desk.text.program.marks
  const nameOf = ({ seq }: { readonly seq: number | null }) =>
    seq === null ? archive.number : materialName(archive.number, seq)
  const names = cameBack.map(nameOf)
  const late = overdueDays(loan, today)
  const harmed = harmedIn(returned).map((item) =>
    text.return.harmed(nameOf(item), harmOf(desk, item), item.remark),
  )
  const open = loan.items.filter(({ returnedOn }) => returnedOn === null).map(nameOf)
  const isBack = cameBack.some(({ condition }) => condition !== 'lost')
  return [
    (isBack ? text.return.done : text.return.lost)(
      names.join(items),
      loan.borrower,
      loanName(loan.id),
    ) + (late > 0 ? `${clauses}${text.return.late(late)}` : ''),
    ...harmed,
    ...incidents.map(({ id }) =>
      text.return.incident(incidentName(id), `dangan incident show ${incidentName(id)}`),
    ),
    ...(open.length > 0 ? [text.return.stillOut(open.join(items), open.length)] : []),
    ...places.map((place) => text.return.place(archive.number, place)),
    ...(waits && isBack ? [waitsLine(desk, today, waits)] : []),
  ]
}

/** `缺失（12 页，点到 11 页）`: what it was like, and how many pages were counted. */
function harmOf(desk: Desk, { condition, pages, pagesBack }: LoanItem): string {
  const { conditions, return: text } = desk.text.loan
  const word = conditions[condition ?? 'intact']
  return pages === null || pagesBack === null ? word : text.counted(word, pages, pagesBack)
}

/** Whose turn it is, and what there is to do about it. */
function waitsLine(desk: Desk, today: string, request: Request): string {
  const status = statusOn(request, today)
  const name = requestName(request.id)
  const command = status === 'approved' ? `dangan borrow ${name}` : `dangan request show ${name}`
  const { statuses } = desk.text.request
  const who = applicantName(request.applicant)
  return desk.text.loan.return.waits(who, name, statuses[status], command)
}
