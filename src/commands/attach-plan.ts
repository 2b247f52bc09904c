import type { Archive } from '../domain/archive.ts'
import { candidatesIn, readMatch, usualMatch, type FileMatch } from '../domain/file-match.ts'
import { titleFrom } from '../domain/file-name.ts'
import { Refusal } from '../domain/refusal.ts'
import { mayRead } from '../domain/staff.ts'
import { filesIn, type FolderFile, type PassedBy } from '../exchange/folder-files.ts'
import { archiveById } from '../store/archives.ts'
import { holderNamed } from '../store/lookup.ts'
import { archivesFor } from './archives-given.ts'
import { attachable } from './attaching.ts'
import type { Office } from './desk.ts'

/** A file of the folder, and where it goes. */
export interface Planned {
  readonly path: string
  readonly archive: Archive
  readonly title: string
}

/** A file that is not taken: refused, or passed by. */
export interface NotTaken {
  readonly path: string
  readonly refusal: Refusal | PassedBy['because'] | 'unknown'
}

export interface FolderPlan {
  readonly files: readonly Planned[]
  readonly notTaken: readonly NotTaken[]
}

/** What attaching a folder came to. */
export interface FolderTaken {
  attached: number
  /** The archive had the very file under this name. */
  unchanged: number
  bytes: number
  readonly archives: Set<number>
  readonly notTaken: NotTaken[]
}

/**
 * Which file of a folder goes into which archive. With a number, all of them, or those whose names
 * say that number; without, each by the number in its own name or in that of its folder.
 * @throws Refusal match.bad, match.nothing, archive.missing, person.not-cleared, status.wrong
 */
export function planFolder(
  office: Office,
  { path, number }: { readonly path: string; readonly number: string | undefined },
  pattern: string | undefined,
): FolderPlan {
  const match = readMatch(pattern ?? usualMatch)
  const all = number !== undefined && pattern === undefined
  const named = namedIn(office, match)
  const [one] = number === undefined ? [] : archivesFor(office, [number])
  if (one) requireWritable(office, one)
  const files: Planned[] = []
  const notTaken: NotTaken[] = []
  for (const file of filesIn(path)) {
    if ('because' in file) {
      if (!one || all) notTaken.push({ path: file.path, refusal: file.because })
    } else if (one && all)
      files.push({ path: file.path, archive: one, title: titleFrom(file.name) })
    else place(file)
  }
  if (files.length === 0 && (!all || notTaken.length === 0))
    throw new Refusal('match.nothing', { path, pattern: all ? '*' : match.pattern })
  return { files, notTaken }

  function place(file: FolderFile): void {
    const { archive, title } = named(file) ?? {}
    if (one && archive?.id !== one.id) return
    if (!archive) return void notTaken.push({ path: file.path, refusal: 'unknown' })
    const refusal = attachable(office, archive)
    if (refusal instanceof Refusal) notTaken.push({ path: file.path, refusal })
    else files.push({ path: file.path, archive, title: title ?? titleFrom(file.name) })
  }
}

function requireWritable(office: Office, archive: Archive): void {
  const refusal = attachable(office, archive)
  if (refusal instanceof Refusal) throw refusal
}

/** The archive that a file names, among those that the operator may read: each number looked up once. */
function namedIn(office: Office, match: FileMatch) {
  const known = new Map<string, Archive | undefined>()
  const archiveNamed = (number: string): Archive | undefined => {
    if (known.has(number)) return known.get(number)
    const id = holderNamed(office.store, office.policy, number)
    const archive = id === undefined ? undefined : archiveById(office.store, id)
    const shown = archive && mayRead(office.operator, archive) ? archive : undefined
    known.set(number, shown)
    return shown
  }
  return ({ name, within }: FolderFile) => {
    for (const { number, title } of candidatesIn(name, match)) {
      const archive = archiveNamed(number)
      if (archive) return { archive, title }
    }
    for (const folder of within) {
      const archive = archiveNamed(folder)
      if (archive) return { archive, title: titleFrom(name) }
    }
    return undefined
  }
}
