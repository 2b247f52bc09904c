import { isAscii, isUtf8 } from 'node:buffer'
import { commonSimplified, commonTraditional } from './common-characters.ts'

/** Those that are told apart; GBK and GB2312 are read as GB18030, which contains them. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
export type Encoding = (typeof encodings)[number]
export interface DetectedEncoding {
  encoding: Encoding
  bom: boolean
  /** 0.5 (a coin toss with the next best) to 1. Below 0.9 a person may be asked. */
  confidence: number
}
export type BinaryKind = 'zip' | 'sqlite' | 'pdf' | 'binary'

/** How many bytes of a file are looked at. */
export const sampleBytes = 1 << 20

/**
 * Tells how a sample (the first megabyte of a file; the last character may be cut) is encoded,
 * or undefined when it is no text. GBK and Big5 decode most of each other's byte strings without
 * complaint, so each candidate is decoded and the likelier Chinese text wins.
 */
export function detectEncoding(sample: Uint8Array): DetectedEncoding | undefined {
  const marked = markOf(sample)
  if (marked) return { encoding: marked, bom: true, confidence: 1 }
  if (isPlain(sample)) return { encoding: 'utf-8', bom: false, confidence: 1 }
  if (isPlainlyUtf8(sample)) return { encoding: 'utf-8', bom: false, confidence: 1 }
  const part = telling(sample)
  const readings = candidates(part).map((encoding) => readAs(encoding, part))
  const [best, next] = readings.filter(isText).toSorted((a, b) => b.likelihood - a.likelihood)
  if (!best) return undefined
  const lead = best.likelihood - (next?.likelihood ?? -Infinity)
  return { encoding: best.encoding, bom: false, confidence: 1 / (1 + Math.exp(-lead / 4)) }
}

/** Names the kind of a file which is no text; undefined when it is text, or empty. */
export function isBinary(sample: Uint8Array): BinaryKind | undefined {
  const isText = () => sample.length === 0 || detectEncoding(sample) !== undefined
  return signatureOf(sample) ?? (isText() ? undefined : 'binary')
}

/** The kinds that are known by their first bytes. */
export function signatureOf(sample: Uint8Array): BinaryKind | undefined {
  const head = Buffer.from(sample.subarray(0, 16)).toString('latin1')
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return 'zip'
  if (head === 'SQLite format 3\0') return 'sqlite'
  if (head.startsWith('%PDF-')) return 'pdf'
  return undefined
}

function markOf(sample: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = sample
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030'
  return undefined
}

/** ASCII. Control characters in it (理 in UTF-16 is 0x74 0x06) leave the matter open. */
function isPlain(sample: Uint8Array): boolean {
  return isAscii(sample) && !sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))
}

/** Sound UTF-8 with so many characters beyond ASCII that chance is out of the question. */
function isPlainlyUtf8(sample: Uint8Array): boolean {
  let leads = 0
  for (let i = 0; i < sample.length && leads < 64; i++) if (sample[i]! >= 0xc0) leads++
  const isSound = (cut: number) => isUtf8(sample.subarray(0, sample.length - cut))
  return leads === 64 && [0, 1, 2, 3].some(isSound)
}

/** A quarter megabyte from the first byte beyond ASCII on, on an even place for UTF-16's sake. */
function telling(sample: Uint8Array): Uint8Array {
  const size = 1 << 18
  const first = sample.findIndex((byte) => byte >= 0x80)
  const from = Math.max(0, Math.min(first, sample.length - size)) & ~1
  return sample.subarray(from, from + size + 1)
}

/** UTF-16 that holds one comma or line break holds a NUL; only a tiny file can do without. */
function candidates(sample: Uint8Array): Encoding[] {
  const wide = sample.includes(0) || (sample.length <= 256 && sample.length % 2 === 0)
  return ['utf-8', 'gb18030', 'big5', ...(wide ? (['utf-16le', 'utf-16be'] as const) : [])]
}

interface Reading {
  encoding: Encoding
  /** Natural logarithm, of the whole sample read in this encoding. */
  likelihood: number
  /** Shares of the characters: those that no text has, and those foreign to Chinese text. */
  bad: number
  odd: number
}

function readAs(encoding: Encoding, sample: Uint8Array): Reading {
  // `stream` leaves a character that is cut at the end aside instead of counting it as bad.
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  const classes = (classTable ??= buildClassTable())
  const tally = new Float64Array(logOf.length)
  for (let i = 0; i < text.length; i++) tally[classes[text.charCodeAt(i)]!]! += 1
  const likelihood = tally.reduce((sum, n, kind) => sum + n * logOf[kind]!, 0)
  const shareOf = (kind: number) => tally[kind]! / Math.max(1, text.length)
  return { encoding, likelihood, bad: shareOf(Kind.bad), odd: shareOf(Kind.odd) }
}

/** A few spoilt bytes leave a text a text: the reader names their line. */
function isText({ encoding, bad, odd }: Reading): boolean {
  if (encoding === 'utf-8' && bad === 0) return true
  return bad <= 0.1 && odd <= 0.3
}

const Kind = {
  odd: 0,
  bad: 1,
  ascii: 2,
  common: 3,
  level1: 4,
  mark: 5,
  han: 6,
  foreign: 7,
  accent: 8,
  half: 9,
}
/** ln of how often one given character of a kind turns up in files like these, by Kind. */
const logOf = [-16, -25, -5.2, -8, -10.8, -7.5, -14.2, -9.5, -8.5, -9]

let classTable: Uint8Array | undefined

/** The kind of each UTF-16 unit. */
function buildClassTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const put = (text: string, kind: number) => {
    for (let i = 0; i < text.length; i++) table[text.charCodeAt(i)] = kind
  }
  table.fill(Kind.bad, 0, 0x20).fill(Kind.ascii, 0x20, 0x7f).fill(Kind.bad, 0x7f, 0xa0)
  table.fill(Kind.accent, 0xa1, 0x100).fill(Kind.foreign, 0x100, 0x250)
  table.fill(Kind.foreign, 0x386, 0x500)
  table.fill(Kind.han, 0x3041, 0x3100)
  table.fill(Kind.han, 0x3400, 0x4dc0).fill(Kind.han, 0x4e00, 0xa000)
  table.fill(Kind.half, 0xd800, 0xe000).fill(Kind.bad, 0xe000, 0xf900)
  table.fill(Kind.han, 0xff10, 0xff5f).fill(Kind.bad, 0xfff0)
  put(level1Of('gb18030', 0xb0, 0xd7), Kind.level1)
  put(level1Of('big5', 0xa4, 0xc6), Kind.level1)
  put(commonSimplified + commonTraditional, Kind.common)
  put('\t\r\n', Kind.ascii)
  put('，。、：；（）《》「」“”‘’！？·—…～￥○　', Kind.mark)
  return table
}

/** The characters that a national standard calls frequent: a range of lead bytes. */
function level1Of(encoding: 'gb18030' | 'big5', firstLead: number, lastLead: number): string {
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    if (encoding === 'big5') for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail)
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail)
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  return text.replace(/[^\u4e00-\u9fff]/g, '')
}
