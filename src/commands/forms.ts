import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Desk } from './desk.ts'
import { cardFormCommand } from './form-card.ts'
import { labelFormCommand } from './form-label.ts'

/**
 * Every form that the office prints (SPEC 8), in the order of the help. A new one is a line here, a
 * command that gathers what it says and hands it to `printForm`, and a sheet in exchange/.
 */
export const forms: readonly ((desk: Desk) => CommandUnknownOpts)[] = [
  cardFormCommand,
  labelFormCommand,
]
