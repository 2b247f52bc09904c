import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Before the first test: dist/ is as new as src/. If it cannot be built, only the tests that run
 * the built program fail (they look at this variable), never against an old one.
 */
export default function setup(): void {
  const build = join(import.meta.dirname, '../../bin/dev/build.mjs')
  try {
    execFileSync(process.execPath, [build, '--if-stale'], { stdio: 'inherit' })
  } catch {
    process.env['DANGAN_UNBUILT'] = '1'
  }
}
