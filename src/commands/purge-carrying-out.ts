import { disposalName } from '../domain/disposal.ts'
import { Refusal } from '../domain/refusal.ts'
import { destroyArchives } from '../store/destroying.ts'
import {
  closeDisposal,
  disposalById,
  filesToErase,
  itemsOf,
  markDestroyed,
  reachStage,
  type Disposal,
} from '../store/disposals.ts'
import { eraseFile } from '../store/files.ts'
import { enter } from '../store/journal.ts'
import { inspect } from '../store/open.ts'
import { hashAt } from '../store/journal-check.ts'
import { backupFolders } from '../store/backups.ts'
import { enterOwnPurged } from '../store/purged-numbers.ts'
import { enterPurged, spreadPurgedRegister } from '../store/purged-register.ts'
import { registryOf } from '../store/registry.ts'
import { searchRaw } from '../store/raw-search.ts'
import { rewriteFile, truncateLog } from '../store/rewriting.ts'
import { termsLeft, type TermsHeld } from '../store/terms-held.ts'
import { holdersOf } from '../store/value-holders.ts'
import { disposalBar } from './disposal-bar.ts'
import type { Desk, Office } from './desk.ts'
import { sayDisposal } from './disposal-saying.ts'
import { standingOf, type Standing } from './disposing.ts'

/** Archives of one transaction. */
const atOnce = 100

/** So many values are kept to be searched for; of further archives none. */
const mostValues = 300_000

/** What was known of the archives that this run destroyed: it is in memory only. */
interface Known {
  readonly values: Map<string, Buffer>
  readonly terms: TermsHeld[]
  archives: number
}

/** What the search of the raw bytes came to. */
export interface CarriedOut {
  readonly office: Office
  readonly standing: Standing
  readonly isSealed: boolean
  /** Folders of backups whose copy of the register of purged numbers could not be brought up to date. */
  readonly unreached: readonly string[]
  readonly search: {
    readonly archives: number
    readonly values: number
    /** Of each value that was found, how many other archives hold it. */
    readonly shared: readonly { readonly holders: number }[]
  }
}

/**
 * Destroys what was begun: rows in batches, then one rewrite of the file, then a search of its raw
 * bytes. Killed anywhere, it goes on from the stage that was reached (reliability 2.1, SPEC 15.6).
 * @throws Refusal disposal.pending, disposal.residue
 */
export async function carryOut(desk: Desk, id: number): Promise<CarriedOut> {
  const known: Known = { values: new Map(), terms: [], archives: 0 }
  const office = await desk.write()
  const { stage } = disposalById(office.store, id) as Disposal
  if (stage === 'destroying') await destroyAll(desk, office, id, known)
  // what was destroyed before an interruption may not stand in the register yet
  enterOwnPurged(office.store)
  // once rewritten is not enough where it was interrupted: nobody knows what was in the log
  rewrite(office, id)
  // in an encrypted file raw bytes tell nothing: to say that none was found would prove nothing
  const isSealed = inspect(office.store.path) === 'sealed'
  if (isSealed) Object.assign(known, { archives: 0 }).values.clear()
  const shared = await searched(desk, office, id, known)
  const again = await desk.write()
  const search = { archives: known.archives, values: known.values.size, shared }
  close(again, id, search)
  const standing = standingOf(again, disposalById(again.store, id) as Disposal)
  const unreached = spreadPurgedRegister(again.store.path, backupFolders(again.store))
  return { office: again, standing, search, isSealed, unreached }
}

async function destroyAll(desk: Desk, office: Office, id: number, known: Known): Promise<void> {
  const { store } = office
  const open = itemsOf(store, id).filter(({ journalSeq }) => journalSeq === null)
  const bar = await disposalBar(desk, open.length)
  try {
    for (let at = 0; at < open.length; at += atOnce) {
      const batch = open.slice(at, at + atOnce).map(({ archiveId }) => archiveId)
      destroyBatch(office, id, batch, known)
      for (const file of filesToErase(store, id)) eraseFile(store, file)
      bar.tell(at + batch.length)
    }
  } finally {
    bar.stop()
  }
  for (const file of filesToErase(store, id)) eraseFile(store, file)
  store.transact(() => reachStage(store, id, 'deleted'))
}

/** One transaction; then its numbers go into the register beside the file. */
function destroyBatch(office: Office, id: number, batch: readonly number[], known: Known): void {
  const { store, hand } = office
  const name = disposalName(id)
  const gone = store.transact(() => {
    const destroyed = destroyArchives(store, hand, name, batch)
    markDestroyed(store, id, batch, destroyed.seq)
    return destroyed
  })
  const { seq, numbers, values, terms } = gone
  const { uuid } = registryOf(store)
  enterPurged(
    store.path,
    numbers.map((number) => ({
      number,
      disposal: name,
      seq,
      hash: hashAt(store, seq) ?? '',
      uuid,
    })),
  )
  if (known.values.size > mostValues) return
  for (const value of values) known.values.set(value.toString('latin1'), value)
  known.terms.push(...terms)
  known.archives += batch.length
}

/** @throws Refusal disposal.pending where another process holds the file as it was */
function rewrite({ store }: Office, id: number): void {
  const pending = () => new Refusal('disposal.pending', { disposal: disposalName(id) })
  if (!rewriteFile(store)) throw pending()
  store.transact(() => reachStage(store, id, 'rewritten'))
  if (!truncateLog(store)) throw pending()
  store.transact(() => reachStage(store, id, 'truncated'))
}

/**
 * Searches the raw bytes with the file closed: this process holds no lock that closing would drop.
 * @throws Refusal disposal.residue
 */
async function searched(
  desk: Desk,
  { store }: Office,
  id: number,
  { values, terms }: Known,
): Promise<readonly { readonly holders: number }[]> {
  const { path } = store
  const left = termsLeft(store, terms)
  store.close()
  const needles = [...values.values()]
  const files = ['', '-wal', '-shm', '-journal'].map((end) => `${path}${end}`)
  const found = searchRaw(files, needles)
  const { store: again } = await desk.read()
  const holders = [...found].map((at) => holdersOf(again, needles[at] as Buffer))
  const residue = left + holders.filter((it) => it.archives === 0 && !it.isOffice).length
  if (residue > 0)
    throw new Refusal('disposal.residue', { disposal: disposalName(id), values: residue })
  return holders
    .filter((it) => it.archives > 0 && !it.isOffice)
    .map((it) => ({ holders: it.archives }))
}

function close({ store, hand, today }: Office, id: number, search: CarriedOut['search']): void {
  const { archives, values, shared } = search
  store.transact(() => {
    const detail = { archives, values, shared: shared.length }
    const journalSeq = enter(store, hand, {
      action: 'purge.verify',
      object: disposalName(id),
      parts: [{ archiveId: 0, detail }],
    })
    closeDisposal(store, id, {
      archivesSearched: archives,
      valuesSearched: values,
      valuesShared: shared.length,
      executedOn: today,
      journalSeq,
    })
  })
}

export function sayCarriedOut(
  desk: Desk,
  { office, standing, search, isSealed, unreached }: CarriedOut,
): void {
  const { execute: text } = desk.text.disposal
  const { items, disposal } = standing
  const name = disposalName(disposal.id)
  sayDisposal(desk, office, standing, text.done(name, items.length), { search })
  const lines = [isSealed ? text.sealed : text.searched(search.values, search.archives)]
  if (!isSealed && search.archives < items.length)
    lines.push(text.unsearched(items.length - search.archives))
  if (search.shared.length > 0) lines.push(text.shared(search.shared.length))
  if (unreached.length > 0) lines.push(text.unreached(unreached))
  desk.say.notice(...lines, text.backups)
}
