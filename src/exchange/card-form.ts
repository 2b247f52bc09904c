import { factTable, type Fact } from './form-blocks.ts'
import { escapeHtml as text } from './form-page.ts'

/** What one card says; every word is somebody else's, or the reader's language. */
export interface CardSheet {
  readonly title: string
  /** 机密, in the corner; '' where there is no level. */
  readonly mark: string
  readonly number: string
  /** The number as an SVG. */
  readonly code: string
  /** A label and a value each; an empty value leaves room to write. */
  readonly facts: readonly Fact[]
  readonly contacts: {
    readonly title: string
    readonly headings: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly fields: { readonly title: string; readonly facts: CardSheet['facts'] }
  readonly remark: string
  readonly signs: readonly string[]
  /** Version, day, journal code. */
  readonly foot: readonly string[]
}

export const cardStyles = `
.card { break-after: page; display: flex; flex-direction: column; min-height: 262mm; }
.card:last-child { break-after: auto; }
.card header { display: grid; grid-template-columns: 26mm 1fr 26mm; align-items: center; }
.card h1 { font-size: 20pt; letter-spacing: .3em; text-align: center; margin: 0; font-weight: 600; }
html[lang=en] .card h1 { letter-spacing: 0; }
.card .number { text-align: center; font-size: 13pt; margin: 1mm 0 0; font-family: monospace; }
.card .mark { font-size: 14pt; font-weight: 700; align-self: start; }
.card .code { width: 22mm; height: 22mm; justify-self: end; }
.card table { width: 100%; border-collapse: collapse; margin-top: 4mm; table-layout: fixed; }
.card caption { text-align: left; font-weight: 600; padding: 0 0 1mm; }
.card th, .card td { border: .3mm solid #000; padding: 1.2mm 2mm; height: 8mm; text-align: left;
  overflow-wrap: anywhere; vertical-align: middle; }
.card th { font-weight: 600; background: #f2f2f2; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.card .facts th { width: 27mm; }
.card tr { break-inside: avoid; }
.card .remark td { height: 22mm; vertical-align: top; }
.card .signs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8mm; margin-top: 6mm; }
.card .signs span { border-bottom: .3mm solid #000; padding-bottom: 1mm; }
.card footer { margin-top: auto; padding-top: 6mm; font-size: 8.5pt; display: flex;
  justify-content: space-between; gap: 6mm; flex-wrap: wrap; }
`

export const cardSheet = (card: CardSheet): string => `<section class="card">
<header>
<div class="mark">${text(card.mark)}</div>
<div><h1>${text(card.title)}</h1><p class="number">${text(card.number)}</p></div>
<div class="code">${card.code}</div>
</header>
${factTable(card.facts)}
${contactTable(card.contacts)}
${card.fields.facts.length > 0 ? factTable(card.fields.facts, card.fields.title) : ''}
<table class="facts remark"><tr><th>${text(card.remark)}</th><td></td></tr></table>
<div class="signs">${card.signs.map((it) => `<span>${text(it)}</span>`).join('')}</div>
<footer>${card.foot.map((it) => `<span>${text(it)}</span>`).join('')}</footer>
</section>`

function contactTable({ title, headings, rows }: CardSheet['contacts']): string {
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((it) => `<${tag}>${text(it)}</${tag}>`).join('')}</tr>`
  const blank = headings.map(() => '')
  const lines = rows.length < 2 ? [...rows, blank] : rows
  return `<table><caption>${text(title)}</caption><thead>${line(headings, 'th')}</thead>
<tbody>${lines.map((it) => line(it, 'td')).join('\n')}</tbody></table>`
}
