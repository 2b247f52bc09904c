/** Why a workbook cannot be read, or written. */
export interface WorkbookRefusalFacts {
  /** More than would fit: bytes as it is kept, bytes unpacked, or cells. */
  'workbook.too-large': { path: string; what: 'bytes' | 'unpacked' | 'cells'; limit: number }
  'workbook.password': { path: string }
  'workbook.damaged': { path: string }
  /** No sheet that is to be seen has a row. */
  'workbook.empty': { path: string; sheets: readonly string[] }
  'workbook.no-sheet': { path: string; sheet: string; sheets: readonly string[] }
  /** `--sheet` was said of a list that has none. */
  'workbook.no-workbook': { path: string; sheet: string }
  /** Sheets end somewhere. */
  'workbook.too-many-rows': { rows: number; limit: number }
  /** More than one package can hold. */
  'subject.too-large': { number: string; size: string }
  'workbook.long-cell': { limit: number; heading: string; line: number }
}
