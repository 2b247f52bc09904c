import type { CommandUnknownOpts } from '@commander-js/extra-typings'

/** Options that `note` and commands under it have in common. */
export interface NoteOptions {
  readonly kind?: string
  readonly text?: string
  readonly set?: readonly string[]
  readonly on?: string
  readonly reason?: string
}

/** Those of them that the line says: `note` takes its own wherever they stand. */
export function noteOptions(
  command: CommandUnknownOpts,
  ...names: readonly (keyof NoteOptions)[]
): NoteOptions {
  const said = command.optsWithGlobals() as NoteOptions
  return Object.fromEntries(
    names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  )
}
