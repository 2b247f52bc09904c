import type { Archive, Snapshot } from '../domain/archive.ts'
import type { Column } from '../cli/printer.ts'
import { materialName } from '../domain/material.ts'
import { formerHistoryOf, historyOf, type Event } from '../store/history.ts'
import type { Desk, Office } from './desk.ts'
import type { LocateOptions } from './locate-options.ts'
import { toldMaterials, withheld } from './material-history.ts'
import { thingsRead, type Thing } from './things-given.ts'

/** One time that something went from one place to another. */
interface Move extends Pick<Event, 'seq' | 'on' | 'at' | 'by' | 'account'> {
  readonly number: string
  readonly material: number | null
  readonly from: string | null
  readonly place: string | null
  readonly reason: string | null
}

/** `locate --history <number…>`: who put what where, when, from where. */
export async function sayMoves(
  desk: Desk,
  given: readonly string[],
  _options: LocateOptions,
): Promise<void> {
  const { office, things } = await thingsRead(desk, 'locate --history', given)
  const moves = things.flatMap((thing) => movesOf(office, thing))
  desk.say.listing(moves, columns(desk))
  if (moves.length === 0) desk.say.notice(desk.text.place.neverMoved)
}

/** When it came to where it is. */
export const lastMove = (office: Office, thing: Thing): Move | undefined =>
  ownMoves(office, thing).findLast(({ material }) => material === (thing.material?.seq ?? null))

/** Of an archive also the moves of those that were merged into it, under the numbers that they had. */
function movesOf(office: Office, thing: Thing): Move[] {
  const own = ownMoves(office, thing)
  if (thing.material) return own
  const { archive } = thing
  const former = formerHistoryOf(office.store, archive.id).flatMap(({ number, ...event }) =>
    movesIn(office, event, { ...archive, number }),
  )
  return [...former, ...own].toSorted((a, b) => a.seq - b.seq)
}

/** Of an archive its own moves and those of its materials; of a material only its own. */
function ownMoves(office: Office, { archive, material }: Thing): Move[] {
  return historyOf(office.store, archive.id)
    .flatMap((event) => movesIn(office, event, archive))
    .filter((it) => !material || it.material === material.seq)
}

function movesIn(office: Office, event: Event, archive: Archive): Move[] {
  const { number } = archive
  if (event.detail === null || typeof event.detail !== 'object') return []
  const detail = withheld(office, archive, event.detail as Record<string, unknown>) as {
    before?: Snapshot
    after?: Snapshot
    reason?: string
    materials?: unknown
  }
  const { seq, on, at, by, account } = event
  const move = (material: number | null, from: unknown, place: unknown): Move[] =>
    (from ?? null) === (place ?? null)
      ? []
      : [
          {
            ...{ seq, on, at, by, account, number, material },
            from: (from as string | undefined) ?? null,
            place: (place as string | undefined) ?? null,
            reason: detail.reason ?? null,
          },
        ]
  return [
    ...move(null, detail.before?.['location'], detail.after?.['location']),
    ...toldMaterials(detail).flatMap((it) => {
      // a material that came in says its place itself, one that changed says before and after
      const after = it.after ? it.after['place'] : (it as { place?: string }).place
      return move(it.material, it.before?.['place'], after)
    }),
  ]
}

function columns(desk: Desk): readonly Column<Move>[] {
  const { keys, nowhere } = desk.text.place
  const where = (place: string | null) => place ?? nowhere
  return [
    { key: 'seq', heading: '#', value: ({ seq }) => seq, besides: true },
    { key: 'on', heading: keys.on, value: ({ on }) => on },
    { key: 'at', heading: keys.on, value: ({ at }) => at, besides: true },
    {
      key: 'by',
      heading: keys.by,
      value: ({ by }) => by,
      shown: ({ by, account }) => by ?? account,
    },
    {
      key: 'number',
      heading: desk.text.keys.archive.number,
      value: ({ number }) => number,
      shown: ({ number, material }) =>
        material === null ? number : materialName(number, material),
    },
    {
      key: 'material',
      heading: desk.text.material.shown,
      value: ({ material }) => material,
      besides: true,
    },
    { key: 'from', heading: keys.from, value: (it) => it.from, shown: (it) => where(it.from) },
    { key: 'place', heading: keys.to, value: (it) => it.place, shown: (it) => where(it.place) },
    { key: 'reason', heading: keys.reason, value: ({ reason }) => reason },
  ]
}
