import { alignedLines } from '../cli/aligned.ts'
import type { Archive } from '../domain/archive.ts'
import { materialForms, type Material } from '../domain/material.ts'
import type { Desk, Office } from './desk.ts'
import { partWord } from './material-view.ts'

/** An archive and its materials, in the order in which they lie. */
export interface Volume {
  readonly archive: Archive
  readonly materials: readonly Material[]
}

/** The in-volume list as sheets, as many as the policy says, each to be signed (S003-15.4-3). */
export function volumeSheets(desk: Desk, office: Office, volume: Volume): string[][] {
  const copies = office.policy.materials?.list?.copies ?? 1
  const { copy } = desk.text.checklist.volume
  return Array.from({ length: copies }, (_, at) =>
    sheet(desk, office, volume, copies === 1 ? '' : copy(at + 1, copies)),
  )
}

function sheet(desk: Desk, { policy, today }: Office, volume: Volume, which: string): string[] {
  const { archive, materials } = volume
  const { volume: text, supplement } = desk.text.checklist
  const rows = materials.map((material, at) => cellsOf(desk, policy, material, at))
  const hasParts = materials.some(({ part }) => part !== null)
  const shown = (cells: readonly string[]) => (hasParts ? cells : cells.filter((_, at) => at !== 1))
  return [
    text.title + which,
    supplement.archive(archive.number, archive.name ?? ''),
    '',
    ...alignedLines(shown(text.columns), rows.map(shown), [], undefined),
    '',
    ...sums(desk, materials),
    supplement.drawn(today, ''),
    ...signatories(desk, policy).map(text.signature),
  ]
}

function cellsOf(desk: Desk, policy: Office['policy'], material: Material, at: number): string[] {
  const { part, title, documentNumber, form, copies, pages, annex } = material
  return [
    String(at + 1),
    partWord(desk, policy, part),
    title,
    documentNumber ?? '',
    materialForms[form].label[desk.language],
    String(copies),
    pages === null ? '' : String(pages),
    annex ? desk.text.checklist.volume.annex : '',
  ]
}

function sums(desk: Desk, materials: readonly Material[]): string[] {
  const text = desk.text.checklist.volume
  const counted = materials.filter(({ annex }) => !annex)
  const copies = counted.reduce((sum, { copies }) => sum + copies, 0)
  const pages = counted.reduce((sum, { copies, pages }) => sum + (pages ?? 0) * copies, 0)
  const uncounted = counted.filter(({ pages }) => pages === null).length
  return [
    text.sum(counted.length, copies, pages),
    ...(uncounted > 0 ? [text.uncounted(uncounted)] : []),
  ]
}

const signatories = (desk: Desk, { materials }: Office['policy']): string[] => {
  const said = Object.values(materials?.list?.signatures ?? {})
  return said.length === 0
    ? [desk.text.checklist.volume.keeper]
    : said.map(({ label }) => label[desk.language])
}
