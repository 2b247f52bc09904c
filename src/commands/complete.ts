import { resolve } from 'node:path'
import { completions, type Candidate, type Sources } from '../cli/completing.ts'
import { safe } from '../cli/safe.ts'
import { dayIn } from '../domain/day.ts'
import { choicesOf } from '../domain/draft.ts'
import { canonicalNumber } from '../domain/number.ts'
import { materialForms, materialMedia } from '../domain/material.ts'
import type { Choices, Policy } from '../domain/policy.ts'
import { isActive, type Operator } from '../domain/staff.ts'
import { statuses, type Day } from '../domain/words.ts'
import { numbersBeginning } from '../store/completing.ts'
import { inspect, openToRead } from '../store/open.ts'
import { policyInForce } from '../store/policies.ts'
import { isJournaledReading } from '../store/reading.ts'
import { readingRights } from '../store/reading-rights.ts'
import { isBehind } from '../store/schema.ts'
import { shelvesIn } from '../store/places.ts'
import { staffList, staffOfAccount } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import type { BuiltDesk } from './build-desk.ts'
import { buildProgram } from './program.ts'
import type { World } from './world.ts'

/** Enough to choose from. */
const most = 50

/**
 * `dangan __complete -- words…`: what the shell may put for the last word, one a line, a tab and
 * its meaning; `:files` where file names go. Reads, asks nothing, and keeps silent whatever fails.
 */
export async function complete(desk: BuiltDesk, world: World): Promise<void> {
  const words = world.words.slice(world.words[1] === '--' ? 2 : 1)
  const program = await buildProgram(desk, words)
  const opened = openedQuietly(fileFor(desk, words))
  try {
    const { list, files } = completions(
      program,
      words,
      opened ? sourcesIn(opened, desk, world) : none,
    )
    for (const { value, description } of list)
      desk.say.raw(`${oneLine(value)}\t${oneLine(description)}\n`)
    if (files) desk.say.raw(':files\n')
  } finally {
    opened?.close()
  }
}

const oneLine = (text: string): string => safe(text).replaceAll('\t', ' ')
const none: Sources = { numbers: () => [], staff: () => [], places: () => [], choices: () => [] }

function fileFor(desk: BuiltDesk, words: readonly string[]): string {
  const at = words.findLastIndex((word) => word === '--file' || word === '-f')
  const joined = words.findLast((word) => word.startsWith('--file='))?.slice('--file='.length)
  return resolve(joined ?? (at >= 0 ? words[at + 1] : undefined) ?? desk.globals.file)
}

/** An encrypted file would ask for its key, an older one to be brought up to date: not while somebody types. */
function openedQuietly(path: string): Store | undefined {
  try {
    if (inspect(path) !== 'plain') return undefined
    const { store } = openToRead(path, undefined, 200)
    if (!isBehind(store)) return store
    store.close()
  } catch {
    // a shell that completes is no place for complaints
  }
  return undefined
}

function sourcesIn(store: Store, desk: BuiltDesk, world: World): Sources {
  const today: Day = dayIn(world.clock(), 'UTC')
  const { policy } = policyInForce(store, today)
  const staff = staffOfAccount(store, world.account) ?? null
  const rights = readingRights(store, policy, staff)
  const operator = { account: world.account, staff, rights }
  return {
    numbers: (begin) => numbers(store, policy, operator, begin),
    staff: () =>
      staffList(store)
        .filter((staff) => isActive(staff, today))
        .map(({ name, post }) => ({ value: name, description: post ?? '' })),
    places: () =>
      shelvesIn(store).map(({ code, label }) => ({ value: code, description: label ?? '' })),
    choices: (key) => choices(key, policy, desk),
  }
}

/** What the reader may not see is left out; a name whose reading is journaled is not shown in passing. */
function numbers(store: Store, policy: Policy, operator: Operator, begin: string): Candidate[] {
  const found = numbersBeginning(store, canonicalNumber(begin), operator.rights, most)
  return found.map(({ number, name, secrecy }) => ({
    value: number,
    description: isJournaledReading(policy, secrecy) ? '' : (name ?? ''),
  }))
}

/** Lists that no policy has. */
const own: Readonly<Record<string, Choices>> = { form: materialForms, medium: materialMedia }

function choices(key: string, policy: Policy, desk: BuiltDesk): Candidate[] {
  if (key === 'status')
    return statuses.map((value) => ({ value, description: desk.text.keys.status[value] }))
  return Object.entries(own[key] ?? choicesOf(key, policy) ?? {}).map(([value, { label }]) => ({
    value,
    description: label[desk.language],
  }))
}
