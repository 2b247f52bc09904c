import type { Archive } from '../domain/archive.ts'
import { levelOf, type Material } from '../domain/material.ts'
import type { Request, RequestItem } from '../domain/request.ts'
import { requireClearance } from '../domain/staff.ts'
import type { Secrecy } from '../domain/words.ts'
import type { ListColumn, ListRow } from '../exchange/form-blocks.ts'
import { archiveById } from '../store/archives.ts'
import { materialsOf } from '../store/materials.ts'
import type { Desk, Office } from './desk.ts'

/** An archive, or a material of it, on a form. */
export interface SheetLine {
  readonly archive: Archive
  /** Null: the whole archive. */
  readonly material: Material | null
  /** A material was meant that is not in the archive any more. */
  readonly isGone: boolean
  readonly secrecy: Secrecy
}

/**
 * What a request asks for, as it is today; whoever prints it must be cleared for all of it.
 * @throws Refusal person.not-cleared
 */
export const linesOf = (office: Office, { items }: Pick<Request, 'items'>): SheetLine[] =>
  items.flatMap((item) => lineOf(office, item))

/** Nothing, where the archive itself is gone. */
export function lineOf(
  { store, operator }: Office,
  { archiveId, materialId }: Pick<RequestItem, 'archiveId' | 'materialId'>,
): SheetLine[] {
  const archive = archiveById(store, archiveId)
  if (!archive) return []
  const held = materialId === null ? [] : materialsOf(store, archiveId)
  const material = held.find(({ id }) => id === materialId) ?? null
  const secrecy = material ? levelOf(material, archive) : archive.secrecy
  const line = { archive, material, isGone: materialId !== null && !material, secrecy }
  requireClearance(operator, archive, { number: lineNumber(line), secrecy })
  return [line]
}

export const archivesIn = (lines: readonly SheetLine[]): Archive[] => [
  ...new Map(lines.map(({ archive }) => [archive.id, archive])).values(),
]

/** What it is called: the material's title, or whose archive it is. */
export function lineTitle(desk: Desk, { archive, material, isGone }: SheetLine): string {
  const { whole, gone } = desk.text.sheet
  if (isGone) return gone
  const { inBrackets } = desk.text.program.marks
  return material ? material.title : whole + (archive.name === null ? '' : inBrackets(archive.name))
}

export const lineNumber = ({ archive, material }: SheetLine): string =>
  material ? `${archive.number}/${material.seq}` : archive.number

/** The level as a form says it; '' where there is none. */
export const levelWord = ({ text }: Desk, secrecy: Secrecy): string =>
  secrecy === 'none' ? '' : text.keys.secrecy[secrecy]

/** The columns of what is asked for, and its rows. */
export function lineTable(
  desk: Desk,
  lines: readonly SheetLine[],
): { columns: ListColumn[]; rows: ListRow[] } {
  const { no, number, what, secrecy, pages, copies, remark } = desk.text.sheet.lines
  const wide = desk.language === 'en' ? 4 : 0
  const columns = [
    { heading: no, width: 11 },
    { heading: number, width: 36 },
    { heading: what, width: 0 },
    { heading: secrecy, width: 15 + wide * 2 },
    { heading: pages, width: 13 + wide / 2 },
    { heading: copies, width: 13 + wide },
    { heading: remark, width: 22 },
  ]
  const rows = lines.map((line, at) => ({
    cells: [
      String(at + 1),
      lineNumber(line),
      lineTitle(desk, line),
      levelWord(desk, line.secrecy),
      String(line.material?.pages ?? ''),
      String(line.material?.copies ?? 1),
      '',
    ],
  }))
  return { columns, rows }
}
