import type { Contact } from './archive.ts'
import { Refusal } from './refusal.ts'

/** A contact joins the others; one of the same name takes over what is said of it. */
export function joined(contacts: readonly Contact[], contact: Contact): readonly Contact[] {
  const known = contacts.some(({ name }) => name === contact.name)
  if (!known) return [...contacts, contact]
  return contacts.map((it) => (it.name === contact.name ? { ...it, ...contact } : it))
}

/** Everybody of that name goes. @throws Refusal usage.bad-option where there is nobody */
export function without(contacts: readonly Contact[], name: string): readonly Contact[] {
  const wanted = name.normalize('NFKC').trim()
  const left = contacts.filter((contact) => contact.name.normalize('NFKC') !== wanted)
  if (left.length < contacts.length) return left
  const choices = contacts.map((contact) => contact.name)
  throw new Refusal('usage.bad-option', { option: '--remove-contact', value: name, choices })
}
