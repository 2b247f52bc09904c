export const lf = 10
export const cr = 13
export const quote = 34

/** The quote that closes a cell, doubled ones passed over; the length of the text if none does. */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at
  }
  return text.length
}

/** Where an unquoted cell ends: at a delimiter, a line break, or the end of the text. */
export function cellEnd(text: string, from: number, delimiter: number): number {
  let at = from
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === delimiter || unit === lf || unit === cr) return at
  }
  return at
}

/** What stands between the quotes of a cell, doubled ones made single. */
export function unescape(cell: string): string {
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell
}

/** As UTF-8. */
export function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes
}
