import { loanName, overdueDays } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import type { Desk, Office } from './desk.ts'
import { loanNames, loanShown } from './loan-shown.ts'
import { harmedIn, type Returned } from './taking-back.ts'

/** What came back, how, where it goes, and whose turn it is. */
export function sayReturned(
  desk: Desk,
  { today }: Office,
  all: readonly Returned[],
  several: boolean,
): void {
  const values = all.map(({ loan, archive }) => ({
    ...loanShown(loan, today),
    location: archive.location,
  }))
  const human = () => all.flatMap((it) => linesOf(desk, today, it))
  const [only] = values
  if (several || all.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function linesOf(desk: Desk, today: string, returned: Returned): string[] {
  const text = desk.text.loan
  const { loan, archive, cameBack, waits } = returned
  const { items, clauses } = desk.text.program.marks
  const names = cameBack.map(({ seq }) =>
    seq === null ? archive.number : materialName(archive.number, seq),
  )
  const late = overdueDays(loan, today)
  const harmed = harmedIn(returned).map(({ seq, condition, remark }) => {
    const name = seq === null ? archive.number : materialName(archive.number, seq)
    return text.return.harmed(name, text.conditions[condition ?? 'intact'], remark)
  })
  const open = loan.items.filter(({ returnedOn }) => returnedOn === null).length
  return [
    text.return.done(names.join(items), loan.borrower, loanName(loan.id)) +
      (late > 0 ? `${clauses}${text.return.late(late)}` : ''),
    ...harmed,
    ...(open > 0 ? [text.return.stillOut(loanNames(loan).join(items), open)] : []),
    text.return.place(archive.number, archive.location),
    ...(waits === undefined ? [] : [text.return.waits(`R${waits}`, `dangan borrow R${waits}`)]),
  ]
}
