import { escapeHtml as text } from './form-page.ts'

/** What one label says. */
export interface LabelSheet {
  /** An archive's number, or the code of a box. */
  readonly number: string
  readonly name: string
  /** The number as an SVG for cameras. */
  readonly code: string
  /** The number as an SVG for scanners of bars; '' where it cannot be one. */
  readonly bars: string
  readonly facts: readonly (readonly [string, string])[]
}

/** Labels on one sheet: two columns of five, each 90 by 52 mm, cut along the lines. */
export const labelsOnSheet = 10

export const labelStyles = `
.labels { display: grid; grid-template-columns: repeat(2, 90mm); grid-auto-rows: 52mm; }
.label { border: .2mm dashed #888; padding: 2.5mm 4mm; position: relative; overflow: hidden;
  break-inside: avoid; }
.label.used { border-color: transparent; }
.label .number { font: 700 13pt monospace; overflow-wrap: anywhere; line-height: 1.15; }
.label .code { float: right; width: 22mm; height: 22mm; margin-left: 3mm; }
.label .name { font-weight: 600; margin: .5mm 0; overflow-wrap: anywhere; line-height: 1.2; }
.label .bars { position: absolute; left: 4mm; bottom: 2mm; width: 62mm; height: 7mm; }
.label .bars svg { width: auto; max-width: 100%; }
.label dl { margin: 0; line-height: 1.25; }
.label dl div { display: inline-block; width: 27mm; vertical-align: top; overflow-wrap: anywhere; }
.label dl .wide { display: block; width: auto; }
.label dt, .label dd { display: inline; margin: 0; }
.label dt::after { content: "\\2002"; }
.sheet-of-labels { break-after: page; }
.sheet-of-labels:last-child { break-after: auto; }
.foot { font-size: 8pt; margin: 2mm 0 0; }
`

/** As many sheets as are needed; `from` is the first free label of the first one, from 1. */
export function labelSheets(labels: readonly LabelSheet[], foot: string, from = 1): string[] {
  const places = [...Array.from({ length: from - 1 }, () => used), ...labels.map(labelSheet)]
  const sheets: string[] = []
  for (let at = 0; at < places.length; at += labelsOnSheet)
    sheets.push(`<div class="sheet-of-labels"><div class="labels">
${places.slice(at, at + labelsOnSheet).join('\n')}
</div>
<p class="foot">${text(foot)}</p></div>`)
  return sheets
}

const used = '<div class="label used"></div>'

const labelSheet = ({ number, name, code, bars, facts }: LabelSheet): string => {
  const [nameSize, factSize] = sizesFor(name, facts)
  return `<div class="label">
<div class="code">${code}</div>
<div class="number">${text(number)}</div>
<div class="name" style="font-size: ${nameSize}pt">${text(name)}</div>
<dl style="font-size: ${factSize}pt">${facts.map(factOf).join('')}</dl>
${bars === '' ? '' : `<div class="bars">${bars}</div>`}</div>`
}

/** A fact that leaves room for another beside it. */
const isShort = ([label, value]: LabelSheet['facts'][number]): boolean =>
  widthOf(label) + widthOf(value) <= 7.5

const factOf = (fact: LabelSheet['facts'][number]): string => {
  const [label, value] = fact
  return `<div${isShort(fact) ? '' : ' class="wide"'}><dt>${text(label)}</dt><dd>${text(value)}</dd></div>`
}

/** In widths of a Chinese character. */
const widthOf = (words: string): number =>
  [...words].reduce((width, sign) => width + (sign < '\u2E80' ? 0.58 : 1), 0)

/** mm of a label between its number and its bars, and beside its code. */
const room = { height: 32, width: 56 }
const millimetres = (points: number) => points * 0.353

/** Sizes of the name and of the facts, in points: the largest at which all of both has room. */
function sizesFor(name: string, facts: LabelSheet['facts']): readonly [number, number] {
  const linesOf = (width: number, size: number) =>
    Math.ceil((width * millimetres(size)) / room.width)
  const heightAt = ([nameSize, factSize]: readonly [number, number]) => {
    const short = facts.filter(isShort).length
    const long = facts.filter((it) => !isShort(it))
    const wide = long.map(([label, value]) =>
      linesOf(widthOf(label) + widthOf(value) + 1, factSize),
    )
    const lines = Math.ceil(short / 2) + wide.reduce((sum, count) => sum + count, 0)
    const nameHeight = linesOf(widthOf(name), nameSize) * millimetres(nameSize) * 1.2
    return nameHeight + lines * millimetres(factSize) * 1.25 + 2
  }
  return sizes.find((pair) => heightAt(pair) <= room.height) ?? smallest
}

const smallest = [6.5, 6] as const
const sizes = [[13, 9], [11, 9], [9.5, 8.5], [8.5, 8], [7.5, 7], smallest] as const
