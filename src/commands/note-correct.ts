import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { daysLate, entryFieldsShown, entryRuleOf } from '../domain/entry.ts'
import { corrected, requireEntryVersion, saysTheSame } from '../domain/entry-correction.ts'
import { readExtras } from '../domain/settings.ts'
import { touchArchive } from '../store/archives.ts'
import { replaceEntry } from '../store/entries.ts'
import { entryWords, type Correction } from '../store/entry-history.ts'
import { enter } from '../store/journal.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { entryGiven, entryMeant } from './entry-given.ts'
import { noteOptions } from './note-options.ts'
import { textIn } from './note-questions.ts'
import { enterReadings, toEnter } from './reading.ts'

interface CorrectOptions {
  readonly set: readonly string[]
  readonly text?: string
  readonly on?: string
  readonly reason?: string
  readonly expectVersion?: string
}

/** `note correct <entry>`: says it otherwise, with a reason; every version is kept (S004-A-4.4). */
export function noteCorrectCommand(desk: Desk) {
  const text = desk.text.entry.correct
  const command = new Command('correct')
    .summary(text.summary)
    .description(text.description)
    .argument('[entry]', desk.text.entry.entry)
    .option('--set <field=value>', text.set, collected, [] as string[])
    .option('--text <text>', text.text)
    .option('--on <day>', text.on)
    .option('--reason <reason>', text.reason)
    .option('--expect-version <version>', text.expectVersion)
    .action((given, options, self) => {
      const own = noteOptions(self, 'set', 'text', 'on', 'reason')
      return correct(desk, given, { ...options, ...own })
    })
  const examples = [
    'dangan note correct 12 --set 数量=3 --reason 客户来电更正',
    'dangan note correct 12 --text 询问保修期限 --reason 笔误 --expect-version 1',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function correct(
  desk: Desk,
  given: string | undefined,
  options: CorrectOptions,
): Promise<void> {
  const meant = await entryGiven(desk, given)
  const question = {
    kind: 'text',
    message: desk.text.entry.correct.reason,
    option: '--reason',
  } as const
  const said = options.reason?.trim() ? { reason: options.reason } : {}
  const { reason } = await desk.ask({ reason: question }, said)
  const expected = versionIn(desk, options.expectVersion)
  const done = await desk.act((office) => ({
    office,
    ...written(office, meant, { ...options, reason, expected }),
  }))
  const { office, entry, archive, isChanged } = done
  if (!isChanged || desk.globals.dryRun)
    await enterReadings(desk, `note correct ${entry.id}`, toEnter(office, [archive]))
  const { id, kind, happenedOn: on, text, version } = entry
  const { number } = archive
  const fields = entryFieldsShown(entry, office.policy)
  const late = daysLate(entry, office.policy)
  const value = { entry: id, number, kind, on, text, fields, daysLate: late, version }
  const words = desk.text.entry.correct
  desk.say.result(value, () => [isChanged ? words.done(id, number, version) : words.unchanged(id)])
}

/** Decides and writes, in the caller's transaction. */
function written(
  office: Office,
  given: string,
  wish: CorrectOptions & { readonly reason: string; readonly expected: number | undefined },
) {
  const { store, policy, hand, today } = office
  const { reason } = wish
  requireDating({ ...office, reason }, policy)
  const { entry: before, archive } = entryMeant(office, given)
  requireOpen(archive)
  requireAfterLastAct(archive, today)
  requireEntryVersion(before, wish.expected)
  const said = {
    on: wish.on === undefined ? undefined : dayGiven('--on', wish.on, today),
    text: wish.text === undefined ? undefined : textIn(wish.text),
    fields: readExtras(wish.set),
  }
  const wanted = corrected(before, said, entryRuleOf(before.kind, policy))
  if (saysTheSame(before, wanted)) return { entry: before, archive, isChanged: false }
  const after = replaceEntry(store, before, wanted)
  touchArchive(store, archive.id, today)
  const { id, kind } = before
  const [was, is] = [entryWords(before), entryWords(after)]
  const detail: Correction = { entry: id, kind, entryVersion: after.version, was, is, reason }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'entry.correct', object: archive.number, parts })
  return { entry: after, archive, isChanged: true }
}

/** @throws UsageFault */
function versionIn(desk: Desk, said: string | undefined): number | undefined {
  if (said === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(said)) return Number(said)
  throw new UsageFault(desk.text.program.usage.badNumber('--expect-version', said))
}
