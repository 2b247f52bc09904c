import { alignedLines } from '../cli/aligned.ts'
import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import { invalid, isInvalid, type Invalid } from '../domain/invalid.ts'
import { parseDay } from '../domain/parse-day.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { readName } from '../domain/value.ts'
import type { Day } from '../domain/words.ts'
import { archivesFor } from './archives-given.ts'
import type { AttachOptions } from './attach.ts'
import type { Desk, Office } from './desk.ts'
import {
  copiesWords,
  faultWords,
  lackShown,
  missingValues,
  missingWord,
  sealWords,
  type LackShown,
} from './lack-view.ts'
import { completenessIn } from './listed-rows.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

/** To whom a list of what is missing goes, and by when it is to be supplied. */
interface Letter {
  readonly to: string
  readonly due: Day | null
}

/** One thing that an archive lacks: a document, or a value (`kind` null). */
interface Row extends Letter {
  readonly number: string
  readonly lack: LackShown
}

/** `attach --missing <number…> [--to --due]`: the supplement list (补充资料清单, S003-15.4-5), a sheet for each archive. */
export async function listMissing(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const numbers = await numbersFrom(desk, given)
  const office = await desk.read()
  const letter = { to: addressee(options.to), due: dueDay(options.due, office.today) }
  const archives = archivesFor(office, numbers)
  const read = toEnter(office, archives)
  const line = ['attach --missing', ...read.archives.map(({ number }) => number)].join(' ')
  await enterReadings(desk, line, read)
  const completeness = completenessIn(office, archives)
  const sheets = archives.map((archive) => {
    const { lacks, missing } = completeness(archive).completeness
    const values = missingValues(missing).map((key) => valueLack(key, archive, office.policy))
    return { archive, rows: [...values, ...lacks.map(lackShown)] }
  })
  const rows = sheets.flatMap(({ archive, rows }) =>
    rows.map((lack): Row => ({ ...letter, number: archive.number, lack })),
  )
  const { format, fields } = desk.say.manner
  if (format !== 'table' || fields) desk.say.listing(rows, missingColumns(desk, office.policy))
  else
    desk.say.results([], () =>
      sheets
        .filter((sheet) => sheet.rows.length > 0)
        .flatMap((sheet, at) => [
          ...(at > 0 ? [''] : []),
          ...sheetLines(desk, office, letter, sheet),
        ]),
    )
  tellSum(desk, sheets)
}

/** A staff member, a project manager, the customer: whoever it is. @throws Refusal value.bad */
function addressee(said: string | undefined): string {
  const to = readName(said ?? '')
  if (!isInvalid(to)) return to
  throw new Refusal('value.bad', { problems: [{ key: '--to', value: said ?? '', invalid: to }] })
}

/** A day that has not passed. @throws Refusal value.bad */
function dueDay(said: string | undefined, today: Day): Day | null {
  if (said === undefined) return null
  const day = parseDay(said)
  const wrong = unfit(day, today)
  if (!wrong) return day as Day
  throw new Refusal('value.bad', { problems: [{ key: '--due', value: said, invalid: wrong }] })
}

function unfit(day: string | Invalid, today: Day): Invalid | undefined {
  if (isInvalid(day)) return day
  if (day === '') return invalid('value.missing', {})
  return day < today ? invalid('date.past', { value: day, today }) : undefined
}

/** A missing value, told like a missing document; its clauses are the field's, or its type's. */
function valueLack(key: string, { type }: Archive, policy: Policy): LackShown {
  const source = policy.fields?.[key]?.source ?? policy.types[type]?.source ?? []
  return { item: key, kind: '', copies: {}, held: {}, seals: [], pages: false, source }
}

function missingColumns(desk: Desk, policy: Policy): readonly Column<Row>[] {
  const text = desk.text.checklist
  const { items } = desk.text.program.marks
  const { archive } = desk.text.keys
  return [
    { key: 'number', heading: archive.number, value: (it) => it.number },
    {
      key: 'item',
      heading: text.columns.material,
      value: ({ lack }) => lack.item,
      shown: ({ lack }) => missingWord(desk, policy, lack.item),
    },
    {
      key: 'kind',
      heading: text.columns.kind,
      value: ({ lack }) => lack.kind || null,
      shown: ({ lack }) => policy.materials?.kinds[lack.kind]?.label[desk.language] ?? '',
    },
    {
      key: 'copies',
      heading: text.columns.copies,
      value: ({ lack }) => lack.copies,
      shown: ({ lack }) => copiesWords(desk, lack.copies),
    },
    {
      key: 'held',
      heading: text.columns.held,
      value: ({ lack }) => lack.held,
      shown: ({ lack }) => copiesWords(desk, lack.held),
    },
    {
      key: 'seals',
      heading: text.columns.seals,
      value: ({ lack }) => lack.seals,
      shown: ({ lack }) => sealWords(desk, policy, lack.kind, lack.seals),
    },
    { key: 'pages', heading: text.columns.pages, value: ({ lack }) => lack.pages },
    {
      key: 'source',
      heading: text.columns.source,
      value: ({ lack }) => lack.source,
      shown: ({ lack }) => lack.source.join(items),
    },
    { key: 'to', heading: text.options.to, value: ({ to }) => to || null, besides: true },
    { key: 'due', heading: text.options.due, value: ({ due }) => due, besides: true },
  ]
}

interface Sheet {
  readonly archive: Archive
  readonly rows: readonly LackShown[]
}

/** A sheet that somebody signs for. */
function sheetLines(desk: Desk, office: Office, letter: Letter, { archive, rows }: Sheet) {
  const { policy, today, hand, operator } = office
  const text = desk.text.checklist
  const words = text.supplement
  const { columns } = text
  const drawnBy =
    hand.staffId !== null && hand.staffId === operator.staff?.id ? operator.staff.name : ''
  const cells = rows.map((lack, at) => [
    String(at + 1),
    missingWord(desk, policy, lack.item),
    copiesWords(desk, lack.copies),
    copiesWords(desk, lack.held) || (lack.kind === '' ? '' : text.noneHeld),
    lack.source.join(desk.text.program.marks.items),
  ])
  // beside the table, which would grow too wide for a sheet
  const notes = rows.flatMap((lack, at) =>
    faultWords(desk, policy, lack).map((fault) => words.note(at + 1, fault)),
  )
  const headings = [columns.item, columns.material, columns.copies, columns.held, columns.source]
  return [
    words.title,
    words.archive(archive.number, archive.name ?? ''),
    ...(letter.to === '' ? [] : [words.to(letter.to)]),
    letter.due === null ? words.noDue : words.due(letter.due),
    '',
    ...alignedLines(headings, cells, [], undefined),
    ...notes,
    '',
    words.drawn(today, drawnBy),
    words.signed,
  ]
}

function tellSum(desk: Desk, sheets: readonly Sheet[]): void {
  const text = desk.text.checklist
  const incomplete = sheets.filter(({ rows }) => rows.length > 0)
  const items = incomplete.reduce((sum, { rows }) => sum + rows.length, 0)
  if (items === 0) desk.say.notice(text.complete)
  else if (sheets.length > 1) desk.say.notice(text.sum(incomplete.length, items))
}
