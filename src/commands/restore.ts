import { Command } from '@commander-js/extra-typings'
import { basename, resolve } from 'node:path'
import type { Question } from '../cli/ask.ts'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { manifestsIn } from '../store/manifest.ts'
import { isThere } from '../store/place.ts'
import { backupMeant } from './backup-meant.ts'
import { folderFor, keyOf } from './backup-view.ts'
import type { Desk } from './desk.ts'
import { keyFile } from './keys.ts'
import { closePresent, planRestore, type RestorePlan, type RestoreWish } from './restore-plan.ts'
import { sayPlan, sayRestored, warnOf } from './restore-saying.ts'
import { carryOutRestore } from './restoring.ts'
import { wordsGiven } from './text-given.ts'

interface RestoreOptions {
  readonly to?: string
  readonly register: boolean
  readonly reason?: string
  readonly confirm?: string
  readonly backupKeyFile?: string
}

/** `restore <backup>`: puts a backup in place; what was purged since does not come back (SPEC 10, 15.8). */
export function restoreCommand(desk: Desk) {
  const text = desk.text.restore
  const command = new Command('restore')
    .summary(text.summary)
    .description(text.description)
    .argument('[backup]', text.backup)
    .option('--to <path>', text.to)
    .option('--no-register', text.noRegister)
    .option('--reason <reason>', text.reason)
    .option('--confirm <name>', text.confirm)
    .option('--backup-key-file <path>', text.backupKeyFile)
    .action((given, options) => restore(desk, given, options))
  const examples = [
    'dangan restore archive-20261120T020000Z --dry-run',
    'dangan restore backups/archive-20261120T020000Z.db --to restored.db',
    'dangan restore archive-20261120T020000Z --confirm archive.db',
  ]
  return withManual(command, { examples, exits: manualExits }, desk.text)
}

const manualExits = [
  exits.refused,
  exits.missing,
  exits.notPermitted,
  exits.busy,
  exits.integrity,
] as const

async function restore(
  desk: Desk,
  given: string | undefined,
  options: RestoreOptions,
): Promise<void> {
  const plan = await planRestore(desk, await wished(desk, given, options))
  try {
    warnOf(desk, plan)
    if (desk.globals.dryRun) return sayPlan(desk, plan)
    await requireConfirmed(desk, plan, options.confirm)
    sayRestored(desk, plan, await carryOutRestore(desk, plan))
  } finally {
    closePresent(plan.present)
  }
}

/** @throws Refusal backup.missing, restore.itself, usage.missing */
async function wished(
  desk: Desk,
  given: string | undefined,
  { to, register, reason, backupKeyFile }: RestoreOptions,
): Promise<RestoreWish> {
  const usual = resolve(desk.globals.file)
  const target = to === undefined ? usual : resolve(to)
  if (!register && reason === undefined)
    throw new Refusal('usage.missing', { options: ['--reason'] })
  const folder = folderFor(desk, undefined)
  const named = await desk.ask(
    { backup: whichOf(desk, folder) },
    given === undefined ? {} : { backup: given },
  )
  const backup = backupMeant(folder, named.backup)
  if (backup === target) throw new Refusal('restore.itself', { path: target })
  const key = backupKeyFile === undefined ? await keyOf(desk, backup) : keyFile(backupKeyFile)
  const unregistered = register ? undefined : wordsGiven('--reason', reason ?? '')
  return { backup, target, usual, key, unregistered }
}

/** So many are offered; who wants an older one names it. */
const offered = 20

/** The backups that lie there, newest first; where there are none, one is named. */
function whichOf(desk: Desk, folder: string): Question {
  const text = desk.text.restore
  const choices = manifestsIn(folder)
    .slice(0, offered)
    .map(({ manifest: { backup, madeAt, archives } }) => ({
      value: backup,
      name: text.offer(backup, madeAt.slice(0, 16).replace('T', ' '), archives),
    }))
  const question = { message: text.backup, option: '<backup>' }
  return choices.length > 0
    ? { kind: 'choice', choices, ...question }
    : { kind: 'text', ...question }
}

/** What is replaced is never replaced silently: its name is typed. @throws Refusal restore.unconfirmed, usage.confirm */
async function requireConfirmed(
  desk: Desk,
  { wish: { target } }: RestorePlan,
  said: string | undefined,
): Promise<void> {
  if (!isThere(target) || (desk.globals.yes && said === undefined)) return
  const name = basename(target)
  if (said === undefined && !desk.globals.interactive)
    throw new Refusal('usage.confirm', { command: 'dangan restore' })
  const message = desk.text.restore.ask(name)
  const { confirm } = await desk.ask(
    { confirm: { kind: 'text', message, option: '--confirm' } },
    said === undefined ? {} : { confirm: said },
  )
  if (confirm.normalize('NFC').trim() !== name.normalize('NFC'))
    throw new Refusal('restore.unconfirmed', { path: target, said: confirm })
}
