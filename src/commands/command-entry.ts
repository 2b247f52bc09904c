import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import type { Desk } from './desk.ts'

/** A command of the program: its group in the help, and where its body is. */
export interface CommandEntry {
  readonly name: string
  readonly group: keyof Catalog['program']['groups']
  /** What it is for: the list of commands says so without loading it. */
  readonly text: (catalog: Catalog) => { readonly summary: string }
  /** Loads and builds it; nothing else is loaded before it is needed. */
  readonly load: (desk: Desk) => Promise<CommandUnknownOpts>
}
