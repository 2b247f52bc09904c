import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const compiled = 'build/Release/better_sqlite3.node'

/** npm 12 runs the script that compiles it only when told; elsewhere package.json tells it. */
const allow = '--allow-scripts=better-sqlite3-multiple-ciphers'

/**
 * The compiled SQLite addon, to be passed as `nativeBinding`.
 * The bundle has no package around it from which the driver could find it by itself.
 */
export function nativeBinding(): string {
  const here = import.meta.dirname
  // dist/ and src/store/ of this package; then wherever npm has hoisted the driver to
  for (const up of ['..', '../..']) {
    const path = join(here, up, 'node_modules/better-sqlite3', compiled)
    if (existsSync(path)) return path
  }
  const path = hoisted()
  if (path && existsSync(path)) return path
  throw new Error(
    `找不到编译好的 SQLite 组件，请重新安装：npm ci（npm 12 全局安装须加 ${allow}）\n` +
      `找不到編譯好的 SQLite 元件，請重新安裝：npm ci（npm 12 全域安裝須加 ${allow}）\n` +
      `The compiled SQLite addon is missing; install again: npm ci (npm 12, globally: with ${allow})`,
  )
}

/** What the loader says of an addon that was compiled for another Node, in words that help. */
export function addonFault(thrown: unknown): unknown {
  if ((thrown as { code?: unknown }).code !== 'ERR_DLOPEN_FAILED') return thrown
  return new Error(
    `SQLite 组件是为另一版 Node.js 编译的，请重新编译：npm rebuild better-sqlite3\n` +
      `SQLite 元件是為另一版 Node.js 編譯的，請重新編譯：npm rebuild better-sqlite3\n` +
      `The SQLite addon was compiled for another Node.js; compile it again: npm rebuild better-sqlite3\n` +
      String((thrown as Error).message),
  )
}

function hoisted(): string | undefined {
  try {
    const find = createRequire(import.meta.filename).resolve
    return join(find('better-sqlite3/package.json'), '..', compiled)
  } catch {
    return undefined
  }
}
