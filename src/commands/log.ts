import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { canonicalNumber } from '../domain/number.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireClearance } from '../domain/staff.ts'
import { nearest } from '../domain/suggest.ts'
import { parseDay } from '../domain/parse-day.ts'
import type { Day } from '../domain/words.ts'
import { logEntries, type LogEntry, type LogFilter } from '../store/log.ts'
import { archiveOf } from '../store/lookup.ts'
import { staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { logVerifyCommand } from './log-verify.ts'

interface LogOptions {
  readonly actor?: string
  readonly action?: string
  readonly since?: string
  readonly until?: string
  readonly limit?: string
}

/** `log [number]`: what was done, newest first (SPEC section 11). */
export function logCommand(desk: Desk) {
  const { options: text, ...said } = desk.text.log
  const command = new Command('log')
    .summary(said.summary)
    .description(said.description)
    .argument('[number]', said.number)
    .option('--actor <staff>', text.actor)
    .option('--action <action>', text.action)
    .option('--since <day>', text.since)
    .option('--until <day>', text.until)
    .option('--limit <count>', text.limit)
    .action(async (number, options) => {
      const office = await desk.read()
      const filter = filterFor(desk, office, number, options as LogOptions)
      const many = desk.say.listing(logEntries(office.store, filter), columns(desk))
      if (many === 0) desk.say.notice(said.empty)
    })
    .addCommand(logVerifyCommand(desk))
  const examples = [
    'dangan log --limit 20',
    'dangan log RG2025-0001 --since 2025-01-01',
    'dangan log verify',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}

function filterFor(
  desk: Desk,
  office: Office,
  number: string | undefined,
  { actor, action, since, until, limit }: LogOptions,
): LogFilter {
  return {
    ...(number === undefined ? {} : about(office, number)),
    staffId: actor === undefined ? undefined : staffIdOf(office, actor),
    actions: action === undefined ? undefined : actionsMeant(desk, action),
    since: dayFrom(desk, '--since', since),
    until: dayFrom(desk, '--until', until),
    rights: office.operator.rights,
    limit: limit === undefined ? undefined : countFrom(desk, limit),
  }
}

/** An archive's own entries; of a number that is void or was never an archive's, what names it. */
function about(office: Office, number: string): Pick<LogFilter, 'archiveId' | 'object'> {
  try {
    const archive = archiveOf(office, number)
    requireClearance(office.operator, archive)
    return { archiveId: archive.id }
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'archive.missing') throw thrown
    const object = canonicalNumber(number)
    const [named] = logEntries(office.store, { object, limit: 1 })
    if (!named) throw thrown
    return { object }
  }
}

const staffIdOf = ({ store }: Office, actor: string): number | null =>
  actor === 'system' ? null : staffOf(store, actor).id

/** By code (`archive.add`), its first or last word (`archive`, `add`), or the label. */
function actionsMeant(desk: Desk, said: string): string[] {
  const labels = Object.entries(desk.text.archive.actions)
  const meant = labels.filter(
    ([code, label]) => code === said || label === said || code.split('.').includes(said),
  )
  if (meant.length > 0) return meant.map(([code]) => code)
  const choices = labels.map(([code]) => code)
  const near = nearest(said, choices)
  throw new Refusal('usage.bad-option', {
    option: '--action',
    value: said,
    choices: near === undefined ? choices : [near],
  })
}

function dayFrom(desk: Desk, option: string, said: string | undefined): Day | undefined {
  if (said === undefined) return undefined
  const day = parseDay(said)
  if (typeof day === 'string' && day !== '') return day
  throw new UsageFault(desk.text.program.usage.badValue(option, said))
}

function countFrom(desk: Desk, said: string): number {
  if (/^[1-9]\d{0,8}$/.test(said)) return Number(said)
  throw new UsageFault(desk.text.program.usage.badNumber('--limit', said))
}

function columns(desk: Desk): readonly Column<LogEntry>[] {
  const text = desk.text.log
  const actions: Readonly<Record<string, string>> = desk.text.archive.actions
  const hex = ({ hash }: LogEntry) => Buffer.from(hash).toString('hex')
  return [
    { key: 'seq', heading: '#', value: (it) => it.seq },
    { key: 'on', heading: text.on, value: (it) => it.on },
    { key: 'at', heading: text.at, value: (it) => it.at, besides: true },
    { key: 'by', heading: text.by, value: (it) => it.by, shown: (it) => it.by ?? text.system },
    { key: 'account', heading: text.account, value: (it) => it.account, besides: true },
    {
      key: 'action',
      heading: text.action,
      value: (it) => it.action,
      shown: (it) => actions[it.action] ?? it.action,
    },
    { key: 'object', heading: text.object, value: (it) => it.object },
    {
      key: 'policyVersion',
      heading: text.policyVersion,
      value: (it) => it.policyVersion,
      besides: true,
    },
    { key: 'hash', heading: 'SHA-256', value: hex, besides: true },
  ]
}
