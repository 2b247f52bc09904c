import { Refusal } from '../domain/refusal.ts'
import type { Encoding } from './encoding.ts'
import type { Bytes } from './source.ts'

/** Text in pieces which end at a line break, but for the last. */
export interface Blocks {
  /** The next piece; undefined at the end. `lineOf()` is asked only when there is an error to name. */
  next(lineOf: () => number): string | undefined
}

export interface BlockLimits {
  /** How much is read at once. */
  chunkBytes: number
  /** The longest line. */
  cellBytes: number
}

/**
 * Decodes a source. Each piece is whole lines, so that no character is cut and a bad byte can be
 * placed. Throws `csv.bad-bytes`, `csv.nul`, and `csv.cell-too-long` where no line break comes.
 */
export function textBlocks(source: Bytes, encoding: Encoding, limits: BlockLimits): Blocks {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let buffer = Buffer.alloc(limits.chunkBytes)
  let filled = 0
  let isFirst = true
  let isLast = false

  /** Reads on until there is a whole line or no more to come; gives its end. */
  const fill = (lineOf: () => number): number => {
    for (;;) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(filled)])
      const count = source.read(buffer.subarray(filled))
      filled += count
      isLast = count === 0
      const end = isLast ? filled : endOfLastLine(buffer, filled, encoding)
      if (end > 0 || isLast) return end
      if (filled > limits.cellBytes) {
        throw new Refusal('csv.cell-too-long', { line: lineOf(), limitBytes: limits.cellBytes })
      }
    }
  }

  const decode = (bytes: Uint8Array, lineOf: () => number): string => {
    try {
      // Nothing is carried from piece to piece; but Node is twice as fast with `stream`.
      return decoder.decode(bytes, { stream: !isLast })
    } catch {
      const line = lineOf() + lineBreaksIn(soundPart(bytes, encoding))
      throw new Refusal('csv.bad-bytes', { line, encoding })
    }
  }

  return {
    next(lineOf) {
      const end = fill(lineOf)
      if (end === 0) return undefined
      const text = decode(buffer.subarray(0, end), lineOf)
      buffer.copyWithin(0, end, filled)
      filled -= end
      const nul = text.indexOf('\0')
      if (nul >= 0) {
        throw new Refusal('csv.nul', { line: lineOf() + lineBreaksIn(text.slice(0, nul)) })
      }
      const marked = isFirst && text.startsWith('\uFEFF')
      isFirst = false
      return marked ? text.slice(1) : text
    },
  }
}

/** A piece that is there already. */
export function oneBlock(text: string): Blocks {
  let given = false
  return {
    next() {
      if (given || text === '') return undefined
      given = true
      return text
    },
  }
}

/** CR LF counts once. */
export function lineBreaksIn(text: string, from = 0, to = text.length): number {
  let breaks = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) breaks++
  }
  return breaks
}

/** Behind the last LF; where there is none, the last CR which no LF can follow. 0: none. */
function endOfLastLine(buffer: Buffer, filled: number, encoding: Encoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const low = encoding === 'utf-16le' ? 0 : 1
    return endOfLast(buffer, filled, 10, low) || endOfLast(buffer, filled - 2, 13, low)
  }
  return (
    buffer.lastIndexOf(10, filled - 1) + 1 ||
    (filled > 1 ? buffer.lastIndexOf(13, filled - 2) + 1 : 0)
  )
}

/** Behind the last 16-bit unit of a value; `low` is the place of its low byte. */
function endOfLast(buffer: Buffer, filled: number, value: number, low: 0 | 1): number {
  for (let at = (filled & ~1) - 2; at >= 0; at -= 2) {
    if (buffer[at + low] === value && buffer[at + 1 - low] === 0) return at + 2
  }
  return 0
}

/** What decodes before the first bad byte, by halving. */
function soundPart(bytes: Uint8Array, encoding: Encoding): string {
  const decodeTo = (end: number) =>
    new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
  let sound = 0
  let bad = bytes.length + 1
  while (bad - sound > 1) {
    const middle = (sound + bad) >> 1
    try {
      decodeTo(middle)
      sound = middle
    } catch {
      bad = middle
    }
  }
  return decodeTo(sound)
}
