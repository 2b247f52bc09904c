import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSource } from '../../src/exchange/source.ts'
import { fileOf, folder, programOf, refusalOf } from './input-files.ts'

test('a file gives its sample, its length, and then all of its bytes', () => {
  const bytes = Buffer.alloc(3_000_000, '0123456789')
  const source = openSource(fileOf(bytes), 0)
  expect([source.bytes, source.sample.length, source.whole, source.position]).toEqual([
    3_000_000,
    1 << 20,
    false,
    0,
  ])
  const parts: Buffer[] = []
  const buffer = Buffer.alloc(70_001)
  for (let n = source.read(buffer); n > 0; n = source.read(buffer)) {
    parts.push(Buffer.from(buffer.subarray(0, n)))
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  expect(source.position).toBe(3_000_000)
  source.close()
  source.close()
})

test('a missing file, a folder and an empty file are refused by name', () => {
  const missing = join(folder, 'no-such.csv')
  const empty = fileOf('')
  expect(refusalOf(() => openSource(missing, 0))).toEqual(['input.missing', { path: missing }])
  expect(refusalOf(() => openSource(folder, 0))).toEqual(['input.directory', { path: folder }])
  expect(refusalOf(() => openSource(empty, 0))).toEqual(['input.empty', { path: empty }])
})

test('a file that may not be read, or a handle that is shut, says why', () => {
  const inFile = join(fileOf('a'), 'b.csv')
  expect(refusalOf(() => openSource(inFile, 0))).toEqual([
    'input.unreadable',
    { path: inFile, reason: 'ENOTDIR' },
  ])
  const fd = openSync(fileOf('a'), 'r')
  closeSync(fd)
  expect(refusalOf(() => openSource('-', fd))).toEqual([
    'input.unreadable',
    { path: '-', reason: 'EBADF' },
  ])
  const locked = fileOf('a')
  chmodSync(locked, 0)
  // root reads it all the same
  const expected = { path: locked, reason: 'EACCES' }
  const outcome = refusalOf(() => openSource(locked, 0).close())
  expect(['no refusal', ['input.unreadable', expected]]).toContainEqual(outcome)
})

test('the directory that a handle of standard input stands for is refused', () => {
  const fd = openSync(folder, 'r')
  expect(refusalOf(() => openSource('-', fd))).toEqual(['input.directory', { path: '-' }])
  closeSync(fd)
})

/** A program of its own which prints what it read from `-` or from a path. */
const reader = () =>
  programOf(
    'reader',
    `import { openSource } from './source.ts'
    process.stdin.pause() // makes the handle one that does not block
    const source = openSource(process.argv[2], 0)
    const buffer = Buffer.alloc(4096)
    let text = ''
    for (let n = source.read(buffer); n > 0; n = source.read(buffer)) text += buffer.subarray(0, n)
    source.close()
    console.log(JSON.stringify({ text, bytes: source.bytes ?? null, whole: source.whole }))`,
  )

test('a slow pipe is waited for, also where its handle answers EAGAIN', async () => {
  const child = spawn(process.execPath, [reader(), '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (part) => (output += String(part)))
  for (const part of ['姓名,', '电话\r\n', '张三,1']) {
    child.stdin.write(part)
    await new Promise((resolve) => setTimeout(resolve, 120))
  }
  child.stdin.end()
  await new Promise((resolve) => child.on('close', resolve))
  expect(JSON.parse(output)).toEqual({ text: '姓名,电话\r\n张三,1', bytes: null, whole: true })
})

test('a named pipe is read like a file', () => {
  const pipe = join(folder, 'pipe')
  const write = `mkfifo "${pipe}" && printf 'a,b\n1,2\n' > "${pipe}"`
  const read = `while [ ! -p "${pipe}" ]; do sleep 0.02; done; "${process.execPath}" "${reader()}" "${pipe}"`
  const { stdout } = spawnSync('sh', ['-c', `(${write}) & ${read}`], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(JSON.parse(stdout)).toEqual({ text: 'a,b\n1,2\n', bytes: null, whole: true })
})
