/** How a workbook is kept: new and old Excel, LibreOffice, and the tables that call themselves .xls. */
export const workbookKinds = ['xlsx', 'xlsb', 'xls', 'ods', 'html', 'xml'] as const
export type WorkbookKind = (typeof workbookKinds)[number]

/** The first bytes of old Excel files, in their container and without one. */
const oldExcel = /^(?:\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\x09[\x00\x02\x04][\x04\x06]\x00)/

/** What a page or a table in XML begins with; in UTF-16 there are NULs between. */
const markup = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<[\s\S]/

/** Tags that no list of customers begins with. */
const pageTags = /^(?:!doctype\s+html|html|head|meta|style|body|table|div|\?xml|workbook)\b/i

/** Told by its first bytes, whatever its name ends in: a workbook, or at least a package of files. */
export function looksLikeWorkbook(sample: Uint8Array): boolean {
  const head = Buffer.from(sample.subarray(0, 512)).toString('latin1')
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head) || oldExcel.test(head)) return true
  if (!markup.test(head)) return false
  const text = head.replaceAll('\0', '')
  return pageTags.test(text.slice(text.indexOf('<') + 1))
}
