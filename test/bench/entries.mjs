// node test/bench/entries.mjs [--rows 200000] [--orders 1000000]: entries taken in ÷ `sqlite3 .import`,
// and the buyers of a batch among a million orders (issue 3; SPEC section 12, S004-A-1).
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ourModules, root } from './measured.mjs'

const bin = join(root, 'bin/dangan.js')
const folder = mkdtempSync(join(tmpdir(), 'dangan-bench-'))
const flag = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [rows, orders] = [flag('--rows', 200_000), flag('--orders', 1_000_000)]
const archives = 20_000
const file = join(folder, 'archive.db')
const env = { PATH: process.env.PATH, HOME: folder, DANGAN_FILE: file, DANGAN_LANG: 'zh-Hans' }

/** Runs a program to its end; gives its seconds. */
function timed(command, words) {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, words, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${status} ${stderr}`)
  return Number(process.hrtime.bigint() - started) / 1e9
}

let seed = 7
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const two = (number) => String(number).padStart(2, '0')
const products = ['全瓷冠', '烤瓷冠', '种植牙冠', '隐形矫治器', '活动义齿', '嵌体', '贴面', '基台']
const year = 2025
const numbers = Array.from(
  { length: archives },
  (_, at) => `RG${year}-${String(at + 1).padStart(4, '0')}`,
)
const batchOf = (at) => `B${year}-${String(at % 5000).padStart(4, '0')}`

/** A list of orders, as a department hands it in. */
function writeOrders(path, count) {
  const fd = openSync(path, 'w')
  writeSync(fd, '档案编号,日期,订单号,产品名称,批号,型号,数量,单价,材质,内容\n')
  let text = ''
  for (let at = 0; at < count; at += 1) {
    const day = `${year}-${two(1 + random(12))}-${two(1 + random(28))}`
    const words = at % 4 === 0 ? '加急，请按时交货' : ''
    text += `${numbers[random(archives)]},${day},DD${at},${products[random(8)]},${batchOf(random(1e6))},M${random(40)},${1 + random(5)},${800 + random(2000)}.50,氧化锆,${words}\n`
    if (text.length > 1 << 20) {
      writeSync(fd, text)
      text = ''
    }
  }
  writeSync(fd, text)
  closeSync(fd)
}

const customers = join(folder, 'customers.csv')
const people = numbers.map((number, at) => `${number},个人,客户${at},${year}-01-01\n`)
writeFileSync(customers, `档案编号,客户类型,客户名称,建档日期\n${people.join('')}`)
const list = join(folder, 'orders.csv')
writeOrders(list, rows)
timed(process.execPath, [bin, 'init', '--name', '李娜', '--quiet'])
timed(process.execPath, [bin, 'import', customers, '--quiet', '--on-duplicate', 'add'])
const ours = timed(process.execPath, [bin, 'note', 'import', list, '--kind', 'order', '--quiet'])
const bare = [1, 2, 3].map((at) =>
  timed('sqlite3', [join(folder, `bare-${at}.db`), '.mode csv', `.import ${list} t`]),
)
const again = timed(process.execPath, [bin, 'note', 'import', list, '--kind', 'order', '--quiet'])

const figures = [
  { what: `${rows} entries ÷ sqlite3 .import`, figure: ours / Math.min(...bare), budget: '≤ 14' },
  { what: '  rows a second', figure: Math.round(rows / ours), budget: '' },
  { what: '  the same file again, rows a second', figure: Math.round(rows / again), budget: '' },
]

const {
  openToWrite,
  policyInForce,
  readingRights,
  staffById,
  listedEntries,
  readEntryFilter,
  traceHash,
  lotsOf,
} = await ourModules('entries', [
  "export { openToWrite } from './src/store/open.ts'",
  "export { policyInForce } from './src/store/policies.ts'",
  "export { readingRights } from './src/store/reading-rights.ts'",
  "export { staffById } from './src/store/staff.ts'",
  "export { listedEntries } from './src/store/entry-listing.ts'",
  "export { readEntryFilter } from './src/domain/entry-filter.ts'",
  "export { traceHash } from './src/domain/tracing.ts'",
  "export { lotsOf } from './src/domain/tracking.ts'",
])
const store = openToWrite(file, undefined)
const { policy } = policyInForce(store, '9999-12-31')
fill(orders - rows)
const rights = readingRights(store, policy, staffById(store, 1))

/** Orders straight into the file, up to a million: only how they are found is measured. */
function fill(count) {
  const entry = store.prepare(
    `INSERT INTO entry (archive_id, kind, happened_on, text, fields, recorded_on)
     VALUES (?, 'order', ?, '', ?, '${year}-12-31')`,
  )
  const trace = store.prepare('INSERT INTO entry_trace VALUES (?, ?)')
  store.transact(() => {
    for (let at = 0; at < count; at += 1) {
      const [product, batch] = [products[random(8)], batchOf(random(1e6))]
      const fields = JSON.stringify({ product, batch, quantity: '2' })
      const day = `${year}-${two(1 + random(12))}-${two(1 + random(28))}`
      const { lastInsertRowid } = entry.run(1 + random(archives), day, fields)
      trace.run(traceHash('product', product), lastInsertRowid)
      trace.run(traceHash('batch', batch), lastInsertRowid)
    }
  })
}

function traced(said, archiveIds) {
  const started = performance.now()
  const selection = { filter: readEntryFilter(said, policy), archiveIds, rights }
  const lots = lotsOf(listedEntries(store, selection), ({ archiveId }) => archiveId, policy)
  return { ms: performance.now() - started, lots: lots.length }
}

const median = (numbers_) => numbers_.toSorted((a, b) => a - b)[Math.floor(numbers_.length / 2)]
for (const [what, saying] of [
  ['buyers of a batch', () => [{ batch: batchOf(random(5000)) }]],
  ['buyers of a product in a batch', () => [{ batch: batchOf(random(5000)), product: '全瓷冠' }]],
  ['products and batches of a customer', () => [{}, [1 + random(archives)]]],
]) {
  const runs = Array.from({ length: 20 }, () => traced(...saying()))
  const figure = `${median(runs.map(({ ms }) => ms)).toFixed(1)} ms (most ${Math.max(...runs.map(({ ms }) => ms)).toFixed(1)}, ${runs[0].lots} found)`
  figures.push({ what, figure, budget: '< 50 ms' })
}
store.close()
console.table(figures)
rmSync(folder, { recursive: true, force: true })
