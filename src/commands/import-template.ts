import { basename, extname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { templateColumns, type TemplateColumn } from '../domain/template.ts'
import { newFile } from '../exchange/new-file.ts'
import { isSameFile } from '../exchange/new-file.ts'
import type { SheetPlan } from '../exchange/workbook-write.ts'
import type { Desk, Office } from './desk.ts'
import { columnHeading } from './export-columns.ts'
import { typeNamed } from './import-columns.ts'

/**
 * `import --template <file.xlsx>`: a workbook for a department to fill in, with the lists of the policy
 * to choose from (SPEC 12; S002-2.1). It goes in by `import` as it is; nothing of any customer is in it.
 */
export async function writeTemplate(
  desk: Desk,
  path: string,
  said: string | undefined,
): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx')
    throw new Refusal('export.format', { file: basename(path), endings: ['.xlsx'] })
  const office = await desk.read()
  const { policy, store } = office
  if (isSameFile(path, store.path)) throw new Refusal('file.target-exists', { path })
  const types = said === undefined ? Object.keys(policy.types) : [typeNamed(said, policy)]
  const columns = templateColumns(policy, types)
  const text = desk.text.import.template
  if (desk.globals.dryRun)
    return desk.say.notice(text.would(path, columns.length), desk.text.program.dryRun)
  const { sheetWriter } = await import('../exchange/workbook-write.ts')
  const file = newFile(path, desk.globals.yes)
  try {
    const sheet = await sheetWriter(planOf(desk, office, columns), file.add)
    sheet.end()
    file.keep()
  } finally {
    file.discard()
  }
  const result = { path, types, columns: columns.map(({ key }) => key) }
  desk.say.result(result, () => [text.written(path, columns.length), text.next(path)])
}

function planOf(desk: Desk, office: Office, columns: readonly TemplateColumn[]): SheetPlan {
  const text = desk.text.import.template
  const headings = columns.map((column) => headingIn(desk, office, column))
  const marked = headings.map((heading, at) =>
    columns[at]?.requiredFor === 'all' ? `${heading}*` : heading,
  )
  const choices = columns.flatMap(({ choices: list }, column) =>
    list === undefined
      ? []
      : [
          {
            column,
            values: Object.values(list).map(({ label }) => label[desk.language]),
            title: headings[column] ?? '',
            message: text.choose,
          },
        ],
  )
  const rows = columns.map((column, at) => [
    headings[at] ?? '',
    requiredText(desk, office, column),
    hintFor(desk, column),
  ])
  const notes = [[...text.noteColumns], ...text.lead.map((line) => ['', '', line]), ...rows]
  return {
    name: text.sheet,
    headings: marked,
    choices,
    notes: [{ name: text.notes, rows: notes }],
  }
}

const headingIn = (desk: Desk, { policy }: Office, { key }: TemplateColumn): string =>
  columnHeading(desk, policy, key)

function requiredText(desk: Desk, { policy }: Office, { requiredFor }: TemplateColumn): string {
  const text = desk.text.import.template
  if (requiredFor === 'all') return text.required
  if (requiredFor.length === 0) return ''
  const names = requiredFor.map((type) => policy.types[type]?.label[desk.language] ?? type)
  return text.requiredFor(names.join(desk.text.program.marks.items))
}

function hintFor(desk: Desk, { kind, choices }: TemplateColumn): string {
  const text = desk.text.import.template
  if (!choices) return text.hints[kind]
  const labels = Object.values(choices).map(({ label }) => label[desk.language])
  return text.oneOf(labels.join(desk.text.program.marks.items))
}
