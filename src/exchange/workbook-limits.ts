/**
 * What a workbook may come to, which is read whole: beyond it a list is to be handed in as csv,
 * which is read as a stream. Measured: 100,000 rows of 15 columns take 0.7 GB.
 */
export const workbookLimits = {
  bytes: 64 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
  /** Of a page of HTML, which is taken apart as one text. */
  pageBytes: 24 * 1024 * 1024,
  cells: 5_000_000,
  /** Cells of a page times its cells that span several: each is held against each. */
  spans: 500_000_000,
  parts: 10_000,
}
