import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  areApart,
  requireStocktakeOpen,
  scannedNumber,
  stocktakeName,
  strayText,
  type Stocktake,
  type StrayKind,
} from '../domain/stocktake.ts'
import { counterOf } from '../store/counted-numbers.ts'
import { enter } from '../store/journal.ts'
import { shelvesIn } from '../store/places.ts'
import { noteSeen, noteStray } from '../store/stocktake-acts.ts'
import { judgingOf } from '../store/stocktake-judging.ts'
import { countsOf } from '../store/stocktakes.ts'
import { seenBefore, seenIn } from '../store/stocktake-seen.ts'
import type { Office } from './desk.ts'
import { placeCounted, stocktakeMeant } from './stocktake-given.ts'

/** Something that was counted and is not simply there. */
export type Noticed =
  | { readonly kind: 'misplaced'; readonly number: string; readonly place: string }
  | { readonly kind: 'unexpected' | StrayKind; readonly number: string }

/** What came of one counting, for machines and, line by line, for people. */
export interface CountedSo {
  readonly shown: {
    readonly stocktake: string
    readonly place: string | null
    readonly read: number
    /** Archives that were seen for the first time. */
    readonly counted: number
    /** Readings of what had been seen before. */
    readonly repeated: number
    readonly misplaced: readonly { readonly number: string; readonly place: string }[]
    readonly unexpected: readonly string[]
    readonly unknown: readonly string[]
    readonly void: readonly string[]
    readonly purged: readonly string[]
    /** Archives that would be missing now. */
    readonly left: number
  }
  readonly lines: readonly Noticed[]
}

/**
 * Notes what was counted, in the caller's transaction, with one entry of the journal for all of it.
 * @throws Refusal stocktake.missing, stocktake.closed, place.missing, usage.missing, date.before-last-act
 */
export function counted(
  office: Office,
  name: string,
  list: readonly string[],
  { place: said, reason }: { readonly place?: string; readonly reason?: string },
): CountedSo {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const stocktake = stocktakeMeant(office, name)
  requireStocktakeOpen(stocktake, today)
  const named = stocktakeName(stocktake.id)
  const seenPlace = placeCounted(office, said) ?? stocktake.place
  const counting = {
    stocktakeId: stocktake.id,
    ...{ seenPlace, seenOn: today, seenBy: hand.staffId },
  }
  const read = countedIn(office, list)
  if (read.total === 0) throw new Refusal('usage.missing', { options: ['<number>'] })
  const before = seenBefore(store, stocktake, read.archives)
  noteSeen(store, counting, read.archives)
  for (const [text, kind] of read.strays) noteStray(store, counting, text, kind)
  const lines = [
    ...noticedIn(office, stocktake, seenPlace, read.archives),
    ...new Map(read.strays.map(([number, kind]) => [number, { kind, number }])).values(),
  ]
  const of = (kind: Noticed['kind']) =>
    lines.filter((it) => it.kind === kind).map(({ number }) => number)
  const fresh = new Set(read.archives.filter((id) => !before.has(id))).size
  const tally = {
    place: seenPlace,
    read: read.total,
    counted: fresh,
    repeated: read.archives.length - fresh,
  }
  const detail = { ...tally, strays: read.strays.length, reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'stocktake.scan', object: `stocktake ${named}`, parts })
  const shown = {
    ...{ stocktake: named, ...tally },
    misplaced: lines.flatMap((it) =>
      it.kind === 'misplaced' ? [{ number: it.number, place: it.place }] : [],
    ),
    unexpected: of('unexpected'),
    unknown: of('unknown'),
    void: of('void'),
    purged: of('purged'),
    left: countsOf(store, judgingOf(store, stocktake)).missing,
  }
  return { shown, lines }
}

interface Read {
  readonly total: number
  /** As often as each was read. */
  readonly archives: readonly number[]
  readonly strays: readonly (readonly [text: string, kind: StrayKind])[]
}

function countedIn({ store, policy }: Office, list: readonly string[]): Read {
  const meaning = counterOf(store, policy)
  const archives: number[] = []
  const strays: [string, StrayKind][] = []
  for (const raw of list) {
    const number = scannedNumber(raw)
    if (number === '') continue
    const it = meaning(number)
    if ('archiveId' in it) archives.push(it.archiveId)
    else strays.push([strayText(number), it.stray])
  }
  return { total: archives.length + strays.length, archives, strays }
}

/** Of what has just been seen, what the register has elsewhere, and what is not on the list. */
function noticedIn(
  { store }: Office,
  stocktake: Stocktake,
  seenPlace: string | null,
  archives: readonly number[],
): Noticed[] {
  const shelves = new Map(shelvesIn(store).map((shelf) => [shelf.code, shelf]))
  return seenIn(store, stocktake, archives).flatMap(
    ({ number, location, place, isExpected }): Noticed[] => {
      const isElsewhere =
        seenPlace !== null && location !== null && areApart(shelves, seenPlace, location)
      if (isElsewhere && place !== seenPlace)
        return [{ kind: 'misplaced', number, place: location }]
      return isExpected ? [] : [{ kind: 'unexpected', number }]
    },
  )
}
