import { blockStyles } from './form-blocks.ts'
import { escapeHtml as text } from './form-page.ts'

/** One form (表单), on as many sheets of paper as it needs. */
export interface FormSheet {
  readonly title: string
  /** Under the title; '' where there is nothing to say. */
  readonly subtitle: string
  /** 机密, in the corner; '' where there is no level. */
  readonly mark: string
  /** `编号 R12`. */
  readonly number: string
  /** The number as an SVG; '' where it has none. */
  readonly code: string
  /** Blocks of form-blocks.ts, escaped. */
  readonly blocks: readonly string[]
  /** Who printed it and when, journal code. */
  readonly foot: readonly string[]
}

export const sheetStyles = `
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet header { display: grid; grid-template-columns: 34mm 1fr 34mm; align-items: start; }
.sheet h1 { font-size: 18pt; letter-spacing: .15em; text-align: center; margin: 2mm 0 0;
  font-weight: 600; line-height: 1.25; }
html[lang=en] .sheet h1 { letter-spacing: 0; }
html[lang=en] .sheet { font-size: 9.5pt; line-height: 1.3; }
.sheet .subtitle { text-align: center; margin: 1.5mm 0 0; font-size: 9.5pt; }
.sheet .mark { font-size: 14pt; font-weight: 700; }
.sheet .number { margin: 0; overflow-wrap: anywhere; }
.sheet .code { width: 24mm; height: 24mm; justify-self: end; }
.sheet footer { margin-top: 5mm; font-size: 8.5pt; display: flex; flex-wrap: wrap;
  justify-content: space-between; column-gap: 6mm; break-inside: avoid; }
${blockStyles}`

export const formSheet = (sheet: FormSheet): string => `<section class="sheet">
<header>
<div><div class="mark">${text(sheet.mark)}</div><p class="number">${text(sheet.number)}</p></div>
<div><h1>${text(sheet.title)}</h1>${sheet.subtitle === '' ? '' : `<p class="subtitle">${text(sheet.subtitle)}</p>`}</div>
<div class="code">${sheet.code}</div>
</header>
${sheet.blocks.join('\n')}
<footer>${sheet.foot.map((it) => `<span>${text(it)}</span>`).join('')}</footer>
</section>`
