// What `npm test` runs once everything is installed and built. All checks run, whatever the
// others say; the last line counts vitest's tests.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const room = mkdtempSync(join(tmpdir(), 'dangan-check-'))
const results = join(room, 'vitest.json')
const bins = join(root, 'node_modules/.bin')
const env = { ...process.env, PATH: bins + delimiter + process.env.PATH }

const still = [
  ['format', 'oxfmt --check src test bin vitest.config.mts'],
  ['lint', 'oxlint --deny-warnings src test bin vitest.config.mts'],
  ['types', 'tsc --noEmit'],
  ['dead code', 'knip'],
]
const tests = `vitest run --reporter=default --reporter=json --outputFile.json=${results}`

const done = [...(await inPairs(still, quietly)), await aloud('tests', tests)]
const failed = done.filter(({ status }) => status !== 0).map(({ name }) => name)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed.')
console.log(countOf(results))
rmSync(room, { recursive: true })
process.exitCode = failed.length > 0 ? 1 : 0

/** Two at a time, for two cores; what each says appears in one piece, in order. */
async function inPairs(checks, check) {
  const waiting = [...checks.keys()]
  const outcomes = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      outcomes[next] = await check(...checks[next])
    }
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

async function quietly(name, command) {
  const { child, ended } = start(command, 'pipe')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const outcome = await ended
  console.log(heading(name, command, outcome))
  if (outcome.status !== 0) console.log(said.trimEnd())
  return { name, ...outcome }
}

async function aloud(name, command) {
  console.log(`\n== ${name}: vitest run`)
  const outcome = await start(command, 'inherit').ended
  console.log(heading(name, 'vitest run', outcome))
  return { name, ...outcome }
}

function start(command, output) {
  const begun = performance.now()
  const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', output, output] })
  const ended = new Promise((tell) => {
    const end = (status) => tell({ status, seconds: (performance.now() - begun) / 1000 })
    child.on('error', () => end(127)).on('close', (code) => end(code ?? 1))
  })
  return { child, ended }
}

function heading(name, command, { status, seconds }) {
  const verdict = status === 0 ? 'ok' : `FAILED (status ${status})`
  return `== ${name}: ${command} — ${verdict}, ${seconds.toFixed(1)} s`
}

/** A file that could not even be read counts as one failed test. */
function countOf(path) {
  let report
  try {
    report = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return 'Tests: 0 passed, 1 failed, 0 skipped'
  }
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((it) => it.status !== 'failed'),
  )
  const failures = report.numFailedTests + broken.length
  const skipped = report.numPendingTests + report.numTodoTests
  return `Tests: ${report.numPassedTests} passed, ${failures} failed, ${skipped} skipped`
}
