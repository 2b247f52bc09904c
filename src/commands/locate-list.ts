import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { shelvesIn } from '../store/places.ts'
import type { Desk } from './desk.ts'
import { sayContents } from './locate-contents.ts'
import { keepersIn, placeColumns, placeShown } from './place-view.ts'
import { strayWord } from './stray-word.ts'

/** `locate list`: the places in the order of the shelves; with `--place`, what lies at one. */
export function placeListCommand(desk: Desk) {
  const { list: text } = desk.text.place
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--place <place>', text.place)
    .allowExcessArguments()
    .action(async ({ place }, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      if (place !== undefined) return sayContents(desk, place)
      const { store } = await desk.read()
      const keepers = keepersIn(store)
      const rows = shelvesIn(store).map((shelf) => placeShown(shelf, keepers))
      desk.say.listing(rows, placeColumns(desk))
      if (rows.length === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan locate list', 'dangan locate list --place A-1 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}
