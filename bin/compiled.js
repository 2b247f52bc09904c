'use strict'
// Keeps the compiled code of the program where Node cannot do so by itself (before 22.1): it
// halves the time to start. Whatever goes wrong here, the program is loaded in the ordinary way.
var fs = require('fs')
var path = require('path')
var vm = require('vm')
var Module = require('module')

/** Runs `program`, with its compiled code from `folder` where that is of this Node and this build. */
exports.run = function (program, folder) {
  var kept = path.join(folder, nameOf(program))
  var code = read(kept)
  var script = new vm.Script(Module.wrap(fs.readFileSync(program, 'utf8')), {
    filename: program,
    cachedData: code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  var own = new Module(program, module)
  own.filename = program
  own.paths = Module._nodeModulePaths(path.dirname(program))
  require.cache[program] = own
  script.runInThisContext().call(own.exports, own.exports, Module.createRequire(program), own, program, path.dirname(program))
  own.loaded = true
  if (code && !script.cachedDataRejected) return
  process.once('exit', function () {
    keep(folder, kept, script)
  })
}

/** One name per Node, machine and build: V8 itself compares no more than lengths. */
function nameOf(program) {
  var stat = fs.statSync(program)
  var build = [process.version, process.arch, stat.size, Math.round(stat.mtimeMs)].join('-')
  return path.basename(program) + '-' + build
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch (_) {
    return undefined
  }
}

/** Written under another name first, so that nobody reads half of it; older builds go. */
function keep(folder, file, script) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 448 })
    fs.readdirSync(folder).forEach(function (name) {
      if (name.indexOf('dangan.cjs-' + process.version) === 0) fs.unlinkSync(path.join(folder, name))
    })
    var partial = file + '.' + process.pid
    fs.writeFileSync(partial, script.createCachedData(), { mode: 384 })
    fs.renameSync(partial, file)
  } catch (_) {
    // a cache that cannot be written is no fault
  }
}
