import { isInvalid } from '../domain/invalid.ts'
import { amidst, roomIn } from '../domain/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { nextFree } from '../domain/storage.ts'
import type { Secrecy } from '../domain/words.ts'
import { shelvesIn } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import type { LocateOptions } from './locate-options.ts'
import { pathWords } from './place-view.ts'
import { clearanceReader } from './staff-options.ts'

/** `locate --next`: the place for what comes next, in the order of the shelves. */
export async function sayNext(
  desk: Desk,
  _given: readonly string[],
  options: LocateOptions,
): Promise<void> {
  const office = await desk.read()
  const secrecy = levelIn(office, options.secrecy)
  const shelves = amidst(shelvesIn(office.store), options.in)
  const shelf = nextFree(shelves, { name: '', secrecy, kind: null }, office.policy)
  const free = roomIn(shelf)
  const path = shelf.path.map(({ code }) => code)
  const human = () => [desk.text.place.free(shelf.code, pathWords(shelf), free)]
  desk.say.result({ place: shelf.code, path, free }, human)
}

function levelIn({ policy }: Office, raw: string | undefined): Secrecy {
  if (raw === undefined) return policy.secrecy?.default ?? 'none'
  const read = clearanceReader(policy)(raw)
  if (isInvalid(read))
    throw new Refusal('value.bad', { problems: [{ key: '--secrecy', value: raw, invalid: read }] })
  return (read || 'none') as Secrecy
}
