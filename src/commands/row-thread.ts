import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { HeadingMap } from '../domain/headings.ts'
import { columnsTaken, isBlankRow } from '../domain/import-row.ts'
import { Refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts'
import { readRecords, type CsvShape } from '../exchange/csv-read.ts'
import { Post } from '../exchange/post.ts'
import type { Bytes } from '../exchange/source.ts'
import { preparer, type Preparation, type PreparedRow } from './prepared-row.ts'

/** What the thread that makes rows ready is begun with: columns hold functions, which cannot be sent. */
export interface Order {
  readonly port: MessagePort
  readonly bells: Int32Array
  readonly shape: CsvShape
  readonly headings: HeadingMap
  readonly preparation: Omit<Preparation, 'columns'>
}

/** What goes to the thread: the next bytes, none at the end; or what came of reading them. */
export type Sent = Uint8Array | RefusalSent

export interface RefusalSent {
  readonly code: RefusalCode
  readonly facts: RefusalFacts[RefusalCode]
}

/** What comes back: for all bytes that were sent, in their turn, the rows that they completed. */
export interface Batch {
  readonly rows: readonly PreparedRow[]
  /** There is no more to come. */
  readonly ended?: true
  /** Why it ended early. */
  readonly refusal?: RefusalSent
  readonly fault?: unknown
}

/** The whole list, from its first byte to its last. */
function prepareAll({ port, bells, shape, headings, preparation }: Order): void {
  const post = new Post(port, bells, 1)
  let rows: PreparedRow[] = []
  const answer = (end: Omit<Batch, 'rows'> = {}): void => {
    post.send({ rows, ...end } satisfies Batch)
    rows = []
  }
  try {
    const columns = columnsTaken(headings, preparation.policy)
    const prepare = preparer({ ...preparation, columns })
    const records = readRecords(sentBytes(post, answer), shape)
    records.next()
    for (const record of records) if (!isBlankRow(record.cells)) rows.push(prepare(record))
    answer({ ended: true })
  } catch (thrown) {
    answer({ ended: true, ...reason(thrown) })
  }
}

function reason(thrown: unknown): Pick<Batch, 'refusal' | 'fault'> {
  if (!(thrown instanceof Refusal)) return { fault: thrown }
  const { code, facts } = thrown as Refusal
  return { refusal: { code, facts } }
}

/** Bytes as they are sent; when it wants more it answers with what it has. */
function sentBytes(post: Post, answer: () => void): Bytes {
  let chunk: Uint8Array | undefined
  const more = (): Uint8Array => {
    if (chunk) answer()
    const sent = post.take() as Sent
    if (!(sent instanceof Uint8Array)) throw new Refusal(sent.code, sent.facts)
    return sent
  }
  let isLast = false
  return {
    read(into) {
      if (isLast) return 0
      if (!chunk || chunk.length === 0) chunk = more()
      const part = chunk.subarray(0, into.length)
      into.set(part)
      chunk = chunk.subarray(part.length)
      isLast = part.length === 0
      return part.length
    },
  }
}

if (parentPort) {
  parentPort.postMessage('ready', [])
  prepareAll(workerData as Order)
}
