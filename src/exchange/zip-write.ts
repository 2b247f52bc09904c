import { deflateRawSync, constants } from 'node:zlib'
import { crc32 } from './crc32.ts'

/** A package that is written from its first byte to its last; nothing of it is held but its list. */
export interface ZipWriter {
  /** A whole file, as it is. */
  readonly add: (name: string, content: Uint8Array) => void
  /** A file in pieces, made smaller piece by piece; how long it is is told behind it. Close it before the next. */
  readonly begin: (name: string) => ZipPart
  /** The list at the end. */
  readonly end: () => void
}

/** A file of a package that is being written. */
export interface ZipPart {
  readonly put: (piece: Uint8Array) => void
  readonly close: () => void
}

/** The first moment that a package can tell (1980-01-01): what is written depends on no clock. */
const moment = 0x00210000
const inUtf8 = 0x0800
const sizesBehind = 0x0008

interface Written {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly at: number
}

/** @throws RangeError behind 4 GB, which packages of this kind cannot tell */
export function zipWriter(write: (bytes: Uint8Array) => void): ZipWriter {
  const list: Written[] = []
  let position = 0
  const put = (bytes: Uint8Array) => {
    write(bytes)
    position += bytes.length
    if (position > 0xffffffff) throw new RangeError('a package of more than 4 GB')
  }
  return {
    add(name, content) {
      const of: Written = {
        ...{ name: Buffer.from(name), flags: inUtf8, method: 0, crc: crc32(content) },
        ...{ packed: content.length, bytes: content.length, at: position },
      }
      put(heading(of))
      put(content)
      list.push(of)
    },
    begin(name) {
      const begun = { name: Buffer.from(name), flags: inUtf8 | sizesBehind, method: 8 }
      const at = position
      put(heading({ ...begun, crc: 0, packed: 0, bytes: 0, at }))
      const from = position
      let [crc, bytes] = [0, 0]
      return {
        put(piece) {
          if (piece.length === 0) return
          crc = crc32(piece, crc)
          bytes += piece.length
          put(deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }))
        },
        close() {
          put(deflateRawSync(new Uint8Array()))
          const of = { ...begun, crc, packed: position - from, bytes, at }
          put(behind(of))
          list.push(of)
        },
      }
    },
    end() {
      const from = position
      for (const of of list) put(listed(of))
      put(ending(list.length, position - from, from))
    },
  }
}

function heading({ name, flags, method, crc, packed, bytes }: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt32LE(moment, 10)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packed, 18)
  head.writeUInt32LE(bytes, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function behind({ crc, packed, bytes }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(bytes, 12)
  return tail
}

function listed({ name, flags, method, crc, packed, bytes, at }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt32LE(moment, 12)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(bytes, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, name])
}

function ending(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(at, 16)
  return end
}
