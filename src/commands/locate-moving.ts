import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { materialName } from '../domain/material.ts'
import { inShelfOrder } from '../domain/shelf-order.ts'
import { amidst, shelfMeant, type Shelf } from '../domain/place.ts'
import { nextFree, objectionTo, objectionToWords, type Holding } from '../domain/storage.ts'
import { writeChanges } from '../store/changes.ts'
import { replaceMaterial } from '../store/materials.ts'
import { hasPlaces, shelvesIn } from '../store/places.ts'
import { contentsOf, enterAct } from './attaching.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { archiveHolding, materialHolding, tellUnlocked } from './housing.ts'
import type { LocateOptions } from './locate-options.ts'
import { numbersFrom } from './numbers-given.ts'
import { thingsGiven, type Thing } from './things-given.ts'

/** A thing that goes, from where and where to; null: nowhere in particular. */
interface Move extends Thing {
  readonly from: string | null
  readonly place: string | null
}

/** `locate <number…> --to <place>` and `--next`: moves archives and materials; each move is journaled. */
export async function moveGiven(
  desk: Desk,
  given: readonly string[],
  options: LocateOptions,
): Promise<void> {
  const names = await numbersFrom(desk, given)
  const { office, moves, isKnown } = await desk.act((office) => ({
    office,
    moves: moveAll(office, names, options),
    isKnown: hasPlaces(office.store),
  }))
  const text = desk.text.place.moved
  const results = moves.map(({ archive, material, from, place }) => ({
    number: archive.number,
    material: material?.seq ?? null,
    from,
    place,
  }))
  const human = () => moves.map((it) => text(nameOf(it), it.from, it.place))
  const [only] = results
  if (only && !isSeveral(given)) desk.say.result(only, human)
  else desk.say.results(results, human)
  const words = moves.flatMap(({ place }) => place ?? [])
  if (!isKnown && words.length > 0)
    desk.say.notice(
      desk.text.place.asWords([...new Set(words)].join(desk.text.program.marks.items)),
    )
  const papers = moves.flatMap(({ archive, material, place }) =>
    material ? [{ archive, material: { ...material, place } }] : [],
  )
  tellUnlocked(desk, office, papers)
}

const nameOf = ({ archive: { number }, material }: Thing): string =>
  material ? materialName(number, material.seq) : number

/** Decides and writes, in the caller's transaction. */
function moveAll(office: Office, names: readonly string[], options: LocateOptions): Move[] {
  const { policy, today } = office
  const { reason, keeper } = options
  requireDating({ ...office, reason }, policy)
  const things = thingsGiven(office, names)
  for (const { archive } of things) {
    requireStatus(archive, ['pending', 'active', 'closed'])
    requireAfterLastAct(archive, today)
  }
  const ordered = options.next ? inShelfOrder(things, policy) : things
  const moves = placed(office, ordered, options)
  writeArchives(office, moves, reason)
  writeMaterials(office, moves, keeper, reason)
  return moves
}

/** Where each goes, one after the other: what goes in first takes the room. */
function placed(
  office: Office,
  things: readonly Thing[],
  { to, in: within }: LocateOptions,
): Move[] {
  const shelves = new Map(shelvesIn(office.store).map((shelf) => [shelf.code, shelf]))
  const count = (code: string | null, by: number) => {
    const shelf = code === null ? undefined : shelves.get(code)
    if (shelf) shelves.set(shelf.code, { ...shelf, used: shelf.used + by })
  }
  return things.map((thing) => {
    const { archive, material } = thing
    const from = material ? material.place : archive.location
    const all = [...shelves.values()]
    const place =
      to === undefined
        ? nextFree(amidst(all, within), holdingOf(thing), office.policy).code
        : placeFor(office, all, { thing, from, to })
    count(from, -1)
    count(place, 1)
    return { archive, material, from, place }
  })
}

const holdingOf = ({ archive, material }: Thing): Holding =>
  material
    ? materialHolding(archive, material, material.seq)
    : archiveHolding(archive, archive.number)

/** A known place; words of one's own only where the office has entered no places. */
function placeFor(
  { policy }: Office,
  shelves: readonly Shelf[],
  wish: { readonly thing: Thing; readonly from: string | null; readonly to: string },
): string | null {
  const to = wish.to.trim()
  if (to === '') return null
  const holding = holdingOf(wish.thing)
  const shelf = shelves.length > 0 ? shelfMeant(shelves, to) : undefined
  const place = shelf?.code ?? to
  if (place === wish.from) return place
  const objection = shelf
    ? objectionTo(holding, shelf, policy)
    : objectionToWords(holding, to, policy)
  if (objection) throw objection
  return place
}

function writeArchives(office: Office, moves: readonly Move[], reason: string | undefined): void {
  const changes = moves.flatMap(({ archive, material, place }) =>
    material ? [] : [{ before: archive, after: { ...archive, location: place } }],
  )
  if (changes.length > 0) writeChanges(office, changes, 'archive.move', { reason })
}

/** What goes to another keeper is no longer the former one's, unless somebody is named. */
function writeMaterials(
  office: Office,
  moves: readonly Move[],
  keeper: string | undefined,
  reason: string | undefined,
): void {
  const acts = moves.flatMap(({ archive, material, from, place }) => {
    if (!material) return []
    const kept = place === from ? material.keeper : null
    const after = { ...contentsOf(material), place, keeper: keeper ?? kept }
    if (place === from && after.keeper === material.keeper) return []
    replaceMaterial(office.store, material, after)
    const { seq, title, secrecy } = material
    const told = {
      ...{ material: seq, title, ...(secrecy === null ? {} : { secrecy }) },
      before: { place: from, keeper: material.keeper },
      after: { place, keeper: after.keeper },
    }
    return [{ archive, told }]
  })
  enterAct(office, 'material.move', acts, reason)
}
