import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { isForHoldings, isWithin, shelfMeant, type Place, type Shelf } from '../domain/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { enter } from '../store/journal.ts'
import { changePlace, removePlaces, shelvesIn } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { strangersWithin } from './locate-contents.ts'
import { placeGiven } from './locate-show.ts'
import { readPlace, type PlaceOptions } from './place-options.ts'
import { keepersIn, placeShown } from './place-view.ts'

/** `locate update <place>`: another label, capacity, keeper, parent; other levels; or away with it. */
export function placeUpdateCommand(desk: Desk) {
  const { update: text, options: said, place } = desk.text.place
  const command = new Command('update')
    .summary(text.summary)
    .description(text.description)
    .argument('[place]', place)
    .option('--kind <kind>', said.kind)
    .option('--in <place>', said.inside)
    .option('--order <count>', said.order)
    .option('--label <label>', said.label)
    .option('--capacity <count>', said.capacity)
    .option('--keeper <staff>', said.placeKeeper)
    .option('--levels <levels>', said.levels)
    .option('--remove', said.remove)
    .option('--reason <reason>', said.reason)
    .action(async (given, _options, self) => {
      const code = await placeGiven(desk, given)
      const options = self.optsWithGlobals() as PlaceOptions
      if (options.remove) return remove(desk, code, options)
      const { before, after, shown } = await desk.act((office) => changed(office, code, options))
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      desk.say.result(shown, () => [isSame ? text.same(after.code) : text.done(after.code)])
    })
  const examples = [
    'dangan locate update A-1 --keeper 李娜 --levels 机密',
    'dangan locate update B001 --in A-2-03 --reason 调架',
    'dangan locate update A-6 --remove --reason 未装',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

function changed(office: Office, code: string, options: PlaceOptions) {
  const { store, policy, hand } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const { rows, slots, ...said } = readPlace(office, options)
  const shelves = shelvesIn(store)
  const shelf = shelfMeant(shelves, code)
  const before = placeOf(shelf)
  const wanted = { ...before, ...said, ...parentIn(shelves, shelf, options.in) }
  const strangers = strangersWithin(office, shelves, shelf.code)
  const isSame = JSON.stringify(wanted) === JSON.stringify(before)
  const after = isSame ? before : changePlace(store, before, wanted)
  const now = shelvesIn(store)
  const stands = shelfMeant(now, shelf.code)
  requireRoom(stands)
  const others = strangersWithin(office, now, shelf.code)
  if (others > strangers)
    throw new Refusal('place.holds-others', { place: shelf.code, holdings: others })
  if (!isSame) {
    const parts = [{ archiveId: 0, detail: { before, after, reason } }]
    enter(store, hand, { action: 'place.update', object: `place ${shelf.code}`, parts })
  }
  return { before, after, shown: placeShown(stands, keepersIn(store)) }
}

const placeOf = ({ path }: Shelf): Place => path.at(-1) as Place

function parentIn(shelves: readonly Shelf[], shelf: Shelf, said: string | undefined) {
  if (said === undefined) return {}
  if (said.trim() === '') return { parentId: null }
  const parent = shelfMeant(shelves, said)
  if (isWithin(parent, shelf.id))
    throw new Refusal('place.within-itself', { place: shelf.code, parent: parent.code })
  return { parentId: parent.id }
}

/** What lies there still fits. @throws Refusal place.in-use */
function requireRoom(shelf: Shelf): void {
  const { code: place, capacity, used, boxes } = shelf
  const isCrowded = capacity !== null && used > capacity
  const isDivided = !isForHoldings(shelf) && used > boxes
  if (isCrowded || isDivided) throw new Refusal('place.in-use', { place, holdings: used })
}

async function remove(desk: Desk, code: string, { reason }: PlaceOptions): Promise<void> {
  const removed = await desk.act((office) => {
    const { store, policy, hand } = office
    requireDating({ ...office, reason }, policy)
    const shelves = shelvesIn(store)
    const { id, code: place } = shelfMeant(shelves, code)
    const gone = shelves.filter((shelf) => isWithin(shelf, id))
    const holdings = gone.reduce((sum, { used, boxes }) => sum + used - boxes, 0)
    if (holdings > 0) throw new Refusal('place.in-use', { place, holdings })
    removePlaces(
      store,
      gone.map((it) => it.id),
    )
    const detail = { places: gone.map((it) => it.code), reason }
    const parts = [{ archiveId: 0, detail }]
    enter(store, hand, { action: 'place.remove', object: `place ${place}`, parts })
    return { place, removed: gone.length }
  })
  desk.say.result(removed, () => [desk.text.place.update.removed(removed.place, removed.removed)])
}
