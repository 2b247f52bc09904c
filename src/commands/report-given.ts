import { daysBetween } from '../domain/day.ts'
import { dayNamed } from '../domain/day-given.ts'
import { readPeriod } from '../domain/period.ts'
import { Refusal } from '../domain/refusal.ts'
import { reportBy, untilDay, type ReportKind, type ReportPeriod } from '../domain/report.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { nearest } from '../domain/suggest.ts'
import type { Office } from './desk.ts'
import { isEverything, selectionOf } from './filter-options.ts'
import type { ReportAsked } from './report-asked.ts'

/** Which report a line, or a request, asks for. */
export interface ReportSaid {
  readonly by?: string | undefined
  readonly period?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly filter: FilterSaid
}

/** @throws Refusal usage.bad-option, usage.together, value.bad */
export function reportAsked(office: Office, kind: ReportKind, said: ReportSaid): ReportAsked {
  const { words: _, ...counting } = selectionOf(office, [], said.filter)
  return {
    kind,
    period: periodSaid(office, said),
    by: bySaid(kind, said.by),
    counting,
    isEverything: isEverything([], counting.filter),
  }
}

/** `--period 2026Q3`, or from one day to another; without any, all until today. */
function periodSaid({ today }: Office, { period, from, to }: ReportSaid): ReportPeriod {
  if (period !== undefined) {
    const besides = from === undefined ? '--to' : '--from'
    if (from !== undefined || to !== undefined)
      throw new Refusal('usage.together', { options: ['--period', besides] })
    const read = readPeriod(period)
    if (read) return read
    throw bad('--period', period, ['2026', '2026H1', '2026Q3', '2026-03'])
  }
  if (from === undefined && to === undefined) return untilDay(today)
  const days = {
    from: from === undefined ? untilDay(today).from : dayNamed('--from', from),
    to: to === undefined ? today : dayNamed('--to', to),
  }
  if (from !== undefined && daysBetween(days.from, days.to) < 0)
    throw bad('--to', days.to, [`${days.from}…`])
  return { name: from === undefined ? '' : `${days.from}..${days.to}`, ...days }
}

function bySaid(kind: ReportKind, said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  const choices: readonly string[] = byOf(kind)
  const meant = choices.find((it) => it === said.trim())
  if (meant !== undefined) return meant
  const near = nearest(said, choices)
  throw bad('--by', said, near === undefined ? choices : [near])
}

/** By what a report can be drawn up; nothing: it has one way. */
export const byOf = (kind: ReportKind): readonly string[] =>
  kind in reportBy ? reportBy[kind as keyof typeof reportBy] : []

const bad = (option: string, value: string, choices: readonly string[]) =>
  new Refusal('usage.bad-option', { option, value, choices })
