import type { Column } from '../cli/printer.ts'
import type { Shelf } from '../domain/place.ts'
import { materialsOf } from '../store/materials.ts'
import { belongsInSafe } from '../domain/storage.ts'
import { hasPlaces, shelfAt } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { archiveHolding, liesWrong, materialHolding } from './housing.ts'
import type { LocateOptions } from './locate-options.ts'
import { lastMove } from './locate-history.ts'
import { readable } from './material-view.ts'
import { keepersIn, pathWords, type Keepers } from './place-view.ts'
import { thingColumns } from './thing-columns.ts'
import { thingsRead, type Thing } from './things-given.ts'

/** Where a thing lies, and since when. */
interface Whereabouts extends Thing {
  readonly place: string | null
  /** Undefined: words that are no known place, or nothing. */
  readonly shelf: Shelf | undefined
  /** The office has entered its places, and this is none of them. */
  readonly unknown: boolean
  readonly keeper: string | null
  readonly since: string | null
  readonly misplaced: boolean
}

/** `locate <number…>`: where an archive lies, and those of its materials that lie by themselves. */
export async function sayWhere(
  desk: Desk,
  given: readonly string[],
  _options: LocateOptions,
): Promise<void> {
  const { office, things } = await thingsRead(desk, 'locate', given)
  const keepers = keepersIn(office.store)
  const rows = things
    .flatMap((thing) => withPapers(office, thing))
    .map((it) => whereIs(office, keepers, it))
  desk.say.listing(rows, columns(desk))
}

/** An archive brings those of its papers that lie elsewhere, or should. */
function withPapers(office: Office, thing: Thing): Thing[] {
  const { archive, material } = thing
  if (material) return [thing]
  const papers = readable(office, archive, materialsOf(office.store, archive.id))
  return [
    thing,
    ...papers
      .filter((it) => it.place !== null || belongsInSafe(it, office.policy))
      .map((it) => ({ archive, material: it })),
  ]
}

function whereIs(office: Office, keepers: Keepers, thing: Thing): Whereabouts {
  const { archive, material } = thing
  const place = material ? (material.place ?? archive.location) : archive.location
  const shelf = place === null ? undefined : shelfAt(office.store, place)
  const ofShelf = shelf?.keeper === undefined ? null : (keepers.get(shelf.keeper ?? 0) ?? null)
  const holding = material
    ? materialHolding(archive, material, material.seq)
    : archiveHolding(archive, archive.number)
  return {
    ...thing,
    place,
    shelf,
    unknown: place !== null && shelf === undefined && hasPlaces(office.store),
    keeper: material?.keeper ?? ofShelf,
    since: lastMove(office, thing)?.on ?? null,
    misplaced: liesWrong(office, holding, { place, shelf }),
  }
}

function columns(desk: Desk): readonly Column<Whereabouts>[] {
  const text = desk.text.place
  const { keys } = text
  return [
    ...thingColumns(desk),
    {
      key: 'place',
      heading: keys.place,
      value: ({ place }) => place,
      shown: ({ place }) => place ?? text.nowhere,
    },
    {
      key: 'path',
      heading: keys.path,
      value: ({ shelf }) => shelf?.path.map(({ code }) => code) ?? [],
      shown: ({ shelf }) => (shelf ? pathWords(shelf) : ''),
    },
    { key: 'keeper', heading: keys.keeper, value: ({ keeper }) => keeper },
    { key: 'since', heading: keys.since, value: ({ since }) => since },
    {
      key: 'misplaced',
      heading: keys.remark,
      value: ({ misplaced }) => misplaced,
      shown: ({ misplaced, unknown }) =>
        [misplaced ? text.list.misplaced : '', unknown ? text.unknownPlace : '']
          .filter(Boolean)
          .join(desk.text.program.marks.items),
    },
  ]
}
