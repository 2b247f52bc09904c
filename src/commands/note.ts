import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { entryFieldsShown, type EntryDraft } from '../domain/entry.ts'
import { touchArchive } from '../store/archives.ts'
import { addEntry } from '../store/entries.ts'
import { enter } from '../store/journal.ts'
import { archivesFor } from './archives-given.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { noteListCommand } from './note-list.ts'
import { askEntry } from './note-questions.ts'

/** `note <number>`: enters a dated fact in an archive; `note list <number>` lists them (S000-1-1, S000-2.1). */
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
      const { number, draft } = await askEntry(desk, given, options)
      const done = await desk.act((office) => entered(office, number, { ...options, draft }))
      const { policy, entry } = done
      const { kind, on } = entry
      const label = policy.entries?.[kind]?.label[desk.language] ?? kind
      desk.say.result(entry, () => [said.done(entry.number, label, on)])
    })
  command.addCommand(noteListCommand(desk))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan note RG2025-0001 --text 询问保修期 --set 沟通渠道=电话',
    'dangan note 0001 --kind 订单 --set 产品名称=全瓷冠 --set 数量=2 --set 金额=3600 --on 2025-03-01',
    'dangan note list RG2025-0001 --kind feedback',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

/** Decides and writes, in the caller's transaction. */
function entered(
  office: Office,
  number: string,
  wish: {
    readonly draft: Omit<EntryDraft, 'happenedOn'>
    readonly on?: string
    readonly reason?: string
  },
) {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: wish.reason }, policy)
  const [archive] = archivesFor(office, [number])
  if (!archive) throw new Error('a number means an archive, or is refused')
  requireOpen(archive)
  requireAfterLastAct(archive, today)
  const happenedOn = wish.on === undefined ? today : dayGiven('--on', wish.on, today)
  const { kind, text, fields } = wish.draft
  const recorded = { recordedBy: hand.staffId, recordedOn: today, fromNumber: null }
  const entry = addEntry(store, {
    archiveId: archive.id,
    kind,
    happenedOn,
    text,
    fields,
    ...recorded,
  })
  touchArchive(store, archive.id, today)
  const { reason } = wish
  const detail = { entry: entry.id, kind, on: happenedOn, text, fields, reason }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'entry.add', object: archive.number, parts })
  const shown = entryFieldsShown(entry, policy)
  return {
    policy,
    entry: { entry: entry.id, number: archive.number, kind, on: happenedOn, text, fields: shown },
  }
}
