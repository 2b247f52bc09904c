import type { Archive, ArchiveContents } from '../domain/archive.ts'
import { indexTerms, type SearchDocument } from '../domain/search-terms.ts'
import { phoneDigits } from '../domain/value.ts'
import type { Store } from './store.ts'

/** What of an archive its search document is made of. */
export type Findable = Pick<ArchiveContents, 'name' | 'phone' | 'email' | 'address' | 'contacts'>

/**
 * What an archive is found by: names, contacts, address, phones (SPEC section 6). Every name is
 * read as a person's, which takes in all other readings: so the terms do not hang on the policy,
 * and can be taken out again under another one.
 */
export function documentOf(archive: Findable): SearchDocument {
  const names = archive.name === null ? [] : [{ text: archive.name, naming }]
  const texts = archive.address === null ? [] : [archive.address]
  const phones = archive.phone === null ? [] : [phoneDigits(archive.phone)]
  const box = mailbox(archive.email)
  if (box !== null) texts.push(box)
  for (const { name, phone } of archive.contacts) {
    names.push({ text: name, naming })
    if (phone !== undefined) phones.push(phoneDigits(phone))
  }
  return { names, texts, phones }
}

const naming = 'person' as const

/** The part of an address that tells people apart: everybody's domain is not worth a term. */
const mailbox = (email: string | null): string | null =>
  email === null ? null : email.slice(0, Math.max(0, email.indexOf('@')))

/** Keeps the index in step, in the transaction of the act. */
export const keepTerms = (store: Store, archive: Archive): void => {
  const terms = indexTerms(documentOf(archive))
  store.prepare('INSERT INTO archive_terms (rowid, terms) VALUES (?, ?)').run(archive.id, terms)
}

const drop = (table: string): string =>
  `INSERT INTO ${table} (${table}, rowid, terms) VALUES ('delete', ?, ?)`

/** Takes an archive out of the index: needs it exactly as it was put in. */
export const dropTerms = (store: Store, archive: Archive): void => {
  store.prepare(drop('archive_terms')).run(archive.id, indexTerms(documentOf(archive)))
}

/** Makes the index one piece again: in many it is slow to ask. */
export const joinTerms = (store: Store): void =>
  store.script(`INSERT INTO archive_terms (archive_terms) VALUES ('optimize')`)

export const textDocument = (text: string): SearchDocument => ({
  names: [],
  texts: [text],
  phones: [],
})

/** An entry without words is not in the index. */
export const keepEntryTerms = (store: Store, id: number, text: string): void => {
  if (text === '') return
  const terms = indexTerms(textDocument(text))
  store.prepare('INSERT INTO entry_terms (rowid, terms) VALUES (?, ?)').run(id, terms)
}

export const dropEntryTerms = (store: Store, id: number, text: string): void => {
  if (text === '') return
  store.prepare(drop('entry_terms')).run(id, indexTerms(textDocument(text)))
}

/** What a material is found by: its title and its own number. */
const materialText = ({ title, documentNumber }: FindableMaterial): string =>
  [title, documentNumber].filter(Boolean).join(' ')

export interface FindableMaterial {
  readonly title: string
  readonly documentNumber: string | null
}

export const materialDocument = (material: FindableMaterial): SearchDocument =>
  textDocument(materialText(material))

export const keepMaterialTerms = (store: Store, id: number, material: FindableMaterial): void => {
  const terms = indexTerms(materialDocument(material))
  store.prepare('INSERT INTO material_terms (rowid, terms) VALUES (?, ?)').run(id, terms)
}

export const dropMaterialTerms = (store: Store, id: number, material: FindableMaterial): void => {
  store.prepare(drop('material_terms')).run(id, indexTerms(materialDocument(material)))
}
