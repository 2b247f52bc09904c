import { Refusal } from '../domain/refusal.ts'
import type { WorkbookKind } from './workbook-kind.ts'
import { requireFewCells } from './workbook-repeats.ts'
import { workbookLimits } from './workbook-limits.ts'
import { zipContent, ZipDamaged, zipEntries, ZipTooLarge, type ZipEntry } from './zip-read.ts'
import { zipWriter } from './zip-write.ts'

/** A workbook that is a package, told from other packages, its parts unpacked within bounds. */
export interface WorkbookParts {
  readonly kind: WorkbookKind
  /** The same package with its parts as they are: whoever reads it unpacks nothing. */
  readonly bytes: Buffer
}

/** Pictures and other files within the file say nothing of rows. */
const idle = /(?:^|\/)(?:media|embeddings|printerSettings|Thumbnails|Pictures|activeX)\//i
const wanted = /(?:\.(?:xml|rels|bin|vml)|^mimetype)$/i

/** @throws Refusal input.binary, workbook.too-large, workbook.password, workbook.damaged */
export function workbookParts(path: string, bytes: Buffer): WorkbookParts {
  try {
    return partsOf(path, bytes)
  } catch (thrown) {
    if (thrown instanceof ZipDamaged) throw new Refusal('workbook.damaged', { path })
    if (!(thrown instanceof ZipTooLarge)) throw thrown
    const limit = workbookLimits.unpackedBytes
    throw new Refusal('workbook.too-large', { path, what: 'unpacked', limit })
  }
}

function partsOf(path: string, bytes: Buffer): WorkbookParts {
  const entries = zipEntries(bytes, workbookLimits.parts)
  const contentOf = (name: string): string => {
    const entry = entries.find((it) => it.name === name)
    return entry ? zipContent(bytes, entry, workbookLimits.unpackedBytes).toString('utf8') : ''
  }
  const kind = kindOf(contentOf('[Content_Types].xml'), contentOf('mimetype'))
  if (kind === undefined) throw new Refusal('input.binary', { path, kind: 'zip' })
  if (entries.some((it) => it.isEncrypted) || isSealed(contentOf('META-INF/manifest.xml')))
    throw new Refusal('workbook.password', { path })
  return { kind, bytes: unpacked(path, bytes, entries) }
}

function kindOf(contentTypes: string, mimeType: string): WorkbookKind | undefined {
  if (/opendocument\.spreadsheet/.test(mimeType)) return 'ods'
  if (/PartName="[^"]*workbook\.bin"/i.test(contentTypes)) return 'xlsb'
  return /spreadsheetml|ms-excel\.(?:sheet|template)/.test(contentTypes) ? 'xlsx' : undefined
}

const isSealed = (manifest: string): boolean => manifest.includes('encryption-data')

function unpacked(path: string, bytes: Buffer, entries: readonly ZipEntry[]): Buffer {
  const pieces: Uint8Array[] = []
  const zip = zipWriter((piece) => void pieces.push(piece))
  let left = workbookLimits.unpackedBytes
  for (const entry of entries) {
    if (idle.test(entry.name) || !wanted.test(entry.name)) continue
    const content = zipContent(bytes, entry, left)
    left -= content.length
    if (entry.name === 'content.xml') requireFewCells(path, content.toString('utf8'))
    zip.add(entry.name, content)
  }
  zip.end()
  return Buffer.concat(pieces)
}
