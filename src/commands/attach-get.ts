import { join } from 'node:path'
import { UsageFault } from '../cli/failure.ts'
import { anotherName, writableName } from '../domain/file-name.ts'
import { levelOf, materialName, type MaterialFile } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { isFolder } from '../exchange/folder-files.ts'
import { isSameFile, newFile } from '../exchange/new-file.ts'
import { examineFile } from '../store/fixity.ts'
import { surveyed } from '../store/listing.ts'
import { makeFolder } from '../store/place.ts'
import { isJournaledReading } from '../store/reading.ts'
import type { AttachOptions } from './attach.ts'
import { barOf } from './attach-progress.ts'
import { sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'
import { materialsGiven, namesFrom, type GivenMaterial } from './materials-given.ts'
import { enterReadings } from './reading.ts'

/** A file that goes out. */
interface GivenFile extends GivenMaterial {
  readonly file: MaterialFile
}

/** A file that goes out, and where to. */
interface Outgoing extends GivenFile {
  readonly path: string
}

/** `attach --get <number>/<material> [-o <path>]`: writes files out, each compared with its hash on the way. */
export async function getFiles(
  desk: Desk,
  given: readonly string[],
  { output }: AttachOptions,
): Promise<void> {
  const names = await namesFrom(desk, given)
  const office = await desk.read()
  const found = materialsGiven(office, names)
  if (output === '-') return sendOut(desk, office, found)
  const several = names.length > 1 || !names.some((name) => /[/／]/.test(name))
  const outgoing = placed(desk, found, output, several)
  await enterGetting(desk, office, outgoing)
  const text = desk.text.material
  if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
  else await writeOut(desk, office, outgoing)
  const results = outgoing.map(({ archive, material, file, path }) => ({
    number: archive.number,
    material: material.seq,
    path,
    bytes: file.bytes,
    sha256: file.sha256,
  }))
  const human = () =>
    outgoing.map(({ archive, material, file, path }) =>
      text.got(materialName(archive.number, material.seq), path, sizeOf(file.bytes)),
    )
  const [only] = results
  if (!several && only) desk.say.result(only, human)
  else desk.say.results(results, human)
  if (results.length === 0) desk.say.notice(text.noFiles)
}

/** Where each file goes: into the folder that was named (or the one we are in), or under the one name. */
function placed(
  { globals }: Desk,
  found: readonly GivenMaterial[],
  output: string | undefined,
  several: boolean,
): Outgoing[] {
  const inFolder = output === undefined || several || /[/\\]$/.test(output) || isFolder(output)
  if (inFolder && output !== undefined && !isFolder(output) && !globals.dryRun) makeFolder(output)
  const taken = new Set<string>()
  return found.map(({ archive, material }) => {
    const file = fileOf({ archive, material })
    const path = inFolder ? join(output ?? '.', freeName(file.name, taken)) : output
    if (isSameFile(path, globals.file)) throw new Refusal('file.target-exists', { path })
    return { archive, material, file, path }
  })
}

/** Two files of one name, gone out together, do not meet. */
function freeName(name: string, taken: Set<string>): string {
  const written = writableName(name)
  let count = 1
  while (taken.has(anotherName(written, count).toLowerCase())) count += 1
  const free = anotherName(written, count)
  taken.add(free.toLowerCase())
  return free
}

/** Reading what is secret enough is entered before a byte of it goes out (SPEC 15.3). */
async function enterGetting(desk: Desk, office: Office, outgoing: readonly GivenFile[]) {
  const secret = outgoing.filter(({ archive, material }) =>
    isJournaledReading(office.policy, levelOf(material, archive)),
  )
  const names = secret.map(({ archive, material }) => materialName(archive.number, material.seq))
  const archives = new Map(secret.map(({ archive }) => [archive.id, archive]))
  await enterReadings(desk, `attach --get ${names.join(' ')}`, surveyed(archives.values()))
}

async function writeOut(desk: Desk, office: Office, outgoing: readonly Outgoing[]): Promise<void> {
  const bar = await barOf(
    desk,
    outgoing.reduce((sum, { file }) => sum + file.bytes, 0),
  )
  try {
    for (const one of outgoing) writeOne(desk, office, one, bar.tell)
  } finally {
    bar.stop()
  }
}

/**
 * `attach --get <number>/<material> -o -`: one file to stdout, for a pipe. It is read twice: nothing
 * of it goes out unless it is what was registered.
 */
async function sendOut(desk: Desk, office: Office, found: readonly GivenMaterial[]): Promise<void> {
  const [only] = found
  if (!only || found.length > 1)
    throw new Refusal('usage.missing', { options: ['<number>/<material>'] })
  const one = { ...only, file: fileOf(only) }
  if (desk.say.out.isTerminal) throw new UsageFault(desk.text.material.toTerminal)
  await enterGetting(desk, office, [one])
  if (desk.globals.dryRun) return desk.say.notice(desk.text.program.dryRun)
  const bar = await barOf(desk, 2 * one.file.bytes)
  try {
    examine(office, one, ({ length }) => bar.tell(length))
    examine(office, one, (piece) => {
      desk.say.bytes(piece)
      bar.tell(piece.length)
    })
  } finally {
    bar.stop()
  }
}

/** @throws Refusal material.no-file */
function fileOf({ archive, material: { file, seq } }: GivenMaterial): MaterialFile {
  if (file) return file
  throw new Refusal('material.no-file', { number: archive.number, material: String(seq) })
}

/** Under another name first, and in its place once it is whole and what was registered. */
function writeOne(desk: Desk, office: Office, one: Outgoing, tell: (bytes: number) => void): void {
  const target = newFile(one.path, desk.globals.yes)
  try {
    examine(office, one, (piece) => {
      target.add(piece)
      tell(piece.length)
    })
    target.keep()
  } finally {
    target.discard()
  }
}

/** Reads a file piece by piece. @throws Refusal material.missing, material.damaged once it is read */
function examine(
  { store }: Office,
  { archive, material, file }: GivenFile,
  each: (piece: Uint8Array) => void,
): void {
  const damage = examineFile(store, file, each)
  const facts = { number: archive.number, material: String(material.seq) }
  if (damage === 'gone') throw new Refusal('material.missing', facts)
  if (damage) throw new Refusal('material.damaged', { ...facts, because: damage })
}
