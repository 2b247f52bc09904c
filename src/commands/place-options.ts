import { readInteger } from '../domain/amount.ts'
import { readChoice } from '../domain/choice.ts'
import { invalid, isInvalid, type Invalid } from '../domain/invalid.ts'
import { canonicalCode, isPlaceCode, placeKinds, type PlaceKind } from '../domain/place.ts'
import { readName } from '../domain/plain.ts'
import type { Policy } from '../domain/policy.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import type { Secrecy } from '../domain/words.ts'
import { staffOf } from '../store/staff.ts'
import type { Office } from './desk.ts'
import { clearanceReader } from './staff-options.ts'

/** What a line says of a place; '' takes a value away. */
export interface PlaceOptions {
  readonly kind?: string
  readonly label?: string
  readonly in?: string
  readonly capacity?: string
  readonly keeper?: string
  readonly levels?: string
  readonly order?: string
  readonly rows?: string
  readonly slots?: string
  readonly remove?: true
  readonly reason?: string
}

/** The same, read; what was not said is absent. */
export interface PlaceSaid {
  readonly kind?: PlaceKind
  readonly label?: string | null
  readonly capacity?: number | null
  readonly keeperId?: number | null
  readonly levels?: readonly Secrecy[] | null
  readonly position?: number
  readonly rows?: number
  readonly slots?: number
}

type Read = string | number | null | readonly string[] | Invalid

/**
 * Reads what was said of a place.
 * @throws Refusal value.bad with everything that is wrong; person.missing, person.ambiguous, person.left
 */
export function readPlace({ store, policy }: Office, options: PlaceOptions): PlaceSaid {
  const problems: Problem[] = []
  const said: Record<string, unknown> = {}
  const read = (
    key: keyof PlaceSaid,
    option: string,
    raw: string | undefined,
    by: (raw: string) => Read,
  ) => {
    if (raw === undefined) return
    const value = by(raw)
    if (isInvalid(value)) problems.push({ key: option, value: raw, invalid: value as Invalid })
    else said[key] = value
  }
  read('kind', '--kind', options.kind, kindIn)
  read('label', '--label', options.label, (raw) => emptied(readName(raw)))
  read('capacity', '--capacity', options.capacity, (raw) =>
    raw === '' ? null : countIn(raw, 100_000),
  )
  read('levels', '--levels', options.levels, (raw) => levelsIn(raw, policy))
  read('position', '--order', options.order, (raw) => countIn(raw, 100_000))
  read('rows', '--rows', options.rows, (raw) => countIn(raw, 1000))
  read('slots', '--slots', options.slots, (raw) => countIn(raw, 1000))
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return { ...said, ...keeperIn(options.keeper) }

  function keeperIn(name: string | undefined): Pick<PlaceSaid, 'keeperId'> {
    if (name === undefined) return {}
    if (name.trim() === '') return { keeperId: null }
    const staff = staffOf(store, name)
    requireHere(staff)
    return { keeperId: staff.id }
  }
}

const emptied = (read: string | Invalid): string | null | Invalid => (read === '' ? null : read)

const kindIn = (raw: string): Read => {
  const kind = readChoice(placeKinds, raw)
  return kind === '' ? invalid('value.missing', {}) : kind
}

function countIn(raw: string, to: number): number | Invalid {
  const read = readInteger(raw)
  const count = typeof read === 'string' ? Number(read) : 0
  if (isInvalid(read)) return read
  return count >= 1 && count <= to ? count : invalid('integer.range', { from: 1, to })
}

function levelsIn(raw: string, policy: Policy): readonly string[] | null | Invalid {
  const levels: string[] = []
  for (const word of raw.split(/[,，、]/).map((it) => it.trim())) {
    const level = word === '' ? '' : clearanceReader(policy)(word)
    if (isInvalid(level)) return level
    if (level !== '' && !levels.includes(level)) levels.push(level)
  }
  return levels.length === 0 ? null : levels
}

/** A code as it is kept. @throws Refusal value.bad */
export function codeIn(raw: string): string {
  const code = canonicalCode(raw)
  if (isPlaceCode(code)) return code
  const it = invalid('place.code', {})
  throw new Refusal('value.bad', { problems: [{ key: '<place>', value: raw, invalid: it }] })
}
