// What the benchmarks share: a program run and measured, and our own modules brought together to be called.
import { buildSync } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '../../..')

/** Runs a program to its end: seconds, and the most memory it held (MB, from /proc). */
export function measured(command, words, { env, status: wanted = 0 }) {
  return new Promise((done, failed) => {
    const started = process.hrtime.bigint()
    const child = spawn(command, words, { stdio: ['ignore', 'ignore', 'inherit'], env })
    let peak = 0
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      } catch {
        // it has ended
      }
    }, 20)
    child.on('error', failed)
    child.on('exit', (status) => {
      clearInterval(watch)
      const seconds = Number(process.hrtime.bigint() - started) / 1e9
      if (status === wanted) done({ seconds, peak })
      else failed(new Error(`${command} ${words.join(' ')}: status ${status}`))
    })
  })
}

/** Modules of src/ to be called in this process: lines such as `export { find } from './src/store/finding.ts'`. */
export function ourModules(name, lines) {
  const outfile = join(root, 'node_modules/.cache/dangan', `${name}.mjs`)
  mkdirSync(join(outfile, '..'), { recursive: true })
  buildSync({
    stdin: { contents: lines.join('\n'), resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3'],
    outfile,
  })
  return import(outfile)
}
