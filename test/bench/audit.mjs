// node test/bench/audit.mjs [--rows 100000]: one audit of so many archives, with a loan for each twentieth,
// first and again; what is due; each also as so many full scans of the archives by the sqlite3 shell, so that
// machines compare. The budget is 30 s and 300 MB for a million archives.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measured, ourModules, root } from './measured.mjs'
import { writeList } from './list.mjs'

const { openToWrite } = await ourModules('audit', [
  "export { openToWrite } from './src/store/open.ts'",
])
const at = process.argv.indexOf('--rows')
const count = at < 0 ? 100_000 : Number(process.argv[at + 1])
const room = mkdtempSync(join(tmpdir(), 'dangan-bench-'))
const file = join(room, 'a.db')
const env = { ...process.env, DANGAN_FILE: file, HOME: room }
const dangan = (...words) =>
  execFileSync(process.execPath, [join(root, 'bin/dangan.js'), ...words], { env, stdio: 'ignore' })

/** Seconds and the most memory held; 10 is what an audit that found something says. */
async function timed(...words) {
  const line = [join(root, 'bin/dangan.js'), ...words]
  const { seconds, peak } = await measured(process.execPath, line, { env, status: 10 })
  return {
    seconds: Number(seconds.toFixed(2)),
    'a million': Number(((seconds * 1e6) / count).toFixed(1)),
    MB: Math.round(peak),
  }
}

/** Seconds of one look at every archive; undefined: there is no sqlite3 here. */
async function scanned() {
  const text = 'SELECT count(*), sum(length(name) + length(contacts) + length(fields)) FROM archive'
  try {
    return (await measured('sqlite3', [file, text], { env })).seconds
  } catch {
    return undefined
  }
}

function lend() {
  const store = openToWrite(file, undefined)
  const loans = Math.floor(count / 20)
  store.transact(() => {
    store.script(`
      INSERT INTO request (id, kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
      SELECT id, 'borrow', 1, '看', '{}', 'used', '2024-12-01', '2024-12-01', 1, zeroblob(16)
      FROM archive ORDER BY id LIMIT ${loans};
      INSERT INTO request_item (request_id, position, archive_id, secrecy) SELECT id, 1, id, 'none' FROM request;
      INSERT INTO loan (request_id, archive_id, borrower_id, lent_on, due_on, is_provisional)
      SELECT id, id, 1, '2024-12-01', iif(id % 3, '2024-12-20', '2099-01-01'), 0 FROM request;
      INSERT INTO loan_item (loan_id, position, archive_id, copies) SELECT id, 1, archive_id, 1 FROM loan;
      INSERT INTO entry (archive_id, kind, happened_on, text, fields, recorded_on)
      SELECT id, 'communication', opened_on, '来电', '{}', opened_on FROM archive WHERE id % 3 = 0`)
  })
  store.close()
}

try {
  dangan('init')
  writeList(join(room, 'list.csv'), count)
  dangan('import', join(room, 'list.csv'), '--on-duplicate', 'add')
  lend()
  const lines = {
    audit: await timed('audit', '--json'),
    'audit again': await timed('audit', '--json'),
    'audit --severity error': await timed('audit', '--severity', 'error', '--json'),
    due: await timed('due', '--json'),
  }
  const scan = await scanned()
  for (const line of Object.values(lines)) line.scans = scan && Math.round(line.seconds / scan)
  console.table(lines)
  console.log(`one full scan by sqlite3: ${scan?.toFixed(2) ?? '—'} s`)
  console.log('budget: a million in 30 s, 300 MB')
} finally {
  rmSync(room, { recursive: true })
}
