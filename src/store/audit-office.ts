import type { CheckCode, Found } from '../domain/audit-finding.ts'
import { addDays } from '../domain/day.ts'
import { capacityOf } from '../domain/number.ts'
import type { Instant } from '../domain/words.ts'
import { dutyLooks } from './audit-duties.ts'
import type { Placed } from './audit-placed.ts'
import type { Auditing } from './audit-scope.ts'
import { examineFile, heldFiles } from './fixity.ts'
import { keepingLooks } from './keeping-checks.ts'
import { verifyJournal } from './journal-check.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

type Look = (it: Auditing) => Iterable<Placed>

const office = (check: CheckCode, object: string, facts: Found['facts']): Placed => ({
  check,
  object,
  facts,
  archiveId: 0,
})

/** Per cent of its width from which a series is nearly full, where the policy does not say (DA/T 13). */
const nearlyFull = 80

function* fullSeries({ store, policy }: Auditing): Generator<Placed> {
  const limit = policy.audit?.nearlyFullPercent ?? nearlyFull
  for (const { stem, last } of store.all(query.selectFrom('series').selectAll().orderBy('id'))) {
    const percent = Math.floor((last * 100) / capacityOf(stem))
    if (percent >= limit) yield office('number.width', stem, { stem, last, percent })
  }
}

/** Serials of a series: those of archives, of numbers that are void or reserved, and of former ones. */
const usedText = `SELECT serial FROM archive WHERE series_id = :id
  UNION ALL SELECT serial FROM number_ledger WHERE series_id = :id
  UNION ALL SELECT serial FROM alias WHERE series_id = :id`

/** Serials that nothing tells of, between the first that we gave out and the last (DA/T 70 2-6). */
function* gaps({ store }: Auditing): Generator<Placed> {
  for (const series of store.all(query.selectFrom('series').selectAll().orderBy('id'))) {
    const { id, stem, last, givenBefore } = series
    const [[used] = [0]] = store.walk(
      `SELECT count(*) FROM (${usedText}) WHERE serial > :before AND serial <= :last`,
      [{ id, before: givenBefore, last }],
    )
    if (used === last - givenBefore) continue
    for (const [from, to] of gapsOf(store, id, givenBefore, last))
      yield office('number.gap', `${stem}:${from}`, { stem, from, to })
  }
}

function* gapsOf(
  store: Store,
  id: number,
  before: number,
  last: number,
): Generator<readonly [number, number]> {
  const text = `SELECT DISTINCT serial FROM (${usedText}) WHERE serial > :before AND serial <= :last
    UNION SELECT :last + 1 ORDER BY 1`
  let expected = before + 1
  for (const [cell] of [...store.walk(text, [{ id, before, last }])]) {
    const serial = cell as number
    if (serial > expected) yield [expected, serial - 1]
    expected = serial + 1
  }
}

function* before({ store }: Auditing): Generator<Placed> {
  const given = query.selectFrom('series').selectAll().where('givenBefore', '>', 0).orderBy('id')
  for (const { stem, givenBefore: to } of store.all(given))
    yield office('number.before', stem, { stem, to })
}

/** Entries that were dated further back than the policy lets pass without a word (SPEC 15.13). */
function* backdated({ store, policy, dayOf }: Auditing): Generator<Placed> {
  const { days } = policy.backdating ?? {}
  if (days === undefined) return
  const asked = query
    .selectFrom('journal')
    .select(['seq', 'effectiveOn', 'at'])
    .where('action', '<>', 'archive.read')
  const found: Placed[] = []
  for (const { seq, effectiveOn, at } of store.each(asked)) {
    // most are of the very day: nothing is reckoned for those
    if (at.startsWith(effectiveOn)) continue
    const enteredOn = dayOf(at as Instant)
    if (effectiveOn >= addDays(enteredOn, -days)) continue
    found.push(office('backdated', `#${seq}`, { seq, effectiveOn, enteredOn }))
  }
  yield* found
}

function* journal({ store }: Auditing): Generator<Placed> {
  const { firstBad } = verifyJournal(store)
  if (firstBad) yield office('journal.intact', '', firstBad)
}

/** Files that are examined in one audit, where no sample says how many. */
const mostFiles = 200
const mostBytes = 256e6

/** Files known to be damaged, and a sample of the others, whose bytes are compared now. */
function* fixity(it: Auditing): Generator<Placed> {
  const { store, rights } = it
  const suspects = new Set(
    store
      .prepare(
        `SELECT file.id FROM file WHERE is_sound = 0 UNION
         SELECT file.id FROM finding JOIN material USING (archive_id) JOIN file ON file.id = material.file_id
         WHERE check_code = 'file.fixity' AND fixed_run IS NULL AND object = material.seq`,
      )
      .pluck()
      .all() as number[],
  )
  let [files, bytes] = [0, 0]
  for (const file of heldFiles(store, rights)) {
    const isSampled = files < mostFiles && bytes < mostBytes
    if (!isSampled && !suspects.has(file.id)) continue
    files += 1
    bytes += file.bytes
    const fault = examineFile(store, file)
    if (fault === undefined || fault === 'gone') continue
    const facts = { material: file.seq }
    yield { check: 'file.fixity', archiveId: file.archiveId, object: String(file.seq), facts }
  }
}

/** SQLite's own look at the whole file. */
function* intact({ store }: Auditing): Generator<Placed> {
  if (store.pragma('quick_check(1)') !== 'ok') yield office('file.intact', '', {})
}

/** Columns that name an archive without the database seeing to it, since numbers outlive archives. */
const loose = [
  ...(['request_item', 'loan', 'loan_item', 'incident', 'hold', 'archive_reader'] as const),
  ...(['consultation', 'permit', 'copy_holding'] as const),
  ...(['defect', 'stocktake_item'] as const),
]

function* orphans({ store }: Auditing): Generator<Placed> {
  const counts = new Map<string, number>()
  for (const [table] of store.walk('PRAGMA foreign_key_check'))
    counts.set(table as string, (counts.get(table as string) ?? 0) + 1)
  for (const table of loose) {
    const [[count] = [0]] = store.walk(
      `SELECT count(*) FROM ${table} AS it WHERE it.archive_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM archive WHERE archive.id = it.archive_id)
         AND NOT EXISTS (SELECT 1 FROM alias WHERE alias.former_id = it.archive_id)`,
    )
    if ((count as number) > 0) counts.set(table, (counts.get(table) ?? 0) + (count as number))
  }
  for (const [table, count] of counts) yield office('row.orphan', table, { table, count })
}

const byHand = (check: CheckCode): Look =>
  function* answered() {
    yield office(check, '', {})
  }

/** Checks of the office as a whole. */
export const looks = {
  ...keepingLooks,
  ...dutyLooks,
  'number.gap': gaps,
  'number.before': before,
  'number.width': fullSeries,
  backdated,
  'journal.intact': journal,
  'file.fixity': fixity,
  'file.intact': intact,
  'row.orphan': orphans,
  'manual.readable': byHand('manual.readable'),
  'manual.virus': byHand('manual.virus'),
  'manual.media': byHand('manual.media'),
  'manual.package': byHand('manual.package'),
} satisfies { readonly [Code in CheckCode]?: Look }
