import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { labelOf } from '../domain/labels.ts'
import { merged } from '../domain/merging.ts'
import { bare, canonicalNumber } from '../domain/number.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireClearance } from '../domain/staff.ts'
import { aliasesOf } from '../store/aliases.ts'
import { openMattersOf } from '../store/matters.ts'
import { mergeArchives, undoMerge } from '../store/merging.ts'
import type { AliasRow } from '../store/tables.ts'
import { archivesFor, enterShown } from './archives-given.ts'
import { sayArchive } from './archive-view.ts'
import type { Desk, Office } from './desk.ts'

interface MergeOptions {
  readonly into?: string
  readonly undo?: string
  readonly reason?: string
}

/** `merge <number> --into <number>`: two archives of one customer become one; `--undo` takes it back (SPEC 15.7). */
export function mergeCommand(desk: Desk) {
  const text = desk.text.merging
  const command = new Command('merge')
    .summary(text.summary)
    .description(text.description)
    .argument('[number]', text.options.number)
    .option('--into <number>', text.options.into)
    .option('--undo <number>', text.options.undo)
    .option('--reason <reason>', text.options.reason)
    .action(async (number, options) => {
      if (options.undo === undefined) return merge(desk, number, options)
      if (number !== undefined || options.into !== undefined)
        throw new Refusal('usage.together', { options: ['--undo', number ?? '--into'] })
      return undo(desk, options.undo, options.reason)
    })
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan merge RG2025-0007 --into RG2025-0001 --reason 同一客户',
    'dangan merge --undo RG2025-0007',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted],
}

async function merge(
  desk: Desk,
  number: string | undefined,
  { into, reason }: MergeOptions,
): Promise<void> {
  const text = desk.text.merging
  const question = {
    kind: 'text' as const,
    message: desk.text.keys.archive.number,
    option: '<number>',
  }
  const asked = await desk.ask(
    { number: question, into: { kind: 'text' as const, message: text.ask.into, option: '--into' } },
    { ...(number === undefined ? {} : { number }), ...(into === undefined ? {} : { into }) },
  )
  const { former, survivor, before, differing, office } = await desk.act((office) =>
    mergeIn(office, asked, reason),
  )
  const { policy } = office
  await enterShown(desk, office, 'merge', [{ before, after: survivor }])
  sayArchive(desk, policy, survivor, text.done(former.number, survivor.number))
  if (differing.length === 0) return
  const labels = differing.map((key) => labelOf(key, policy, desk.language, desk.text.keys))
  const joined = labels.join(desk.text.program.marks.items)
  desk.say.notice(text.differing(joined, survivor.number))
}

function mergeIn(
  office: Office,
  asked: { readonly number: string; readonly into: string },
  reason: string | undefined,
) {
  const { store, policy, today } = office
  requireDating({ ...office, reason }, policy)
  const [former, survivor] = [asked.number, asked.into].map(
    (it) => archivesFor(office, [it])[0],
  ) as [Archive, Archive]
  for (const archive of [former, survivor]) requireAfterLastAct(archive, today)
  const party = (archive: Archive) => ({ archive, open: openMattersOf(store, archive.id) })
  const merger = merged(party(survivor), party(former), policy)
  const stored = mergeArchives(office, { survivor, former, after: merger.survivor }, { reason })
  return { former, before: survivor, survivor: stored, differing: merger.differing, office }
}

async function undo(desk: Desk, number: string, reason: string | undefined): Promise<void> {
  const done = await desk.act((office) => {
    const { policy, today } = office
    requireDating({ ...office, reason }, policy)
    const [holder] = archivesFor(office, [number]) as [Archive]
    const alias = mergedAlias(office, holder, number)
    requireOpen(holder)
    requireAfterLastAct(holder, today)
    const [returned, survivor] = undoMerge(office, alias, { reason })
    requireClearance(office.operator, returned)
    return { returned, survivor, office }
  })
  const { returned, survivor, office } = done
  const shown = { before: returned, after: returned }
  if (desk.globals.dryRun) await enterShown(desk, office, 'merge --undo', [shown])
  const sentence = desk.text.merging.undone(returned.number, survivor.number)
  sayArchive(desk, office.policy, returned, sentence)
}

/** The merged number that was meant, among those that lead to the archive. @throws Refusal merge.undo-blocked */
function mergedAlias({ store }: Office, holder: Archive, typed: string): AliasRow {
  const tail = bare(canonicalNumber(typed))
  const alias = aliasesOf(store, holder.id).find(
    ({ number, because }) => because === 'merged' && bare(number).endsWith(tail),
  )
  if (alias) return alias
  throw new Refusal('merge.undo-blocked', { number: typed, because: 'not-merged' })
}
