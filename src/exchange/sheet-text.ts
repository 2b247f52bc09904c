/** A sheet's last row. */
export const mostRows = 1_048_576

/** What XML cannot hold, and what a reader would take for such an escape. */
const escaped = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const special = /[&<>]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A cell's text as a sheet keeps it: any character comes back as it was. */
export const sheetCell = (text: string): string =>
  text
    .replace(lone, '\ufffd')
    .replace(special, (sign) => entities[sign] ?? sign)
    .replace(
      escaped,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

/** A name that a sheet may have: 31 characters, none that means something in a formula. */
export const sheetName = (name: string): string =>
  [...name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '')].slice(0, 31).join('').trim() ||
  'Sheet1'

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

const [least, most] = [8, 48]

/** How wide a column is, in digits: as its longest line, Chinese characters twice, within reason. */
export function widthOf(texts: readonly string[]): number {
  let width = least
  for (const text of texts)
    for (const line of text.slice(0, 400).split('\n'))
      width = Math.max(width, line.length + (line.match(wide)?.length ?? 0) + 2)
  return Math.min(width, most)
}
