import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { Refusal } from '../domain/refusal.ts'
import { bells, Post } from '../exchange/post.ts'
import type { ChunkSource } from '../exchange/source.ts'
import type { PreparedRow } from './prepared-row.ts'
import type { Rows } from './prepared-rows.ts'
import type { Batch, Order, RefusalSent, Sent } from './row-thread.ts'

/** Where the built program has the code of the thread; run from its sources it has none. */
const threadCode = join(import.meta.dirname, 'row-thread.cjs')

/** So small that the rows of some chunks are little to hold. */
export const chunkBytes = 64 * 1024

/** Chunks that are on their way at once: the thread never waits for one, and memory stays flat. */
const ahead = 3

/** Of what a row is made of nothing lasts: with less room for it the thread takes some 30 MB less. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

/** A chunk takes milliseconds: after so long (ms) the thread is gone. */
const patience = 60_000

/**
 * Rows that a second thread reads and makes ready while this one writes: on two cores that takes
 * off this one all that is not the register's. Undefined where that cannot be or is not worth it:
 * for a list that the sample holds, on one core, without the thread's code.
 */
export async function rowsBeside(
  source: ChunkSource,
  order: Omit<Order, 'port' | 'bells'>,
  code = threadCode,
): Promise<Rows | undefined> {
  if (source.whole || availableParallelism() < 2 || !existsSync(code)) return undefined
  const { port1, port2 } = new MessageChannel()
  const both = bells()
  const whole: Order = { ...order, port: port2, bells: both }
  const worker = new Worker(code, { workerData: whole, transferList: [port2], resourceLimits })
  if ((await isReady(worker)) && source.rewind())
    return new BesideRows(source, new Post(port1, both, 0), worker)
  void worker.terminate()
  return undefined
}

/** False: it could not be begun. */
const isReady = (worker: Worker): Promise<boolean> =>
  new Promise((tell) => {
    worker.once('message', () => tell(true))
    worker.on('error', () => tell(false))
    worker.once('exit', () => tell(false))
  })

class BesideRows implements Rows {
  readonly #source: ChunkSource
  readonly #post: Post
  readonly #worker: Worker
  /** Chunks that have not been answered yet. */
  #open = 0
  #isRead = false
  #batch: Batch = { rows: [] }
  #at = 0

  constructor(source: ChunkSource, post: Post, worker: Worker) {
    this.#source = source
    this.#post = post
    this.#worker = worker
  }

  next(): PreparedRow | undefined {
    while (this.#at === this.#batch.rows.length) {
      if (this.#batch.ended) return this.#end()
      this.#batch = this.#answer()
      this.#at = 0
    }
    return this.#batch.rows[this.#at++]
  }

  get position(): number {
    return this.#source.position
  }

  close(): void {
    void this.#worker.terminate()
  }

  #answer(): Batch {
    while (this.#open < ahead && !this.#isRead) this.#send()
    const batch = this.#post.take(patience)
    if (batch === undefined) throw new Error('the thread that makes rows ready has gone')
    this.#open -= 1
    return batch as Batch
  }

  #send(): void {
    const sent = this.#read()
    this.#isRead = !(sent instanceof Uint8Array) || sent.length === 0
    this.#post.send(sent, sent instanceof Uint8Array ? [sent.buffer as ArrayBuffer] : [])
    this.#open += 1
  }

  /** What cannot be read is told in its turn, behind the rows before it. */
  #read(): Sent {
    const chunk = new Uint8Array(chunkBytes)
    try {
      return chunk.subarray(0, this.#source.read(chunk))
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      const { code, facts } = thrown as Refusal
      return { code, facts } satisfies RefusalSent
    }
  }

  #end(): undefined {
    const { refusal, fault } = this.#batch
    if (refusal) throw new Refusal(refusal.code, refusal.facts)
    if (fault !== undefined) throw fault
  }
}
