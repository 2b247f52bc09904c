import { addDays, dayIn } from './day.ts'
import { Refusal } from './refusal.ts'
import { weekdayOf } from './work-calendar.ts'
import type { Day, Instant } from './words.ts'

/** Spans of which one backup each is kept, the shortest first. */
export const keepSpans = ['day', 'week', 'month', 'year'] as const
export type KeepSpan = (typeof keepSpans)[number]

/** Of how many days, weeks, months, years in which a backup was made one is kept. */
export type KeepRule = Readonly<Partial<Record<KeepSpan, number>>>

const letters: Readonly<Record<string, KeepSpan>> = {
  ...{ d: 'day', w: 'week', m: 'month', y: 'year' },
  ...{ 日: 'day', 天: 'day', 周: 'week', 週: 'week', 月: 'month', 年: 'year' },
}

/** `8w12m`: eight weeks and twelve months. @throws Refusal backup.keep */
export function readKeepRule(text: string): KeepRule {
  const words = text
    .normalize('NFKC')
    .replaceAll(/[\s,，、]/g, '')
    .toLowerCase()
  const parts = [...words.matchAll(/(\d{1,4})个?個?([dwmy日天周週月年])/g)]
  const rule: Record<string, number> = Object.fromEntries(
    parts.map(([, many, letter]) => [letters[letter ?? ''], Number(many)]),
  )
  const isWhole = parts.map(([part]) => part).join('') === words && parts.length > 0
  const isOnceEach = Object.keys(rule).length === parts.length
  if (isWhole && isOnceEach && Object.values(rule).every((many) => many > 0)) return rule
  throw new Refusal('backup.keep', { value: text })
}

/** A backup as its manifest tells of it. */
export interface KeptBackup {
  readonly backup: string
  readonly madeAt: Instant
  /** Its file is there, as long as it was made. */
  readonly isWhole: boolean
}

/** Why a backup stays: the newest of a span; the newest of all; or somebody must look at it first. */
export type KeepBecause =
  | { readonly code: KeepSpan; readonly of: Day }
  | { readonly code: 'newest' }
  | { readonly code: 'broken' }

/** What becomes of a backup; nothing speaks for those that go. */
export interface Rotated<Backup extends KeptBackup = KeptBackup> {
  readonly backup: Backup
  readonly because: readonly KeepBecause[]
}

/**
 * Which backups stay and which go: of each span the newest is kept, as many spans as the rule says,
 * counted from the newest backup back (spans without one do not count). The newest whole one always
 * stays; a broken one takes nobody's place and is never removed unseen. Newest first.
 */
export function rotate<Backup extends KeptBackup>(
  backups: readonly Backup[],
  rule: KeepRule,
  timeZone: string,
): Rotated<Backup>[] {
  const newestFirst = backups.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
  const newest = newestFirst.find(({ isWhole }) => isWhole)
  const seen: Record<KeepSpan, Set<Day>> = {
    ...{ day: new Set(), week: new Set(), month: new Set(), year: new Set() },
  }
  return newestFirst.map((backup) => {
    if (!backup.isWhole) return { backup, because: [{ code: 'broken' }] }
    const because: KeepBecause[] = backup === newest ? [{ code: 'newest' }] : []
    const day = dayIn(new Date(backup.madeAt), timeZone)
    for (const span of keepSpans) {
      const of = beginningOf(span, day)
      if (seen[span].has(of) || seen[span].size >= (rule[span] ?? 0)) continue
      seen[span].add(of)
      because.push({ code: span, of })
    }
    return { backup, because }
  })
}

const keyOf = ({ madeAt, backup }: KeptBackup): string => `${madeAt} ${backup}`

/** The first day of the span in which a day lies; weeks begin on Mondays. */
function beginningOf(span: KeepSpan, day: Day): Day {
  if (span === 'day') return day
  if (span === 'week') return addDays(day, -weekdayOf(day))
  return span === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`
}
