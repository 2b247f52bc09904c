import { Command } from '@commander-js/extra-typings'
import { statSync } from 'node:fs'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { manifestsIn, type Manifest } from '../store/manifest.ts'
import { folderFor, sizeOf } from './backup-view.ts'
import type { Desk } from './desk.ts'

interface Listed extends Manifest {
  readonly path: string
  readonly state: 'present' | 'missing' | 'changed'
}

/** `backup list [dir]`: what the manifests in a folder say, newest first. Opens no archive file. */
export function backupListCommand(desk: Desk) {
  const text = desk.text.backup.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[dir]', desk.text.backup.dir)
    .action((dir) => {
      const folder = folderFor(desk, dir)
      const rows = manifestsIn(folder).map(listed)
      const many = desk.say.listing(rows, columns(desk))
      if (many === 0) desk.say.notice(text.empty(folder))
    })
  const examples = ['dangan backup list', 'dangan backup list /mnt/usb/dangan --json']
  return withManual(command, { examples, exits: [] }, desk.text)
}

function listed({ path, manifest }: { path: string; manifest: Manifest }): Listed {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  const state = size === undefined ? 'missing' : size === manifest.bytes ? 'present' : 'changed'
  return { ...manifest, path, state }
}

function columns(desk: Desk): readonly Column<Listed>[] {
  const text = desk.text.backup.list
  return [
    { key: 'backup', heading: text.backup, value: (it) => it.backup },
    {
      key: 'madeAt',
      heading: text.madeAt,
      value: (it) => it.madeAt,
      shown: (it) => it.madeAt.slice(0, 16).replace('T', ' '),
    },
    { key: 'archives', heading: text.archives, value: (it) => it.archives },
    { key: 'entries', heading: text.entries, value: (it) => it.entries },
    {
      key: 'bytes',
      heading: text.size,
      value: (it) => it.bytes,
      shown: (it) => sizeOf(it.bytes),
    },
    {
      key: 'state',
      heading: text.state,
      value: (it) => it.state,
      shown: (it) => text.states[it.state],
    },
    { key: 'journalHead', heading: 'journalHead', value: (it) => it.journalHead, besides: true },
    { key: 'sha256', heading: 'SHA-256', value: (it) => it.sha256, besides: true },
    { key: 'path', heading: 'path', value: (it) => it.path, besides: true },
  ]
}
