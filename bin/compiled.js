'use strict'
// Keeps the compiled code of the program where Node cannot do so by itself (before 22.1): that
// halves what the program adds to a start. Whatever goes wrong here, it is loaded all the same.
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Runs `program`, with its compiled code from `folder` where that is of this Node and this build.
 * The code that `command` needs is kept apart from that of others: little is read that is not run.
 */
exports.run = (program, folder, command) => {
  const loaded = new Map()
  const kept = []
  const begin = path.dirname(program) + path.sep
  const load = (file) => {
    if (loaded.has(file)) return loaded.get(file).exports
    const own = new Module(file, module)
    own.filename = file
    own.paths = Module._nodeModulePaths(begin)
    loaded.set(file, own)
    const beside = (request) => load(path.join(begin, request))
    const elsewhere = Module.createRequire(file)
    const requireFrom = (request) =>
      request.startsWith('./') ? beside(request) : elsewhere(request)
    const { script, where, isNew } = compiled(file, folder, command)
    if (isNew) kept.push({ script, where })
    script.runInThisContext().call(own.exports, own.exports, requireFrom, own, file, begin)
    own.loaded = true
    return own.exports
  }
  process.once('exit', (status) => {
    if (status === 0) for (const { script, where } of kept) keep(folder, where, script)
  })
  return load(program)
}

function compiled(file, folder, command) {
  const where = path.join(folder, nameOf(file, command))
  const code = read(where)
  // the build has put it into a function
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file, cachedData: code })
  return { script, where, isNew: !code || script.cachedDataRejected }
}

/** One name per file, Node, machine, build and command: V8 itself compares no more than lengths. */
function nameOf(file, command) {
  const { size, mtimeMs } = fs.statSync(file)
  const build = [process.version, process.arch, size, Math.round(mtimeMs)].join('-')
  return `${path.basename(file, '.cjs')}-${command}@${build}`
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** Written under another name first, so that nobody reads half of it; what older builds left goes. */
function keep(folder, file, script) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const [subject] = path.basename(file).split('@')
    const older = fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(`${subject}@${process.version}-`))
    for (const name of older) fs.rmSync(path.join(folder, name), { force: true })
    const partial = `${file}.${process.pid}`
    fs.writeFileSync(partial, script.createCachedData(), { mode: 0o600 })
    fs.renameSync(partial, file)
  } catch {
    // a cache that cannot be written is no fault
  }
}
