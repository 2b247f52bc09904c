import { spawnSync } from 'node:child_process'

/** How a program of other people's making ended, and what it said. */
export interface Ended {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs another program, without a shell, with `input` on its stdin; undefined: it is not on this machine. */
export type RunOther = (
  program: string,
  words: readonly string[],
  input: string,
) => Promise<Ended | undefined>

/** Longest that another program may take, ms, and most that it may say, bytes. */
const limits = { timeout: 30_000, maxBuffer: 16 * 1024 * 1024 }

/**
 * `RunOther` at once, in the environment `env`. Times are said in UTC and words in English,
 * whatever the machine speaks. Throws where the program was killed, or cannot be run at all.
 */
export function runOther(
  env: Readonly<Record<string, string | undefined>>,
  ...[program, words, input]: Parameters<RunOther>
): Ended | undefined {
  const setting = { ...limits, input, encoding: 'utf8', windowsHide: true } as const
  const ended = spawnSync(program, words, { ...setting, env: { ...env, TZ: 'UTC', LC_ALL: 'C' } })
  const { status, stdout, stderr, signal } = ended
  const fault = ended.error as NodeJS.ErrnoException | undefined
  if (fault?.code === 'ENOENT') return undefined
  if (status === null) throw new Error(`${program}: ${fault?.message ?? signal}`)
  return { status, out: stdout, err: stderr }
}
