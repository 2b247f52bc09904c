import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { padded, widthOf } from '../cli/width.ts'
import { shelfMeant } from '../domain/place.ts'
import { shelvesIn } from '../store/places.ts'
import type { Desk } from './desk.ts'
import { keepersIn, placeColumns, placeShown, type PlaceShown } from './place-view.ts'

/** `locate show <place>`: what is known of a place. */
export function placeShowCommand(desk: Desk) {
  const text = desk.text.place
  const command = new Command('show')
    .summary(text.show.summary)
    .description(text.show.description)
    .argument('[place]', text.place)
    .action(async (given) => {
      const place = await placeGiven(desk, given)
      const { store } = await desk.read()
      sayPlace(desk, placeShown(shelfMeant(shelvesIn(store), place), keepersIn(store)))
    })
  const examples = ['dangan locate show A-1-03', 'dangan locate show A --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** The place on the line, or asked for. */
export async function placeGiven(desk: Desk, given: string | undefined): Promise<string> {
  const question = { kind: 'text', message: desk.text.place.place, option: '<place>' } as const
  const { place } = await desk.ask({ place: question }, given === undefined ? {} : { place: given })
  return place
}

function sayPlace(desk: Desk, place: PlaceShown): void {
  const columns = placeColumns(desk).filter(({ value }) => value(place) !== null)
  const width = Math.max(...columns.map(({ heading }) => widthOf(heading)))
  desk.say.result(place, () =>
    columns.map(({ heading, value, shown }) => {
      const words = shown ? shown(place).trim() : String(value(place))
      return `${padded(heading, width)}  ${words}`
    }),
  )
}
