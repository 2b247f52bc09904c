import { expect, test } from 'vitest'
import { ownedTables } from '../../src/store/ownership.ts'
import { officeIn } from '../support/office.ts'
import { rawly } from '../support/files.ts'

/** The column by which a table's rows belong to an archive; they go when it goes (SPEC 15.5). */
const owned: Readonly<Record<string, string>> = {
  archive: 'id',
  archive_terms: 'rowid', // the archive's
  entry: 'archive_id',
  entry_trace: 'entry_id', // the entry's, and through it the archive's
  entry_terms: 'rowid', // the entry's, and through it the archive's
  material: 'archive_id',
  material_terms: 'rowid', // the material's, and through it the archive's
  material_series: 'archive_id',
  material_seal: 'material_id', // the material's, and through it the archive's
  file: 'archive_id',
  file_chunk: 'file_id', // the file's, and through it the archive's
  card: 'archive_id',
  row_digest: 'archive_id',
  request: 'id', // its items', and through them the archives'
  request_item: 'archive_id',
  request_step: 'request_id', // the request's
  loan: 'archive_id',
  loan_item: 'archive_id',
  loan_renewal: 'loan_id', // the loan's
  incident: 'archive_id', // null: of no archive in particular, and nothing of a customer
  incident_report: 'incident_id', // the incident's
  incident_remedy: 'incident_id', // the incident's, and through it the archive's
  hold: 'archive_id',
  finding: 'archive_id', // 0: of the office, and nothing of a customer
  review_item: 'archive_id',
  defect: 'archive_id',
  stocktake_item: 'archive_id', // of a merged archive under its former id, which leads to the survivor
  handover_item: 'archive_id', // null: of the office itself, and nothing of a customer
  archive_reader: 'archive_id', // stays while the archive is merged into another
  consultation: 'archive_id',
  consultation_item: 'consultation_id', // the consultation's
  permit: 'archive_id',
  copy_holding: 'archive_id',
  alias: 'archive_id',
  journal_part: 'archive_id', // 0: the office's own
  journal_detail: 'archive_id', // 0: the office's own
}

const day = 'a day'
const ours = 'of the office, its people and its machines'
const number =
  'a number tells nothing of a customer; it outlives its archive by design (S002-2.3-2)'
const code = 'one of a few words of the program'

/** Why a column that belongs to no archive holds nothing of a customer. */
const harmless: Readonly<Record<string, string>> = {
  'registry.uuid': ours,
  'registry.created_at': day,
  'registry.digest_key': ours,
  'registry.terms_version': code,
  'policy_version.effective_from': day,
  'policy_version.document': ours,
  'policy_version.policy': ours,
  'policy_version.reason': ours,
  'policy_version.adopted_on': day,
  'staff.name': ours,
  'staff.post': ours,
  'staff.department': ours,
  'staff.clearance': code,
  'staff.os_account': ours,
  'staff.joined_on': day,
  'staff.left_on': day,
  'place.code': ours,
  'place.kind': code,
  'place.label': ours,
  'place.levels': code,
  'place_visit.place': ours,
  'place_visit.visitor': 'who was in our store-room: outsiders come for the room, not as customers',
  'place_visit.purpose': 'what somebody did in our store-room',
  'place_visit.visited_on': day,
  'place_visit.recorded_at': day,
  'calendar_import.calendar': ours,
  'calendar_import.version': 'a hash of days',
  'calendar_import.file_name': 'the name of a file, without its folder',
  'calendar_import.years': code,
  'calendar_import.imported_on': day,
  'calendar_day.day': day,
  'calendar_day.kind': code,
  'calendar_day.name': 'what a day off is called',
  'agreement.kind': code,
  'agreement.outsider':
    'who undertook to keep silent: outsiders sign for their own part, not as customers',
  'agreement.outsider_key': 'the same, as compared',
  'agreement.number': ours,
  'agreement.signed_on': day,
  'agreement.until': day,
  'agreement.ended_on': day,
  'agreement.end_reason': ours,
  'disposal.reason': 'why something was destroyed: a proposal that names its customer is refused',
  'disposal.appraisal': 'what it was still worth: the same',
  'disposal.proposed_on': day,
  'disposal.stage': code,
  'disposal.executor': 'who destroys and who looks on, not as customers',
  'disposal.witness': 'the same',
  'disposal.method': code,
  'disposal.place': ours,
  'disposal.form_number': ours,
  'disposal.begun_on': day,
  'disposal.executed_on': day,
  'disposal_item.because': 'codes, days and clauses of the policy',
  'disposal_item.retain_until': day,
  'audit_run.run_on': day,
  'audit_run.scope': code,
  'audit_run.counts': code,
  'audit_run.signed_on': day,
  'audit_run.note': 'what the signer says of the whole',
  'duty.name': code,
  'duty.done_on': day,
  'review_round.period': day,
  'review_round.last_day': day,
  'review_round.opened_on': day,
  'inspection.period': day,
  'inspection.last_day': day,
  'inspection.place': ours,
  'inspection.opened_on': day,
  'inspection.closed_on': day,
  'inspection.signers': 'who inspected our store-room, not as customers',
  'inspection.dropped_because': ours,
  'inspection_item.item': code,
  'inspection_item.answer': code,
  'inspection_item.reading': 'a temperature and the like',
  'inspection_item.note': 'what is the matter with our store-room',
  'inspection_item.due_on': day,
  'inspection_item.answered_on': day,
  'stocktake.place': ours,
  'stocktake.type': code,
  'stocktake.opened_on': day,
  'stocktake.closed_on': day,
  'stocktake.counters': 'who counted our shelves, not as customers',
  'stocktake.witness': 'the same',
  'stocktake.counts': code,
  'stocktake.dropped_because': ours,
  'stocktake_stray.text':
    'a number on a label that no archive carries; what looks like a telephone or identity number is masked',
  'stocktake_stray.kind': code,
  'stocktake_stray.seen_place': ours,
  'stocktake_stray.seen_on': day,
  'handover.because': code,
  'handover.department': ours,
  'handover.opened_on': day,
  'handover.give_by': day,
  'handover.receive_by': day,
  'handover.calendar': ours,
  'handover.calendar_version': 'a hash of days',
  'handover.ended_on': day,
  'handover.outcome': code,
  'handover_signature.role': code,
  'handover_signature.signed_on': day,
  'handover_signature.form_number': ours,
  'handover_extension.reason': 'why people got more time: of whoever hands over, not of a customer',
  'handover_extension.form_number': ours,
  'handover_extension.extended_on': day,
  'handover_extension.before': day,
  'training.subject': code,
  'training.held_on': day,
  'training.hours': 'how long a training took',
  'training.score': ours,
  'training.next_due': day,
  'violation.code': code,
  'violation.happened_on': day,
  'violation.text': 'what somebody of the staff did: of the office, not of a customer',
  'violation.amount': 'yuan that somebody of the staff pays',
  'violation.entered_on': day,
  'violation.appeal_by': day,
  'violation.appealed_on': day,
  'violation.appeal': 'what they say to it: the same',
  'violation.decide_by': day,
  'violation.decided_on': day,
  'violation.decision': code,
  'violation.final_amount': 'the same, after an appeal',
  'violation.form_number': ours,
  'violation.note': 'why it was decided so: the same',
  'series.stem': number,
  'permit_series.stem': 'the pattern of our own numbers of permits, with a year',
  'number_ledger.number': number,
  'number_ledger.fate': code,
  'number_ledger.reason':
    'why a number is void must stay readable once its archive is gone: the act, not the customer',
  'number_ledger.decided_on': day,
  'import.file_name': 'the name of a file, without its folder: said when the file comes again',
  'import.encoding': code,
  'import.delimiter': code,
  'import.started_at': day,
  'import.started_on': day,
  'import.status': code,
  'import.content': code,
  'import.first_number': number,
  'import.last_number': number,
  'import_reject.field': 'a key, or the position of a column that the policy does not know',
  'import_reject.code': code,
  'journal.at': day,
  'journal.effective_on': day,
  'journal.account': ours,
  'journal.action': code,
  'journal.object': number,
  'journal.commitment': 'a keyed hash of seals',
  'journal.hash': 'a hash of the line, which holds nothing of a customer',
}

/** Columns that can hold words: all but numbers. What a search index keeps behind itself is counted with it. */
const wordy = `
  SELECT t.name AS "table", c.name AS "column"
  FROM pragma_table_list t, pragma_table_xinfo(t.name) c
  WHERE t.schema = 'main' AND t.type <> 'shadow' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND c.hidden = 0 AND c.type NOT IN ('INTEGER', 'REAL')`

const office = await officeIn()

test('every column of words belongs to an archive, or holds nothing of a customer, and why is written down', () => {
  const columns = rawly(office.file, (db) => db.prepare(wordy).all()) as {
    table: string
    column: string
  }[]
  const unexplained = columns
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !(name in harmless) && !((name.split('.')[0] ?? '') in owned))
  expect(unexplained).toEqual([])
  const all = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  expect(Object.keys(harmless).filter((name) => !all.has(name))).toEqual([])
})

test.each(Object.entries(owned))('a row of %s belongs to an archive by its %s', (table, key) => {
  const select = `SELECT ${key} FROM ${table} LIMIT 0`
  expect(() => rawly(office.file, (db) => db.prepare(select).all())).not.toThrow()
})

/** What a disposal erases by other means than its rows' words, or leaves: numbers and seals outlive an archive. */
const besides = new Set([
  'archive_terms',
  'entry_terms',
  'entry_trace',
  'material_terms',
  'file_chunk',
  'alias',
  'journal_part',
])

test('a disposal looks for what is left in every table that belongs to archives', () => {
  const looked = Object.keys(owned).filter((table) => !besides.has(table))
  expect(ownedTables.toSorted()).toEqual(looked.toSorted())
})
