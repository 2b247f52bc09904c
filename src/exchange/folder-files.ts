import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { once } from '../domain/once.ts'
import { Refusal } from '../domain/refusal.ts'

/** A file of a folder, or of one beneath it. */
export interface FolderFile {
  readonly path: string
  readonly name: string
  /** Names of the folders in which it lies, the innermost first; the given one is not among them. */
  readonly within: readonly string[]
}

/** Something in a folder that is not taken, and why. */
export interface PassedBy {
  readonly path: string
  /** A link may lead anywhere, out of the folder and round in circles. */
  readonly because: 'link' | 'special' | 'name' | 'unreadable'
}

export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Droppings of file managers and office programs, and hidden files: nobody means to attach them. */
const droppings = /^(?:\.|~\$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/i

/** As a person sorts: page 2 before page 10. */
const order = once(() => new Intl.Collator('zh', { numeric: true }))

/**
 * Everything in a folder and beneath it, in order; links are not followed.
 * @throws Refusal input.missing, input.unreadable where the folder itself cannot be read
 */
export function* filesIn(
  folder: string,
  within: readonly string[] = [],
): Generator<FolderFile | PassedBy> {
  const folders: string[] = []
  for (const { name, entry } of entriesOf(folder)) {
    const path = join(folder, name ?? '')
    if (name === undefined) yield { path: join(folder, String(entry.name)), because: 'name' }
    else if (droppings.test(name)) continue
    else if (entry.isDirectory()) folders.push(name)
    else if (entry.isFile()) yield { path, name, within }
    else yield { path, because: entry.isSymbolicLink() ? 'link' : 'special' }
  }
  for (const name of folders) yield* below(join(folder, name), [name, ...within])
}

function* below(folder: string, within: readonly string[]): Generator<FolderFile | PassedBy> {
  try {
    yield* filesIn(folder, within)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    yield { path: folder, because: 'unreadable' }
  }
}

interface Entry {
  /** Undefined: it is no UTF-8, and no program that thinks in characters can open it. */
  readonly name: string | undefined
  readonly entry: Dirent<Buffer>
}

function entriesOf(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
      .map((entry) => ({ entry, name: nameOf(entry.name) }))
      .toSorted((a, b) => order().compare(a.name ?? '', b.name ?? ''))
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Refusal('input.missing', { path: folder })
    throw new Refusal('input.unreadable', { path: folder, reason: code ?? message })
  }
}

function nameOf(bytes: Buffer): string | undefined {
  const name = bytes.toString('utf8')
  return Buffer.from(name, 'utf8').equals(bytes) ? name : undefined
}
