import { canonicalNumber } from './number.ts'
import type { Choices } from './policy.ts'
import { Refusal } from './refusal.ts'
import { nearest } from './suggest.ts'
import type { Secrecy } from './words.ts'

/** What a place is (S001-7-1, S003-15.5-4). */
export const placeKinds = {
  room: {
    label: { 'zh-Hans': '库房', 'zh-Hant': '庫房', en: 'room' },
    aliases: ['档案室', '房间'],
  },
  cabinet: {
    label: { 'zh-Hans': '档案柜', 'zh-Hant': '檔案櫃', en: 'cabinet' },
    aliases: ['柜', '柜子', '档案架', '架'],
  },
  row: { label: { 'zh-Hans': '层', 'zh-Hant': '層', en: 'row' }, aliases: ['行', '排'] },
  slot: { label: { 'zh-Hans': '格', 'zh-Hant': '格', en: 'slot' }, aliases: ['格子', '位'] },
  box: { label: { 'zh-Hans': '档案盒', 'zh-Hant': '檔案盒', en: 'box' }, aliases: ['盒', '袋'] },
  safe: { label: { 'zh-Hans': '保险柜', 'zh-Hant': '保險櫃', en: 'safe' }, aliases: ['保险箱'] },
} as const satisfies Choices
export type PlaceKind = keyof typeof placeKinds

/** A place as the office entered it. */
export interface Place {
  readonly id: number
  /** Unique; what archives and materials that lie here say: `A-3-07`. */
  readonly code: string
  readonly kind: PlaceKind
  readonly label: string | null
  readonly parentId: number | null
  /** Among those of its parent, from 1: left to right, top to bottom. */
  readonly position: number
  /** Null: as many as will go in. */
  readonly capacity: number | null
  /** Null: that of its parent. */
  readonly keeperId: number | null
  /** The levels that lie here apart; null: as its parent. */
  readonly levels: readonly Secrecy[] | null
}

/** A place, and what follows from where it stands. */
export interface Shelf extends Place {
  /** The places around it, the outermost first, and it. */
  readonly path: readonly Place[]
  readonly keeper: number | null
  /** Null: for whatever need not lie apart. */
  readonly apart: readonly Secrecy[] | null
  /** It is a safe, or in one. */
  readonly isLocked: boolean
  /** Places in it. */
  readonly within: number
  /** Of those, boxes, which take up room. */
  readonly boxes: number
  /** Archives, materials and boxes that lie in it. */
  readonly used: number
}

/** How many lie at a code. */
export type Used = (code: string) => number

/** Every place in the order of the shelves: each before those in it, left to right, top to bottom (S001-7-1). */
export function shelvesOf(places: readonly Place[], used: Used): Shelf[] {
  const within = new Map<number | null, Place[]>()
  for (const place of places) {
    const siblings = within.get(place.parentId)
    if (siblings) siblings.push(place)
    else within.set(place.parentId, [place])
  }
  const shelves: Shelf[] = []
  const walk = (parent: number | null, path: readonly Place[]) => {
    const siblings = (within.get(parent) ?? []).toSorted((a, b) => a.position - b.position)
    for (const place of siblings) {
      const here = [...path, place]
      shelves.push(shelfAlong(here, within.get(place.id) ?? [], used(place.code)))
      walk(place.id, here)
    }
  }
  walk(null, [])
  return shelves
}

/** The last place of a path, with what it has from those around it; `holdings` lie in it directly. */
export function shelfAlong(
  path: readonly Place[],
  within: readonly Pick<Place, 'kind'>[],
  holdings: number,
): Shelf {
  const place = path.at(-1)
  if (!place) throw new Error('a path leads somewhere')
  const boxes = within.filter(({ kind }) => kind === 'box').length
  return {
    ...place,
    path,
    keeper: path.findLast(({ keeperId }) => keeperId !== null)?.keeperId ?? null,
    apart: path.findLast(({ levels }) => levels !== null)?.levels ?? null,
    isLocked: path.some(({ kind }) => kind === 'safe'),
    within: within.length,
    boxes,
    used: holdings + boxes,
  }
}

/** May something lie here itself? A room with cabinets only has what lies in those. */
export const isForHoldings = ({ kind, within }: Pick<Shelf, 'kind' | 'within'>): boolean =>
  within === 0 || kind === 'slot' || kind === 'box' || kind === 'safe'

/** How many more go in; null: nobody has counted. */
export const roomIn = ({ capacity, used }: Pick<Shelf, 'capacity' | 'used'>): number | null =>
  capacity === null ? null : Math.max(0, capacity - used)

/** As codes are kept: half-width, upper case, no spaces. */
export const canonicalCode = canonicalNumber

/** Letters of any script, digits, `-`, `_`, `.`: what fits on a label and into a file name. */
export const isPlaceCode = (code: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(code)

/** `A-1-01` and `A-1-1` are one: zeros before a number are a matter of how wide the labels are. */
const withoutZeros = (code: string): string => code.replaceAll(/(?<!\d)0+(?=\d)/g, '')

/** The place that a person means by its code. @throws Refusal place.missing */
export function shelfMeant(shelves: readonly Shelf[], text: string): Shelf {
  const code = canonicalCode(text)
  const found = shelves.find((shelf) => shelf.code === code)
  if (found) return found
  const alike = shelves.filter((shelf) => withoutZeros(shelf.code) === withoutZeros(code))
  if (alike.length === 1 && alike[0]) return alike[0]
  const codes = shelves.map((shelf) => shelf.code)
  throw new Refusal('place.missing', { place: text, suggestion: nearest(code, codes) })
}

/** Is this place that one, or in it? */
export const isWithin = ({ path }: Shelf, id: number): boolean => path.some((it) => it.id === id)

/** Of all places one and those in it; all where none is said. @throws Refusal place.missing */
export function amidst(shelves: readonly Shelf[], place: string | undefined): readonly Shelf[] {
  if (place === undefined) return shelves
  const { id } = shelfMeant(shelves, place)
  return shelves.filter((shelf) => isWithin(shelf, id))
}
