// What `npm test`, `npm run demo` and `npm run bench` do first: a fresh clone becomes a built
// program. Plain Node, because nothing else is there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const lock = join(root, 'package-lock.json')
const installed = join(root, 'node_modules/.package-lock.json')
const addon = join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node')

needNode(20, 17)
const reason = whyInstall()
if (reason) {
  console.error(`setup: npm ci, because ${reason} (compiling SQLite may take some minutes)`)
  npm(['ci'])
  const fault = addonFault()
  if (fault) fail(`npm ci has succeeded, but ${fault}`)
}
run(process.execPath, ['bin/dev/build.mjs', '--if-stale'], 'the build')

function needNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  fail(`Node.js ${major}.${minor} or newer is needed; this is ${process.version}`)
}

function whyInstall() {
  if (!existsSync(installed)) return 'node_modules is missing or unfinished'
  if (statSync(lock).mtimeMs > statSync(installed).mtimeMs && isOther()) {
    return 'package-lock.json has changed'
  }
  return addonFault()
}

/** A check-out gives the lock file a new time; only other packages are worth an install. */
function isOther() {
  const wanted = packagesOf(lock)
  const present = packagesOf(installed)
  const differs = ([path, it]) => present[path]?.version !== it.version
  const isNeeded = ([path, it]) => path !== '' && !it.optional && !it.devOptional && !it.peer
  const extra = Object.keys(present).some((path) => !(path in wanted))
  return extra || Object.entries(wanted).filter(isNeeded).some(differs)
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

function addonFault() {
  if (!existsSync(addon)) return 'the SQLite addon has not been compiled'
  try {
    createRequire(import.meta.url)(addon)
    return undefined
  } catch (error) {
    return `the SQLite addon cannot be loaded (${String(error.message).split('\n')[0]})`
  }
}

/** By the npm that started us, if one did. */
function npm(words) {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.[cm]?js$/.test(script)) run(process.execPath, [script, ...words], 'npm')
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, 'npm')
}

function run(program, words, what) {
  const shell = program.endsWith('.cmd')
  const { status, error } = spawnSync(program, words, { cwd: root, stdio: 'inherit', shell })
  if (error) fail(`${what} could not be started: ${error.message}`)
  if (status !== 0) fail(`${what} failed with status ${status}`)
}

function fail(sentence) {
  console.error(`setup: ${sentence}`)
  process.exit(1)
}
