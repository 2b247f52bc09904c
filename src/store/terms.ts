import type { Archive, ArchiveContents } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { indexTerms, type SearchDocument } from '../domain/search-terms.ts'
import { phoneDigits } from '../domain/value.ts'
import type { Store } from './store.ts'

/** What an archive is found by: names, contacts, address, phones (SPEC section 6). */
export function documentOf(archive: ArchiveContents, policy: Policy): SearchDocument {
  const naming = policy.types[archive.type]?.naming ?? 'person'
  const people = archive.contacts.map(({ name }) => ({ text: name, naming: 'person' as const }))
  const phones = [archive.phone, ...archive.contacts.map(({ phone }) => phone)]
  return {
    names: [...(archive.name === null ? [] : [{ text: archive.name, naming }]), ...people],
    texts: [archive.address, mailbox(archive.email)].filter((text) => text !== null),
    phones: phones.filter((phone) => phone !== null && phone !== undefined).map(phoneDigits),
  }
}

/** The part of an address that tells people apart: everybody's domain is not worth a term. */
const mailbox = (email: string | null): string | null => email?.split('@')[0] ?? null

/** Keeps the index in step, in the transaction of the act. */
export const keepTerms = (store: Store, archive: Archive, policy: Policy): void => {
  const terms = indexTerms(documentOf(archive, policy))
  store.prepare('INSERT INTO archive_terms (rowid, terms) VALUES (?, ?)').run(archive.id, terms)
}

const drop = (table: string): string =>
  `INSERT INTO ${table} (${table}, rowid, terms) VALUES ('delete', ?, ?)`

/** Takes an archive out of the index: needs it exactly as it was put in. */
export const dropTerms = (store: Store, archive: Archive, policy: Policy): void => {
  store.prepare(drop('archive_terms')).run(archive.id, indexTerms(documentOf(archive, policy)))
}

export const textDocument = (text: string): SearchDocument => ({
  names: [],
  texts: [text],
  phones: [],
})

export const keepEntryTerms = (store: Store, id: number, text: string): void => {
  const terms = indexTerms(textDocument(text))
  store.prepare('INSERT INTO entry_terms (rowid, terms) VALUES (?, ?)').run(id, terms)
}

export const dropEntryTerms = (store: Store, id: number, text: string): void => {
  store.prepare(drop('entry_terms')).run(id, indexTerms(textDocument(text)))
}
