import { existsSync } from 'node:fs'
import { reportHeading } from '../domain/import-row.ts'
import { Refusal } from '../domain/refusal.ts'
import { csvLine } from '../exchange/csv-write.ts'
import { newFile, type NewFile } from '../exchange/new-file.ts'
import type { Desk } from './desk.ts'
import type { Rejected, RejectFile } from './import-stretch.ts'

const nothing: RejectFile = {
  add: () => undefined,
  keep: () => undefined,
  discard: () => undefined,
}

/** Begun (0600) when the first row is rejected; whatever stands under its name already stays. */
export function rejectFile(
  desk: Desk,
  path: string | undefined,
  headings: readonly string[],
): RejectFile {
  if (path === undefined || desk.globals.dryRun) return nothing
  if (existsSync(path)) throw new Refusal('file.target-exists', { path })
  const kept = headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => !reportHeading(heading))
  let file: NewFile | undefined
  const begin = (): NewFile => {
    const begun = newFile(path, false)
    const names = [...kept.map(({ heading }) => heading), 'dangan:line', 'dangan:problem']
    begun.write(`\uFEFF${csvLine(names)}\r\n`)
    return begun
  }
  return {
    add({ record, problems }) {
      file ??= begin()
      const cells = kept.map(({ at }) => record.cells[at] ?? '')
      const problem = problems
        .map((it) => problemText(desk, it))
        .join(desk.text.program.marks.clauses)
      file.write(`${csvLine([...cells, String(record.line), problem])}\r\n`)
    },
    keep() {
      file?.keep()
      if (file) desk.say.notice(desk.text.import.run.rejectedIn(path))
      file = undefined
    },
    discard: () => file?.discard(),
  }
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
