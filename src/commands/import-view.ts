import { batchName } from '../store/imports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'
import type { ImportTaken } from './import-stretch.ts'
import { problemText, shortened } from './reject-file.ts'

/** Says what an import came to: counts and numbers, what was rejected and why, what looks like someone known. */
export function sayImport(desk: Desk, taken: ImportTaken): void {
  const { counts, shape, firstNumber, lastNumber, seconds } = taken
  const batch = taken.takenBack ? null : batchName(taken.importId)
  const value = {
    batch,
    encoding: shape.encoding,
    delimiter: shape.delimiter,
    sheet: shape.sheet,
    ...counts,
    firstNumber,
    lastNumber,
    seconds,
    errors: errorsOf(desk, taken),
    duplicates: taken.passedOver.map(({ row, number, because }) => ({
      line: row[0],
      number,
      because,
    })),
  }
  desk.say.result(value, () => lines(desk, taken, batch))
  if (taken.takenBack && !desk.globals.dryRun)
    throw new Refusal('import.rejected', { rejected: counts.rejected })
}

/** Characters of a value in JSON; `--errors` has it whole. */
const longestValue = 200

const errorsOf = (desk: Desk, taken: ImportTaken) =>
  taken.rejected.flatMap(({ record, problems }) =>
    problems.map((problem) => ({
      line: record.line,
      field: problem.key,
      value: shortened(problem.value, longestValue),
      code: problem.invalid.code,
      message: desk.text.values.say(problem.invalid),
    })),
  )

function lines(desk: Desk, taken: ImportTaken, batch: string | null): string[] {
  const text = desk.text.import.run
  const { counts } = taken
  return [
    readLine(desk, taken),
    text.counts(counts),
    ...(taken.firstNumber === null
      ? []
      : [text.numbers(taken.firstNumber, taken.lastNumber ?? '')]),
    ...rejectedLines(desk, taken),
    ...passedOverLines(desk, taken),
    ...(batch === null ? [] : [text.batch(batch, taken.seconds)]),
  ]
}

function readLine(desk: Desk, { shape, counts }: ImportTaken): string {
  const text = desk.text.import.run
  const { encoding, delimiter, sheet } = shape
  if (sheet !== null) return text.readSheet(encoding, sheet, counts.read)
  return text.read(encoding, delimiter === '\t' ? 'TAB' : delimiter, counts.read)
}

function rejectedLines(desk: Desk, { rejected, counts }: ImportTaken): string[] {
  if (rejected.length === 0) return []
  const text = desk.text.import.run
  const rows = rejected.map(({ record, problems }) =>
    text.rejectedLine(
      record.line,
      problems.map((problem) => problemText(desk, problem)).join(desk.text.program.marks.clauses),
    ),
  )
  return [text.rejectedTitle, ...rows, ...more(desk, rejected.length, counts.rejected)]
}

function passedOverLines(desk: Desk, { passedOver, counts }: ImportTaken): string[] {
  if (passedOver.length === 0) return []
  const text = desk.text.import.run
  const rows = passedOver.map(({ row, number, because }) =>
    text.passedOverLine(row[0], number, text.because[because]),
  )
  return [text.passedOverTitle, ...rows, ...more(desk, passedOver.length, counts.skipped)]
}

const more = (desk: Desk, shown: number, all: number): string[] =>
  all > shown ? [desk.text.import.run.more(all - shown)] : []
