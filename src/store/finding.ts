import type { Archive, Contact } from '../domain/archive.ts'
import { nameKey } from '../domain/fold.ts'
import { standings, type FoundBy, type Standing } from '../domain/standing.ts'
import { archivesById } from './archives.ts'
import { byNumber } from './by-number.ts'
import {
  askedBy,
  candidateStreams,
  inNames,
  looks,
  newestFirst,
  standingIn,
  type Asked,
  type Candidate,
} from './candidates.ts'
import { conditionsOf, type Selection } from './conditions.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** An archive that was found, and by what. Null: nothing was asked but the filters. */
export interface Found {
  readonly archive: Archive
  readonly matchedBy: FoundBy | null
}

export interface Finding {
  readonly found: readonly Found[]
  /** How many answer in all; null: more than were looked at. */
  readonly total: number | null
}

/** So many candidates of each kind are ranked, the newest; more nobody reads. */
const ranked = 100
/** Where the index finds much too much, looking ends here once a page is full. */
const looked = 2000
/** The newest archives are walked while at least this share of them answers, seen after so many. */
const probed = 400
const commonly = 0.08

/** The archives that answer best to the words, at most `limit`: by standing, then the newest. */
export function find(store: Store, selection: Selection, limit: number): Finding {
  if (selection.words.trim() === '') return newest(store, selection, limit)
  const search = new Search(store, selection, limit)
  const numbered = search.numbers()
  search.names()
  const whole = search.terms() && numbered
  const best = search.best()
  const page = best.slice(0, limit)
  const archives = archivesById(
    store,
    page.map(({ id }) => id),
  )
  const found = page.flatMap(({ id, by }) => {
    const archive = archives.get(id)
    return archive ? [{ archive, matchedBy: by }] : []
  })
  return { found, total: whole ? best.length : null }
}

function newest(store: Store, selection: Selection, limit: number): Finding {
  const asked = query.selectFrom('archive').select('archive.id').where(conditionsOf(selection))
  const rows = store.all(asked.orderBy('archive.id', 'desc').limit(limit + 1))
  const archives = archivesById(
    store,
    rows.slice(0, limit).map(({ id }) => id),
  )
  const found = [...archives.values()].map((archive) => ({ archive, matchedBy: null }))
  return { found, total: rows.length > limit ? null : rows.length }
}

/** One search: candidates come in by several ways, each keeps its best standing. */
class Search {
  readonly #store: Store
  readonly #selection: Selection
  readonly #asked: Asked
  readonly #limit: number
  readonly #most: number
  readonly #standings = new Map<number, Standing>()
  readonly #rejected = new Set<number>()

  constructor(store: Store, selection: Selection, limit: number) {
    this.#store = store
    this.#selection = selection
    this.#asked = askedBy(store, selection)
    this.#limit = limit
    this.#most = Math.max(ranked, limit + 1)
  }

  /** By number. True: all that answer so. */
  numbers(): boolean {
    const found = byNumber(this.#store, this.#selection, this.#most)
    for (const [id, rank] of found) this.#note(id, { by: 'number', rank })
    return found.size < this.#most
  }

  /** Names that are the same, or begin so, by the B-tree; a common one has more than the newest. */
  names(): void {
    const conditions = conditionsOf(this.#selection)
    const base = query
      .selectFrom('archive')
      .select([...looks, 'archive.nameKey'])
      .where(conditions)
    for (const key of this.#nameKeys()) {
      const same = base.where('nameKey', '=', key).orderBy('archive.id', 'desc').limit(this.#most)
      for (const row of this.#store.all(same)) this.#look(row, standings.sameName)
      const start = base.where('nameKey', '>', key).where('nameKey', '<', `${key}\u{10FFFF}`)
      for (const row of this.#store.all(start.orderBy('nameKey').limit(this.#most))) this.#look(row)
    }
  }

  /** As the names of people and of organisations are compared. */
  #nameKeys(): readonly string[] {
    const { words, policy } = this.#selection
    const namings = new Set(Object.values(policy.types).map(({ naming }) => naming))
    const keys = [...namings].map((naming) => nameKey(words, naming))
    return [...new Set(keys)].filter((key) => key !== '')
  }

  /** By the index: the newest that have the words. True: all have been looked at. */
  terms(): boolean {
    if (this.#isCommon()) return false
    let whole = true
    for (const rows of candidateStreams(this.#store, this.#asked))
      whole = this.#stream(rows) && whole
    return whole
  }

  /**
   * A sign by itself takes the index long where it is common: names that have it may be enough,
   * or, where nearly everybody has it, the newest archives of all.
   */
  #isCommon(): boolean {
    if (this.#asked.query.words.every(({ quick }) => quick === undefined)) return false
    if (!this.#stream(inNames(this.#store, this.#asked))) return true
    let seen = 0
    let good = 0
    for (const row of newestFirst(this.#store, this.#asked)) {
      seen += 1
      if (this.#look(row)) good += 1
      if (good >= this.#most) return true
      if (seen % probed === 0 && good < seen * commonly) return false
    }
    return false
  }

  #stream(rows: Iterable<Candidate>): boolean {
    let seen = 0
    let good = 0
    for (const row of rows) {
      seen += 1
      if (this.#look(row)) good += 1
      if (good >= this.#most || (seen >= looked && this.#standings.size > this.#limit)) return false
    }
    return true
  }

  /** Does the row answer? `otherwise`: how it stands if only its key does. */
  #look(row: Candidate, otherwise?: number): boolean {
    if (this.#rejected.has(row.id)) return false
    const archive = { ...row, contacts: JSON.parse(row.contacts) as readonly Contact[] }
    const standing = standingIn(this.#store, this.#asked, archive)
    if (standing) this.#note(row.id, standing)
    else if (otherwise !== undefined) this.#note(row.id, { by: 'name', rank: otherwise })
    else this.#rejected.add(row.id)
    return standing !== undefined
  }

  #note(id: number, standing: Standing): void {
    const known = this.#standings.get(id)
    if (!known || standing.rank < known.rank) this.#standings.set(id, standing)
  }

  /** Everything that was found, best first; of equals the newest. */
  best(): readonly ({ readonly id: number } & Standing)[] {
    return [...this.#standings]
      .map(([id, standing]) => ({ id, ...standing }))
      .toSorted((a, b) => a.rank - b.rank || b.id - a.id)
  }
}
