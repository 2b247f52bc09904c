import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { archivesFor, enterShown, isSeveral } from './archives-given.ts'
import { collected, withContentOptions } from './content-options.ts'
import { handIn, thoseToAccept } from './changing.ts'
import type { Desk } from './desk.ts'
import { nameReaders } from './naming-readers.ts'
import { numbersFrom } from './numbers-given.ts'
import { askUpdate, type UpdateOptions } from './update-questions.ts'
import { sayHandedIn, sayUpdated } from './update-view.ts'
import { updated } from './updating.ts'
import { voidGiven } from './void.ts'

/** `update <numbers…>`: changes archives, closes and reopens them, goes back to a version, makes them void. */
export function updateCommand(desk: Desk) {
  const { options: text, ...said } = desk.text.change.update
  const named = new Command('update')
    .summary(said.summary)
    .description(said.description)
    .argument('[numbers...]', desk.text.archive.show.numbers)
  const command = withContentOptions(named, desk.text.archive.add.options)
    .option('--extra <name=value>', text.extra, collected, [])
    .option('--add-contact <contact>', text.addContact, collected, [])
    .option('--remove-contact <name>', text.removeContact, collected, [])
    .option('--known-on <day>', text.knownOn)
    .option('--source <source>', text.source)
    .option('--reason <reason>', text.reason)
    .option('--expect-version <version>', text.expectVersion)
    .option('--close', text.close)
    .option('--on <day>', text.on)
    .option('--reopen', text.reopen)
    .option('--revert <version>', text.revert)
    .option('--void', text.void)
    .option('--add-reader <staff>', desk.text.secrecy.options.addReader, collected, [])
    .option('--remove-reader <staff>', desk.text.secrecy.options.removeReader, collected, [])
    .action(async (given, options) => update(desk, given, options))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan update RG2025-0001 --phone 13900139000 --known-on 2025-03-01 --reason 客户来电',
    'dangan update 0001 --set 性别=女 --add-contact 王小明,采购,13900139000 --expect-version 2',
    'dangan update RG2025-0001 --add-reader 王强 --reason 经办该客户 --as 张总',
    'dangan update RG2025-0001 --close --on 2025-06-30 --reason 合作终止',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

async function update(desk: Desk, given: readonly string[], options: UpdateOptions): Promise<void> {
  const numbers = await numbersFrom(desk, given)
  const wish = await askUpdate(desk, numbers, options)
  const { kind } = wish
  if (kind === 'readers') {
    const { addReader: add, removeReader: remove } = options
    const readers = { add, remove, reason: wish.reason ?? '' }
    return nameReaders(desk, numbers, readers, isSeveral(given))
  }
  if (kind === 'void') return voidGiven(desk, numbers, wish.reason ?? '')
  const done = await desk.act((office) => {
    const archives = archivesFor(office, numbers)
    const waiting = kind === 'change' ? thoseToAccept(office, archives) : []
    const theirs = new Set(waiting)
    const own = archives.filter((it) => !theirs.has(it))
    const handed = waiting.map((it) => ({ archive: it, request: handIn(office, it, wish) }))
    const requests = handed.flatMap(({ request }) => request ?? [])
    const unchanged = handed.flatMap(({ archive: it, request }) =>
      request ? [] : [{ before: it, after: it }],
    )
    const changes = [...updated(office, own, { ...wish, kind }), ...unchanged]
    return { office, requests, changes }
  })
  const { office, changes, requests } = done
  await enterShown(desk, office, 'update', changes)
  if (requests.length === 0) sayUpdated(desk, office, changes, wish, isSeveral(given))
  else sayHandedIn(desk, office, { changes, requests }, isSeveral(given))
}
