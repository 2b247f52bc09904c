'use strict'
// Keeps the compiled code of the program where Node cannot do so by itself (before 22.1): that
// halves what the program adds to a start. Whatever goes wrong here, it is loaded all the same.
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

/** Runs `program`, with its compiled code from `folder` where that is of this Node and this build. */
exports.run = (program, folder) => {
  const kept = path.join(folder, nameOf(program))
  const code = read(kept)
  const script = new vm.Script(Module.wrap(fs.readFileSync(program, 'utf8')), {
    filename: program,
    cachedData: code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const own = new Module(program, module)
  own.filename = program
  own.paths = Module._nodeModulePaths(path.dirname(program))
  require.cache[program] = own
  const words = [own.exports, Module.createRequire(program), own, program, path.dirname(program)]
  script.runInThisContext().call(own.exports, ...words)
  own.loaded = true
  if (!code || script.cachedDataRejected) process.once('exit', () => keep(folder, kept, script))
}

/** One name per Node, machine and build: V8 itself compares no more than lengths. */
function nameOf(program) {
  const { size, mtimeMs } = fs.statSync(program)
  return ['dangan', process.version, process.arch, size, Math.round(mtimeMs)].join('-')
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
    const older = fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(`dangan-${process.version}-`))
    for (const name of older) fs.rmSync(path.join(folder, name), { force: true })
    const partial = `${file}.${process.pid}`
    fs.writeFileSync(partial, script.createCachedData(), { mode: 0o600 })
    fs.renameSync(partial, file)
  } catch {
    // a cache that cannot be written is no fault
  }
}
