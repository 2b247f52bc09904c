import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import type { Desk } from './desk.ts'

/** A command of the program: its group in the help, and where its body is. */
export interface CommandEntry {
  readonly name: string
  readonly group: keyof Catalog['program']['groups']
  /** Loads and builds it; nothing else is loaded before it is needed. */
  readonly load: (desk: Desk) => Promise<CommandUnknownOpts>
}

/** All commands, in the order of the help (SPEC section 2). */
export const commandList: readonly CommandEntry[] = [
  {
    name: 'add',
    group: 'files',
    load: async (desk) => (await import('./add.ts')).addCommand(desk),
  },
  {
    name: 'update',
    group: 'files',
    load: async (desk) => (await import('./update.ts')).updateCommand(desk),
  },
  {
    name: 'classify',
    group: 'files',
    load: async (desk) => (await import('./classify.ts')).classifyCommand(desk),
  },
  {
    name: 'show',
    group: 'files',
    load: async (desk) => (await import('./show.ts')).showCommand(desk),
  },
  {
    name: 'find',
    group: 'files',
    load: async (desk) => (await import('./find.ts')).findCommand(desk),
  },
  {
    name: 'list',
    group: 'files',
    load: async (desk) => (await import('./list.ts')).listCommand(desk),
  },
  {
    name: 'note',
    group: 'files',
    load: async (desk) => (await import('./note.ts')).noteCommand(desk),
  },
  {
    name: 'attach',
    group: 'files',
    load: async (desk) => (await import('./attach.ts')).attachCommand(desk),
  },
  {
    name: 'verify',
    group: 'files',
    load: async (desk) => (await import('./verify.ts')).verifyCommand(desk),
  },
  {
    name: 'merge',
    group: 'files',
    load: async (desk) => (await import('./merge.ts')).mergeCommand(desk),
  },
  {
    name: 'import',
    group: 'files',
    load: async (desk) => (await import('./import.ts')).importCommand(desk),
  },
  {
    name: 'export',
    group: 'files',
    load: async (desk) => (await import('./export.ts')).exportCommand(desk),
  },
  {
    name: 'init',
    group: 'office',
    load: async (desk) => (await import('./init.ts')).initCommand(desk),
  },
  {
    name: 'policy',
    group: 'office',
    load: async (desk) => (await import('./policy.ts')).policyCommand(desk),
  },
  {
    name: 'staff',
    group: 'office',
    load: async (desk) => (await import('./staff.ts')).staffCommand(desk),
  },
  {
    name: 'log',
    group: 'office',
    load: async (desk) => (await import('./log.ts')).logCommand(desk),
  },
  {
    name: 'backup',
    group: 'office',
    load: async (desk) => (await import('./backup.ts')).backupCommand(desk),
  },
  {
    name: 'completion',
    group: 'office',
    load: async (desk) => (await import('./completion.ts')).completionCommand(desk),
  },
  {
    name: 'man',
    group: 'office',
    load: async (desk) => (await import('./man.ts')).manCommand(desk),
  },
]
