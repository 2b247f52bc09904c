import { receiveMessageOnPort, type MessagePort, type Transferable } from 'node:worker_threads'

/** Which end of the line this is. */
export type End = 0 | 1

/** What both ends ring: how many messages each of them was sent. */
export const bells = (): Int32Array => new Int32Array(new SharedArrayBuffer(8))

/**
 * One end of a line between two threads. A message can be waited for without going back to the
 * event loop, in the middle of a transaction.
 */
export class Post {
  readonly #port: MessagePort
  readonly #bells: Int32Array
  readonly #end: End

  constructor(port: MessagePort, bells: Int32Array, end: End) {
    this.#port = port
    this.#bells = bells
    this.#end = end
  }

  /** What is transferred is gone on this side, and costs nothing. */
  send(message: unknown, transferred: readonly Transferable[] = []): void {
    const other = 1 - this.#end
    this.#port.postMessage(message, transferred)
    Atomics.add(this.#bells, other, 1)
    Atomics.notify(this.#bells, other)
  }

  /** The next message; undefined where none has come for that long (ms). */
  take(patience = Number.POSITIVE_INFINITY): unknown {
    for (;;) {
      const heard = Atomics.load(this.#bells, this.#end)
      const received = receiveMessageOnPort(this.#port)
      if (received) return received.message
      if (Atomics.wait(this.#bells, this.#end, heard, patience) === 'timed-out') return undefined
    }
  }
}
