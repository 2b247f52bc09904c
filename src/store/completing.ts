import type { Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** An archive number as a shell offers it. */
export interface NumberOffered {
  readonly number: string
  /** Null where the archive was destroyed. */
  readonly name: string | null
  readonly secrecy: Secrecy
}

/** The first numbers that begin so, of archives of these levels. */
export const numbersBeginning = (
  store: Store,
  begin: string,
  levels: readonly Secrecy[],
  limit: number,
): NumberOffered[] =>
  store.all(
    query
      .selectFrom('archive')
      .select(['number', 'name', 'secrecy'])
      .where('number', '>=', begin)
      .where('number', '<', `${begin}\u{10FFFF}`)
      .where('secrecy', 'in', [...levels])
      .where('status', '!=', 'destroyed')
      .orderBy('number')
      .limit(limit),
  )
