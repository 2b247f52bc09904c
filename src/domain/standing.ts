import {
  matchesWord,
  type Match,
  type Query,
  type SearchDocument,
  type Word,
} from './search-terms.ts'

/** What of an archive was found. */
export type FoundBy =
  | 'number'
  | 'name'
  | 'pinyin'
  | 'contact'
  | 'phone'
  | 'text'
  | 'material'
  | 'entry'

/** Where an archive stands among those found: 0 is best. */
export interface Standing {
  readonly by: FoundBy
  readonly rank: number
}

/** Number, name whole, its beginning, inside it, pinyin, contacts, phones, address, materials, entries. */
export const standings = {
  number: 0,
  alias: 1,
  name: 10,
  sameName: 15,
  nameStart: 20,
  numberStart: 25,
  nameInside: 30,
  numberInside: 35,
  pinyin: 40,
  contact: 50,
  phone: 60,
  phonePart: 65,
  text: 70,
  material: 75,
  entry: 80,
} as const

/** What hangs on an archive and is found with it; asked only where it may matter. */
export interface Beside {
  readonly materials: () => readonly SearchDocument[]
  readonly entries: () => readonly SearchDocument[]
}

/**
 * How well an archive answers a query; undefined: not all of its words are there. The index finds
 * too much, so this decides. What hangs on it is asked only for words that are nowhere else.
 */
export function standingOf(
  query: Query,
  document: SearchDocument,
  beside: Beside,
): Standing | undefined {
  if (query.words.length === 0) return undefined
  const found: Standing[] = []
  for (const word of query.words) {
    const standing = inArchive(word, document) ?? besideIt(word, beside)
    if (!standing) return undefined
    found.push(standing)
  }
  if (isWhole(query, document)) return { by: 'name', rank: standings.name }
  const best = found.reduce((one, two) => (two.rank < one.rank ? two : one))
  return { by: best.by, rank: found.reduce((sum, { rank }) => sum + rank, 0) / found.length }
}

/** The whole query, spaces and all, is the archive's own name. */
const isWhole = (query: Query, document: SearchDocument): boolean => {
  const whole: Word = { text: query.text, digits: undefined, match: '' }
  return query.words.length > 1 && matchesWord(whole, ownName(document))?.rank === 0
}

const nothing: SearchDocument = { names: [], texts: [], phones: [] }
const ownName = ({ names }: SearchDocument): SearchDocument => ({
  ...nothing,
  names: names.slice(0, 1),
})

function inArchive(word: Word, document: SearchDocument): Standing | undefined {
  const { names, phones, texts } = document
  const name = matchesWord(word, ownName(document))
  if (name) return byName(name)
  const contact = names.length > 1 && matchesWord(word, { ...nothing, names: names.slice(1) })
  if (contact) return { by: 'contact', rank: standings.contact + contact.rank / 2 }
  const phone = word.digits !== undefined && matchesWord(word, { ...nothing, phones })
  if (phone) return { by: 'phone', rank: phone.rank === 0 ? standings.phone : standings.phonePart }
  return matchesWord(word, { ...nothing, texts }) && { by: 'text', rank: standings.text }
}

function byName({ by, rank }: Match): Standing {
  if (by === 'pinyin') return { by, rank: standings.pinyin + rank / 4 }
  if (rank === 0) return { by: 'name', rank: standings.name }
  return { by: 'name', rank: rank <= 2 ? standings.nameStart : standings.nameInside }
}

function besideIt(word: Word, { materials, entries }: Beside): Standing | undefined {
  const has = (documents: readonly SearchDocument[]) =>
    documents.some((it) => matchesWord(word, it))
  if (has(materials())) return { by: 'material', rank: standings.material }
  return has(entries()) ? { by: 'entry', rank: standings.entry } : undefined
}
