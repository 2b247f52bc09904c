import type { Contact } from './archive.ts'
import { invalid, isInvalid, type Invalid } from './invalid.ts'
import { readName, trimmed } from './plain.ts'
import { readValue } from './value.ts'

/**
 * All contacts of an archive in one cell: `王小明,采购,13900139000；李四`, as `--contact` takes them;
 * as JSON where that would lose something.
 */
export function contactsCell(contacts: readonly Contact[]): string {
  if (contacts.length === 0) return ''
  const plain = contacts.map(onLine).join('；')
  const exact = JSON.stringify(contacts)
  return readContacts(plain) === exact ? plain : exact
}

const onLine = ({ name, role = '', phone = '', email = '' }: Contact): string =>
  [name, role, phone, email].join(',').replace(/,+$/, '')

/** Reads such a cell: JSON of the contacts, '' for none, or what is wrong with the first that is. */
export function readContacts(raw: string): string | Invalid {
  const text = trimmed(raw)
  if (text === '') return ''
  const contacts: Contact[] = []
  for (const said of text.startsWith('[') ? fromJson(text) : fromLines(text)) {
    const contact = said && readOne(said)
    if (!contact) return invalid('contacts.shape', {})
    if (isInvalid(contact)) return contact
    contacts.push(contact)
  }
  return contacts.length === 0 ? '' : JSON.stringify(contacts)
}

/** What `readContacts` gave, as contacts. */
export const contactsIn = (cell: string): readonly Contact[] =>
  cell === '' ? [] : (JSON.parse(cell) as readonly Contact[])

const keys = ['name', 'role', 'phone', 'email'] as const
type Said = readonly (readonly [string, string])[]

const fromLines = (text: string): (Said | undefined)[] =>
  text
    .split(/[;；\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const cells = part.split(/[,，]/)
      return cells.length > keys.length
        ? undefined
        : cells.map((cell, at) => [keys[at] as string, cell.trim()] as const)
    })

function fromJson(text: string): (Said | undefined)[] {
  try {
    const list = JSON.parse(text) as unknown
    return Array.isArray(list) ? list.map(pairsOf) : [undefined]
  } catch {
    return [undefined]
  }
}

const known: ReadonlySet<string> = new Set([...keys, 'fromNumber'])

function pairsOf(item: unknown): Said | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const pairs = Object.entries(item)
  return pairs.every(([key, value]) => known.has(key) && typeof value === 'string')
    ? (pairs as [string, string][])
    : undefined
}

/** One contact in the order in which it was said; undefined: it has no name. */
function readOne(said: Said): Contact | Invalid | undefined {
  const read: [string, string][] = []
  for (const [key, raw] of said) {
    const value = raw === '' ? '' : readers[key]?.(raw)
    if (value === undefined || isInvalid(value)) return value
    if (value !== '') read.push([key, value])
  }
  const contact = Object.fromEntries(read) as unknown as Contact
  return contact.name ? contact : undefined
}

const readers: Readonly<Record<string, (raw: string) => string | Invalid>> = {
  name: readName,
  role: readName,
  fromNumber: readName,
  phone: (raw) => readValue('phone', raw),
  email: (raw) => readValue('email', raw),
}
