import { laidOver, snapshotOf, type Archive, type Contact, type Snapshot } from './archive.ts'

/** The archive with its contents as a snapshot says them; what the register keeps beside stays. */
export function restored(archive: Archive, snapshot: Snapshot): Archive {
  const { contacts, ...flat } = snapshot
  const entries = Object.entries(flat)
  const fields = entries
    .filter(([key]) => key.startsWith('fields.'))
    .map(([key, value]) => [key.slice('fields.'.length), value])
  const standard = Object.keys(snapshotOf(archive)).filter(isStandard)
  const gone = Object.fromEntries(standard.map((key) => [key, null]))
  const kept = { id: archive.id, number: archive.number, version: archive.version }
  const said = Object.fromEntries(entries.filter(([key]) => isStandard(key)))
  return {
    ...archive,
    ...gone,
    ...said,
    ...kept,
    contacts: (contacts ?? []) as readonly Contact[],
    fields: Object.fromEntries(fields) as Record<string, string>,
  }
}

const isStandard = (key: string): boolean => key !== 'contacts' && !key.startsWith('fields.')

/** The archive before a change whose `before` is known. */
export const takenBack = (archive: Archive, before: Snapshot): Archive =>
  restored(archive, laidOver(snapshotOf(archive), before))
