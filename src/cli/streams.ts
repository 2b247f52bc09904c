import { writeSync } from 'node:fs'

/** Thrown once nobody reads our output any more (`dangan list | head -1`): the command ends quietly. */
export class ReaderGone extends Error {}

/** A disk that is full under `>`, or the like: status 1, never success (SPEC 15.17). */
export class OutputFailed extends Error {}

/** How the program writes to a stream: the one writer there is. */
export interface Stream {
  readonly isTerminal: boolean
  /** Columns, where it is a terminal. */
  readonly columns: number | undefined
  write(text: string): void
  /** Bytes as they are, at once, behind what was written before. */
  bytes(piece: Uint8Array): void
  /** Hands on what is still held back. */
  flush(): void
}

const heldBack = 64 * 1024

/** Writes to a file descriptor, whole, and where nobody watches in good-sized pieces; waits where a pipe is full. */
export function streamOn(
  fd: number,
  terminal: { readonly isTerminal: boolean; readonly columns: number | undefined },
  patient = !terminal.isTerminal,
): Stream {
  let held = ''
  const flush = () => {
    const text = held
    held = ''
    if (text !== '') writeWhole(fd, Buffer.from(text))
  }
  return {
    ...terminal,
    flush,
    bytes(piece) {
      flush()
      writeWhole(fd, piece)
    },
    write(text) {
      held += text
      if (!patient || held.length > heldBack) flush()
    },
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  let at = 0
  while (at < bytes.length) at += writeSome(fd, bytes, at)
}

function writeSome(fd: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(fd, bytes, at)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EPIPE') throw new ReaderGone()
    if (code !== 'EAGAIN') throw new OutputFailed(String((thrown as Error).message))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}
