import { dirname, resolve } from 'node:path'
import { dayIn } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound, type Operator } from '../domain/staff.ts'
import { requireHere } from '../domain/staffing.ts'
import type { Day, Language } from '../domain/words.ts'
import { schemaShape, schemaSteps } from '../exchange/package-files.ts'
import { diagnosed } from '../store/diagnosis.ts'
import { policyInForce } from '../store/policies.ts'
import { inspect, keepLog, openToRead, openToWrite, type Opened } from '../store/open.ts'
import type { Key } from '../store/key.ts'
import { readingRights } from '../store/reading-rights.ts'
import { isBehind, requireShape } from '../store/schema.ts'
import { staffOf, staffOfAccount } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import type { Desk, Office } from './desk.ts'
import type { World } from './world.ts'

/** Opens the archive file for reading or writing, and settles who acts, on which day, under which rules. */
export async function openOffice(desk: Desk, world: World, mode: Mode): Promise<Office> {
  const path = resolve(desk.globals.file)
  world.spillInto(dirname(path))
  const key = inspect(path) === 'sealed' ? await desk.key(path, false) : undefined
  const { store, isCopy } =
    openIn(mode, world, path, key) ?? (await upgraded(desk, world, mode, path, key))
  if (isCopy) desk.say.notice(desk.text.program.copied(path))
  try {
    const office = officeIn(desk, world, store, mode)
    if (mode === 'write') await (await import('./first-write.ts')).catchUp(desk, office)
    return office
  } catch (thrown) {
    const reason = diagnosed(thrown, store)
    store.close()
    throw reason
  }
}

/** `serve`: to write as the program itself, whoever runs it (SPEC 15.1). */
export type Mode = 'read' | 'write' | 'serve'

/** Undefined: its shape is older than this program's. @throws Refusal file.newer, file.reshaped */
function openIn(
  mode: Mode,
  { patience }: World,
  path: string,
  key: Key | undefined,
): Opened | undefined {
  const opened =
    mode === 'read'
      ? openToRead(path, key, patience)
      : { store: openToWrite(path, key, patience), isCopy: false }
  try {
    if (!isBehind(opened.store)) {
      requireShape(opened.store, schemaSteps, schemaShape())
      if (mode !== 'read') keepLog(opened.store)
      return opened
    }
  } catch (thrown) {
    opened.store.close()
    throw thrown
  }
  opened.store.close()
  return undefined
}

async function upgraded(desk: Desk, world: World, mode: Mode, path: string, key: Key | undefined) {
  const { upgradeFile } = await import('./upgrade.ts')
  upgradeFile(desk, world, path, key)
  return openIn(mode, world, path, key) as Opened
}

function officeIn(desk: Desk, world: World, store: Store, mode: Mode): Office {
  const instant = world.clock()
  const latest = policyInForce(store, dayIn(instant, 'UTC'))
  const now = dayIn(instant, latest.policy.timeZone)
  const today = desk.globals.date ?? now
  if (mode !== 'read') refuseFuture(today, now)
  const { version, policy } = policyInForce(store, today)
  const keyingPolicy = today === now ? policy : policyInForce(store, now).policy
  const staff = staffOfAccount(store, world.account) ?? null
  const rights = readingRights(store, keyingPolicy, staff)
  const operator = { account: world.account, staff, rights }
  if (mode === 'write') requireBound(operator)
  const actor = mode === 'serve' ? null : actorIn(desk, store, operator)
  const hand = {
    staffId: actor?.id ?? null,
    account: world.account,
    today,
    now: desk.now,
    policyVersion: version,
  }
  const days = { today, realToday: now }
  return { store, policy, policyVersion: version, keyingPolicy, ...days, operator, hand }
}

/** For whom the operator acts. @throws Refusal person.missing, person.left */
function actorIn(desk: Desk, store: Store, { staff }: Operator): Operator['staff'] {
  const actor = desk.globals.as === undefined ? staff : staffOf(store, desk.globals.as)
  if (actor) requireHere(actor)
  return actor
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
