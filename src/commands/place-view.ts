import type { Column } from '../cli/printer.ts'
import { isForHoldings, placeKinds, roomIn, type Shelf } from '../domain/place.ts'
import { staffList } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'

/** Who keeps what, by staff number. */
export type Keepers = ReadonlyMap<number, string>

export const keepersIn = (store: Store): Keepers =>
  new Map(staffList(store).map(({ id, name }) => [id, name]))

/** `一号柜 / A-1 / A-1-03`: each place by its label, where it has one. */
export const pathWords = ({ path }: Shelf): string =>
  path.map(({ label, code }) => label ?? code).join(' / ')

/** A place as other programs see it. */
export const placeShown = (shelf: Shelf, keepers: Keepers) => ({
  place: shelf.code,
  kind: shelf.kind,
  label: shelf.label,
  in: shelf.path.at(-2)?.code ?? null,
  order: shelf.position,
  capacity: shelf.capacity,
  /** Null: it is divided, and things lie in what is in it. */
  used: isForHoldings(shelf) ? shelf.used : null,
  free: isForHoldings(shelf) ? roomIn(shelf) : null,
  keeper: shelf.keeper === null ? null : (keepers.get(shelf.keeper) ?? null),
  levels: shelf.apart,
  path: shelf.path.map(({ code }) => code),
})

export type PlaceShown = ReturnType<typeof placeShown>

/** A line of the list of places; what lies in another is set in. */
export function placeColumns(desk: Desk): readonly Column<PlaceShown>[] {
  const { keys } = desk.text.place
  const { secrecy } = desk.text.keys
  const { items } = desk.text.program.marks
  const plain = (key: keyof PlaceShown, besides = false): Column<PlaceShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    { ...plain('place'), shown: ({ place, path }) => '  '.repeat(path.length - 1) + place },
    { ...plain('kind'), shown: ({ kind }) => placeKinds[kind].label[desk.language] },
    plain('label'),
    plain('in', true),
    plain('order', true),
    plain('capacity'),
    plain('used'),
    plain('free'),
    plain('keeper'),
    {
      ...plain('levels'),
      shown: ({ levels }) => (levels ?? []).map((level) => secrecy[level]).join(items),
    },
    { ...plain('path', true), shown: ({ path }) => path.join(' / ') },
  ]
}
