import type { Archive } from '../domain/archive.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import { isSensitive } from '../domain/shown.ts'
import type { CardSheet } from '../exchange/card-form.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'

/** What a card says of every archive, in this order, also where it is still to be filled in by hand. */
const facts = [
  'name',
  'type',
  'phone',
  'email',
  'address',
  'owner',
  'stage',
  'industry',
  'region',
  'importance',
  'openedOn',
  'formedOn',
  'retentionClass',
  'retainUntil',
] as const satisfies readonly (keyof Archive)[]

/** The card of an archive in the reader's words; sensitive fields are withheld unless revealed (SPEC 15.12). */
export function cardOn(
  desk: Desk,
  { policy }: Office,
  archive: Archive,
  how: {
    readonly foot: Foot
    readonly qrSvg: (text: string) => string
    readonly reveal: boolean
  },
): CardSheet {
  const { form, keys } = desk.text
  const { card } = form
  const { secrecy } = archive
  const label = (key: string) => labelOf(key, policy, desk.language, keys)
  const value = (key: string, raw: string) => valueLabel(key, raw, policy, desk.language)
  const closed = archive.closedOn === null ? [] : (['closedOn'] as const)
  const own = policy.types[archive.type]?.fields ?? []
  const fieldKeys = [...new Set([...own, ...Object.keys(archive.fields)])]
  const field = (key: string) => {
    const raw = archive.fields[key] ?? ''
    const isHidden = raw !== '' && !how.reveal && isSensitive(key, policy)
    return isHidden ? form.masked : value(`fields.${key}`, raw)
  }
  return {
    title: card.title,
    mark: secrecy === 'none' ? '' : keys.secrecy[secrecy],
    number: archive.number,
    code: how.qrSvg(archive.number),
    facts: [...facts, ...closed].map(
      (key) => [label(key), value(key, archive[key] ?? '')] as const,
    ),
    contacts: {
      title: card.contacts,
      headings: Object.values(card.contact),
      rows: archive.contacts.map(({ name, role = '', phone = '', email = '' }) => [
        name,
        role,
        phone,
        email,
      ]),
    },
    fields: {
      title: card.fields,
      facts: fieldKeys.map((key) => [label(`fields.${key}`), field(key)] as const),
    },
    remark: card.remark,
    signs: card.signs,
    foot: [form.version(archive.version), how.foot.printed, how.foot.code],
  }
}
