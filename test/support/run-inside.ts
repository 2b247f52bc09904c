import type { Stream } from '../../src/cli/streams.ts'
import { runProgram } from '../../src/commands/run.ts'
import { runHere } from './keys.ts'
import type { Environment } from './program.ts'

/** What main.ts would take from the machine. */
export interface Inside {
  readonly env: Environment
  readonly account: string
  readonly home: string
  readonly clock: () => Date
  /** Standard input, which is no terminal. */
  readonly fd: number
  /** How long a writer waits for another, ms. */
  readonly patience?: number
}

/** Runs a command line through the whole program in this process, without a start of its own. */
export async function runInside(
  words: readonly string[],
  { fd, patience = 15_000, ...around }: Inside,
): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [captured(), captured()]
  const status = await runProgram({
    ...around,
    words,
    out,
    err,
    stdin: { fd, isTerminal: false },
    platform: 'linux',
    version: '0.0.0',
    spillInto: () => undefined,
    processes: { name: 'test', isRunning: () => false, runOther: runHere },
    patience,
  })
  return { status, out: out.text, err: err.text }
}

function captured(): Stream & { text: string } {
  const stream = {
    isTerminal: false,
    columns: undefined,
    text: '',
    write: (text: string) => void (stream.text += text),
    bytes: (piece: Uint8Array) => void (stream.text += Buffer.from(piece).toString('latin1')),
    flush: () => undefined,
  }
  return stream
}
