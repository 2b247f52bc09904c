import type { Column } from '../cli/printer.ts'
import { levelOf } from '../domain/material.ts'
import { amidst, type Shelf } from '../domain/place.ts'
import { inShelfOrder } from '../domain/shelf-order.ts'
import { mayRead } from '../domain/staff.ts'
import type { Secrecy } from '../domain/words.ts'
import { archivesById } from '../store/archives.ts'
import { materialAt } from '../store/materials.ts'
import { archivesAt, materialsAt, shelvesIn } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { archiveHolding, liesWrong, materialHolding } from './housing.ts'
import { enterReadings, toEnter } from './reading.ts'
import { thingColumns } from './thing-columns.ts'
import { archivesOf, type Thing } from './things-given.ts'

/** Something that lies on a shelf. */
export interface Lying extends Thing {
  readonly shelf: Shelf
}

/** `locate list --place <place>`: what lies there and in it, shelf by shelf, as the policy orders it. */
export async function sayContents(desk: Desk, place: string): Promise<void> {
  const office = await desk.read()
  const all = lyingAt(office, amidst(shelvesIn(office.store), place))
  const shown = all.filter((it) => mayRead(office.operator, it.archive, levelOfThing(it)))
  const line = `locate list --place ${place}`
  await enterReadings(desk, line, toEnter(office, archivesOf(shown)))
  desk.say.listing(shown, columns(desk, office))
  const { list: text } = desk.text.place
  if (all.length === 0) desk.say.notice(text.empty)
  else desk.say.notice(text.count(all.length, all.length - shown.length))
}

const levelOfThing = ({ archive, material }: Thing): Secrecy =>
  material ? levelOf(material, archive) : archive.secrecy

/** Everything that lies on these shelves, also what the operator may not read. */
export function lyingAt({ store, policy }: Office, shelves: readonly Shelf[]): Lying[] {
  const codes = shelves.map(({ code }) => code)
  const ids = archivesAt(store, codes)
  const papers = materialsAt(store, codes)
  const archives = archivesById(store, [
    ...new Set([...ids, ...papers.map(({ archiveId }) => archiveId)]),
  ])
  const things = [
    ...ids.flatMap((id): Thing[] => {
      const archive = archives.get(id)
      return archive ? [{ archive, material: undefined }] : []
    }),
    ...papers.flatMap(({ archiveId, seq }): Thing[] => {
      const archive = archives.get(archiveId)
      const material = materialAt(store, archiveId, seq)
      return archive && material ? [{ archive, material }] : []
    }),
  ]
  const byCode = new Map<string | null, Thing[]>()
  for (const thing of inShelfOrder(things, policy)) {
    const here = byCode.get(placeOf(thing)) ?? []
    byCode.set(placeOf(thing), [...here, thing])
  }
  return shelves.flatMap((shelf) =>
    (byCode.get(shelf.code) ?? []).map((thing) => ({ ...thing, shelf })),
  )
}

const placeOf = ({ archive, material }: Thing): string | null =>
  material ? material.place : archive.location

/** How many of what lies within a place would not be allowed to, were the shelves like these. */
export function strangersWithin(office: Office, shelves: readonly Shelf[], code: string): number {
  return lyingAt(office, amidst(shelves, code)).filter((it) => isWrong(office, it)).length
}

const isWrong = (office: Office, { archive, material, shelf }: Lying): boolean => {
  const holding = material
    ? materialHolding(archive, material, material.seq)
    : archiveHolding(archive, archive.number)
  return liesWrong(office, holding, { place: shelf.code, shelf })
}

function columns(desk: Desk, office: Office): readonly Column<Lying>[] {
  const { keys, list } = desk.text.place
  const { secrecy } = desk.text.keys
  return [
    { key: 'place', heading: keys.place, value: ({ shelf }) => shelf.code },
    ...thingColumns(desk),
    {
      key: 'secrecy',
      heading: desk.text.keys.archive.secrecy,
      value: levelOfThing,
      shown: (it) => (levelOfThing(it) === 'none' ? '' : secrecy[levelOfThing(it)]),
    },
    {
      key: 'misplaced',
      heading: keys.remark,
      value: (it) => isWrong(office, it),
      shown: (it) => (isWrong(office, it) ? list.misplaced : ''),
    },
  ]
}
