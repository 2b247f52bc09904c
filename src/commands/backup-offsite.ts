import type { Column } from '../cli/printer.ts'
import { backupsMade, type MadeBackup } from '../store/backups.ts'
import type { Desk } from './desk.ts'

/** `backup list --elsewhere`: what the journal tells of copies that were taken elsewhere (S002-5.2-2). */
export async function sayOffsite(desk: Desk): Promise<void> {
  const { store } = await desk.read()
  const rows = [...backupsMade(store)].filter(({ offsite }) => offsite !== null)
  const many = desk.say.listing(rows, columns(desk))
  if (many === 0) desk.say.notice(desk.text.backup.list.noneOffsite)
}

function columns(desk: Desk): readonly Column<MadeBackup>[] {
  const text = desk.text.backup.list
  return [
    { key: 'backup', heading: text.backup, value: (it) => it.backup },
    {
      key: 'madeAt',
      heading: text.madeAt,
      value: (it) => it.at,
      shown: (it) => it.at.slice(0, 16).replace('T', ' '),
    },
    { key: 'offsite', heading: text.takenTo, value: (it) => it.offsite },
    { key: 'folder', heading: text.folder, value: (it) => it.folder },
  ]
}
