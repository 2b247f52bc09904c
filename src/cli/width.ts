import { charactersOf, widthOf } from './columns.ts'

export { widthOf } from './columns.ts'

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Cut to a width, whole characters only, with … where something is missing. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const character of charactersOf(text)) {
    used += widthOf(character)
    if (used > width - 1) break
    kept += character
  }
  return `${kept}…`
}

/** Characters that may not begin a line (避头). */
const neverFirst = /^[，。、；：？！）】》」』〉”’…—％%,.;:?!)\]}]/
/** Characters that may not end one (避尾). */
const neverLast = /[（【《「『〈“‘([{]$/

/**
 * Broken into lines of at most `width` columns (2 or more): Latin words whole where they fit, Han
 * anywhere but before a stop or after an opening bracket. Nothing but spaces at a break goes.
 */
export const wrapped = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => paragraphLines(paragraph, Math.max(2, width)))

function paragraphLines(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of piecesOf(text, width)) {
    const columns = widthOf(piece)
    const isSpace = piece.trim() === ''
    if (used + columns > width && line !== '') {
      lines.push(line.trimEnd())
      line = ''
      used = 0
      if (isSpace) continue
    }
    if (isSpace && line === '' && lines.length > 0) continue
    line += piece
    used += columns
  }
  return [...lines, line.trimEnd()]
}

/** What stays together in a line, spaces by themselves; cut up where it alone is too wide. */
export function piecesOf(text: string, width = Infinity): string[] {
  const glued: string[] = []
  let last = ''
  for (const character of charactersOf(text)) {
    if (holds(last, character)) glued.push((glued.pop() ?? '') + character)
    else glued.push(character)
    last = character
  }
  return glued.flatMap((piece) => (widthOf(piece) > width ? charactersOf(piece) : [piece]))
}

/** May there be no break between the two? */
function holds(last: string, character: string): boolean {
  if (last.trim() === '' || character.trim() === '') return false
  if (neverFirst.test(character) || neverLast.test(last)) return true
  return !isWide(character) && !isWide(last)
}

const isWide = (character: string): boolean => widthOf(character) > 1
