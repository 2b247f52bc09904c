import type { Archive } from '../domain/archive.ts'
import { keysOf } from '../domain/duplicates.ts'
import { Refusal } from '../domain/refusal.ts'
import { mergeDetail, unmerged, type MergeDetail } from '../domain/unmerging.ts'
import { addAlias, aliasesOf, moveAliases, removeAlias, returnAlias } from './aliases.ts'
import { formerCard, returnCard, type FormerCard } from './cards.ts'
import { archiveById, archiveIn, removeArchive, type StoredArchive } from './archives.ts'
import {
  applyChange,
  changeDetail,
  type Ledger,
  type Remarks,
  type VersionDetail,
} from './changes.ts'
import {
  formerCustody,
  moveCustody,
  requireCustodyAsMoved,
  returnCustody,
  type FormerCustody,
} from './custody-merging.ts'
import {
  formerConsulting,
  moveConsulting,
  requireUnconsulted,
  returnConsulting,
  type FormerConsulting,
} from './consulting-merging.ts'
import { formerDefects, moveDefects, returnDefects, type FormerDefects } from './defects.ts'
import {
  formerHandovers,
  moveHandovers,
  returnHandovers,
  type FormerHandovers,
} from './handover-merging.ts'
import { digestsOf, giveDigests } from './digests.ts'
import { entriesOf, moveEntries, returnEntry, type Entry } from './entries.ts'
import { enter } from './journal.ts'
import {
  formerMaterials,
  moveMaterials,
  requireMaterialsAsMoved,
  returnMaterials,
  type FormerMaterials,
} from './material-merging.ts'
import { issuedOf } from './numbers.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'
import type { AliasRow } from './tables.ts'
import { keepTerms } from './terms.ts'
import { formerUse, moveUse, returnUse, type FormerUse } from './use-merging.ts'

/** What the journal keeps of an archive that goes into another: all that undoing needs. */
interface Former {
  /** The id of the archive that it went into. */
  readonly into: number
  readonly row: StoredArchive
  readonly entries: readonly Entry[]
  readonly aliases: readonly string[]
  /** Of imported rows, as decimal text. */
  readonly digests: readonly string[]
  readonly materials?: FormerMaterials | undefined
  readonly card?: FormerCard | undefined
  readonly use?: FormerUse | undefined
  readonly custody?: FormerCustody | undefined
  readonly consulting?: FormerConsulting | undefined
  readonly defects?: FormerDefects | undefined
  readonly handovers?: FormerHandovers | undefined
}

interface SurvivorDetail extends VersionDetail {
  readonly merge: { readonly number: string; readonly contacts: MergeDetail['contacts'] }
}

/**
 * Joins `former` to the survivor, which becomes `after`: entries, materials, holds, incidents, digests and
 * former numbers move, its number becomes one more alias. One entry, with a part for each (SPEC 15.7).
 */
export function mergeArchives(
  ledger: Ledger,
  parties: { readonly survivor: Archive; readonly former: Archive; readonly after: Archive },
  remarks: Remarks,
): Archive {
  const { store, hand } = ledger
  const { survivor, former, after } = parties
  const issued = issuedOf(store, former.id)
  const kept = formerOf(store, former, survivor.id)
  const { contacts } = mergeDetail(survivor, after)
  const detail: SurvivorDetail = {
    ...(changeDetail(store, survivor, after, remarks) ?? unchanged(survivor, remarks)),
    merge: { number: former.number, contacts },
  }
  moveEntries(store, former.id, survivor.id, former.number)
  moveMaterials(store, former.id, survivor.id, former.number, kept.materials)
  moveUse(store, former.id, survivor.id, former.number)
  moveCustody(store, survivor.id, former.number, kept.custody)
  moveConsulting(store, former.id, survivor.id, former.number)
  moveDefects(store, former.id, survivor.id, former.number)
  moveHandovers(store, former.id, survivor.id, former.number)
  moveAliases(store, former.id, survivor.id)
  giveDigests(store, kept.digests, survivor.id)
  removeArchive(store, former)
  const alias = { ...issued, archiveId: survivor.id, because: 'merged' as const }
  addAlias(store, { ...alias, formerId: former.id, since: hand.today })
  const stored = applyChange(ledger, survivor, after)
  const parts = [
    { archiveId: survivor.id, detail },
    { archiveId: former.id, detail: kept },
  ]
  enter(store, hand, { action: 'archive.merge', object: former.number, parts })
  return stored
}

const unchanged = ({ version }: Archive, remarks: Remarks): VersionDetail => ({
  version: version + 1,
  before: {},
  after: {},
  ...remarks,
})

const formerOf = (store: Store, { id }: Archive, into: number) => ({
  into,
  row: store.one(query.selectFrom('archive').selectAll().where('id', '=', id)),
  entries: entriesOf(store, id),
  aliases: aliasesOf(store, id).map(({ number }) => number),
  digests: digestsOf(store, id),
  materials: formerMaterials(store, id),
  card: formerCard(store, id),
  use: formerUse(store, id),
  custody: formerCustody(store, id),
  consulting: formerConsulting(store, id),
  defects: formerDefects(store, id),
  handovers: formerHandovers(store, id),
})

/**
 * Takes a merge back: the former archive is there again with its id, number, entries, digests and
 * terms; the survivor is without what came over. Gives both.
 * @throws Refusal merge.undo-blocked
 */
export function undoMerge(ledger: Ledger, alias: AliasRow, remarks: Remarks): [Archive, Archive] {
  const { store, hand } = ledger
  const { survivor, former, detail } = mergeBehind(store, alias)
  const after = unmerged(survivor, { ...detail, contacts: detail.merge.contacts }, alias.number)
  requireEntriesAsMoved(store, survivor.id, former.entries, alias.number)
  requireMaterialsAsMoved(store, survivor.id, former.materials, alias.number)
  const came = { custody: former.custody, materials: movedIds(former) }
  requireCustodyAsMoved(store, survivor.id, came, { number: alias.number, today: hand.today })
  requireUnconsulted(store, movedIds(former), former.consulting, alias.number)
  removeAlias(store, alias.number)
  const keys = keysOf(archiveIn(former.row), ledger.keyingPolicy)
  store.run(query.insertInto('archive').values({ ...former.row, ...keys, actedOn: hand.today }))
  const returned = archiveById(store, former.row.id) as Archive
  keepTerms(store, returned)
  for (const entry of former.entries) returnEntry(store, entry)
  returnMaterials(store, returned.id, former.materials)
  returnCustody(store, returned.id, former.custody)
  returnCard(store, former.card)
  returnUse(store, { from: survivor.id, to: returned.id, number: alias.number }, former.use)
  returnConsulting(store, returned.id, alias.number, former.consulting)
  returnDefects(store, returned.id, alias.number, {
    defects: former.defects,
    materials: movedIds(former),
  })
  returnHandovers(store, returned.id, alias.number, former.handovers)
  for (const number of former.aliases) returnAlias(store, number, returned.id)
  giveDigests(store, former.digests, returned.id)
  const change = changeDetail(store, survivor, after, remarks) ?? unchanged(survivor, remarks)
  const stored = applyChange(ledger, survivor, after)
  const parts = [
    { archiveId: survivor.id, detail: { ...change, unmerge: { number: alias.number } } },
    { archiveId: returned.id, detail: { from: stored.number, ...remarks } },
  ]
  enter(store, hand, { action: 'archive.unmerge', object: alias.number, parts })
  return [returned, stored]
}

const movedIds = ({ materials }: Former): number[] =>
  (materials?.materials ?? []).map(({ id }) => id)

/** The archive that a merged number is in, and what the journal keeps of the merge. */
function mergeBehind(store: Store, { archiveId, formerId, number }: AliasRow) {
  const blocked = (because: 'destroyed' | 'merged-again') =>
    new Refusal('merge.undo-blocked', { number, because })
  const survivor = archiveById(store, archiveId)
  if (!survivor || survivor.status === 'destroyed' || formerId === null) throw blocked('destroyed')
  const entry = query
    .selectFrom('journalPart')
    .innerJoin('journal', 'journal.seq', 'journalPart.seq')
    .select('journal.seq')
    .where('journalPart.archiveId', '=', formerId)
    .where('journal.action', '=', 'archive.merge')
    .orderBy('journal.seq', 'desc')
  const seq = store.first(entry)?.seq ?? 0
  const former = detailOf<Former>(store, seq, formerId)
  if (!former) throw blocked('destroyed')
  if (former.into !== archiveId) throw blocked('merged-again')
  const detail = detailOf<SurvivorDetail>(store, seq, archiveId)
  if (!detail) throw blocked('destroyed')
  return { survivor, former, detail }
}

function detailOf<Detail>(store: Store, seq: number, archiveId: number): Detail | undefined {
  const kept = query
    .selectFrom('journalDetail')
    .select('detail')
    .where('seq', '=', seq)
    .where('archiveId', '=', archiveId)
  const text = store.first(kept)?.detail
  return text === undefined ? undefined : (JSON.parse(text) as Detail)
}

/** Entries that came over must be as they came. */
function requireEntriesAsMoved(
  store: Store,
  survivorId: number,
  entries: readonly Entry[],
  number: string,
): void {
  const now = new Map(entriesOf(store, survivorId).map((entry) => [entry.id, wordsOf(entry)]))
  if (entries.every((entry) => now.get(entry.id) === wordsOf(entry))) return
  throw new Refusal('merge.undo-blocked', { number, because: 'changed' })
}

const wordsOf = ({ archiveId, fromNumber, ...entry }: Entry): string => JSON.stringify(entry)
