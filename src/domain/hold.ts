import { Refusal } from './refusal.ts'
import type { Day } from './words.ts'

/** Nothing of an archive may be destroyed while it stands (暂停销毁). */
export interface Hold {
  readonly id: number
  readonly archiveId: number
  readonly reason: string
  /** Who ordered it: a court, a post. */
  readonly authority: string
  /** May the archive be lent all the same? */
  readonly lending: boolean
  readonly placedOn: Day
  readonly placedBy: number | null
  /** Its last day; null: until it is released. */
  readonly until: Day | null
  readonly releasedOn: Day | null
  readonly releasedBy: number | null
  readonly releaseReason: string | null
  /** The archive's number before a merge. */
  readonly fromNumber: string | null
}

export const holdStatuses = ['standing', 'expired', 'released'] as const
export type HoldStatus = (typeof holdStatuses)[number]

/** `H2`: how people and files name a hold. */
export const holdName = (id: number): string => `H${id}`

/** Reads `H2`, `h2` or full width; undefined where it is none. */
export function readHoldName(text: string): number | undefined {
  const said = /^[Hh](\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

/** What a day makes of a hold: past its last day it has ended by itself, entered or not. */
export function holdStatus({ until, releasedOn }: Hold, on: Day): HoldStatus {
  if (releasedOn !== null && releasedOn <= on) return 'released'
  return until !== null && until < on ? 'expired' : 'standing'
}

/** Those that stand on a day. */
export const standingHolds = (holds: readonly Hold[], on: Day): Hold[] =>
  holds.filter((hold) => hold.placedOn <= on && holdStatus(hold, on) === 'standing')

/** Does a hold that stands on a day keep the archive in the house? */
export const barsLending = (holds: readonly Hold[], on: Day): boolean =>
  standingHolds(holds, on).some(({ lending }) => !lending)

/** A hold that is to be released stands. @throws Refusal hold.ended, date.before-last-act */
export function requireStanding(hold: Hold, today: Day): void {
  const name = holdName(hold.id)
  const { until, releasedOn, placedOn } = hold
  if (releasedOn !== null || holdStatus(hold, today) !== 'standing')
    throw new Refusal('hold.ended', { hold: name, endedOn: releasedOn ?? until ?? today })
  if (today < placedOn)
    throw new Refusal('date.before-last-act', { number: name, date: today, lastAct: placedOn })
}

/** The one hold that stands on an archive. @throws Refusal hold.none, hold.several */
export function onlyStanding(holds: readonly Hold[], number: string, today: Day): Hold {
  const [hold, ...others] = standingHolds(holds, today)
  if (!hold) throw new Refusal('hold.none', { number })
  const all = [hold, ...others].map(({ id }) => holdName(id))
  if (others.length > 0) throw new Refusal('hold.several', { number, holds: all })
  return hold
}
