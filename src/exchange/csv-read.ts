import { Refusal } from '../domain/refusal.ts'
import { type CsvLimits, type CsvRecord, parseRecords } from './csv-records.ts'
import { type DetectedEncoding, type Encoding, detectEncoding, signatureOf } from './encoding.ts'
import type { Bytes, ChunkSource } from './source.ts'
import { type BlockLimits, type Blocks, oneBlock, textBlocks } from './text-blocks.ts'

export type { CsvRecord } from './csv-records.ts'

/** What a file turned out to be, or was said to be. */
export interface CsvShape extends DetectedEncoding {
  delimiter: string
}

export const csvLimits: CsvLimits & BlockLimits = {
  chunkBytes: 256 * 1024,
  cellBytes: 10 * 1024 * 1024,
  columns: 2000,
}

/** Tried in this order; the last only when none of the others makes columns. */
const delimiters = [',', ';', '\t', '|']
const lastResort = '，'

/** How much is looked at for the delimiter. */
const headBytes = 64 * 1024
const headRecords = 30

/** A first line which only tells Excel the delimiter. */
const separatorLine = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i

/**
 * Tells encoding and delimiter, where the caller's words do not, without advancing the source.
 * Throws `input.binary`, and `input.empty` for a file of a BOM and blank lines.
 */
export function describeCsv(
  source: ChunkSource,
  said: { encoding?: Encoding | undefined; delimiter?: string | undefined } = {},
): CsvShape {
  const detected = encodingOf(source, said.encoding)
  const head = headOf(source, detected.encoding)
  if (source.whole && head.trim() === '') throw new Refusal('input.empty', { path: source.path })
  const delimiter = said.delimiter ?? separatorLine.exec(head)?.[1] ?? sniffDelimiter(head)
  return { ...detected, delimiter }
}

/**
 * The records of a source, one by one; the first is the heading. Memory is that of a chunk and
 * a record. Throws the `csv.*` refusals, `input.unreadable`. Cells come as they stand in the file:
 * `plainCell` (csv-write.ts) takes off what an export put on.
 */
export function* readRecords(
  source: Bytes,
  shape: { encoding: Encoding; delimiter: string },
  limits: Partial<typeof csvLimits> = {},
): Generator<CsvRecord, void, undefined> {
  const all = { ...csvLimits, ...limits }
  const blocks = textBlocks(source, shape.encoding, all)
  const first = blocks.next(() => 1) ?? ''
  const separator = separatorLine.exec(first)?.[0] ?? ''
  const from = separator === '' ? 1 : 2
  yield* parseRecords(behind(first.slice(separator.length), blocks), shape.delimiter, all, from)
}

function behind(first: string, others: Blocks): Blocks {
  const head = oneBlock(first)
  return { next: (lineOf) => head.next(lineOf) ?? others.next(lineOf) }
}

function encodingOf(source: ChunkSource, said: Encoding | undefined): DetectedEncoding {
  const signature = signatureOf(source.sample)
  const detected = signature ? undefined : detectEncoding(source.sample)
  if (said && !signature) {
    return { encoding: said, bom: detected?.encoding === said && detected.bom, confidence: 1 }
  }
  if (detected) return detected
  throw new Refusal('input.binary', { path: source.path, kind: signature ?? 'binary' })
}

/** The first lines, whole ones if the source goes on. */
function headOf(source: ChunkSource, encoding: Encoding): string {
  const bytes = source.sample.subarray(0, headBytes)
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const text = decoder.decode(bytes, { stream: true }).replace(/^\uFEFF/, '')
  if (source.whole && bytes.length === source.sample.length) return text
  return text.slice(0, text.lastIndexOf('\n') + 1) || text
}

/** The one that cuts the first records into equally many cells, of which there are several. */
function sniffDelimiter(head: string): string {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score > 0) return best.delimiter
  return evenness(head, lastResort) > 0 ? lastResort : ','
}

/** 0: no columns; else the share of records as wide as the heading, and a little for the width. */
function evenness(head: string, delimiter: string): number {
  const widths = widthsOf(head, delimiter)
  const [width = 0] = widths
  if (width < 2) return 0
  return widths.filter((other) => other === width).length / widths.length + width / 10_000
}

function widthsOf(head: string, delimiter: string): number[] {
  const widths: number[] = []
  try {
    const limits = { ...csvLimits, columns: Infinity }
    for (const { cells } of parseRecords(oneBlock(head), delimiter, limits)) {
      if (widths.push(cells.length) === headRecords) break
    }
  } catch (error) {
    // The head may end within quotes.
    if (!(error instanceof Refusal)) throw error
  }
  return widths
}
