import type { JournalFault } from '../domain/words.ts'
import { commitmentTo, linkHash, sealOf, type Link } from './journal.ts'
import type { Store } from './store.ts'

export interface JournalCheck {
  readonly entries: number
  /** The hash of the last entry, in hex; null in an empty journal. */
  readonly head: string | null
  /** Details that were destroyed with their archives: legitimate, and counted. */
  readonly erased: number
  readonly ok: boolean
  /** The first entry that is not as it was entered. */
  readonly firstBad: { readonly seq: number; readonly reason: JournalFault } | null
}

/**
 * Walks the whole journal: its order, every link, every commitment to parts, every seal whose
 * words are still there. Memory stays flat. What it cannot see is a journal cut off at its end or
 * written anew as a whole: heads kept elsewhere (backups, signed forms) tell that.
 */
export const verifyJournal = (store: Store): JournalCheck =>
  store.snapshot(() => {
    const { entries, head } = headOf(store)
    const parts = new PartReader(store, 0)
    try {
      const bad = firstBadIn(store, parts) ?? strayIn(store, parts)
      return { entries, head, erased: parts.erased, ok: bad === null, firstBad: bad }
    } finally {
      parts.close()
    }
  })

/** A stretch of the journal that was verified. */
export interface Stretch {
  /** The last entry that was looked at and found as it was entered. */
  readonly until: number
  /** Is that the last one that there is? */
  readonly isEnd: boolean
  readonly firstBad: JournalCheck['firstBad']
}

/** The same for so many entries after one that has been verified before: the whole, a stretch a day. */
export const verifyStretch = (store: Store, after: number, most: number): Stretch =>
  store.snapshot(() => {
    const { seq } = headOf(store)
    const begin = after < seq && hashAt(store, after) !== undefined ? after : 0
    const parts = new PartReader(store, begin)
    try {
      const firstBad = firstBadIn(store, parts, begin, most)
      const until = firstBad ? Math.max(begin, firstBad.seq - 1) : Math.min(seq, begin + most)
      return { until, isEnd: until === seq, firstBad }
    } finally {
      parts.close()
    }
  })

/** How many entries there are, and the hash of the last one. */
export function headOf(store: Store): { entries: number; seq: number; head: string | null } {
  const [entries] = one(store, 'SELECT count(*) FROM journal')
  const [seq, hash] = one(store, 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1')
  return { entries: Number(entries), seq: Number(seq ?? 0), head: hash ? hexOf(hash) : null }
}

/** The hash of one entry, in hex; undefined where there is no such entry. */
export function hashAt(store: Store, seq: number): string | undefined {
  const [hash] = one(store, 'SELECT hash FROM journal WHERE seq = ?', seq)
  return hash ? hexOf(hash) : undefined
}

const one = (store: Store, sql: string, ...parameters: unknown[]): readonly unknown[] => {
  const [cells = []] = store.walk(sql, parameters)
  return cells
}

const hexOf = (hash: unknown): string => Buffer.from(hash as Uint8Array).toString('hex')

type Bad = JournalCheck['firstBad']

const entryText = `SELECT seq, at, effective_on, staff_id, account, action, object, policy_version,
  commitment, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`

function firstBadIn(store: Store, parts: PartReader, after = 0, most = -1): Bad {
  const [before] = one(store, 'SELECT hash FROM journal WHERE seq = ?', after)
  let previous = before as Uint8Array | undefined
  let expected = after + 1
  for (const cells of store.walk(entryText, [after, most])) {
    const link = linkIn(cells)
    const hash = cells[9] as Uint8Array
    const reason = faultIn(link, hash, expected, previous, parts)
    if (reason) return { seq: reason === 'gap' ? expected : link.seq, reason }
    previous = hash
    expected += 1
  }
  return null
}

const linkIn = (cells: readonly unknown[]): Link => ({
  seq: cells[0] as number,
  at: cells[1] as string,
  effectiveOn: cells[2] as string,
  staffId: cells[3] as number | null,
  account: cells[4] as string,
  action: cells[5] as string,
  object: cells[6] as string,
  policyVersion: cells[7] as number,
  commitment: cells[8] as Uint8Array,
})

function faultIn(
  link: Link,
  hash: Uint8Array,
  expected: number,
  previous: Uint8Array | undefined,
  parts: PartReader,
): JournalFault | undefined {
  if (link.seq !== expected) return 'gap'
  if (!linkHash(previous, link).equals(hash)) return 'chain'
  return parts.faultIn(link)
}

const partText = `SELECT part.seq, part.archive_id, part.seal, detail.salt, detail.detail
  FROM journal_part AS part LEFT JOIN journal_detail AS detail
    ON detail.seq = part.seq AND detail.archive_id = part.archive_id
  WHERE part.seq > ? ORDER BY part.seq, part.archive_id`

/** Reads the parts in step with their entries. */
class PartReader {
  readonly #cells: Iterator<readonly unknown[]>
  #next: readonly unknown[] | undefined
  /** Parts whose words are gone. */
  erased = 0
  /** Parts whose words are there. */
  kept = 0

  constructor(store: Store, after: number) {
    this.#cells = store.walk(partText, [after])
    this.#advance()
  }

  /** The entry of the part that comes next; undefined at the end. */
  get seq(): number | undefined {
    return this.#next?.[0] as number | undefined
  }

  faultIn({ seq, commitment }: Link): JournalFault | undefined {
    if (this.seq !== undefined && this.seq < seq) return 'stray'
    const parts: { archiveId: number; seal: Uint8Array }[] = []
    let isFalse = false
    for (let cells = this.#next; cells?.[0] === seq; cells = this.#advance()) {
      parts.push({ archiveId: cells[1] as number, seal: cells[2] as Uint8Array })
      isFalse ||= !this.#isSealed(cells)
    }
    if (!commitmentTo(parts).equals(commitment)) return 'parts'
    return isFalse ? 'detail' : undefined
  }

  #isSealed([, , seal, salt, detail]: readonly unknown[]): boolean {
    if (detail === null) {
      this.erased += 1
      return true
    }
    this.kept += 1
    return sealOf(salt as Uint8Array, detail as string).equals(seal as Uint8Array)
  }

  #advance(): readonly unknown[] | undefined {
    const next = this.#cells.next()
    this.#next = next.done ? undefined : next.value
    return this.#next
  }

  close(): void {
    this.#cells.return?.()
  }
}

/** What hangs in the air once the last entry has been walked. */
function strayIn(store: Store, parts: PartReader): Bad {
  if (parts.seq !== undefined) return { seq: parts.seq, reason: 'stray' }
  const [details] = one(store, 'SELECT count(*) FROM journal_detail')
  if (details === parts.kept) return null
  const [seq] = one(store, strayText)
  return { seq: Number(seq), reason: 'stray' }
}

const strayText = `SELECT min(seq) FROM journal_detail AS detail WHERE NOT EXISTS
  (SELECT 1 FROM journal_part AS part
   WHERE part.seq = detail.seq AND part.archive_id = detail.archive_id)`
