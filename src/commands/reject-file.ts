import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { reportHeading } from '../domain/import-row.ts'
import { csvLine } from '../exchange/csv-write.ts'
import type { Desk } from './desk.ts'
import type { Rejected } from './importing.ts'

/** The rows that were not taken, as they stood, with what is wrong: to be mended and imported again. */
export interface RejectFile {
  readonly add: (rejected: Rejected) => void
  readonly close: () => void
}

const nothing: RejectFile = { add: () => undefined, close: () => undefined }

/** Opened (0600) when the first row is rejected; an existing file is not overwritten unless --yes. */
export function rejectFile(
  desk: Desk,
  path: string | undefined,
  headings: readonly string[],
): RejectFile {
  if (path === undefined || desk.globals.dryRun) return nothing
  if (existsSync(path) && !desk.globals.yes) throw new Refusal('file.target-exists', { path })
  const kept = headings.map((heading, at) => ({ heading, at })).filter(({ heading }) => !reportHeading(heading))
  let file: number | undefined
  const begin = (): number => {
    const opened = openSync(path, 'w', 0o600)
    writeSync(opened, `\uFEFF${csvLine([...kept.map(({ heading }) => heading), 'dangan:line', 'dangan:problem'])}\r\n`)
    return opened
  }
  return {
    add({ record, problems }) {
      file ??= begin()
      const cells = kept.map(({ at }) => record.cells[at] ?? '')
      const problem = problems.map((it) => problemText(desk, it)).join(desk.text.program.marks.clauses)
      writeSync(file, `${csvLine([...cells, String(record.line), problem])}\r\n`)
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

/** `电话 1.38E+10：…` */
export function problemText(desk: Desk, problem: Rejected['problems'][number]): string {
  const { key, label, value, invalid } = problem
  const { keys, values, program } = desk.text
  const standard = Object.hasOwn(keys.archive, key)
    ? keys.archive[key as keyof typeof keys.archive]
    : key
  const subject = [label?.[desk.language] ?? standard, value].filter(Boolean).join(' ')
  return [subject, subject && program.marks.colon, values.say(invalid)].join('')
}
