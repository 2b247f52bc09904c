import type { Column } from '../cli/printer.ts'
import {
  levelOf,
  materialForms,
  materialMedia,
  materialName,
  type Material,
} from '../domain/material.ts'
import type { Policy } from '../domain/policy.ts'
import type { Guarded } from '../domain/reading-rights.ts'
import { mayRead } from '../domain/staff.ts'
import { sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'
import { sealWords } from './lack-view.ts'

/** A material as other programs see it (SPEC section 2: keys stay). `number` is the archive's. */
export const materialShown = (material: Material, number: string) => {
  const { file } = material
  return {
    material: material.seq,
    number,
    title: material.title,
    kind: material.kind,
    documentNumber: material.documentNumber,
    part: material.part,
    order: material.position,
    pages: material.pages,
    copies: material.copies,
    form: material.form,
    counterpart: material.counterpart,
    medium: material.medium,
    on: material.datedOn,
    secrecy: material.secrecy,
    place: material.place,
    keeper: material.keeper,
    from: material.receivedFrom,
    annex: material.annex,
    digitised: material.digitised,
    seals: material.seals ?? [],
    file: file && {
      name: file.name,
      type: file.type,
      bytes: file.bytes,
      sha256: file.sha256,
      registeredAt: file.registeredAt,
      verifiedAt: file.verifiedAt,
      sound: file.sound,
    },
    recordedOn: material.recordedOn,
    ...(material.fromNumber === null ? {} : { fromNumber: material.fromNumber }),
  }
}

export type MaterialShown = ReturnType<typeof materialShown>

/** Of an archive's materials those that the operator may see. */
export const readable = <Listed extends Pick<Material, 'secrecy'>>(
  { operator }: Office,
  archive: Guarded,
  materials: readonly Listed[],
): Listed[] =>
  materials.filter((material) => mayRead(operator, archive, levelOf(material, archive)))

/** `合同`; the kind's own name where the policy has dropped it. */
export const kindWord = (desk: Desk, policy: Policy, kind: string | null): string =>
  kind === null ? '' : (policy.materials?.kinds[kind]?.label[desk.language] ?? kind)

export const partWord = (desk: Desk, policy: Policy, part: string | null): string =>
  part === null ? '' : (policy.materials?.parts?.[part]?.label[desk.language] ?? part)

const fileWords = ({ text }: Desk, file: Material['file']): string => {
  if (!file) return ''
  const said = `${file.name} ${sizeOf(file.bytes)}`
  return file.sound === false ? said + text.program.marks.inBrackets(text.material.damaged) : said
}

const yesOrNo = ({ text }: Desk, value: boolean | null): string =>
  value === null ? '' : value ? text.program.yes : text.program.no

/** A material and the archive in which it lies. */
export interface Listed {
  readonly material: Material
  readonly number: string
  /** The customer's. */
  readonly name?: string | null
}

/** The in-volume list: what an archivist ticks off with the papers in hand, and everything else for machines. */
export function materialColumns(
  desk: Desk,
  policy: Policy,
  { several, isLedger }: { readonly several: boolean; readonly isLedger: boolean },
): readonly Column<Listed>[] {
  const { language, text } = desk
  const { keys } = text.material
  const plain = (key: keyof MaterialShown, besides = true): Column<Listed> => ({
    key,
    heading: keys[key as keyof typeof keys],
    value: ({ material, number }) => materialShown(material, number)[key],
    besides,
  })
  const worded = (
    key: keyof MaterialShown,
    shown: (material: Material) => string,
    besides = false,
  ): Column<Listed> => ({ ...plain(key, besides), shown: (it) => shown(it.material) })
  return [
    { ...plain('number', !several), heading: text.keys.archive.number },
    ...(isLedger ? [nameColumn(desk)] : []),
    plain('material', false),
    plain('title', false),
    worded('kind', ({ kind }) => kindWord(desk, policy, kind)),
    plain('documentNumber', false),
    worded('part', ({ part }) => partWord(desk, policy, part), !policy.materials?.parts),
    plain('order'),
    plain('pages', false),
    plain('copies', false),
    worded('form', ({ form }) => materialForms[form].label[language]),
    plain('counterpart'),
    worded('medium', ({ medium }) => materialMedia[medium].label[language]),
    plain('on', false),
    worded('secrecy', ({ secrecy }) => (secrecy ? text.keys.secrecy[secrecy] : ''), true),
    plain('place', !isLedger),
    plain('keeper', !isLedger),
    plain('from'),
    worded('annex', ({ annex }) => yesOrNo(desk, annex), true),
    worded('digitised', ({ digitised }) => yesOrNo(desk, digitised), true),
    worded('seals', ({ kind, seals = [] }) => sealWords(desk, policy, kind, seals), true),
    worded('file', ({ file }) => fileWords(desk, file)),
    plain('recordedOn'),
    {
      key: 'fromNumber',
      heading: keys.fromNumber,
      value: ({ material }) => material.fromNumber,
      besides: true,
    },
  ]
}

/** In a ledger over many archives: whose it is. */
const nameColumn = (desk: Desk): Column<Listed> => ({
  key: 'name',
  heading: desk.text.keys.archive.name,
  value: ({ name }) => name ?? null,
})

/** `RG2025-0001/3 采购合同（合同、合同.pdf 1.2 MB）` */
export function materialWords(desk: Desk, policy: Policy, { material, number }: Listed): string {
  const { file } = material
  const { inBrackets } = desk.text.program.marks
  const asides = [
    kindWord(desk, policy, material.kind),
    material.documentNumber,
    file && `${file.name} ${sizeOf(file.bytes)}`,
  ].filter((it) => typeof it === 'string' && it !== '')
  const said = `${materialName(number, material.seq)} ${material.title}`
  return asides.length === 0 ? said : said + inBrackets(asides.join(desk.text.program.marks.items))
}
