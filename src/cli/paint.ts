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

/** The colours of stdout and of stderr. */
export interface Paints {
  readonly out: Paint
  readonly err: Paint
}

export const plainPaints: Paints = { out: plainPaint, err: plainPaint }

type Seen = Parameters<typeof isColoured>[0]

/** Decides for each stream by itself; loads colours only where there are any. */
export async function paintsFor(
  streams: { readonly out: Seen; readonly err: Seen },
  wanted: boolean,
  env: Environment,
): Promise<Paints> {
  const [out, err] = [streams.out, streams.err].map((it) => isColoured(it, wanted, env))
  if (!out && !err) return plainPaints
  const { colours } = await import('./colours.ts')
  return { out: out ? colours : plainPaint, err: err ? colours : plainPaint }
}
