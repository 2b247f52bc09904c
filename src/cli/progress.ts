import { SingleBar } from 'cli-progress'
import type { Stream } from './streams.ts'

/** A bar on a terminal: how much of the file has been read, how many rows (or how much, in words). */
export interface Progress {
  readonly update: (bytes: number, rows: number | string) => void
  readonly stop: () => void
}

/** Draws on the program's own stderr, so that bar and notices never mix. Unknown length: rows only. */
export function progress(err: Stream, bytes: number | undefined): Progress {
  const total = bytes ?? 0
  const format = total > 0 ? '{bar} {percentage}%  {rows}  {eta_formatted}' : '{rows}'
  const bar = new SingleBar({
    format,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    synchronousUpdate: true,
    stream: drawnOn(err),
  })
  bar.start(total, 0, { rows: 0 })
  return {
    update: (at, rows) => bar.update(at, { rows }),
    stop: () => bar.stop(),
  }
}

/** cli-progress wants a terminal of Node's; ours has one writer. */
const drawnOn = (err: Stream): NodeJS.WriteStream => {
  const terminal = {
    isTTY: true,
    columns: err.columns ?? 80,
    write: (text: string) => err.write(text),
  }
  return terminal as unknown as NodeJS.WriteStream
}
