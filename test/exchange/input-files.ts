import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import iconv from 'iconv-lite'
import {
  type CsvRecord,
  type csvLimits,
  describeCsv,
  readRecords,
} from '../../src/exchange/csv-read.ts'
import type { Encoding } from '../../src/exchange/encoding.ts'
import { openSource } from '../../src/exchange/source.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { newRoom } from '../support/program.ts'

export const folder = newRoom()

let count = 0

/** A file in a folder of this run's own; its path. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${(count += 1)}.csv`)
  writeFileSync(path, content)
  return path
}

export function bytesOf(text: string, encoding: Encoding, bom = false): Buffer {
  return iconv.encode((bom ? '\uFEFF' : '') + text, encoding)
}

/** A program to be run by a Node of its own, with modules of `src/exchange` as './source.ts'; its path. */
export function programOf(name: string, contents: string): string {
  const outfile = join(folder, `${name}.mjs`)
  const stdin = { contents, resolveDir: resolve(import.meta.dirname, '../../src/exchange') }
  buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' })
  return outfile
}

type Options = Partial<typeof csvLimits> & { encoding?: Encoding; delimiter?: string }

/** The whole way: file, detection, records. */
export function read(content: string | Uint8Array, options: Options = {}) {
  const source = openSource(fileOf(content), 0)
  try {
    const shape = describeCsv(source, options)
    return { shape, records: [...readRecords(source, shape, options)] }
  } finally {
    source.close()
  }
}

export function cellsOf(content: string | Uint8Array, options: Options = {}): string[][] {
  return read(content, options).records.map((record: CsvRecord) => record.cells)
}

/** Code and facts of the refusal that an act ends in; anything else thrown is thrown on. */
export function refusalOf(act: () => unknown): [string, unknown] | 'no refusal' {
  try {
    act()
    return 'no refusal'
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts]
    throw error
  }
}
