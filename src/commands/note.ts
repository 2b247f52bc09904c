import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { daysLate, entryFieldsShown, type EntryDraft } from '../domain/entry.ts'
import type { Policy } from '../domain/policy.ts'
import { touchArchive } from '../store/archives.ts'
import { addEntry, type Entry } from '../store/entries.ts'
import { enter } from '../store/journal.ts'
import { archivesFor } from './archives-given.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { kindLabel } from './entry-view.ts'
import { noteCorrectCommand } from './note-correct.ts'
import { noteImportCommand } from './note-import.ts'
import { noteListCommand } from './note-list.ts'
import { askEntry, type AskedEntry } from './note-questions.ts'
import { noteShowCommand } from './note-show.ts'
import { noteTraceCommand } from './note-trace.ts'

/** `note <number>`: enters a dated fact in an archive (S000-1-1, S000-2.1). */
export function noteCommand(desk: Desk) {
  const { options: text, ...said } = desk.text.entry
  const command = new Command('note')
    .summary(said.summary)
    .description(said.description)
    .argument('[number]', said.number)
    .option('--kind <kind>', text.kind)
    .option('--on <day>', text.on)
    .option('--text <text>', text.text)
    .option('--set <field=value>', text.set, collected, [])
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const asked = await askEntry(desk, given, options)
      sayEntered(desk, asked, await desk.act((office) => entered(office, asked, options)))
    })
  command
    .addCommand(noteListCommand(desk))
    .addCommand(noteShowCommand(desk))
    .addCommand(noteCorrectCommand(desk))
    .addCommand(noteTraceCommand(desk))
    .addCommand(noteImportCommand(desk))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan note RG2025-0001 --text 询问保修期 --set 沟通渠道=电话',
    'dangan note 0001 --kind 订单 --set 产品名称=全瓷冠 --set 数量=2 --set 单价=1800 --on 2025-03-01',
    'dangan note list RG2025-0001 --kind feedback',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

interface Entered {
  readonly policy: Policy
  readonly number: string
  readonly entry: Entry
}

/** Decides and writes, in the caller's transaction. */
function entered(
  office: Office,
  { number: given, draft }: AskedEntry,
  wish: { readonly on?: string; readonly reason?: string },
): Entered {
  const { store, policy, hand, today } = office
  const { reason } = wish
  requireDating({ ...office, reason }, policy)
  const [archive] = archivesFor(office, [given])
  if (!archive) throw new Error('a number means an archive, or is refused')
  requireOpen(archive)
  requireAfterLastAct(archive, today)
  const { number, id: archiveId } = archive
  const entry = addEntry(store, { archiveId, ...recorded(office, draft, wish.on) })
  touchArchive(store, archiveId, today)
  const { kind, happenedOn: on, text, fields } = entry
  const detail = { entry: entry.id, kind, on, text, fields, reason }
  enter(store, hand, { action: 'entry.add', object: number, parts: [{ archiveId, detail }] })
  return { policy, number, entry }
}

const recorded = (
  { hand, today }: Office,
  draft: Omit<EntryDraft, 'happenedOn'>,
  on: string | undefined,
) => ({
  ...draft,
  happenedOn: on === undefined ? today : dayGiven('--on', on, today),
  recordedBy: hand.staffId,
  recordedOn: today,
  fromNumber: null,
})

function sayEntered(desk: Desk, { said }: AskedEntry, { policy, number, entry }: Entered): void {
  const { id, kind, happenedOn: on, text } = entry
  const words = desk.text.entry
  const late = daysLate(entry, policy)
  const fields = entryFieldsShown(entry, policy)
  desk.say.result({ entry: id, number, kind, on, text, fields, daysLate: late }, () => [
    words.done(number, kindLabel(desk, policy, kind), on, id),
  ])
  const rule = policy.entries?.[kind]
  const key = rule?.reckoned?.amount ?? ''
  const amount = entry.fields[key]
  if (amount !== undefined && said[key] === undefined)
    desk.say.notice(words.reckoned(rule?.fields?.[key]?.label[desk.language] ?? key, amount))
  if (late > 0) desk.say.notice(words.late(late))
}
