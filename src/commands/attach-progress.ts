import { statSync } from 'node:fs'
import { sizeOf } from './backup-view.ts'
import type { Desk } from './desk.ts'

/** A bar at a terminal, where much is to be read; elsewhere nothing. */
export interface ReadingBar {
  /** So many bytes more have been read. */
  readonly tell: (bytes: number) => void
  readonly stop: () => void
}

const silent: ReadingBar = { tell: () => undefined, stop: () => undefined }

/** Below this nobody has time to look, bytes. */
const much = 50e6

/** For reading these files, whichever of them are there. */
export const readingBar = (desk: Desk, files: readonly string[]): Promise<ReadingBar> =>
  barOf(
    desk,
    files.reduce((sum, path) => sum + bytesAt(path), 0),
  )

/** For reading so many bytes. */
export async function barOf(desk: Desk, bytes: number): Promise<ReadingBar> {
  if (!desk.say.err.isTerminal || desk.say.manner.quiet || bytes < much) return silent
  const bar = (await import('../cli/progress.ts')).progress(desk.say.err, bytes)
  let read = 0
  return {
    tell(more) {
      read += more
      bar.update(read, sizeOf(read))
    },
    stop: () => bar.stop(),
  }
}

function bytesAt(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
