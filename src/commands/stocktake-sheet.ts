import { stocktakeName, stocktakeResults, strayKinds, type Stocktake } from '../domain/stocktake.ts'
import {
  factTable,
  listTable,
  paragraph,
  signBoxes,
  type Fact,
  type ListColumn,
} from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'
import { resultsOf, type ResultShown } from './stocktake-show.ts'

interface Drawing {
  readonly foot: Foot
  /** Also what is present. */
  readonly all: boolean
}

/** 档案清点表: how many came out how, and what needs looking after, by result; numbers and places only. */
export function stocktakeSheet(
  desk: Desk,
  office: Office,
  it: Stocktake,
  { foot, all }: Drawing,
): FormSheet {
  const { form: text, results } = desk.text.stocktake
  const { sheet } = desk.text
  const { items } = desk.text.program.marks
  const keys = [...stocktakeResults, ...strayKinds]
  const listed = keys.filter((key) => all || key !== 'present')
  const rows = [...resultsOf(office, it, listed)].toSorted(
    (one, other) => keys.indexOf(one.result) - keys.indexOf(other.result),
  )
  const counts = keys.flatMap((key) =>
    it.counts?.[key] ? [`${results[key]} ${it.counts[key]}`] : [],
  )
  const box = { choices: [], blanks: [sheet.sign.signature, sheet.sign.date] }
  return {
    title: text.title,
    subtitle: sheet.under(office.policy.title[desk.language]),
    mark: '',
    number: sheet.number(stocktakeName(it.id)),
    code: '',
    blocks: [
      factTable(factsOf(desk, office, it)),
      paragraph(text.resultLine(counts.join(items))),
      rows.length === 0
        ? paragraph(text.none)
        : listTable(
            columnsOf(desk),
            rows.map((row, at) => rowOf(desk, row, at)),
          ),
      signBoxes([
        { ...box, title: text.signs.counter, lines: it.counters },
        { ...box, title: text.signs.witness, lines: it.witness === null ? [] : [it.witness] },
      ]),
    ],
    foot: [foot.printed, foot.code],
  }
}

function factsOf(desk: Desk, { policy }: Office, it: Stocktake): Fact[] {
  const { form: text, everywhere } = desk.text.stocktake
  const { items, inBrackets } = desk.text.program.marks
  const type = it.type === null ? '' : (policy.types[it.type]?.label[desk.language] ?? it.type)
  const scope = [it.place ?? everywhere, type].filter(Boolean).join(items)
  const sample = it.percent === null ? '' : inBrackets(`${it.percent}%`)
  return [
    [text.facts.scope, `${scope}${sample}`],
    [text.facts.expected, String(it.expected)],
    [text.facts.openedOn, it.openedOn],
    [text.facts.closedOn, it.closedOn ?? text.facts.unfinished],
  ]
}

function columnsOf(desk: Desk): ListColumn[] {
  const { columns: text } = desk.text.stocktake.form
  const wide = desk.language === 'en' ? 6 : 0
  return [
    { heading: text.no, width: 12 },
    { heading: text.number, width: 38 },
    { heading: text.result, width: 20 + wide },
    { heading: text.place, width: 28 },
    { heading: text.seenPlace, width: 28 },
    { heading: text.seenOn, width: 23 },
    { heading: text.remark, width: 0 },
  ]
}

function rowOf(desk: Desk, row: ResultShown, at: number) {
  const { results, remarks } = desk.text.stocktake
  const remark = row.lent && row.times > 0 ? remarks.lentButHere : ''
  const { number, result, place, seenPlace, seenOn } = row
  return {
    cells: [
      ...[String(at + 1), number, results[result], place ?? '', seenPlace ?? '', seenOn ?? ''],
      remark,
    ],
  }
}
