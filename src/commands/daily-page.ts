import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { anchorCode, anchorTo } from '../domain/anchor.ts'
import { Refusal } from '../domain/refusal.ts'
import { listTable, paragraph } from '../exchange/form-blocks.ts'
import { formPage } from '../exchange/form-page.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { isSameFile, newFile } from '../exchange/new-file.ts'
import { headOf } from '../store/journal-check.ts'
import { wantingColumns, type Wanting } from './daily-view.ts'
import type { Desk, Office } from './desk.ts'

/** By this a page of ours is known again: cron writes over its own, and over nothing else. */
const mark = '/* dangan daily */'

/** Far enough into the page for the mark. */
const lookedAt = 64 * 1024

/**
 * Writes the whole list as a page, in the place of yesterday's.
 * @throws Refusal file.target-exists where something else is there, file.unreadable, file.disk …
 */
export function writePage(
  desk: Desk,
  office: Office,
  path: string,
  lines: readonly Wanting[],
  remarks: readonly string[],
): void {
  if (isSameFile(path, office.store.path)) throw new Refusal('file.target-exists', { path })
  const file = newFile(path, desk.globals.yes || isOurs(path))
  try {
    file.write(pageOf(desk, office, lines, remarks))
    file.keep()
  } finally {
    file.discard()
  }
}

function isOurs(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    const head = Buffer.alloc(lookedAt)
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head, 0, lookedAt, 0)).includes(mark)
    } finally {
      closeSync(file)
    }
  } catch {
    return false // a folder, or nothing that one may read
  }
}

/** In mm; 0: what is left. */
const widths: Readonly<Record<string, number>> = {
  ...{ due: 23, kind: 26, number: 32, what: 0, who: 26, next: 78 },
}

function pageOf(
  desk: Desk,
  { store, policy, today }: Office,
  lines: readonly Wanting[],
  remarks: readonly string[],
): string {
  const { daily: text, sheet, form } = desk.text
  const columns = wantingColumns(desk).filter(({ key }) => key in widths)
  const { seq, head } = headOf(store)
  const code = anchorCode(anchorTo(seq, head ?? ''))
  const rows = lines.map((it) => ({
    cells: columns.map((column) => column.shown?.(it) ?? String(column.value(it) ?? '')),
  }))
  const table = listTable(
    columns.map(({ key, heading }) => ({ heading, width: widths[key] ?? 0 })),
    rows,
  )
  return formPage({
    language: desk.language,
    title: `${text.title} ${today}`,
    styles: `${sheetStyles}\n${mark}`,
    landscape: true,
    running: { name: `${text.title} · ${code}`, of: sheet.page },
    sheets: [
      formSheet({
        title: text.title,
        subtitle: sheet.under(policy.title[desk.language]),
        mark: '',
        number: today,
        code: '',
        blocks: [
          ...(lines.length > 0 ? [table] : []),
          paragraph(lines.length === 0 ? text.none : text.count(lines.length)),
          ...remarks.map(paragraph),
        ],
        foot: [text.made(today), `${form.anchor} ${code}`],
      }),
    ],
  })
}
