import { Chalk, type ColorSupportLevel } from 'chalk'

/** Restrained colour for one stream; what it says is always said in words too. */
export interface Paint {
  readonly heading: (text: string) => string
  readonly error: (text: string) => string
  readonly dim: (text: string) => string
  readonly answer: (text: string) => string
  readonly good: (text: string) => string
}

const same = (text: string): string => text

/** No colour at all. */
export const plainPaint: Paint = { heading: same, error: same, dim: same, answer: same, good: same }

/** Colours for a stream, or none. */
export function paintFor(coloured: boolean): Paint {
  if (!coloured) return plainPaint
  const level: ColorSupportLevel = 1
  const chalk = new Chalk({ level })
  return {
    heading: chalk.bold,
    error: chalk.red,
    dim: chalk.dim,
    answer: chalk.cyan,
    good: chalk.green,
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Is colour wanted on a stream? `--no-color`, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether
 * it is a terminal (ux 2). chalk itself ignores NO_COLOR (chalk#547), so this is decided here.
 */
export function isColoured(
  stream: { readonly isTerminal: boolean },
  wanted: boolean,
  env: Environment,
): boolean {
  if (!wanted) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR']) return false
  return env['TERM'] !== 'dumb' && stream.isTerminal
}
