import { createHash, createHmac, hash, randomBytes } from 'node:crypto'
import type { Day, Instant } from '../domain/words.ts'
import type { Prepared, Store } from './store.ts'
import { query } from './query.ts'

/** Who acts, when, under which rules: stamped on every journal entry. */
export interface Hand {
  /** The staff member for whom the operator acts; null: `system`, or nobody known. */
  readonly staffId: number | null
  /** The operator's account at the operating system. */
  readonly account: string
  readonly today: Day
  readonly now: () => Instant
  readonly policyVersion: number
}

/** What an entry says of one archive; `archiveId` 0 is the office itself. */
export interface Part {
  readonly archiveId: number
  readonly detail: unknown
}

/** An act about to be entered. `object` names a number or id and never a customer (SPEC 15.2). */
export interface Act {
  readonly action: string
  readonly object: string
  readonly parts: readonly Part[]
}

/** Enters an act in the journal, in the transaction that does it. Returns the entry's sequence number. */
export function enter(store: Store, hand: Hand, act: Act): number {
  const last = query.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1)
  const before = store.first(last)
  const seq = (before?.seq ?? 0) + 1
  const sealed = act.parts.map(seal).toSorted((a, b) => a.archiveId - b.archiveId)
  const entry = {
    seq,
    at: hand.now(),
    effectiveOn: hand.today,
    staffId: hand.staffId,
    account: hand.account,
    action: act.action,
    object: act.object,
    policyVersion: hand.policyVersion,
    commitment: commitmentTo(sealed),
  }
  const link = linkHash(before?.hash, entry)
  store.run(query.insertInto('journal').values({ ...entry, hash: link }))
  const parts = partStatements(store)
  for (const part of sealed) {
    parts.part.run(seq, part.archiveId, part.seal)
    parts.detail.run(seq, part.archiveId, part.salt, part.detail)
  }
  return seq
}

function partStatements(store: Store): { part: Prepared; detail: Prepared } {
  return {
    part: store.prepare('INSERT INTO journal_part VALUES (?, ?, ?)'),
    detail: store.prepare('INSERT INTO journal_detail VALUES (?, ?, ?, ?)'),
  }
}

interface Sealed {
  archiveId: number
  seal: Buffer
  salt: Buffer
  detail: string
}

function seal(part: Part): Sealed {
  const salt = randomBytes(32)
  const detail = JSON.stringify(part.detail)
  return { archiveId: part.archiveId, salt, detail, seal: sealOf(salt, detail) }
}

/** The seal over a detail: nobody without the salt can tell what was said, and nobody can change it. */
export const sealOf = (salt: Uint8Array, detail: string): Buffer =>
  createHmac('sha256', salt).update(detail).digest()

/** SHA-256 over an entry's parts, sorted by archive (SPEC 15.2). */
export function commitmentTo(
  parts: readonly { readonly archiveId: number; readonly seal: Uint8Array }[],
): Buffer {
  const sum = createHash('sha256').update('dangan-parts-v1\0')
  for (const part of parts) sum.update(u64(part.archiveId)).update(part.seal)
  return sum.digest()
}

/** The fields of an entry that its hash covers. */
export interface Link {
  readonly seq: number
  readonly at: string
  readonly effectiveOn: string
  readonly staffId: number | null
  readonly account: string
  readonly action: string
  readonly object: string
  readonly policyVersion: number
  readonly commitment: Uint8Array
}

const linkMark = Buffer.from('dangan-journal-v1\0')
const nothing = Buffer.alloc(32)
let scratch = Buffer.alloc(4096)

/** The hash that chains an entry to the one before it; lengths go before texts, so nothing can slide. */
export function linkHash(previous: Uint8Array | undefined, link: Link): Buffer {
  const texts = [
    link.at,
    link.effectiveOn,
    String(link.staffId ?? ''),
    link.account,
    link.action,
    link.object,
  ]
  const bytes = texts.reduce((sum, text) => sum + 8 + 3 * text.length, linkMark.length + 112)
  if (bytes > scratch.length) scratch = Buffer.alloc(2 * bytes)
  let at = linkMark.copy(scratch)
  for (const part of [previous ?? nothing, u64(link.seq), u64(link.policyVersion)]) {
    scratch.set(part, at)
    at += part.length
  }
  for (const text of texts) {
    const length = scratch.write(text, at + 8)
    scratch.writeBigUInt64BE(BigInt(length), at)
    at += 8 + length
  }
  scratch.set(link.commitment, at)
  return hash('sha256', scratch.subarray(0, at + link.commitment.length), 'buffer')
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
