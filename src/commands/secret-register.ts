import type { Archive } from '../domain/archive.ts'
import { highestOf } from '../domain/chain.ts'
import { levelOf, type Material } from '../domain/material.ts'
import { mayRead } from '../domain/staff.ts'
import { exceeds, type Secrecy } from '../domain/words.ts'
import { listTable, paragraph, signBoxes, type ListColumn } from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import { archivesById } from '../store/archives.ts'
import { materialsOf } from '../store/materials.ts'
import { shelvesIn } from '../store/places.ts'
import { archivesOfLevels, materialsOfLevels } from '../store/secret-holdings.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'
import { levelWord, lineNumber, lineTitle, type SheetLine } from './sheet-lines.ts'

/**
 * What is held at these levels, by number: archives, and materials that are more secret than
 * theirs. What the reader may not see is left out.
 */
export function secretHoldings(
  { store, operator }: Office,
  levels: readonly Secrecy[],
): SheetLine[] {
  const found = materialsOfLevels(store, levels)
  const wanted = new Set(found.map(({ id }) => id))
  const holders = new Set(found.map(({ archiveId }) => archiveId))
  const ids = new Set([...archivesOfLevels(store, levels), ...holders])
  const archives = [...archivesById(store, [...ids]).values()]
  return archives
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .flatMap((archive) => {
      const own = holders.has(archive.id) ? materialsOf(store, archive.id) : []
      const raised = own.filter(
        ({ id, secrecy }) => wanted.has(id) && exceeds(secrecy ?? 'none', archive.secrecy),
      )
      const whole = levels.includes(archive.secrecy) ? [lineOn(archive, null)] : []
      return [...whole, ...raised.map((material) => lineOn(archive, material))]
    })
    .filter(
      ({ archive, secrecy }) => mayRead(operator, archive) && mayRead(operator, archive, secrecy),
    )
}

const lineOn = (archive: Archive, material: Material | null): SheetLine => ({
  archive,
  material,
  isGone: false,
  secrecy: material ? levelOf(material, archive) : archive.secrecy,
})

/** 机密绝密登记册 (F13; S001-22-3), the level in its remark column (S001-22-1). */
export function secretRegisterSheet(
  desk: Desk,
  office: Office,
  levels: readonly Secrecy[],
  lines: readonly SheetLine[],
  foot: Foot,
): FormSheet {
  const { secretRegister: text, under, sign } = desk.text.sheet
  const { items } = desk.text.program.marks
  const box = { choices: [], lines: [], blanks: [sign.signature, sign.date] }
  return {
    title: text.title(levels.map((level) => levelWord(desk, level)).join(items)),
    subtitle: under(office.policy.title[desk.language]),
    mark: levelWord(desk, highestOf(lines.map(({ secrecy }) => secrecy))),
    number: '',
    code: '',
    blocks: [
      listTable(columnsOf(desk), rowsOf(desk, office, lines)),
      paragraph(lines.length === 0 ? text.none : text.count(lines.length)),
      signBoxes([
        { ...box, title: text.signs.keeper },
        { ...box, title: text.signs.checker },
      ]),
    ],
    foot: [foot.printed, foot.code],
  }
}

function columnsOf(desk: Desk): ListColumn[] {
  const { secretRegister: text, lines } = desk.text.sheet
  const wide = desk.language === 'en' ? 4 : 0
  return [
    { heading: lines.no, width: 12 },
    { heading: text.columns.number, width: 42 },
    { heading: text.columns.what, width: 0 },
    { heading: text.columns.pages, width: 13 + wide / 2 },
    { heading: text.columns.copies, width: 13 + wide },
    { heading: text.columns.openedOn, width: 23 },
    { heading: text.columns.place, width: 34 },
    { heading: text.columns.keeper, width: 22 },
    { heading: text.columns.remark, width: 28 },
  ]
}

function rowsOf(desk: Desk, { store }: Office, lines: readonly SheetLine[]) {
  const shelves = new Map(shelvesIn(store).map((shelf) => [shelf.code, shelf]))
  return lines.map((line, at) => {
    const { archive, material, secrecy } = line
    const place = material?.place ?? archive.location ?? ''
    const keeperId = shelves.get(place)?.keeper ?? null
    const keeper = material?.keeper ?? (keeperId === null ? '' : staffById(store, keeperId)?.name)
    return {
      cells: [
        String(at + 1),
        lineNumber(line),
        lineTitle(desk, line),
        String(material?.pages ?? ''),
        String(material?.copies ?? 1),
        material?.recordedOn ?? archive.openedOn,
        place,
        keeper ?? '',
        levelWord(desk, secrecy),
      ],
    }
  })
}
