import { failureOf } from '../cli/failure.ts'
import type { Column } from '../cli/printer.ts'
import { materialName } from '../domain/material.ts'
import { everyRight } from '../domain/reading-rights.ts'
import { roundDue } from '../domain/review-round.ts'
import type { Day, Instant } from '../domain/words.ts'
import { duesIn } from '../store/dues.ts'
import type { DueKind } from '../store/due.ts'
import { unsoundFiles } from '../store/duties.ts'
import { readsEverything } from '../store/readable.ts'
import { lastRounds, leftInRound } from '../store/reviews.ts'
import type { DailyRun, Troubles } from './daily-duties.ts'
import type { Desk, Office } from './desk.ts'
import { dueName, dueWords, nextOf, rulesOf } from './due-view.ts'
import { dayIn } from '../domain/day.ts'

/** What is told of besides what falls due. */
export type DailyKind = DueKind | 'clock' | 'journal' | 'file' | 'round'

/** Something that needs a person. */
export interface Wanting {
  /** Since when, or by when. */
  readonly due: Day
  readonly kind: DailyKind
  readonly number: string | null
  /** For machines: `L3`, `#17`. */
  readonly what: string
  readonly words: string
  readonly who: string | null
  readonly count: number
  readonly next: string
}

const one = { number: null, who: null, count: 1 } as const

/** Everything that needs a person: what is wrong with the office first, then what is due, the oldest first. */
export function wantings(desk: Desk, office: Office, { troubles }: DailyRun): Wanting[] {
  const { store, operator, today } = office
  const asked = { today, by: today, ...rulesOf(office) }
  const dues = duesIn(store, { rights: operator.rights, ...asked })
  const isBackupTold = troubles.backup !== undefined
  return [
    ...troubleLines(desk, office, troubles),
    ...fileLines(desk, office),
    ...roundLines(desk, office),
    ...dues
      .filter(({ kind }) => kind !== 'backup' || !isBackupTold)
      .map((it) => ({
        due: it.due,
        kind: it.kind,
        number: it.number,
        what: dueName(it),
        words: dueWords(desk, it),
        who: it.who,
        count: it.count,
        next: nextOf(it),
      })),
  ]
}

/** How many things are due in archives that this account may not read: they are counted, and no more. */
export function hiddenFrom(office: Office): number {
  const { store, operator, today } = office
  if (readsEverything(operator.rights)) return 0
  const asked = { today, by: today, ...rulesOf(office) }
  const counted = (rights: typeof everyRight) =>
    duesIn(store, { rights, ...asked }).reduce((sum, { count }) => sum + count, 0)
  return Math.max(0, counted(everyRight) - counted(operator.rights))
}

function troubleLines(desk: Desk, { today }: Office, troubles: Troubles): Wanting[] {
  const { wrong } = desk.text.daily
  const { clock, journal, backup } = troubles
  return [
    ...(clock
      ? [{ ...one, ...line('clock', today, wrong.clock(clock)), what: clock, next: 'dangan log' }]
      : []),
    ...(journal
      ? [
          {
            ...{ ...one, ...line('journal', today, wrong.journal(journal.seq)) },
            ...{ what: `#${journal.seq}`, next: 'dangan log verify' },
          },
        ]
      : []),
    ...(backup
      ? [
          {
            ...one,
            ...line('backup', today, failureOf(backup, desk.text)?.message ?? backup.code),
            ...{ what: backup.code, next: 'dangan backup' },
          },
        ]
      : []),
  ]
}

const line = (kind: DailyKind, due: Day, words: string) => ({ kind, due, words })

const fileLines = (desk: Desk, { store, operator, policy }: Office): Wanting[] =>
  unsoundFiles(store, operator.rights).map(({ number, seq, verifiedAt }) => ({
    ...one,
    ...line('file', dayAt(verifiedAt, policy.timeZone), desk.text.daily.wrong.file(seq)),
    ...{ number, what: materialName(number, seq), next: `dangan attach ${number} --verify` },
  }))

const dayAt = (at: Instant, timeZone: string): Day => dayIn(new Date(at), timeZone)

/** A round is told of on the day it was opened; from then on what is overdue in it. */
function roundLines(desk: Desk, { store, operator, policy, today }: Office): Wanting[] {
  const [round, before] = lastRounds(store)
  if (!round || round.openedOn !== today) return []
  const count = leftInRound(store, round.id, operator.rights)
  if (count === 0) return []
  const missed = roundDue(policy, before?.lastDay ?? null, today)?.missed ?? []
  const words = desk.text.daily.wrong.round(round.period, count, before ? missed : [])
  const next = `dangan audit review --period ${round.period}`
  return [{ ...one, ...line('round', today, words), count, what: round.period, next }]
}

export function wantingColumns(desk: Desk): readonly Column<Wanting>[] {
  const { keys, kinds } = desk.text.audit.due
  const named: Readonly<Record<string, string>> = { ...kinds, ...desk.text.daily.kinds }
  return [
    { key: 'due', heading: desk.text.daily.since, value: (it) => it.due },
    {
      key: 'kind',
      heading: keys.kind,
      value: (it) => it.kind,
      shown: (it) => named[it.kind] ?? '',
    },
    { key: 'number', heading: keys.number, value: (it) => it.number },
    { key: 'what', heading: keys.what, value: (it) => it.what, shown: (it) => it.words },
    { key: 'who', heading: keys.who, value: (it) => it.who },
    { key: 'next', heading: keys.next, value: (it) => it.next },
    { key: 'count', heading: keys.count, value: (it) => it.count, besides: true },
  ]
}
