import type { ReadingRights } from '../domain/reading-rights.ts'
import type { Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import { readableArchives } from './readable.ts'
import type { Store } from './store.ts'

/** An archive number as a shell offers it. */
export interface NumberOffered {
  readonly number: string
  /** Null where the archive was destroyed. */
  readonly name: string | null
  readonly secrecy: Secrecy
}

/** The first numbers that begin so, of archives that somebody may read. */
export const numbersBeginning = (
  store: Store,
  begin: string,
  rights: ReadingRights,
  limit: number,
): NumberOffered[] =>
  store.all(
    query
      .selectFrom('archive')
      .select(['number', 'name', 'secrecy'])
      .where('number', '>=', begin)
      .where('number', '<', `${begin}\u{10FFFF}`)
      .where(readableArchives(rights))
      .where('status', '!=', 'destroyed')
      .orderBy('number')
      .limit(limit),
  )
