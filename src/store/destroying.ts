import { aliasesOf } from './aliases.ts'
import { archivesById } from './archives.ts'
import { dropCard } from './cards.ts'
import { customerValues } from './customer-values.ts'
import { removeEntries } from './entries.ts'
import { enter, type Hand } from './journal.ts'
import { materialsOf, removeMaterial } from './materials.ts'
import { dropReaders } from './named-readers.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'
import { dropTerms } from './terms.ts'
import type { Archive } from '../domain/archive.ts'
import { termsOf, type TermsHeld } from './terms-held.ts'

/** What went in one transaction: each archive wholly, or not at all. */
export interface Destroyed {
  readonly seq: number
  /** Numbers that are gone, former ones with them. */
  readonly numbers: readonly string[]
  /** What was known of them, to be searched for. */
  readonly values: readonly Buffer[]
  readonly terms: readonly TermsHeld[]
}

/**
 * Destroys archives, in the caller's transaction: of each a stub stays, with number, type, days and
 * level (SPEC section 10). Bytes of electronic files are given up here and erased afterwards.
 */
export function destroyArchives(
  store: Store,
  hand: Hand,
  disposal: string,
  ids: readonly number[],
): Destroyed {
  const archives = [...archivesById(store, ids).values()]
  const former = archives.flatMap(({ id }) => formerIds(store, id))
  const values = customerValues(store, [...ids, ...former])
  const terms = archives.map((archive) => termsOf(archive))
  const numbers = archives.flatMap(({ id, number }) => [
    number,
    ...aliasesOf(store, id).map((it) => it.number),
  ])
  for (const archive of archives) destroyOne(store, archive, hand)
  const parts = archives.map(({ id }) => ({ archiveId: id, detail: {} }))
  const seq = enter(store, hand, { action: 'purge.destroy', object: disposal, parts })
  forgetDetails(store, [...ids, ...former])
  return { seq, numbers, values, terms }
}

/** Archives that were merged into this one: their details go, too (SPEC 15.7). */
const formerIds = (store: Store, id: number): number[] =>
  aliasesOf(store, id).flatMap(({ formerId }) => formerId ?? [])

function destroyOne(store: Store, archive: Archive, hand: Hand): void {
  const { id } = archive
  removeEntries(store, id)
  giveUpFiles(store, id, hand)
  for (const material of materialsOf(store, id)) removeMaterial(store, material)
  dropTerms(store, archive)
  dropCard(store, id)
  dropReaders(store, id)
  for (const text of emptied) store.prepare(text).run(id)
  dropRequests(store, id)
  store.run(
    query
      .updateTable('archive')
      .set({ ...stub, actedOn: hand.today })
      .where('id', '=', id),
  )
}

/** Materials have let go of them: nobody's from now on. */
function giveUpFiles(store: Store, id: number, { now }: Hand): void {
  store.prepare('UPDATE material SET file_id = NULL, file_name = NULL WHERE archive_id = ?').run(id)
  const set = { registeredAt: null, writer: null, touchedAt: now() }
  store.run(query.updateTable('file').set(set).where('archiveId', '=', id))
}

const loans = 'SELECT id FROM loan WHERE archive_id = ?'
const incidents = 'SELECT id FROM incident WHERE archive_id = ?'
const consultations = 'SELECT id FROM consultation WHERE archive_id = ?'

/** In this order: what refers to something goes before it. */
const emptied = [
  `UPDATE incident SET loan_id = NULL, material_id = NULL, finder = NULL, text = NULL, liable = NULL,
    result = NULL, liability = NULL, compensation = NULL, merit = NULL WHERE archive_id = ?`,
  `DELETE FROM incident_remedy WHERE incident_id IN (${incidents})`,
  `DELETE FROM loan_renewal WHERE loan_id IN (${loans})`,
  'DELETE FROM loan_item WHERE archive_id = ?',
  'DELETE FROM loan WHERE archive_id = ?',
  `DELETE FROM consultation_item WHERE consultation_id IN (${consultations})`,
  'DELETE FROM consultation WHERE archive_id = ?',
  'DELETE FROM copy_holding WHERE archive_id = ?',
  'DELETE FROM permit WHERE archive_id = ?',
  'DELETE FROM finding WHERE archive_id = ?',
  'DELETE FROM review_item WHERE archive_id = ?',
  'DELETE FROM hold WHERE archive_id = ?',
  'DELETE FROM defect WHERE archive_id = ?',
  'DELETE FROM stocktake_item WHERE archive_id = ?',
  'DELETE FROM stocktake_item WHERE archive_id IN (SELECT former_id FROM alias WHERE archive_id = ?)',
  'UPDATE handover_item SET note = NULL WHERE archive_id = ?',
  'DELETE FROM material_series WHERE archive_id = ?',
  'DELETE FROM row_digest WHERE archive_id = ?',
]

/** What was asked of it goes; who approved its destruction stays. */
function dropRequests(store: Store, id: number): void {
  const asked = `SELECT DISTINCT request_id FROM request_item JOIN request ON request.id = request_id
    WHERE archive_id = ? AND kind <> 'purge'`
  for (const [request] of [...store.walk(asked, [id])]) {
    const own = 'DELETE FROM request_item WHERE request_id = ? AND archive_id = ?'
    store.prepare(own).run(request, id)
    const left = 'SELECT 1 FROM request_item WHERE request_id = ? LIMIT 1'
    if (store.prepare(left).get(request) !== undefined) continue
    store.prepare('DELETE FROM request_step WHERE request_id = ?').run(request)
    store.prepare('DELETE FROM request WHERE id = ?').run(request)
  }
}

/** What is left of an archive says nothing of its customer. */
const stub = {
  status: 'destroyed' as const,
  name: null,
  stage: null,
  industry: null,
  region: null,
  secrecyUntil: null,
  importance: null,
  owner: null,
  phone: null,
  email: null,
  address: null,
  nextReviewOn: null,
  location: null,
  channel: null,
  contacts: '[]',
  fields: '{}',
  nameKey: null,
  phoneKey: null,
  identity: null,
  businessKey: null,
}

/** Acts on several archives whose words may tell of each in the parts of the others. */
const telling = `'archive.merge', 'archive.unmerge', 'archive.read', 'archive.export'`

function forgetDetails(store: Store, ids: readonly number[]): void {
  const these = '(SELECT value FROM json_each(?))'
  const asked = JSON.stringify(ids)
  store
    .prepare(
      `DELETE FROM journal_detail WHERE archive_id <> 0 AND seq IN (
         SELECT seq FROM journal_part JOIN journal USING (seq)
         WHERE archive_id IN ${these} AND action IN (${telling}))`,
    )
    .run(asked)
  store.prepare(`DELETE FROM journal_detail WHERE archive_id IN ${these}`).run(asked)
}
