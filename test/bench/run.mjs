// npm run bench [-- --rows 200000] [--million]: the figures of SPEC section 14, as ratios in one run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeList } from './list.mjs'
import { measured, root } from './measured.mjs'

const bin = join(root, 'bin/dangan.js')
const folder = mkdtempSync(join(tmpdir(), 'dangan-bench-'))
const flag = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const rows = flag('--rows', 200_000)
const million = process.argv.includes('--million')
const env = { PATH: process.env.PATH, HOME: folder, DANGAN_LANG: 'zh-Hans' }
const results = []

const note = (what, figure, budget) => {
  results.push({ what, figure, budget })
  console.log(`${what}: ${figure} (${budget})`)
}

const timed = (command, words, options = {}) =>
  measured(command, words, { ...options, env: { ...env, ...options.env } })

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Median wall time of `times` cold runs, interleaved with those of `node -e 0`. */
async function cold(words, file, times = 15) {
  const ours = []
  const bare = []
  for (let at = 0; at < times; at += 1) {
    bare.push((await timed(process.execPath, ['-e', '0'])).seconds)
    ours.push(
      (await timed(process.execPath, [bin, ...words], { env: { DANGAN_FILE: file } })).seconds,
    )
  }
  return median(ours) / median(bare)
}

function made(name) {
  const file = join(folder, name)
  const { status } = spawnSync(process.execPath, [bin, 'init', '--name', '李娜', '--quiet'], {
    env: { ...env, DANGAN_FILE: file },
  })
  if (status !== 0) throw new Error('init failed')
  return file
}

async function imported(count, seed) {
  const list = join(folder, `list-${count}.csv`)
  writeList(list, count, seed)
  const file = made(`archive-${count}.db`)
  const run = await timed(
    process.execPath,
    [bin, 'import', list, '--quiet', '--on-duplicate', 'add'],
    { env: { DANGAN_FILE: file } },
  )
  return { list, file, ...run }
}

/** The physical limit: the same file into a bare table of text. */
async function bareImport(list) {
  const file = join(folder, 'bare.db')
  rmSync(file, { force: true })
  return timed('sqlite3', [file, '.mode csv', `.import ${list} t`])
}

const ratio = (number) => `× ${number.toFixed(2)}`

const first = await imported(rows, 1)
const bare = []
for (let at = 0; at < 3; at += 1) bare.push((await bareImport(first.list)).seconds)
note(`import of ${rows} rows ÷ sqlite3 .import`, ratio(first.seconds / median(bare)), '≤ 14')
note('  rows a second', Math.round(rows / first.seconds), '')
note('  peak memory, MB', Math.round(first.peak), '< 300')
note('  bytes a row', Math.round(statSync(first.file).size / rows), '')
note('cold show ÷ node -e 0', ratio(await cold(['show', 'RG2023-0001'], first.file)), '≤ 1.5')
note('cold find ÷ node -e 0', ratio(await cold(['find', '口腔'], first.file)), '≤ 1.5')
note('cold find, initials ÷ node -e 0', ratio(await cold(['find', 'zxm'], first.file)), '≤ 1.5')
note('cold --help ÷ node -e 0', ratio(await cold(['--help'], first.file)), '≤ 1.7')
if (million) {
  const all = await imported(1_000_000, 2)
  note(
    'rate at 1,000,000 ÷ rate at the first',
    ratio(1_000_000 / all.seconds / (rows / first.seconds)),
    '0.8–1.2',
  )
  note('  peak memory, MB', Math.round(all.peak), '< 300')
  note(
    'cold show ÷ node -e 0 at a million',
    ratio(await cold(['show', 'RG2023-0001'], all.file)),
    '≤ 1.5',
  )
  note('cold find ÷ node -e 0 at a million', ratio(await cold(['find', '口腔'], all.file)), '≤ 1.5')
}
console.table(results)
rmSync(folder, { recursive: true, force: true })
