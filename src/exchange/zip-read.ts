import { inflateRawSync } from 'node:zlib'
import { crc32 } from './crc32.ts'

/** One file in a package, as the package's own list has it. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  /** Where its own heading begins. */
  readonly at: number
}

/** Not a package, or not whole. */
export class ZipDamaged extends Error {}

/** More comes out of it than was allowed for. */
export class ZipTooLarge extends Error {}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const longest = 65_535 + 22

/** The list at the end of a package. @throws ZipDamaged, ZipTooLarge beyond `most` files */
export function zipEntries(bytes: Buffer, most: number): ZipEntry[] {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > most) throw new ZipTooLarge()
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new ZipDamaged()
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longest); at--)
    if (bytes.readUInt32LE(at) === endMark) return at
  throw new ZipDamaged()
}

/**
 * What a file of the package holds. What its heading says of its length is not believed: no more
 * than `most` bytes are ever made. @throws ZipDamaged, ZipTooLarge
 */
export function zipContent(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const { at, packedBytes, method } = entry
  if (at + 30 > bytes.length) throw new ZipDamaged()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(from, from + packedBytes)
  if (packed.length < packedBytes || (method !== 0 && method !== 8)) throw new ZipDamaged()
  const content = method === 0 ? packed : inflated(packed, most)
  if (content.length > most) throw new ZipTooLarge()
  if (crc32(content) !== entry.crc) throw new ZipDamaged()
  return content
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (thrown) {
    const isLong = (thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isLong ? new ZipTooLarge() : new ZipDamaged()
  }
}
