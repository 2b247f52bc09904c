import { escapeHtml as text } from './form-page.ts'

/** What a certificate of destruction says; every word is somebody else's, or the reader's language. */
export interface CertificateSheet {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly signs: readonly string[]
  readonly foot: readonly string[]
}

export const certificateStyles = `
@page { size: A4 landscape; }
@media screen { body { max-width: 267mm; } }
.certificate h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; font-weight: 600; }
.certificate dl { display: grid; grid-template-columns: repeat(3, max-content 1fr); gap: 1mm 3mm; margin: 0 0 4mm; }
.certificate dt { font-weight: 600; }
.certificate dd { margin: 0; overflow-wrap: anywhere; }
.certificate table { width: 100%; border-collapse: collapse; font-size: 9pt; }
.certificate thead { display: table-header-group; }
.certificate th, .certificate td { border: .3mm solid #000; padding: 1mm 1.5mm; text-align: left;
  overflow-wrap: anywhere; vertical-align: top; }
.certificate th { background: #f2f2f2; font-weight: 600; white-space: nowrap; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.certificate tr { break-inside: avoid; }
.certificate .signs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8mm; margin-top: 10mm;
  break-inside: avoid; }
.certificate .signs span { border-bottom: .3mm solid #000; padding-bottom: 1mm; }
.certificate footer { padding-top: 6mm; font-size: 8.5pt; display: flex; justify-content: space-between;
  gap: 6mm; }
`

export const certificateSheet = (sheet: CertificateSheet): string => `<section class="certificate">
<h1>${text(sheet.title)}</h1>
<dl>${sheet.facts.map(([label, value]) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
<table><thead>${line(sheet.headings, 'th')}</thead>
<tbody>${sheet.rows.map((it) => line(it, 'td')).join('\n')}</tbody></table>
<div class="signs">${sheet.signs.map((it) => `<span>${text(it)}</span>`).join('')}</div>
<footer>${sheet.foot.map((it) => `<span>${text(it)}</span>`).join('')}</footer>
</section>`

const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
  `<tr>${cells.map((it) => `<${tag}>${text(it)}</${tag}>`).join('')}</tr>`
