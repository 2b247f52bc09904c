import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { dayIn } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { schemaShape, schemaSteps } from '../exchange/package-files.ts'
import { copyInto, freeName } from '../store/backup.ts'
import { examine, failedIn, type Checks } from '../store/backup-check.ts'
import { copyFile, requireRoom } from '../store/copying.ts'
import { enter, type Hand } from '../store/journal.ts'
import { headOf } from '../store/journal-check.ts'
import { carryNumbers, voidUpTo } from '../store/number-carrying.ts'
import { openCopy, openToWrite } from '../store/open.ts'
import { makeFolder, partialOf, putInPlace, sweepPartials } from '../store/place.ts'
import { policyInForce } from '../store/policies.ts'
import { purgedNumbers } from '../store/purged-numbers.ts'
import { enterPurged } from '../store/purged-register.ts'
import { searchRaw } from '../store/raw-search.ts'
import { forgetSamples } from '../store/rewriting.ts'
import { isBehind, migrate, requireShape, schemaOf } from '../store/schema.ts'
import { staffOf, staffOfAccount } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import { livingAmong, suppress, type Suppressed } from '../store/suppressing.ts'
import { openAlone, swapIn } from '../store/swapping.ts'
import { termsLeft } from '../store/terms-held.ts'
import { holdersOf } from '../store/value-holders.ts'
import { barOf } from './attach-progress.ts'
import type { Desk } from './desk.ts'
import { disposalBar } from './disposal-bar.ts'
import { closePresent, laterCounters, type RestorePlan } from './restore-plan.ts'

/** What came of it. */
export interface Restored {
  readonly archives: number
  readonly journalHead: string | null
  readonly checks: Checks
  /** Numbers that were destroyed again. */
  readonly suppressed: Suppressed
  /** Numbers given out after the backup, void from now on. */
  readonly voided: number
  readonly keptAs: string | null
}

/**
 * Makes the restored file beside the present one, destroys in it what was purged since, searches its
 * bytes, looks at all of it, and only then puts it in place, in one step. Killed anywhere, the file
 * that was there is there.
 * @throws Refusal file.busy, file.no-space, restore.unsound, restore.residue
 */
export async function carryOutRestore(desk: Desk, plan: RestorePlan): Promise<Restored> {
  const { target } = plan.wish
  makeFolder(dirname(target))
  sweepPartials(dirname(target), Date.parse(desk.now()))
  requireRoom(target, 2 * plan.sound.bytes)
  const staging = partialOf(`${target}.${randomBytes(4).toString('hex')}`)
  try {
    await copied(desk, plan, staging)
    const made = await prepared(desk, plan, staging)
    const { checks, holdings } = examine(staging, plan.wish.key)
    const check = failedIn(checks)
    if (check !== undefined || !holdings)
      throw new Refusal('restore.unsound', { backup: plan.sound.name, check: check ?? 'integrity' })
    const keptAs = swapped(desk, plan, staging)
    return { ...made, archives: holdings.archives, journalHead: holdings.head, checks, keptAs }
  } finally {
    closePresent(plan.present)
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(staging + end, { force: true })
  }
}

/** The very bytes that were examined. @throws Refusal restore.unsound */
async function copied(desk: Desk, { wish, sound }: RestorePlan, staging: string): Promise<void> {
  const bar = await barOf(desk, sound.bytes)
  try {
    const sha256 = copyFile(wish.backup, staging, bar.tell)
    if (sha256 !== sound.sha256)
      throw new Refusal('restore.unsound', { backup: sound.name, check: 'checksum' })
  } finally {
    bar.stop()
  }
}

/** Destroys, carries numbers over, enters the restore; then the rows are gone from the bytes, too. */
async function prepared(desk: Desk, plan: RestorePlan, staging: string) {
  const store = openToWrite(staging, plan.wish.key)
  try {
    const hand = handIn(desk, store)
    bringUpToDate(store, hand)
    const living = livingAmong(store, plan.lines)
    const bar = await disposalBar(desk, living.size)
    const suppressed = suppress(store, hand, living, bar.tell)
    bar.stop()
    const voided = store.transact(() => entered(desk, plan, store, hand, suppressed))
    const left = termsLeft(store, suppressed.terms)
    const purged = purgedNumbers(store)
    if (suppressed.archives > 0) rewriteInto(store, staging)
    store.close()
    requireNoResidue(plan, staging, suppressed, left)
    enterPurged(plan.wish.target, [...plan.lines, ...purged])
    return { suppressed, voided }
  } finally {
    store.close()
  }
}

/** Written anew into a file of its own: pages keep copies of what was deleted in their gaps. */
function rewriteInto(store: Store, staging: string): void {
  const whole = `${staging}.2`
  try {
    forgetSamples(store)
    copyInto(store, whole)
    store.close()
    renameSync(whole, staging)
  } finally {
    rmSync(whole, { force: true })
  }
}

/** Who restores, on the day it is, under the rules of the backup. */
function handIn(desk: Desk, store: Store): Hand {
  const now = new Date(desk.now())
  const { version, policy } = policyInForce(store, dayIn(now, 'UTC'))
  const { as } = desk.globals
  const staff = as === undefined ? staffOfAccount(store, desk.account) : staffOf(store, as)
  if (staff) requireHere(staff)
  const today = dayIn(now, policy.timeZone)
  return {
    staffId: staff?.id ?? null,
    account: desk.account,
    today,
    now: desk.now,
    policyVersion: version,
  }
}

/** A backup of an older program gets the shape of this one, without a copy: the backup stays. */
function bringUpToDate(store: Store, hand: Hand): void {
  const steps = schemaSteps()
  const before = schemaOf(store)
  requireShape(store, () => steps, schemaShape())
  if (!isBehind(store, steps.length)) return
  migrate(store, steps)
  const parts = [{ archiveId: 0, detail: { before, after: steps.length } }]
  store.transact(() => void enter(store, hand, { action: 'registry.upgrade', object: '', parts }))
}

/** One entry, which names the head that was replaced (SPEC 15.8). Gives how many numbers became void. */
function entered(
  desk: Desk,
  plan: RestorePlan,
  store: Store,
  hand: Hand,
  { numbers }: Suppressed,
): number {
  const { wish, sound, present } = plan
  const given = { reason: desk.text.restore.given(sound.name), on: hand.today }
  const isReadable = present.state === 'readable'
  const purged = plan.lines.map(({ number }) => number)
  const voided =
    (isReadable ? carryNumbers(store, present.store, given) : 0) +
    voidUpTo(store, isReadable ? new Map() : laterCounters(plan), purged, given)
  const detail = {
    backup: sound.name,
    madeAt: sound.madeAt,
    sha256: sound.sha256,
    replaced: isReadable
      ? { head: present.holdings.head, entries: present.holdings.seq }
      : { head: null, because: present.state },
    registers: plan.registers,
    reason: wish.unregistered ?? null,
    suppressed: numbers,
    voided,
  }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'registry.restore', object: sound.name, parts })
  return voided
}

/** @throws Refusal restore.residue */
function requireNoResidue(
  { wish }: RestorePlan,
  staging: string,
  { values }: Suppressed,
  termsStill: number,
): void {
  // in an encrypted file raw bytes tell nothing
  const needles = wish.key ? [] : [...values.values()]
  const found = searchRaw([staging], needles)
  const store = openCopy(staging, wish.key)
  try {
    const alone = [...found].filter((at) => {
      const { archives, isOffice } = holdersOf(store, needles[at] as Buffer)
      return archives === 0 && !isOffice
    })
    const residue = termsStill + alone.length
    if (residue > 0) throw new Refusal('restore.residue', { values: residue })
  } finally {
    store.close()
  }
}

/** Swaps it in while nobody else has the old one open; gives the name under which that is kept. */
function swapped(desk: Desk, { wish, present }: RestorePlan, staging: string): string | null {
  const { target } = wish
  if (present.state === 'none') {
    putInPlace(staging, target)
    return null
  }
  const stamp = desk.now().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const keptAs = freeName((more) => `${target}.replaced-${stamp}${more}`)
  if (present.state === 'damaged') {
    swapIn(staging, target, keptAs)
    return keptAs
  }
  present.store.close()
  const old = openAlone(target, present.key, desk.patience)
  try {
    // what somebody did meanwhile would be lost without a word
    if (headOf(old).head !== present.holdings.head) throw new Refusal('file.busy', { path: target })
    swapIn(staging, target, keptAs)
  } finally {
    old.close()
  }
  return keptAs
}
