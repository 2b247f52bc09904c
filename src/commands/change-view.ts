import type { Contact, Difference, Snapshot } from '../domain/archive.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { isSensitive } from '../domain/shown.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

type Place = Pick<Office, 'policy' | 'store'>

/** What changed, a sentence a key: `电话：138… → 139…`. Sensitive values only where they are revealed. */
export const changeWords = (
  desk: Desk,
  place: Place,
  { before, after }: Difference,
  reveal = false,
): string[] =>
  Object.keys(after).map((key) => {
    const label = labelOf(key, place.policy, desk.language, desk.text.keys)
    const { colon } = desk.text.program.marks
    const hidden = !reveal && isHidden(key, place.policy)
    const [was, is] = [before[key], after[key]].map((value) =>
      hidden && isThere(value) ? desk.text.archive.show.masked : worded(desk, place, key, value),
    )
    return `${label}${colon}${was ? `${was} → ` : ''}${is || '—'}`
  })

const isThere = (value: unknown): boolean => value !== null && value !== undefined

const isHidden = (key: string, policy: Policy): boolean =>
  key.startsWith('fields.') && isSensitive(key.slice(7), policy)

/** A snapshot for machines: sensitive fields are null (SPEC 15.12). */
export const unsensitive = (snapshot: Snapshot, policy: Policy): Snapshot =>
  Object.fromEntries(
    Object.entries(snapshot).map(([key, value]) => [key, isHidden(key, policy) ? null : value]),
  )

function worded(desk: Desk, { policy, store }: Place, key: string, value: unknown): string {
  const { keys, program } = desk.text
  if (!isThere(value)) return ''
  if (key === 'contacts') return (value as Contact[]).map(contactWords).join(program.marks.items)
  if (key === 'collectedBy' || key === 'verifiedBy')
    return staffById(store, value as number)?.name ?? String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (key === 'status') return keys.status[text as keyof typeof keys.status] ?? text
  if (key === 'secrecy') return keys.secrecy[text as keyof typeof keys.secrecy] ?? text
  return valueLabel(key, text, policy, desk.language)
}

const contactWords = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone, email].filter(Boolean).join(' ')
