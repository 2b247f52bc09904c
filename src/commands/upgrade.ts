import { schemaSteps } from '../exchange/package-files.ts'
import { backupBeforeUpgrade } from '../store/backup.ts'
import { openToWrite } from '../store/open.ts'
import type { Key } from '../store/key.ts'
import { migrate } from '../store/schema.ts'
import type { Desk } from './desk.ts'

/** Brings an older file's shape up to date, after a copy has been laid beside it. */
export function upgradeFile(desk: Desk, path: string, key: Key | undefined): void {
  const store = openToWrite(path, key)
  try {
    const copy = backupBeforeUpgrade(store, path)
    migrate(store, schemaSteps())
    desk.say.notice(desk.text.program.migrated(copy))
  } finally {
    store.close()
  }
}
