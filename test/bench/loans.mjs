// node test/bench/loans.mjs: 10,000 open loans, those overdue found inside the process (issue: under 50 ms).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { ourModules, root } from './measured.mjs'
import { writeList } from './list.mjs'

const { openToRead, openToWrite, loansWith, loanShown } = await ourModules('loans', [
  "export { openToRead, openToWrite } from './src/store/open.ts'",
  "export { loansWith } from './src/store/loans.ts'",
  "export { loanShown } from './src/commands/loan-shown.ts'",
])

const count = 10_000
const room = mkdtempSync(join(tmpdir(), 'dangan-bench-'))
const file = join(room, 'a.db')
const env = { ...process.env, DANGAN_FILE: file, HOME: room }
const dangan = (...words) =>
  execFileSync(process.execPath, [join(root, 'bin/dangan.js'), ...words], { env, stdio: 'ignore' })
try {
  dangan('init')
  writeList(join(room, 'list.csv'), count)
  dangan('import', join(room, 'list.csv'), '--on-duplicate', 'add')
  const writer = openToWrite(file, undefined)
  const [first] = writer.prepare('SELECT min(id) FROM archive').raw().get()
  writer.transact(() => {
    for (let at = 0; at < count; at += 1) {
      const due = `2025-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
      const id = at + 1
      writer
        .prepare(
          `INSERT INTO request (id, kind, applicant_id, purpose, wish, status, made_on, settled_on, policy_version, nonce)
           VALUES (?, 'borrow', 1, '看', '{}', 'used', '2024-12-01', '2024-12-01', 1, randomblob(16))`,
        )
        .run(id)
      writer
        .prepare(
          `INSERT INTO loan (id, request_id, archive_id, borrower_id, lent_on, due_on, is_provisional)
           VALUES (?, ?, ?, 1, '2024-12-01', ?, 0)`,
        )
        .run(id, id, first + at, due)
      writer
        .prepare(
          'INSERT INTO loan_item (loan_id, position, archive_id, copies) VALUES (?, 1, ?, 1)',
        )
        .run(id, first + at)
    }
  })
  writer.close()
  const { store } = openToRead(file, undefined)
  const timed = (dueBy) => {
    const runs = Array.from({ length: 15 }, () => {
      const started = performance.now()
      const used = process.cpuUsage()
      const rows = loansWith(store, { isOut: true, dueBy }).map((loan) => loanShown(loan, dueBy))
      const { user, system } = process.cpuUsage(used)
      return { rows: rows.length, ms: performance.now() - started, cpu: (user + system) / 1000 }
    }).toSorted((a, b) => a.ms - b.ms)
    const cpu = runs.map((it) => it.cpu).toSorted((a, b) => a - b)[7]
    return {
      rows: runs[0].rows,
      median: Number(runs[7].ms.toFixed(1)),
      cpu: Number(cpu.toFixed(1)),
    }
  }
  console.table({ 'one month overdue': timed('2025-01-31'), 'all overdue': timed('2025-12-31') })
  console.log('budget: 50 ms')
  store.close()
} finally {
  rmSync(room, { recursive: true })
}
