import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { runDuties, type DailyRun } from './daily-duties.ts'
import { writePage } from './daily-page.ts'
import { hiddenFrom, wantingColumns, wantings, type Wanting } from './daily-view.ts'
import type { Desk, Office } from './desk.ts'
import { outputPath } from './output-option.ts'

/** With the headings and what is only counted, a mail of twenty lines. */
const most = 18

/**
 * `daily`: what cron runs. Does what is due and may be done unattended, as the program itself, and
 * tells the rest: nothing and 0 where nothing needs a person, else 10 (SPEC section 9).
 */
export function dailyCommand(desk: Desk) {
  const text = desk.text.daily
  const command = new Command('daily')
    .summary(text.summary)
    .description(text.description)
    .option('--backup <dir>', text.backup, outputPath)
    .option('--report <file>', text.report, outputPath)
    .action(async ({ backup, report }) => {
      const office = await desk.serve()
      requireToday(office)
      const run = await runDuties(desk, office, backup)
      const lines = wantings(desk, office, run)
      const hidden = hiddenFrom(office)
      if (lines.length + hidden > 0) desk.finish(exits.attention)
      say(desk, office, run, lines, hidden)
      if (report === undefined || desk.globals.dryRun) return
      writePage(desk, office, report, lines, remarksOn(desk, run, hidden))
    })
  const examples = [
    'dangan daily',
    'dangan daily --backup /mnt/usb/dangan --report duties.html',
    'dangan daily --dry-run --json',
  ]
  const statuses = [exits.attention, exits.busy, exits.integrity]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** It acts on the day that it is; what was missed is caught up with by itself. @throws Refusal usage.bad-option */
function requireToday({ today, realToday }: Office): void {
  if (today === realToday) return
  throw new Refusal('usage.bad-option', { option: '--date', value: today, choices: [realToday] })
}

function say(
  desk: Desk,
  { today }: Office,
  run: DailyRun,
  lines: readonly Wanting[],
  hidden: number,
): void {
  const { format } = desk.say.manner
  const columns = wantingColumns(desk)
  if (format === 'csv') desk.say.listing(lines, columns)
  else if (format !== 'table')
    desk.say.result(
      {
        date: today,
        ok: lines.length + hidden === 0,
        done: run.done,
        missedDays: run.missedDays,
        wanting: lines.map((it) =>
          Object.fromEntries(columns.map(({ key, value }) => [key, value(it)])),
        ),
        hidden,
      },
      () => [],
    )
  else if (desk.say.manner.fields || lines.length <= most) desk.say.listing(lines, columns)
  else {
    desk.say.listing(lines.slice(0, most), columns)
    desk.say.raw(`${restOf(desk, lines.slice(most))}\n`)
  }
  if (format === 'table' && hidden > 0) desk.say.raw(`${desk.text.daily.hidden(hidden)}\n`)
  if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
  if (desk.say.isWatched) desk.say.notice(...remarksOn(desk, run, 0))
  if (desk.say.isWatched && lines.length + hidden === 0) desk.say.notice(desk.text.daily.none)
}

/** `还有 37 件：归还 30、审核 7`. */
function restOf(desk: Desk, rest: readonly Wanting[]): string {
  const { kinds } = desk.text.audit.due
  const named: Readonly<Record<string, string>> = { ...kinds, ...desk.text.daily.kinds }
  const counts = new Map<string, number>()
  for (const { kind } of rest) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const each = [...counts].map(([kind, count]) =>
    desk.text.daily.ofKind(named[kind] ?? kind, count),
  )
  return desk.text.daily.rest(rest.length, each.join(desk.text.program.marks.items))
}

/** What was done, in words. */
function remarksOn(desk: Desk, { done, missedDays }: DailyRun, hidden: number): string[] {
  const { text } = desk
  return [
    ...(missedDays > 0 ? [text.daily.missed(missedDays)] : []),
    ...done.map(({ duty, count, what }) => text.daily.did[duty](count, what ?? '')),
    ...(hidden > 0 ? [text.daily.hidden(hidden)] : []),
  ]
}
