import { resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { archiveById } from '../store/archives.ts'
import type { Key } from '../store/key.ts'
import { archiveOf, holderNamed } from '../store/lookup.ts'
import type { Manifest } from '../store/manifest.ts'
import { inspect, openCopy } from '../store/open.ts'
import { policyInForce } from '../store/policies.ts'
import { registerBeside, registersIn } from '../store/purged-register.ts'
import { lastDay } from '../domain/calendar.ts'
import { stateOf } from './backup-rotating.ts'
import type { Desk } from './desk.ts'

/** Is what an archive held still in a backup? Null: that could not be looked up. */
export type Contained = boolean | null

/** Of each backup, by its path, whether it still holds what this archive held. Opens every one. */
export async function containedIn(
  desk: Desk,
  backups: readonly { readonly path: string; readonly manifest: Manifest }[],
  number: string,
): Promise<ReadonlyMap<string, Contained>> {
  const found = new Map<string, Contained>()
  const meant = await numberMeant(desk, number)
  let key: Key | undefined
  for (const { path, manifest } of backups) {
    if (stateOf(path, manifest) !== 'present') continue
    const isSealed = inspectOr(path) === 'sealed'
    // one key for all: nobody is asked for each of fifty
    if (isSealed) key ??= await desk.key(path, false)
    found.set(path, holds(path, isSealed ? key : undefined, meant ?? number))
  }
  // a slip of the finger must not sound like an answer
  if (meant === undefined && ![...found.values()].includes(true))
    throw new Refusal('archive.missing', { number, suggestion: undefined })
  return found
}

/** The number in full, where the archive file knows it, be it as a stub; it may be gone, too. */
async function numberMeant(desk: Desk, number: string): Promise<string | undefined> {
  try {
    const office = await desk.read()
    return archiveOf(office, number).number
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code !== 'archive.ambiguous') return undefined
    throw thrown
  }
}

function inspectOr(path: string): ReturnType<typeof inspect> | undefined {
  try {
    return inspect(path)
  } catch {
    return undefined
  }
}

function holds(path: string, key: Key | undefined, number: string): Contained {
  try {
    const store = openCopy(path, key)
    try {
      const id = holderNamed(store, policyInForce(store, lastDay).policy, number)
      const archive = id === undefined ? undefined : archiveById(store, id)
      return archive !== undefined && archive.status !== 'destroyed'
    } finally {
      store.close()
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) return null
    throw thrown
  }
}

/** Of a backup, how many numbers were purged since: those it may still hold. */
export function purgesIn(folder: string, file: string): (manifest: Manifest) => number {
  const registers = [...registersIn(folder), registerBeside(resolve(file))]
  const lines = registers.flatMap((it) => it?.lines ?? [])
  return ({ uuid, entries }) =>
    new Set(
      lines
        .filter((it) => it.seq > entries && (it.uuid === undefined || it.uuid === uuid))
        .map(({ number }) => number),
    ).size
}
