import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { reportHeading } from '../domain/import-row.ts'
import { Refusal } from '../domain/refusal.ts'
import { csvLine, plainCell } from '../exchange/csv-write.ts'
import { newFile, type NewFile } from '../exchange/new-file.ts'
import type { Desk } from './desk.ts'
import type { Rejected, RejectFile } from './import-stretch.ts'

const nothing: RejectFile = {
  add: () => undefined,
  keep: () => undefined,
  discard: () => undefined,
}

/** Begun (0600) when the first row is rejected; whatever stands under its name already stays. */
export async function rejectFile(
  desk: Desk,
  path: string | undefined,
  headings: readonly string[],
): Promise<RejectFile> {
  if (path === undefined || desk.globals.dryRun) return nothing
  if (existsSync(path)) throw new Refusal('file.target-exists', { path })
  const kept = headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => !reportHeading(heading))
  const names = [...kept.map(({ heading }) => heading), 'dangan:line', 'dangan:problem']
  let file: NewFile | undefined
  const table = await tableFor(desk, path, names, () => (file ??= newFile(path, false)))
  return {
    add({ record, problems }) {
      const cells = kept.map(({ at }) => plainCell(record.cells[at] ?? ''))
      const problem = problems
        .map((it) => problemText(desk, it))
        .join(desk.text.program.marks.clauses)
      table.row([...cells, String(record.line), problem])
    },
    keep() {
      if (!table.isBegun()) return
      table.end()
      file?.keep()
      desk.say.notice(desk.text.import.run.rejectedIn(path))
      file = undefined
    },
    discard: () => file?.discard(),
  }
}

interface Table {
  readonly isBegun: () => boolean
  readonly row: (cells: readonly string[]) => void
  readonly end: () => void
}

/** By the file's ending a workbook, else csv as Excel opens it. */
async function tableFor(
  desk: Desk,
  path: string,
  names: readonly string[],
  file: () => NewFile,
): Promise<Table> {
  let rows = 0
  const isBegun = () => rows > 0
  if (extname(path).toLowerCase() !== '.xlsx') {
    const put = (cells: readonly string[]) => file().write(`${csvLine(cells)}\r\n`)
    return {
      isBegun,
      row(cells) {
        if (rows++ === 0) file().write(`\uFEFF${csvLine(names)}\r\n`)
        put(cells)
      },
      end: () => undefined,
    }
  }
  const { sheetWriter } = await import('../exchange/workbook-write.ts')
  const plan = { name: desk.text.import.run.rejectedSheet, headings: names }
  const sheet = await sheetWriter(plan, (bytes) => file().add(bytes))
  const row = (cells: readonly string[]) => {
    rows += 1
    sheet.row(cells)
  }
  return { isBegun, row, end: sheet.end }
}

/** `电话 1.38E+10：…` */
export function problemText(desk: Desk, problem: Rejected['problems'][number]): string {
  const { key, label, value, invalid } = problem
  const { keys, values, program } = desk.text
  const standard = Object.hasOwn(keys.archive, key)
    ? keys.archive[key as keyof typeof keys.archive]
    : key
  const subject = [label?.[desk.language] ?? standard, shortened(value, 80)]
    .filter(Boolean)
    .join(' ')
  return [subject, subject && program.marks.colon, values.say(invalid)].join('')
}

/** A value as a report shows it: one may be a whole book. */
export const shortened = (value: string, most: number): string =>
  value.length <= most ? value : `${value.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`
