import type { Archive } from '../domain/archive.ts'
import type { Material } from '../domain/material.ts'
import { writableName } from '../domain/file-name.ts'
import {
  subjectEntries,
  subjectMaterials,
  subjectValues,
  type SubjectKey,
} from '../domain/subject-copy.ts'
import type { SubjectCopyRule } from '../domain/policy-subject.ts'
import type { Day } from '../domain/words.ts'
import { entriesOf } from '../store/entries.ts'
import { materialsOf } from '../store/materials.ts'
import { permitsWith } from '../store/permits.ts'
import type { Office } from './desk.ts'
import { readable } from './material-view.ts'

/** All that is kept on a customer and is theirs to have (personal information law, art. 45). */
export interface SubjectRecord {
  readonly values: readonly (readonly [SubjectKey, string | null])[]
  readonly fields: readonly (readonly [string, string])[]
  readonly contacts: Archive['contacts']
  readonly entries: readonly SubjectEntry[]
  readonly materials: readonly SubjectMaterial[]
  /** To whom the office had leave to tell of them: they may know that. */
  readonly disclosures: readonly SubjectDisclosure[]
  /** Materials that the customer might have, but that the operator may not read. */
  readonly unread: number
  /** What is kept and not told: how many contacts, entries, materials. */
  readonly withheld: {
    readonly contacts: number
    readonly entries: number
    readonly materials: number
  }
}

export interface SubjectEntry {
  readonly on: Day
  readonly kind: string
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

export interface SubjectMaterial {
  readonly material: Material
  /** Of its file, in a package. */
  readonly path: string | null
}

export interface SubjectDisclosure {
  readonly on: Day
  readonly to: string
  readonly what: string
  readonly basis: string | null
}

/** Gathers it; what the operator may not read is left out, and counted as withheld. */
export function subjectRecord(
  office: Office,
  archive: Archive,
  rule: SubjectCopyRule,
): SubjectRecord {
  const { store } = office
  const entries = entriesOf(store, archive.id)
  const told = subjectEntries(entries, rule)
  const materials = materialsOf(store, archive.id)
  const theirs = subjectMaterials(materials, rule)
  const given = readable(office, archive, theirs)
  return {
    ...subjectValues(archive, rule),
    contacts: rule.contacts ? archive.contacts : [],
    entries: told.map(({ happenedOn, kind, text, fields }) => ({
      ...{ on: happenedOn, kind, text: text ?? '', fields },
    })),
    materials: given.map((material) => ({ material, path: pathOf(material) })),
    disclosures: permitsWith(store, { kinds: ['disclosure'], archiveId: archive.id }).map(
      ({ issuedOn, wish, holder }) => ({
        ...{ on: issuedOn, to: wish.recipient ?? holder, what: wish.what ?? '' },
        basis: wish.basis ?? null,
      }),
    ),
    unread: theirs.length - given.length,
    withheld: {
      contacts: rule.contacts ? 0 : archive.contacts.length,
      entries: entries.length - told.length,
      materials: materials.length - given.length,
    },
  }
}

const pathOf = ({ seq, file }: Material): string | null =>
  file ? `files/${writableName(`${String(seq).padStart(3, '0')}-${file.name}`)}` : null

/** As other programs see it: the keys of SPEC section 2. */
export const subjectShown = (record: SubjectRecord) => ({
  ...Object.fromEntries(record.values),
  fields: Object.fromEntries(record.fields),
  contacts: record.contacts,
  entries: record.entries,
  materials: record.materials.map(({ material: it, path }) => ({
    ...{ material: it.seq, title: it.title, kind: it.kind, on: it.datedOn, pages: it.pages },
    ...{ copies: it.copies, medium: it.medium },
    file: it.file && {
      ...{ name: it.file.name, type: it.file.type, bytes: it.file.bytes },
      ...{ sha256: it.file.sha256, path },
    },
  })),
  disclosures: record.disclosures,
  withheld: record.withheld,
})
