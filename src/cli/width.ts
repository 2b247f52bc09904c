import stringWidth from 'string-width'

const plain = /^[\u0020-\u007E]*$/
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number =>
  plain.test(text) ? text.length : stringWidth(text)

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Cut to a width, whole characters only, with … where something is missing. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment)
    if (used > width - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Characters that may not begin a line (避头). */
const neverFirst = /^[，。、；：？！）】》」』”’%,.;:?!)\]}]/

/** Broken into lines of at most `width` columns: Latin words whole where they fit, Han anywhere but before a stop. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) lines.push(...paragraphLines(paragraph, width))
  return lines
}

function paragraphLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, width)) {
    const fits = widthOf(line) + widthOf(piece.trimEnd()) <= width
    if (!fits && line !== '' && !neverFirst.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  lines.push(line.trimEnd())
  return lines
}

/** Words with the space after them, single Han characters, and long words cut to fit. */
function piecesOf(text: string, width: number): string[] {
  const pieces = text.match(/[\u0021-\u2E7F]+ *|[^\u0021-\u2E7F]/gu) ?? []
  return pieces.flatMap((piece) => (widthOf(piece) > width ? [...piece] : [piece]))
}
