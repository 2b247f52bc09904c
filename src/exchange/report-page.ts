import { escapeHtml as text } from './form-page.ts'

/** One table of a report, and the chart of it. */
export interface ReportPart {
  /** '' where the report has only one. */
  readonly heading: string
  readonly columns: readonly PartColumn[]
  readonly rows: readonly PartRow[]
  /** An SVG element; '' where there is nothing to draw. */
  readonly chart: string
  /** In millimetres, on paper. */
  readonly chartHeight: number
  /** Beside each other; else the table stands below and may go on over several sheets. */
  readonly isBeside: boolean
  /** Under the chart; '' where there is nothing to say. */
  readonly note: string
}

export interface PartColumn {
  readonly heading: string
  /** `number` stands to the right; `short`, as a day does, is never broken. */
  readonly form: 'text' | 'short' | 'number'
}

export interface PartRow {
  readonly cells: readonly string[]
  readonly isTotal: boolean
}

export function reportPart(part: ReportPart): string {
  const { heading, chart, chartHeight, isBeside, note } = part
  const drawn =
    chart === ''
      ? ''
      : `<div class="drawn"><div class="chart" style="height: ${chartHeight}mm">${chart}</div>${note === '' ? '' : `<p class="note">${text(note)}</p>`}</div>`
  const title = heading === '' ? '' : `<h2>${text(heading)}</h2>`
  const beside = isBeside && chart !== ''
  return `<section class="part${beside ? ' beside' : ''}">${title}<div class="both">${drawn}${tableOf(part)}</div></section>`
}

function tableOf({ columns, rows }: ReportPart): string {
  const headings = columns.map(({ heading }) => `<th>${text(heading)}</th>`).join('')
  const lines = rows.map(({ cells, isTotal }) => {
    const told = cells.map(
      (cell, at) => `<td class="${columns[at]?.form ?? 'text'}">${text(cell)}</td>`,
    )
    return `<tr${isTotal ? ' class="total"' : ''}>${told.join('')}</tr>`
  })
  return `<table class="counts"><thead><tr>${headings}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table>`
}

export const reportStyles = `
.part { margin-top: 4mm; }
.part.beside { break-inside: avoid; }
.sheet .part h2 { font-size: 12pt; margin: 0 0 1mm; }
.part.beside .both { display: grid; grid-template-columns: 105mm 1fr; column-gap: 6mm;
  align-items: start; }
.part .drawn { break-inside: avoid; }
.part .note { font-size: 8.5pt; margin: .5mm 0 0; }
.sheet .counts { table-layout: auto; margin-top: 1mm; font-size: 9pt; line-height: 1.25; }
.sheet .counts th { text-align: center; padding: .8mm 1.2mm; overflow-wrap: normal; }
.sheet .counts td { padding: .6mm 1.2mm; height: 5.5mm; overflow-wrap: break-word; }
.sheet .counts .number, .sheet .counts .short { white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.sheet .counts .number { text-align: right; }
.sheet .counts .total td { font-weight: 600; background: #f2f2f2; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.sheet .copy { text-align: right; margin: 0; font-weight: 600; }
html[lang=en] .sheet .counts { font-size: 8.5pt; }
`
