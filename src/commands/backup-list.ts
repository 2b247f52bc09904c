import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { Refusal } from '../domain/refusal.ts'
import { manifestsIn } from '../store/manifest.ts'
import { containedIn, purgesIn, type Contained } from './backup-contents.ts'
import { sayOffsite } from './backup-offsite.ts'
import { stateOf } from './backup-rotating.ts'
import { folderFor, sizeOf } from './backup-view.ts'
import type { Desk } from './desk.ts'

/** `backup list [dir]`: what the manifests in a folder say, newest first; opens no archive file unless asked what is in one. */
export function backupListCommand(desk: Desk) {
  const text = desk.text.backup.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .argument('[dir]', desk.text.backup.dir)
    .option('--contains <number>', text.contains)
    .option('--elsewhere', text.elsewhere)
    .action(async (dir, { contains, elsewhere }) => {
      if (elsewhere && contains !== undefined)
        throw new Refusal('usage.together', { options: ['--elsewhere', '--contains'] })
      if (elsewhere) return sayOffsite(desk)
      const folder = folderFor(desk, dir)
      const rows = await listed(desk, folder, contains)
      const many = desk.say.listing(rows, columns(desk, contains !== undefined))
      if (many === 0) desk.say.notice(text.empty(folder))
      else if (contains !== undefined) sayHolding(desk, rows, contains)
    })
  const examples = [
    'dangan backup list',
    'dangan backup list /mnt/usb/dangan --json',
    'dangan backup list --contains RG2010-0001',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}

type Listed = Awaited<ReturnType<typeof listed>>[number]

async function listed(desk: Desk, folder: string, contains: string | undefined) {
  const found = manifestsIn(folder)
  const purges = purgesIn(folder, desk.globals.file)
  const holds = contains === undefined ? undefined : await containedIn(desk, found, contains)
  return found.map(({ path, manifest }) => ({
    ...manifest,
    ...{ path, offsite: manifest.offsite ?? null },
    state: stateOf(path, manifest),
    purgedSince: purges(manifest),
    contains: holds?.get(path) ?? null,
  }))
}

/** Which of them are to be seen to. */
function sayHolding(desk: Desk, rows: readonly Listed[], number: string): void {
  const { list: text } = desk.text.backup
  const holding = rows.filter(({ contains }) => contains === true).length
  const unread = rows.filter(({ contains }) => contains === null).length
  desk.say.notice(text.holding(number, holding, rows.length))
  if (unread > 0) desk.say.notice(text.unread(unread))
}

function columns(desk: Desk, asked: boolean): readonly Column<Listed>[] {
  const text = desk.text.backup.list
  const contains: Column<Listed & { contains: Contained }> = {
    key: 'contains',
    heading: text.containing,
    value: (it) => it.contains,
    shown: (it) => text.contained(it.contains),
  }
  return [
    { key: 'backup', heading: text.backup, value: (it) => it.backup },
    {
      key: 'madeAt',
      heading: text.madeAt,
      value: (it) => it.madeAt,
      shown: (it) => it.madeAt.slice(0, 16).replace('T', ' '),
    },
    { key: 'archives', heading: text.archives, value: (it) => it.archives },
    { key: 'entries', heading: text.entries, value: (it) => it.entries, besides: true },
    { key: 'bytes', heading: text.size, value: (it) => it.bytes, shown: (it) => sizeOf(it.bytes) },
    {
      key: 'state',
      heading: text.state,
      value: (it) => it.state,
      shown: (it) => text.states[it.state],
    },
    { key: 'purgedSince', heading: text.purgedSince, value: (it) => it.purgedSince },
    ...(asked ? [contains] : []),
    { key: 'offsite', heading: text.takenTo, value: (it) => it.offsite },
    { key: 'journalHead', heading: 'journalHead', value: (it) => it.journalHead, besides: true },
    { key: 'sha256', heading: 'SHA-256', value: (it) => it.sha256, besides: true },
    { key: 'path', heading: 'path', value: (it) => it.path, besides: true },
  ]
}
