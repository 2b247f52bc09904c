import { escapeHtml as text } from './form-page.ts'

/** What one label says. */
export interface LabelSheet {
  /** An archive's number, or the code of a box. */
  readonly number: string
  readonly name: string
  /** The number as an SVG. */
  readonly code: string
  readonly facts: readonly (readonly [string, string])[]
}

/** Two columns of five on a sheet, each 90 by 52 mm, cut along the lines. */
export const labelStyles = `
.labels { display: grid; grid-template-columns: repeat(2, 90mm); grid-auto-rows: 52mm; }
.label { border: .2mm dashed #888; padding: 4mm; display: grid; overflow: hidden;
  grid-template-columns: 1fr 22mm; grid-template-rows: auto auto 1fr; column-gap: 3mm;
  break-inside: avoid; }
.label .number { font: 700 15pt monospace; overflow-wrap: anywhere; }
.label .code { grid-row: 1 / 4; grid-column: 2; width: 22mm; height: 22mm; }
.label .name { font-size: 13pt; font-weight: 600; margin: 1mm 0; overflow-wrap: anywhere; }
.label dl { display: grid; grid-template-columns: auto 1fr; column-gap: 3mm; margin: 0;
  font-size: 9.5pt; align-content: start; grid-column: 1 / 2; }
.label dd { margin: 0; overflow-wrap: anywhere; }
.foot { font-size: 8pt; margin: 3mm 0 0; }
`

export const labelSheets = (labels: readonly LabelSheet[], foot: string): string =>
  `<div class="labels">
${labels.map(labelSheet).join('\n')}
</div>
<p class="foot">${text(foot)}</p>`

const labelSheet = ({ number, name, code, facts }: LabelSheet): string => `<div class="label">
<div class="number">${text(number)}</div>
<div class="code">${code}</div>
<div class="name">${text(name)}</div>
<dl>${facts.map(([label, value]) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
</div>`
