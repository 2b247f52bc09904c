import type { Column } from '../cli/printer.ts'
import { holdName, holdStatus, standingHolds, type Hold } from '../domain/hold.ts'
import type { Archive } from '../domain/archive.ts'
import type { Day } from '../domain/words.ts'
import { holdsOf } from '../store/holds.ts'
import type { Desk, Office } from './desk.ts'
import { peopleIn } from './people.ts'

/** What a person is called; null: the program itself. */
export type People = ReadonlyMap<number, string>

/** A hold as other programs see it. */
export const holdShown = (hold: Hold, number: string, today: Day, people: People) => ({
  hold: holdName(hold.id),
  number,
  reason: hold.reason,
  authority: hold.authority,
  placedOn: hold.placedOn,
  placedBy: people.get(hold.placedBy ?? 0) ?? null,
  until: hold.until,
  lending: hold.lending,
  status: holdStatus(hold, today),
  releasedOn: hold.releasedOn,
  releasedBy: people.get(hold.releasedBy ?? 0) ?? null,
  releaseReason: hold.releaseReason,
  fromNumber: hold.fromNumber,
})

export type HoldShown = ReturnType<typeof holdShown>

/** `H2  合同纠纷诉讼（某法院、至 2027-06-30、不得外借）` */
export function holdWords(desk: Desk, hold: HoldShown): string {
  const { hold: text, program } = desk.text
  const asides = [
    hold.authority,
    ...(hold.until === null ? [] : [text.until(hold.until)]),
    ...(hold.lending ? [] : [text.noLending]),
  ]
  return `${hold.hold}  ${hold.reason}${program.marks.inBrackets(asides.join(program.marks.items))}`
}

/** All that were ever placed on an archive. */
export function holdsShown({ store, today }: Office, { id, number }: Archive): HoldShown[] {
  const holds = holdsOf(store, id)
  const people: People = holds.length === 0 ? new Map() : peopleIn(store)
  return holds.map((hold) => holdShown(hold, number, today, people))
}

/** Do any stand on an archive? */
export const isHeld = ({ store, today }: Office, archiveId: number): boolean =>
  standingHolds(holdsOf(store, archiveId), today).length > 0

/** A hold in a list, with the name of its customer. */
export interface HoldListed {
  readonly shown: HoldShown
  readonly name: string | null
}

export function holdColumns(desk: Desk, all: boolean): readonly Column<HoldListed>[] {
  const { keys, status, lending } = desk.text.hold
  const plain = (key: keyof HoldShown & keyof typeof keys, besides = false) => ({
    key,
    heading: keys[key],
    value: ({ shown }: HoldListed) => shown[key],
    besides,
  })
  return [
    plain('hold'),
    plain('number'),
    { key: 'name', heading: keys.name, value: ({ name }) => name },
    plain('reason'),
    plain('authority'),
    plain('placedOn'),
    plain('placedBy', true),
    plain('until'),
    { ...plain('lending'), shown: ({ shown }) => lending(shown.lending) },
    { ...plain('status', !all), shown: ({ shown }) => status[shown.status] },
    plain('releasedOn', true),
    plain('releasedBy', true),
    plain('releaseReason', !all),
    plain('fromNumber', true),
  ]
}
