import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { disposalName } from '../domain/disposal.ts'
import { Refusal } from '../domain/refusal.ts'
import { valueLabel } from '../domain/labels.ts'
import { certificateSheet, certificateStyles } from '../exchange/certificate-form.ts'
import { headOf } from '../store/journal-check.ts'
import type { DisposalItem } from '../store/disposals.ts'
import type { Desk, Office } from './desk.ts'
import { disposalGiven, disposalShown, type Standing } from './disposing.ts'
import { outputPath } from './output-option.ts'
import { printForm, type Foot, type PrintOptions } from './printing.ts'
import { disposalNamed } from './purge-show.ts'

/** `purge certificate D1`: the register of what was destroyed (销毁清册), with its witnesses. */
export function purgeCertificateCommand(desk: Desk) {
  const { certificate: text, show } = desk.text.disposal
  const command = new Command('certificate')
    .summary(text.summary)
    .description(text.description)
    .argument('[disposal]', show.disposal)
    .option('-o, --output <file>', desk.text.form.options.output, outputPath)
    .option('--reason <reason>', desk.text.form.options.reason)
    .action(async (given, options) => certify(desk, await disposalNamed(desk, given), options))
  const examples = [
    'dangan purge certificate D1',
    'dangan purge certificate D1 -o 销毁清册.html',
    'dangan purge certificate D1 --format csv',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

async function certify(desk: Desk, name: string, options: PrintOptions): Promise<void> {
  const { format } = desk.say.manner
  if (format !== 'table' && options.output === undefined) return sayCertificate(desk, name)
  const printed = await printForm(desk, options, (office) => {
    const standing = executed(office, name)
    return {
      form: 'certificate',
      archives: [],
      object: disposalName(standing.disposal.id),
      sheets: 1,
      name: `${desk.text.disposal.certificate.title}-${disposalName(standing.disposal.id)}`,
      detail: () => ({}),
      page: (foot) => ({
        title: desk.text.disposal.certificate.title,
        styles: certificateStyles,
        sheets: [certificateSheet(sheetOf(desk, office, standing, foot))],
      }),
    }
  })
  const { path, anchor } = printed
  if (path === null) return
  desk.say.result({ form: 'certificate', disposal: name, path, anchor }, () => [
    desk.text.disposal.certificate.done(path),
  ])
}

/** @throws Refusal disposal.status before it was executed */
function executed(office: Office, name: string): Standing {
  const standing = disposalGiven(office, name)
  const { status, disposal } = standing
  if (status === 'executed') return standing
  throw new Refusal('disposal.status', { disposal: disposalName(disposal.id), status })
}

async function sayCertificate(desk: Desk, name: string): Promise<void> {
  const office = await desk.read()
  const standing = executed(office, name)
  const rows = rowsOf(standing)
  if (desk.say.manner.format !== 'json') return void desk.say.listing(rows, columns(desk))
  const { disposal } = standing
  const { items: _items, kept: _kept, ...facts } = disposalShown(standing)
  const search = {
    archives: disposal.archivesSearched,
    values: disposal.valuesSearched,
    shared: disposal.valuesShared,
  }
  const { head } = headOf(office.store)
  desk.say.result({ ...facts, search, journalHead: head, items: rows }, () => [])
}

/** A line of the register: what stays known of an archive, in the columns that the field is used to. */
type Row = ReturnType<typeof rowOf>

const rowsOf = (standing: Standing): Row[] => standing.items.map((item) => rowOf(standing, item))

const rowOf = ({ disposal, request }: Standing, item: DisposalItem) => ({
  type: item.type,
  position: item.position,
  title: null,
  number: item.number,
  materials: item.materials,
  reason: disposal.reason,
  executedOn: disposal.executedOn,
  place: disposal.place,
  secrecy: item.secrecy,
  copies: item.copies,
  pages: item.pages,
  approvedBy: request.steps.flatMap(({ decider }) => decider ?? []),
  executor: disposal.executor,
  witness: disposal.witness,
})

function columns(desk: Desk): readonly Column<Row>[] {
  const { headings } = desk.text.disposal.certificate
  return (Object.keys(headings) as (keyof Row)[]).map((key) => ({
    key,
    heading: headings[key],
    value: (row) => (key === 'approvedBy' ? row[key].join(' ') : row[key]),
  }))
}

function sheetOf(desk: Desk, office: Office, standing: Standing, foot: Foot) {
  const { certificate: text, keys } = desk.text.disposal
  const { disposal, request, items } = standing
  const sum = (key: 'materials' | 'pages') => items.reduce((all, it) => all + it[key], 0)
  const { store, policy } = office
  const method = disposal.method && policy.disposal?.methods[disposal.method]?.label[desk.language]
  const { head } = headOf(store)
  const facts: [string, string][] = [
    [text.facts.disposal, disposalName(disposal.id)],
    [text.facts.request, `R${request.id}`],
    [text.facts.method, [method ?? disposal.method, text.electronic].filter(Boolean).join('、')],
    [text.facts.appraisal, disposal.appraisal ?? ''],
    [text.facts.count, text.count(items.length, sum('materials'), sum('pages'))],
    [text.facts.form, disposal.formNumber ?? ''],
    [keys.executor, disposal.executor ?? ''],
    [keys.witness, disposal.witness ?? ''],
    [text.facts.journal, (head ?? '').slice(0, 32)],
  ]
  return {
    title: text.title,
    facts,
    headings: Object.values(text.headings),
    rows: rowsOf(standing).map((row) => cellsOf(desk, office, row)),
    signs: text.signs,
    foot: [foot.printed, foot.code],
  }
}

function cellsOf(desk: Desk, { policy }: Office, row: Row): string[] {
  const { certificate: text } = desk.text.disposal
  const said: Record<keyof Row, unknown> = {
    ...row,
    type: valueLabel('type', row.type, policy, desk.language),
    title: text.holding,
    secrecy: desk.text.keys.secrecy[row.secrecy],
    approvedBy: row.approvedBy.join('、'),
  }
  return (Object.keys(text.headings) as (keyof Row)[]).map((key) => String(said[key] ?? ''))
}
