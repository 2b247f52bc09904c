import { exits } from '../cli/exit.ts'
import { materialName } from '../domain/material.ts'
import { examineFile, heldFiles, type FileDamage, type HeldFile } from '../store/fixity.ts'
import { noteFixity } from '../store/files.ts'
import { enter } from '../store/journal.ts'
import { archivesFor } from './archives-given.ts'
import { barOf } from './attach-progress.ts'
import { sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'

/** A file that is not what was registered. */
interface Damaged extends HeldFile {
  readonly because: FileDamage
}

interface Verified {
  checked: number
  bytes: number
  readonly damaged: Damaged[]
}

/**
 * `attach --verify [number…]`: compares every file with the register of fixity, and notes when; status 7
 * where one is damaged (DA/T 70 1-1).
 */
export async function verifyFiles(desk: Desk, given: readonly string[]): Promise<void> {
  const office = desk.globals.dryRun ? await desk.read() : await desk.write()
  const done = await verifyAll(desk, office, given)
  sayVerified(desk, done)
  if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
  if (done.damaged.length > 0) desk.finish(exits.integrity)
}

/** Files compared between two notes of it: a short transaction each. */
const filesAtOnce = 2000
const bytesAtOnce = 4e9

async function verifyAll(desk: Desk, office: Office, given: readonly string[]): Promise<Verified> {
  const done: Verified = { checked: 0, bytes: 0, damaged: [] }
  const files = filesOf(office, given)
  const bar = await barOf(desk, bytesOf(office, given))
  let waiting: { readonly file: HeldFile; readonly because: FileDamage | undefined }[] = []
  let bytes = 0
  const settle = () => {
    if (waiting.length > 0 && !desk.globals.dryRun) note(desk, office, waiting)
    waiting = []
    bytes = 0
  }
  try {
    for (const file of files) {
      const because = examineFile(office.store, file, (piece) => bar.tell(piece.length))
      if (because === 'gone') continue
      done.checked += 1
      done.bytes += file.bytes
      if (because !== undefined) done.damaged.push({ ...file, because })
      waiting.push({ file, because })
      bytes += file.bytes
      if (waiting.length >= filesAtOnce || bytes >= bytesAtOnce) settle()
    }
    settle()
  } finally {
    bar.stop()
  }
  return done
}

function* filesOf(office: Office, given: readonly string[]): Generator<HeldFile> {
  const { rights } = office.operator
  if (given.length === 0) return yield* heldFiles(office.store, rights)
  for (const { id } of archivesFor(office, given)) yield* heldFiles(office.store, rights, id)
}

function bytesOf(office: Office, given: readonly string[]): number {
  let sum = 0
  for (const { bytes } of filesOf(office, given)) sum += bytes
  return sum
}

/** The register says when each was compared and what came of it; the journal how many, and which are damaged. */
function note(
  desk: Desk,
  { store, hand }: Office,
  compared: readonly { readonly file: HeldFile; readonly because: FileDamage | undefined }[],
): void {
  const damaged = new Map<number, object[]>()
  for (const { file, because } of compared)
    if (because !== undefined)
      damaged.set(file.archiveId, [
        ...(damaged.get(file.archiveId) ?? []),
        { material: file.seq, damaged: because },
      ])
  const office = {
    archiveId: 0,
    detail: { checked: compared.length, damaged: [...damaged.values()].flat().length },
  }
  const each = [...damaged].map(([archiveId, materials]) => ({ archiveId, detail: { materials } }))
  const at = desk.now()
  store.transact(() => {
    for (const { file, because } of compared) noteFixity(store, file.id, because === undefined, at)
    enter(store, hand, { action: 'material.verify', object: '', parts: [office, ...each] })
  })
}

function sayVerified(desk: Desk, { checked, bytes, damaged }: Verified): void {
  const text = desk.text.material.verify
  const said = damaged.map(({ number, seq, title, because }) => ({
    number,
    material: seq,
    title,
    because,
  }))
  desk.say.result({ checked, bytes, damaged: said, ok: damaged.length === 0 }, () => [
    text.done(checked, sizeOf(bytes), damaged.length),
    ...said.map(
      (it) => `  ${materialName(it.number, it.material)} ${it.title}${text.because(it.because)}`,
    ),
  ])
}
