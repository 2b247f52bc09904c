import { escapeHtml as text } from './form-page.ts'

/** A label and a value; an empty value leaves room to write, `wide` the whole line. */
export type Fact = readonly [label: string, value: string, wide?: 'wide']

/** More than half a line holds. */
const long = 24

/** Two facts a line; a long one, or the last, has it to itself. */
export function factTable(facts: readonly Fact[], title = ''): string {
  const cell = ([label, value]: Fact, span = 1) =>
    `<th>${text(label)}</th><td${span > 1 ? ` colspan="${span}"` : ''}>${text(value)}</td>`
  const isLong = ([, value, wide]: Fact) => wide !== undefined || value.length > long
  const rows: string[] = []
  for (let at = 0; at < facts.length; at += 1) {
    const [one, other] = [facts[at], facts[at + 1]]
    if (!one) break
    const isPaired = other !== undefined && !isLong(one) && !isLong(other)
    rows.push(`<tr>${isPaired ? cell(one) + cell(other) : cell(one, 3)}</tr>`)
    if (isPaired) at += 1
  }
  return `<table class="facts">${captionOf(title)}${columns}${rows.join('\n')}</table>`
}

const captionOf = (title: string): string =>
  title === '' ? '' : `<caption>${text(title)}</caption>`

const columns = '<colgroup><col style="width: 27mm"><col><col style="width: 27mm"><col></colgroup>'

/** A column of a list: its width in mm, 0: what is left. */
export interface ListColumn {
  readonly heading: string
  readonly width: number
}

export interface ListRow {
  readonly cells: readonly string[]
  /** Cells of these positions are struck out: the entry is cancelled. */
  readonly struck?: readonly number[]
}

/** A list with its headings on every sheet of paper; no row is cut across two. `signed`: people sign in its rows. */
export function listTable(
  columnsOf: readonly ListColumn[],
  rows: readonly ListRow[],
  title = '',
  use: 'read' | 'signed' = 'read',
): string {
  const widths = columnsOf.map(({ width }) =>
    width > 0 ? `<col style="width: ${width}mm">` : '<col>',
  )
  const headings = columnsOf.map(({ heading }) => `<th>${text(heading)}</th>`)
  const line = ({ cells, struck = [] }: ListRow) =>
    `<tr>${cells.map((it, at) => `<td>${struck.includes(at) ? `<s>${text(it)}</s>` : text(it)}</td>`).join('')}</tr>`
  return `<table class="list ${use}">${captionOf(title)}<colgroup>${widths.join('')}</colgroup>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>${rows.map(line).join('\n')}</tbody></table>`
}

/** Where somebody decides, signs and dates. */
export interface SignBox {
  readonly title: string
  /** What stands in it already, a line each. */
  readonly lines: readonly string[]
  /** To be ticked, or ticked. */
  readonly choices: readonly (readonly [word: string, isChosen: boolean])[]
  /** Labels with room to write behind them, at the lower edge: 签字, 日期. */
  readonly blanks: readonly string[]
}

/** Boxes to sign in, two beside each other; none is cut. */
export function signBoxes(boxes: readonly SignBox[], title = ''): string {
  const rows: string[] = []
  for (let at = 0; at < boxes.length; at += 2) {
    const pair = boxes.slice(at, at + 2).map((box) => signBox(box, boxes.length - at === 1))
    rows.push(`<tr>${pair.join('')}</tr>`)
  }
  return `<table class="signing">${captionOf(title)}${rows.join('\n')}</table>`
}

const signBox = ({ title, lines, choices, blanks }: SignBox, isAlone: boolean): string =>
  `<td${isAlone ? ' colspan="2"' : ''}><div class="box"><b>${text(title)}</b>
${choices.length > 0 ? `<p class="choices">${choices.map(tick).join('')}</p>` : ''}
${lines.map((it) => `<p>${text(it)}</p>`).join('')}
<p class="blanks">${blanks.map((it) => `<span>${text(it)}</span>`).join('')}</p></div></td>`

const tick = ([word, isChosen]: readonly [string, boolean]): string =>
  `<span><i class="tick${isChosen ? ' chosen' : ''}"></i>${text(word)}</span>`

/** Choices to tick in one line of their own. */
export const tickLine = (label: string, choices: SignBox['choices']): string =>
  `<p class="choices line">${text(label)}${choices.map(tick).join('')}</p>`

export const paragraph = (words: string): string => `<p class="say">${text(words)}</p>`

/** Clauses under a heading, numbered where there are several. */
export function clauses(title: string, items: readonly string[]): string {
  const [only = ''] = items
  const list = items.map((it) => `<li>${text(it)}</li>`).join('')
  return `<h2>${text(title)}</h2>${items.length > 1 ? `<ol>${list}</ol>` : paragraph(only)}`
}

export const blockStyles = `
.sheet table { width: 100%; border-collapse: collapse; margin-top: 3.5mm; table-layout: fixed; }
.sheet caption { text-align: left; font-weight: 600; padding: 0 0 1mm; break-after: avoid; }
.sheet th, .sheet td { border: .3mm solid #000; padding: 1mm 1.8mm; text-align: left;
  overflow-wrap: anywhere; vertical-align: middle; }
.sheet th { font-weight: 600; background: #f2f2f2; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.sheet tr { break-inside: avoid; }
.sheet thead { display: table-header-group; }
.sheet .facts td, .sheet .facts th { height: 8mm; }
.sheet .list { font-size: 9.5pt; line-height: 1.3; }
.sheet .list caption { font-size: 10.5pt; }
.sheet .list td { height: 7mm; padding: .5mm 1.5mm; white-space: pre-line; }
.sheet .list.signed td { height: 11mm; }
.sheet .list th { text-align: center; padding: 1mm; }
.sheet .signing td { vertical-align: top; padding: 2mm 2.5mm; height: 36mm; }
.sheet .box { display: flex; flex-direction: column; height: 100%; min-height: 31mm; }
.sheet .box p { margin: 1mm 0 0; }
.sheet .box .blanks { margin-top: auto; padding-top: 9mm; display: flex; gap: 4mm; }
.sheet .blanks span:first-child { flex-grow: 1.4; }
.sheet .blanks span { flex: 1 1 0; border-bottom: .3mm solid #000; padding-bottom: .6mm;
  white-space: nowrap; }
.sheet .choices span { margin-right: 7mm; white-space: nowrap; }
.sheet .line { margin: 3mm 0 0; }
.sheet .line span { margin: 0 0 0 7mm; }
.tick { display: inline-block; position: relative; width: 3.6mm; height: 3.6mm; margin-right: 1.6mm;
  border: .3mm solid #000; vertical-align: -.4mm; }
.tick.chosen::after { content: ""; position: absolute; left: 1mm; top: 0; width: .9mm;
  height: 2mm; border: solid #000; border-width: 0 .45mm .45mm 0; transform: rotate(40deg); }
.sheet .say { margin: 2.5mm 0 0; }
.sheet h2 + .say { margin-top: 0; }
.sheet h2 { font-size: 11pt; margin: 2.5mm 0 .5mm; break-after: avoid; }
.sheet ol { margin: 0; padding-left: 7mm; }
.sheet li { margin: .4mm 0; break-inside: avoid; }
`
