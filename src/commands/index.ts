import type { CommandEntry } from './command-entry.ts'
import { dutyCommands } from './index-duties.ts'
import { fileCommands } from './index-files.ts'
import { officeCommands } from './index-office.ts'
import { useCommands } from './index-use.ts'

export type { CommandEntry } from './command-entry.ts'

/** All commands, in the order of the help (SPEC section 2). */
export const commandList: readonly CommandEntry[] = [
  ...fileCommands,
  ...useCommands,
  ...dutyCommands,
  ...officeCommands,
]
