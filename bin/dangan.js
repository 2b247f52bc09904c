#!/usr/bin/env node
'use strict'
// Written in the syntax of 2009, so that an old Node answers with a sentence.
var major = Number(process.versions.node.split('.')[0])
var minor = Number(process.versions.node.split('.')[1])

if (major < 20 || (major === 20 && minor < 17)) {
  stop([
    'dangan 需要 Node.js 20.17 或更新的版本，当前版本是 ' + process.version + '。',
    'dangan 需要 Node.js 20.17 或更新的版本，目前版本是 ' + process.version + '。',
    'dangan needs Node.js 20.17 or newer; this is ' + process.version + '.',
  ])
} else {
  start()
}

function start() {
  var path = require('path')
  var program = path.join(__dirname, '..', 'dist', 'dangan.cjs')
  try {
    load(path, program)
  } catch (error) {
    if (!isMissing(error, program)) throw error
    stop([
      '程序尚未构建：请先在项目目录运行 npm run build。',
      '程式尚未建置：請先在專案目錄執行 npm run build。',
      'The program has not been built yet: run npm run build in the project folder.',
    ])
  }
}

// Compiled code is kept between runs, by Node itself from 22.1 on. Its default place is the
// shared /tmp; ours is private to the user, because what lies there is run.
function load(path, program) {
  var caches = process.env.XDG_CACHE_HOME || path.join(require('os').homedir(), '.cache')
  var folder = path.join(caches, 'dangan', 'code')
  var enable = require('module').enableCompileCache
  if (process.env.NODE_COMPILE_CACHE || !path.isAbsolute(caches)) return require(program)
  var command = /^[a-z]+$/.test(process.argv[2]) ? process.argv[2] : 'dangan'
  if (!enable) return require('./compiled.js').run(program, folder, command)
  enable(path.join(folder, command))
  return require(program)
}

function isMissing(error, program) {
  return (
    error &&
    /^(MODULE_NOT_FOUND|ENOENT)$/.test(error.code) &&
    String(error.message).indexOf(program) >= 0
  )
}

function stop(sentences) {
  process.stderr.write(sentences.join('\n') + '\n')
  process.exitCode = 1
}
