import { basename, dirname, join } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import { requireLegible, toSuppress, type PurgedLine } from '../domain/suppression.ts'
import type { Instant } from '../domain/words.ts'
import { archiveById } from '../store/archives.ts'
import {
  examineBackup,
  failedIn,
  holdingsOf,
  type Checks,
  type Holdings,
} from '../store/backup-check.ts'
import { hashAt } from '../store/journal-check.ts'
import type { Key } from '../store/key.ts'
import { manifestsIn, readManifest } from '../store/manifest.ts'
import { holderOf } from '../store/numbers.ts'
import { inspect, openCopy, openToRead } from '../store/open.ts'
import { isThere } from '../store/place.ts'
import { purgedNumbers } from '../store/purged-numbers.ts'
import { registerBeside, registersIn, type PurgedRegister } from '../store/purged-register.ts'
import { registryOf } from '../store/registry.ts'
import { readingRights } from '../store/reading-rights.ts'
import { policyInForce } from '../store/policies.ts'
import { staffOfAccount } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import { livingAmong } from '../store/suppressing.ts'
import { lastDay } from '../domain/calendar.ts'
import { keyOf } from './backup-view.ts'
import type { Desk } from './desk.ts'
import { stageBar } from './stage-bar.ts'

/** What is to be restored, where to, and what is known of numbers that must not come back. */
export interface RestoreWish {
  readonly backup: string
  readonly target: string
  /** The office's usual file: what it knows of purges counts, wherever the backup goes. */
  readonly usual: string
  readonly key: Key | undefined
  /** Why it is done without any register of purged numbers. */
  readonly unregistered: string | undefined
}

/** The backup, examined. */
export interface Sound {
  readonly name: string
  readonly madeAt: Instant | null
  readonly bytes: number
  readonly sha256: string
  readonly checks: Checks
  readonly holdings: Holdings
}

/** The file that lies where the backup is to go. */
export type Present =
  | { readonly state: 'none' }
  | { readonly state: 'damaged'; readonly reason: string }
  | {
      readonly state: 'readable'
      readonly store: Store
      readonly holdings: Holdings
      readonly key: Key | undefined
    }

/** What would be done. */
export interface RestorePlan {
  readonly wish: RestoreWish
  readonly sound: Sound
  readonly present: Present
  /** Register files that were found. */
  readonly registers: readonly string[]
  readonly lines: readonly PurgedLine[]
  /** How many archives of the backup were purged since. */
  readonly suppressed: number
}

/** Everything that can be known beforehand; changes nothing. */
export async function planRestore(desk: Desk, wish: RestoreWish): Promise<RestorePlan> {
  const sound = await examined(desk, wish)
  const present = await presentAt(desk, wish.target)
  try {
    if (present.state === 'readable') requireSame(desk, wish, sound, present)
    const { registers, lines } = registered(wish, sound, present)
    const suppressed = countLiving(wish, lines)
    return { wish, sound, present, registers, lines, suppressed }
  } catch (thrown) {
    closePresent(present)
    throw thrown
  }
}

export const closePresent = (present: Present): void => {
  if (present.state === 'readable') present.store.close()
}

const stages = 4

/** @throws Refusal restore.unsound, file.foreign, file.wrong-key */
async function examined(desk: Desk, { backup, key }: RestoreWish): Promise<Sound> {
  const manifest = readManifest(backup)
  const name = manifest?.backup ?? basename(backup, '.db')
  const bar = await stageBar(desk, stages, manifest?.bytes ?? 0)
  try {
    const found = examineBackup(backup, key, manifest, (check) =>
      bar.tell(desk.text.backup.stages[check]),
    )
    const { checks, holdings, bytes, sha256 } = found
    const check = failedIn(checks)
    if (check !== undefined || !holdings)
      throw new Refusal('restore.unsound', { backup: name, check: check ?? 'integrity' })
    return { name, madeAt: manifest?.madeAt ?? null, bytes, sha256, checks, holdings }
  } finally {
    bar.stop()
  }
}

/** @throws Refusal file.foreign, file.wrong-key, file.busy … */
async function presentAt(desk: Desk, path: string): Promise<Present> {
  if (!isThere(path)) return { state: 'none' }
  const key = inspect(path) === 'sealed' ? await keyOf(desk, path) : undefined
  let store: Store | undefined
  try {
    store = openToRead(path, key, desk.patience).store
    return { state: 'readable', store, holdings: holdingsOf(store), key }
  } catch (thrown) {
    store?.close()
    if (!(thrown instanceof Refusal) || thrown.code !== 'file.damaged') throw thrown
    return { state: 'damaged', reason: (thrown as Refusal<'file.damaged'>).facts.reason }
  }
}

/** The same archive file, by somebody who may write it. @throws Refusal restore.other-file, person.unbound */
function requireSame(
  desk: Desk,
  { target }: RestoreWish,
  { holdings, name }: Sound,
  present: Extract<Present, { state: 'readable' }>,
): void {
  if (present.holdings.uuid !== holdings.uuid)
    throw new Refusal('restore.other-file', { path: target, backup: name })
  const staff = staffOfAccount(present.store, desk.account) ?? null
  const { policy } = policyInForce(present.store, lastDay)
  const rights = readingRights(present.store, policy, staff)
  requireBound({ account: desk.account, staff, rights })
}

/** The union of all registers, and of what the present file knows. @throws Refusal restore.no-register … */
function registered(wish: RestoreWish, { holdings }: Sound, present: Present) {
  const { backup, target, usual, unregistered } = wish
  const found = new Map<string, PurgedRegister>()
  const beside = [target, backup, usual].map(registerBeside)
  for (const it of [...beside, ...registersIn(dirname(backup))]) if (it) found.set(it.path, it)
  const registers = [...found.values()]
  const isThereToAsk = present.state === 'readable'
  const own = isThereToAsk ? purgedNumbers(present.store) : purgesOf(wish, holdings.uuid)
  if (registers.length === 0 && own === undefined && unregistered === undefined)
    throw new Refusal('restore.no-register', { path: target, folder: dirname(backup) })
  const lines = [...registers.flatMap((it) => it.lines), ...(own ?? [])]
  const garbled = registers.flatMap(({ path, garbled: bad }) =>
    bad.map((it) => ({ register: path, ...it })),
  )
  requireLegible(garbled, lines.map(lineText))
  const journal = isThereToAsk ? journalOf(present) : undefined
  return {
    registers: registers.map(({ path }) => path),
    lines: toSuppress(lines, holdings.uuid, journal),
  }
}

/** What the usual file's own journal says; undefined where it cannot be asked, or is another office's. */
function purgesOf({ usual, target, key }: RestoreWish, uuid: string): PurgedLine[] | undefined {
  if (usual === target || !isThere(usual)) return undefined
  try {
    const { store } = openToRead(usual, key)
    try {
      return registryOf(store).uuid === uuid ? purgedNumbers(store) : undefined
    } finally {
      store.close()
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined
    throw thrown
  }
}

const lineText = ({ disposal, seq, hash, number, uuid }: PurgedLine): string =>
  [disposal, seq, hash, number, uuid].join('\t')

const journalOf = ({ store, holdings }: Extract<Present, { state: 'readable' }>) => ({
  entries: holdings.seq,
  hashAt: (seq: number) => hashAt(store, seq),
  lives: (number: string) => {
    const id = holderOf(store, number)
    return id !== undefined && archiveById(store, id)?.status !== 'destroyed'
  },
})

function countLiving({ backup, key }: RestoreWish, lines: readonly PurgedLine[]): number {
  const store = openCopy(backup, key)
  try {
    return livingAmong(store, lines).size
  } finally {
    store.close()
  }
}

/** Where the file is gone: the counters of later backups that lie there, by stem. */
export function laterCounters({ wish, sound }: RestorePlan): Map<string, number> {
  const counters = new Map<string, number>()
  const folders = new Set([dirname(wish.backup), join(dirname(wish.target), 'backups')])
  for (const { manifest } of [...folders].flatMap(manifestsIn)) {
    if (manifest.uuid !== sound.holdings.uuid) continue
    for (const [stem, last] of Object.entries(manifest.series ?? {}))
      counters.set(stem, Math.max(last, counters.get(stem) ?? 0))
  }
  return counters
}
