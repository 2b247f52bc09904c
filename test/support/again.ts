import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestOffice } from './office.ts'

/**
 * Keeps an office as it is; gives what puts it back there. Founding one for each test takes far
 * longer.
 */
export function keptAsIs(office: TestOffice): () => void {
  const { today, account } = office
  const env = { ...office.env }
  // what is still in its log goes into the file
  office.meddle((store) => store.pragma('wal_checkpoint(TRUNCATE)'))
  const bytes = readFileSync(office.file)
  return () => {
    for (const name of readdirSync(office.room))
      rmSync(join(office.room, name), { recursive: true, force: true })
    writeFileSync(office.file, bytes, { mode: 0o600 })
    Object.assign(office, { today, account })
    for (const name of Object.keys(office.env)) delete office.env[name]
    Object.assign(office.env, env)
  }
}
