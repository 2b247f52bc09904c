import { closeSync, openSync, readSync } from 'node:fs'
import { fileFault } from './faults.ts'

const windowBytes = 4 * 1024 * 1024
const slots = 1 << 20

/**
 * Which of these byte strings stand in the files, by their place in the list. Reads raw bytes: nobody
 * may have the files open in this process, since closing them would drop its locks.
 */
export function searchRaw(paths: readonly string[], needles: readonly Buffer[]): Set<number> {
  const found = new Set<number>()
  const index = indexOf(needles)
  const longest = needles.reduce((most, { length }) => Math.max(most, length), 0)
  for (const path of paths) searchFile(path, { needles, index, longest, found })
  return found
}

interface Search {
  readonly needles: readonly Buffer[]
  readonly index: Index
  readonly longest: number
  readonly found: Set<number>
}

/** Needles by their first four bytes; the slots tell most places apart without looking further. */
interface Index {
  readonly taken: Uint8Array
  readonly starting: ReadonlyMap<number, readonly number[]>
}

const slotOf = (head: number): number => (Math.imul(head, 0x9e3779b1) >>> 12) & (slots - 1)

function indexOf(needles: readonly Buffer[]): Index {
  const taken = new Uint8Array(slots)
  const starting = new Map<number, number[]>()
  for (const [at, needle] of needles.entries()) {
    const head = needle.readInt32LE(0)
    taken[slotOf(head)] = 1
    const list = starting.get(head)
    if (list) list.push(at)
    else starting.set(head, [at])
  }
  return { taken, starting }
}

function searchFile(path: string, search: Search): void {
  const file = opened(path)
  if (file === undefined) return
  try {
    const carry = Math.max(0, search.longest - 1)
    const window = Buffer.alloc(carry + windowBytes)
    for (let held = 0, at = 0; ;) {
      const read = readSync(file, window, held, window.length - held, at)
      if (read === 0) return
      at += read
      const filled = held + read
      searchWindow(window.subarray(0, filled), search)
      held = Math.min(carry, filled)
      window.copyWithin(0, filled - held, filled)
    }
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fileFault(thrown, path)
  }
}

function searchWindow(bytes: Buffer, { needles, index, found }: Search): void {
  const last = bytes.length - 4
  let head = 0
  for (let at = 0; at <= last; at += 1) {
    head = at === 0 ? bytes.readInt32LE(0) : (head >>> 8) | ((bytes[at + 3] as number) << 24)
    if (index.taken[slotOf(head)] === 0) continue
    for (const which of index.starting.get(head | 0) ?? []) {
      const needle = needles[which] as Buffer
      if (
        !found.has(which) &&
        bytes.compare(needle, 0, needle.length, at, at + needle.length) === 0
      )
        found.add(which)
    }
  }
}
