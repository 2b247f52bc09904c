import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { undoImport } from '../store/import-undo.ts'
import { undoEntryImport } from '../store/entry-undo.ts'
import { batchName, type Import } from '../store/imports.ts'
import type { Desk } from './desk.ts'
import { batchGiven, importOf } from './import-list.ts'

/** `import undo B7`: takes a batch back; what was touched since is kept and listed (SPEC section 12). */
export function importUndoCommand(desk: Desk) {
  const text = desk.text.import.undo
  const command = new Command('undo')
    .summary(text.summary)
    .description(text.description)
    .argument('[batch]', text.batch)
    .option('--reason <reason>', desk.text.archive.add.options.reason)
    .action(async (given, { reason }) => {
      const batch = await batchGiven(desk, given)
      const { store } = await desk.read()
      const taken = importOf(store, batch)
      const name = batchName(taken.id)
      if (taken.content === 'entries') return undoEntries(desk, taken, reason)
      const sure =
        desk.globals.dryRun ||
        (await desk.confirm(
          text.confirm(name, taken.created, taken.updated),
          `import undo ${name}`,
        ))
      if (!sure) return desk.say.notice(desk.text.program.cancelled)
      const undone = await desk.act((office) => {
        if (importOf(office.store, batch).status === 'undone')
          throw new Refusal('import.undone', { batch: name })
        requireDating({ ...office, reason }, office.policy)
        return undoImport(office, taken.id, reason)
      })
      desk.say.result({ batch: name, ...undone }, () => [
        text.done(name, undone.removed, undone.reverted),
        ...undone.kept.map(({ number, because }) => text.kept(number, text.because[because])),
      ])
    })
  const examples = ['dangan import undo B7 --dry-run', 'dangan import undo B7 --yes']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

/** Of an import of entries. */
async function undoEntries(desk: Desk, taken: Import, reason: string | undefined): Promise<void> {
  const text = desk.text.entry.import.undo
  const name = batchName(taken.id)
  const sure =
    desk.globals.dryRun ||
    (await desk.confirm(text.confirm(name, taken.created), `import undo ${name}`))
  if (!sure) return desk.say.notice(desk.text.program.cancelled)
  const undone = await desk.act((office) => {
    if (importOf(office.store, name).status === 'undone')
      throw new Refusal('import.undone', { batch: name })
    requireDating({ ...office, reason }, office.policy)
    return undoEntryImport(office, taken.id, reason)
  })
  desk.say.result({ batch: name, ...undone, reverted: 0 }, () => [
    text.done(name, undone.removed),
    ...undone.kept.map(({ entry, number, because }) =>
      text.kept(entry, number, text.because[because]),
    ),
  ])
}
