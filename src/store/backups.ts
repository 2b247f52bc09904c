import type { Instant } from '../domain/words.ts'
import type { Store } from './store.ts'

/** A backup as the journal tells of its making. */
export interface MadeBackup {
  readonly backup: string
  readonly at: Instant
  readonly folder: string
  readonly offsite: string | null
}

/** Details of the office come by archive 0: acts on archives, which may be millions, are passed by. */
const madeText = `SELECT j.object, j.at, d.detail FROM journal_detail d JOIN journal j USING (seq)
  WHERE d.archive_id = 0 AND j.action = 'registry.backup' ORDER BY d.seq DESC`

/** All that the journal tells of, newest first. */
export function* backupsMade(store: Store): Generator<MadeBackup> {
  for (const [backup, at, detail] of store.walk(madeText)) {
    const { folder, offsite } = JSON.parse(String(detail)) as Partial<MadeBackup>
    yield { backup: String(backup), at: String(at), folder: folder ?? '', offsite: offsite ?? null }
  }
}

/** Every folder that a backup ever went to. */
export const backupFolders = (store: Store): string[] => [
  ...new Set([...backupsMade(store)].map(({ folder }) => folder)),
]
