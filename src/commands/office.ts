import { dirname, resolve } from 'node:path'
import { dayIn } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import type { Day, Language } from '../domain/words.ts'
import { policyInForce } from '../store/policies.ts'
import { inspect, openToRead, openToWrite, type Opened } from '../store/open.ts'
import { removePrivateCopy } from '../store/private-copy.ts'
import { isBehind } from '../store/schema.ts'
import { staffOf, staffOfAccount } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import type { Desk, Office } from './desk.ts'
import type { World } from './world.ts'

/** An opened office, and how to leave it. */
export interface Opening {
  readonly office: Office
  readonly close: () => void
}

/** Opens the archive file for reading or writing, and settles who acts, on which day, under which rules. */
export async function openOffice(desk: Desk, world: World, mode: 'read' | 'write'): Promise<Opening> {
  const path = resolve(desk.globals.file)
  world.spillInto(dirname(path))
  const key = inspect(path) === 'sealed' ? await desk.key(path, false) : undefined
  const open = (): Opened =>
    mode === 'read' ? openToRead(path, key) : { store: openToWrite(path, key), copiedTo: undefined }
  let opened = open()
  if (isBehind(opened.store)) {
    opened.store.close()
    const { upgradeFile } = await import('./upgrade.ts')
    upgradeFile(desk, path, key)
    opened = open()
  }
  const { store, copiedTo } = opened
  if (copiedTo !== undefined) desk.say.notice(desk.text.program.copied(path))
  const close = () => {
    store.close()
    if (copiedTo !== undefined) removePrivateCopy(copiedTo)
  }
  try {
    return { office: officeIn(desk, world, store, mode), close }
  } catch (thrown) {
    close()
    throw thrown
  }
}

function officeIn(desk: Desk, world: World, store: Store, mode: 'read' | 'write'): Office {
  const instant = world.clock()
  const latest = policyInForce(store, dayIn(instant, 'UTC'))
  const now = dayIn(instant, latest.policy.timeZone)
  const today = desk.globals.date ?? now
  if (mode === 'write') refuseFuture(today, now)
  const { version, policy } = policyInForce(store, today)
  const operator = { account: world.account, staff: staffOfAccount(store, world.account) ?? null }
  if (mode === 'write') requireBound(operator)
  const actor = desk.globals.as === undefined ? operator.staff : staffOf(store, desk.globals.as)
  if (actor?.leftOn) throw new Refusal('person.left', { staff: actor.name, leftOn: actor.leftOn })
  const hand = {
    staffId: actor?.id ?? null,
    account: world.account,
    today,
    now: desk.now,
    policyVersion: version,
  }
  return { store, policy, policyVersion: version, today, realToday: now, operator, hand }
}

/** Reads may ask "what if"; nothing is recorded that has not happened yet (SPEC section 2). */
function refuseFuture(date: Day, today: Day): void {
  if (date > today) throw new Refusal('date.future', { date, today })
}

/** The language of the policy in a plain file, where nothing else says one; never a reason to fail. */
export function languageInFile(path: string): Language | undefined {
  try {
    if (inspect(path) !== 'plain') return undefined
    const { store } = openToRead(path, undefined)
    try {
      return policyInForce(store, '9999-12-31').policy.language
    } finally {
      store.close()
    }
  } catch {
    return undefined
  }
}
