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
  { name: 'add', group: 'files', load: async (desk) => (await import('./add.ts')).addCommand(desk) },
  { name: 'show', group: 'files', load: async (desk) => (await import('./show.ts')).showCommand(desk) },
  { name: 'init', group: 'office', load: async (desk) => (await import('./init.ts')).initCommand(desk) },
]
