import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { shelfMeant, type Place, type PlaceKind } from '../domain/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { enter } from '../store/journal.ts'
import { addPlace, placeAt, shelvesIn } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { keepersIn, placeShown } from './place-view.ts'
import { codeIn, readPlace, type PlaceOptions, type PlaceSaid } from './place-options.ts'

/** `locate add <code…>`: enters places; with `--rows` and `--slots` a whole cabinet at once (S001-7-1). */
export function placeAddCommand(desk: Desk) {
  const { add: text, options: said, codes } = desk.text.place
  const command = new Command('add')
    .summary(text.summary)
    .description(text.description)
    .argument('[codes...]', codes)
    .option('--kind <kind>', said.kind)
    .option('--in <place>', said.inside)
    .option('--label <label>', said.label)
    .option('--rows <count>', said.rows)
    .option('--slots <count>', said.slots)
    .option('--capacity <count>', said.capacity)
    .option('--keeper <staff>', said.placeKeeper)
    .option('--levels <levels>', said.levels)
    .option('--reason <reason>', said.reason)
    .action(async (given, _options, self) => {
      const wanted = await codesGiven(desk, given)
      // `locate` has some of these options, too, and takes them wherever they stand
      const options = self.optsWithGlobals() as PlaceOptions
      const done = await desk.act((office) => added(office, wanted, options))
      const [first] = done
      const human = () => [text.done(done.length, first?.place ?? '', done.at(-1)?.place ?? '')]
      if (done.length === 1 && first) desk.say.result(first, human)
      else desk.say.results(done, human)
    })
  const examples = [
    'dangan locate add A --kind 档案柜 --rows 6 --slots 10 --capacity 20 --keeper 李娜',
    'dangan locate add S1 --kind safe --levels 机密,绝密 --keeper 李娜 --label 一号保险柜',
    'dangan locate add B001 B002 --in A-1-01 --kind box --capacity 30',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function codesGiven(desk: Desk, given: readonly string[]): Promise<readonly string[]> {
  if (given.length > 0) return given
  const question = { kind: 'text', message: desk.text.place.place, option: '<code>' } as const
  return [(await desk.ask({ code: question }, {})).code]
}

/** Enters places, each before those in it, in the caller's transaction; one entry for all. */
function added(office: Office, codes: readonly string[], options: PlaceOptions) {
  const { store, policy, hand } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const said = readPlace(office, options)
  const parent = options.in === undefined ? undefined : shelfMeant(shelvesIn(store), options.in)
  const places = codes.flatMap((raw) => divided(office, codeIn(raw), said, parent))
  const detail = { places: places.map(({ code }) => code), said: options, reason }
  const [only] = places
  const object = places.length === 1 && only ? `place ${only.code}` : ''
  enter(store, hand, { action: 'place.add', object, parts: [{ archiveId: 0, detail }] })
  const ids = new Set(places.map(({ id }) => id))
  const keepers = keepersIn(store)
  return shelvesIn(store)
    .filter(({ id }) => ids.has(id))
    .map((shelf) => placeShown(shelf, keepers))
}

/** What usually stands in what. */
const inside: Readonly<Record<PlaceKind, PlaceKind>> = {
  room: 'cabinet',
  cabinet: 'row',
  row: 'slot',
  slot: 'box',
  safe: 'row',
  box: 'box',
}

/** A place, its rows and their slots: `A`, `A-1`, `A-1-01` … What is innermost has the capacity. */
function divided(
  office: Office,
  code: string,
  said: PlaceSaid,
  parent: Pick<Place, 'id' | 'kind'> | undefined,
): Place[] {
  const { rows, slots, label = null, keeperId = null, levels = null, capacity = null } = said
  const kind = said.kind ?? (parent ? inside[parent.kind] : 'cabinet')
  const isInnermost = rows === undefined && slots === undefined
  const place = entered(office, {
    ...{ code, kind, label, keeperId, levels },
    parentId: parent?.id ?? null,
    capacity: isInnermost ? capacity : null,
  })
  const below = { ...(capacity === null ? {} : { capacity }) }
  const slotsOf = { ...below, kind: 'slot' as const }
  const within = (count: number, of: PlaceSaid) =>
    numbered(count).flatMap((at) => divided(office, `${code}-${at}`, of, place))
  if (rows !== undefined)
    return [
      place,
      ...within(rows, { ...below, kind: 'row', ...(slots === undefined ? {} : { slots }) }),
    ]
  return slots === undefined ? [place] : [place, ...within(slots, slotsOf)]
}

/** `01` … `10`: as wide as the last, so that they sort. */
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(at + 1).padStart(String(count).length, '0'))

/** @throws Refusal place.exists, value.bad */
function entered({ store }: Office, place: Parameters<typeof addPlace>[1]): Place {
  const code = codeIn(place.code)
  if (placeAt(store, code)) throw new Refusal('place.exists', { place: code })
  return addPlace(store, { ...place, code })
}
