/**
 * To which archive a row belongs, table by table: what is said of a customer lies in these and goes
 * with it (SPEC 15.5). SQL over the row `t`; null: it belongs to none, or outlives its archive.
 */
export const ownerOf = {
  archive: 't.id',
  entry: 't.archive_id',
  material: 't.archive_id',
  material_series: 't.archive_id',
  material_seal: '(SELECT archive_id FROM material WHERE id = t.material_id)',
  file: 't.archive_id',
  card: 't.archive_id',
  row_digest: 't.archive_id',
  request: `(SELECT archive_id FROM request_item WHERE request_id = t.id AND t.kind <> 'purge' LIMIT 1)`,
  request_item: `(SELECT t.archive_id FROM request WHERE id = t.request_id AND kind <> 'purge')`,
  request_step: `(SELECT archive_id FROM request_item JOIN request ON request.id = request_id
    WHERE request_id = t.request_id AND kind <> 'purge' LIMIT 1)`,
  loan: 't.archive_id',
  loan_item: 't.archive_id',
  loan_renewal: '(SELECT archive_id FROM loan WHERE id = t.loan_id)',
  incident: 't.archive_id',
  incident_report: '(SELECT archive_id FROM incident WHERE id = t.incident_id)',
  incident_remedy: '(SELECT archive_id FROM incident WHERE id = t.incident_id)',
  hold: 't.archive_id',
  finding: 'nullif(t.archive_id, 0)',
  review_item: 't.archive_id',
  handover_item: 't.archive_id',
  consultation: 't.archive_id',
  consultation_item: '(SELECT archive_id FROM consultation WHERE id = t.consultation_id)',
  permit: 't.archive_id',
  copy_holding: 't.archive_id',
  archive_reader: 't.archive_id',
  defect: 't.archive_id',
  stocktake_item: 't.archive_id',
  journal_detail: 'nullif(t.archive_id, 0)',
} as const

export type OwnedTable = keyof typeof ownerOf
export const ownedTables = Object.keys(ownerOf) as readonly OwnedTable[]

/** Tables of the office itself: a value that stands there, too, is not the customer's alone (SPEC 15.6). */
export const officeTables = [
  'staff',
  'policy_version',
  'place',
  'agreement',
  'import',
  'sqlite_schema',
] as const
