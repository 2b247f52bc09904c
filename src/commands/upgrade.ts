import { rmSync } from 'node:fs'
import { dayIn } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { schemaSteps } from '../exchange/package-files.ts'
import { backupBeforeUpgrade } from '../store/backup.ts'
import { enter } from '../store/journal.ts'
import { keepLog, openToWrite } from '../store/open.ts'
import type { Key } from '../store/key.ts'
import { policyInForce } from '../store/policies.ts'
import { isBehind, migrate, requireShape, schemaOf, type Step } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'
import type { World } from './world.ts'

/** Brings an older file's shape up to date, after a copy has been laid beside it. */
export function upgradeFile(
  desk: Desk,
  world: World,
  path: string,
  key: Key | undefined,
  steps: () => readonly Step[] = schemaSteps,
): void {
  const store = openToWrite(path, key, world.patience)
  try {
    if (schemaOf(store) === 0) throw new Refusal('file.foreign', { path })
    requireShape(store, steps)
    keepLog(store)
    const copy = backupBeforeUpgrade(store, path, steps().length)
    if (upgradeOr(() => rmSync(copy), desk, world, store, steps()))
      desk.say.notice(desk.text.program.migrated(copy))
  } finally {
    store.close()
  }
}

/** False where another process was quicker; then, as after a failure, the copy is of no use. */
function upgradeOr(
  spare: () => void,
  desk: Desk,
  world: World,
  store: Store,
  steps: readonly Step[],
): boolean {
  let isDone = false
  try {
    isDone = store.transact(() => upgrade(desk, world, store, steps))
    return isDone
  } finally {
    if (!isDone) spare()
  }
}

function upgrade(desk: Desk, world: World, store: Store, steps: readonly Step[]): boolean {
  const before = schemaOf(store)
  if (!isBehind(store, steps.length)) return false
  migrate(store, steps)
  enterUpgrade(desk, world, store, { before, after: steps.length })
  return true
}

/** The program's own act, by nobody's order: whoever first opens the file with a newer program. */
function enterUpgrade(desk: Desk, world: World, store: Store, detail: object): void {
  const day = dayIn(world.clock(), 'UTC')
  const { version, policy } = policyInForce(store, day)
  const today = dayIn(world.clock(), policy.timeZone)
  const { account } = world
  const hand = { staffId: null, account, today, now: desk.now, policyVersion: version }
  enter(store, hand, { action: 'registry.upgrade', object: '', parts: [{ archiveId: 0, detail }] })
}
