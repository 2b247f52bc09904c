import type { Guarded } from '../domain/reading-rights.ts'
import { mayRead } from '../domain/staff.ts'
import { levelOf } from '../domain/material.ts'
import type { Secrecy } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'
import { sealWords } from './lack-view.ts'
import { kindWord } from './material-view.ts'

/** What the journal says of a material: what it was, or what changed of it. */
export interface ToldMaterial {
  readonly material: number
  readonly title?: string
  readonly kind?: string
  readonly documentNumber?: string
  readonly secrecy?: Secrecy
  readonly file?: { readonly name: string; readonly bytes: number }
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
  readonly damaged?: string
}

/** Of an act on materials; what a merge keeps of them for its undoing is something else. */
export const toldMaterials = ({ materials }: { readonly materials?: unknown }): ToldMaterial[] =>
  Array.isArray(materials) ? (materials as ToldMaterial[]) : []

/** More than anybody reads of one act. */
const most = 20

/**
 * For machines: materials that the reader may not see are left as numbers, and so is what befell them; what
 * undoing a merge needs is left out.
 */
export function withheld(
  office: Office,
  archive: Guarded,
  { materials, ...told }: Record<string, unknown>,
): Record<string, unknown> {
  const { incident, condition, kind, secrecy } = told
  if ((incident ?? condition) !== undefined && typeof secrecy === 'string') {
    const bare = incident === undefined ? { condition } : { incident, kind }
    return mayRead(office.operator, archive, secrecy as Secrecy) ? told : bare
  }
  if (!Array.isArray(materials)) return told
  const shown = (materials as ToldMaterial[]).map((it) =>
    isShown(office, archive, it) ? it : { material: it.material },
  )
  return { ...told, materials: shown }
}

/** Its level, before and after. */
const isShown = (
  { operator }: Office,
  archive: Guarded,
  { secrecy, before, after }: ToldMaterial,
): boolean =>
  [secrecy, before?.['secrecy'], after?.['secrecy']].every(
    (level) =>
      typeof level !== 'string' ||
      mayRead(operator, archive, levelOf({ secrecy: level as Secrecy }, archive)),
  )

/** `第 3 号 采购合同：页数 12 → 13` */
export function materialHistory(
  desk: Desk,
  office: Office,
  archive: Guarded,
  it: ToldMaterial,
): string {
  const text = desk.text.material
  if (!isShown(office, archive, it)) return text.hidden(it.material)
  const { colon, items } = desk.text.program.marks
  const { title = '', before = {}, after = {}, file, damaged } = it
  const words = (value: unknown) => {
    const said = Array.isArray(value)
      ? sealWords(desk, office.policy, it.kind ?? null, value)
      : value
    return said === null || said === undefined || said === '' ? '—' : String(said)
  }
  const changes = Object.keys(after).map((key) => {
    const label = text.keys[key as keyof typeof text.keys] ?? key
    return `${label} ${words(before[key])} → ${words(after[key])}`
  })
  const asides = [
    kindWord(desk, office.policy, it.kind ?? null),
    it.documentNumber,
    file?.name,
    damaged === undefined ? undefined : text.damaged,
    ...changes,
  ].filter(Boolean)
  const said = text.history(it.material, title).trim()
  return asides.length === 0 ? said : `${said}${colon}${asides.slice(0, most).join(items)}`
}
