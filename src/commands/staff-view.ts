import type { Column } from '../cli/printer.ts'
import { padded, widthOf } from '../cli/width.ts'
import { shownStaff, type ShownStaff } from '../domain/staffing.ts'
import type { Staff } from '../domain/staff.ts'
import type { Day } from '../domain/words.ts'
import { agreementsOf } from '../store/agreements.ts'
import { agreementShown, agreementWords } from './agreement-view.ts'
import type { Desk, Office } from './desk.ts'

/** A person as a listing shows them. */
export function staffColumns(desk: Desk): readonly Column<ShownStaff>[] {
  const { keys, status } = desk.text.staff
  const { secrecy } = desk.text.keys
  return [
    { key: 'staff', heading: keys.staff, value: (it) => it.staff },
    { key: 'name', heading: keys.name, value: (it) => it.name },
    { key: 'post', heading: keys.post, value: (it) => it.post },
    { key: 'department', heading: keys.department, value: (it) => it.department },
    {
      key: 'clearance',
      heading: keys.clearance,
      value: (it) => it.clearance,
      shown: (it) => secrecy[it.clearance],
    },
    { key: 'account', heading: keys.account, value: (it) => it.account },
    { key: 'joinedOn', heading: keys.joinedOn, value: (it) => it.joinedOn },
    { key: 'leftOn', heading: keys.leftOn, value: (it) => it.leftOn, besides: true },
    {
      key: 'status',
      heading: keys.status,
      value: (it) => it.status,
      shown: (it) => [status[it.status], it.leftOn ?? ''].join(' ').trimEnd(),
    },
  ]
}

/** Says a person who was added or changed: their JSON, or one sentence. */
export const sayStaff = (desk: Desk, staff: Staff, today: Day, sentence: string): void =>
  desk.say.result({ ...shownStaff(staff, today) }, () => [sentence])

/** Says what is known of a person: a label and a value a line, nothing that is empty. */
export function sayPerson(desk: Desk, office: Office, staff: Staff): void {
  const { today } = office
  const shown = shownStaff(staff, today)
  const agreements = agreementsOf(office.store, { staff, outsider: null })
  const columns = staffColumns(desk)
  const { agreement: heading } = desk.text.agreement.keys
  const width = Math.max(...columns.map((it) => widthOf(it.heading)), widthOf(heading))
  const line = ({ heading, value, shown: say }: Column<ShownStaff>) =>
    `${padded(heading, width)}  ${say ? say(shown) : String(value(shown))}`
  const signed = agreements.map((it) => agreementWords(desk, office, it))
  const label = padded(heading, width)
  desk.say.result(
    { ...shown, agreements: agreements.map((it) => agreementShown(it, today)) },
    () => [
      ...columns.filter(({ value }) => value(shown) !== null).map(line),
      ...signed.map((words) => `${label}  ${words}`),
    ],
  )
}
