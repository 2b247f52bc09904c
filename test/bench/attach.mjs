// node test/bench/attach.mjs [--megabytes 2048] [--files 100000]:
// a large file in and out again against cp and sha256sum, and many small ones.
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measured, root } from './measured.mjs'

const bin = join(root, 'bin/dangan.js')
const folder = mkdtempSync(join(tmpdir(), 'dangan-bench-'))
const flag = (name, otherwise) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const megabytes = flag('--megabytes', 2048)
const files = flag('--files', 100_000)
const env = { PATH: process.env.PATH, HOME: folder, DANGAN_LANG: 'zh-Hans' }
const note = (what, figure, budget) => console.log(`${what}: ${figure} (${budget})`)

const timed = (command, words) => measured(command, words, { env })

const ours = (...words) => timed(process.execPath, [bin, ...words])

/** A file of so many megabytes, each unlike the others. */
function largeFile(path) {
  const file = openSync(path, 'w')
  const block = randomBytes(1 << 20)
  for (let at = 0; at < megabytes; at += 1) {
    block.writeUInt32LE(at)
    writeSync(file, block)
  }
  closeSync(file)
}

async function large() {
  const [file, copy, back] = ['large.bin', 'copy.bin', 'back.bin'].map((it) => join(folder, it))
  largeFile(file)
  const cp = (await timed('cp', [file, copy])).seconds
  const sum = (await timed('sha256sum', [copy])).seconds
  rmSync(copy)
  const attached = await ours('attach', '0001', file)
  const got = await ours('attach', '--get', '0001/1', '-o', back)
  await timed('cmp', [file, back])
  rmSync(back)
  for (const [what, ran] of [
    ['attach', attached],
    ['get', got],
  ]) {
    note(
      `${what} ${megabytes} MB ÷ cp and sha256sum`,
      `${(ran.seconds / (cp + sum)).toFixed(2)} (${ran.seconds.toFixed(1)} s)`,
      '≤ 3',
    )
    note(`${what} ${megabytes} MB, peak memory`, `${Math.round(ran.peak)} MB`, '< 150 MB')
  }
}

async function small() {
  const scans = join(folder, 'scans')
  mkdirSync(scans)
  const content = randomBytes(10_000)
  for (let at = 0; at < files; at += 1) {
    content.writeUInt32LE(at)
    writeFileSync(join(scans, `第${at}页.png`), content)
  }
  const { seconds, peak } = await ours('attach', '0002', scans)
  note(`${files} files of 10 kB`, `${Math.round(files / seconds)} per second`, '≥ 2,000')
  note(`${files} files of 10 kB, peak memory`, `${Math.round(peak)} MB`, '< 300 MB')
}

try {
  await ours('init', '--name', '李娜')
  await ours('add', '--type', 'individual', '--name', '张三丰')
  await ours('add', '--type', 'individual', '--name', '李四')
  await large()
  await small()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
