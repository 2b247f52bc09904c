import { requireDating } from '../domain/dating.ts'
import { readMaterial } from '../domain/material-draft.ts'
import { materialName, type Material } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { eraseFile } from '../store/files.ts'
import { materialAt, replaceMaterial } from '../store/materials.ts'
import type { AttachOptions } from './attach.ts'
import { intakeAt } from './attach-files.ts'
import { readingBar } from './attach-progress.ts'
import { saidIn } from './attach-questions.ts'
import { contentsOf, enterAct, numberFor, requireAttachable, requireFits } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import { housedMaterial } from './housing.ts'
import { keepFile, takeFile, type Intake, type TakenFile } from './material-files.ts'
import { materialShown, materialWords } from './material-view.ts'
import { materialGiven, namesFrom, type GivenMaterial } from './materials-given.ts'
import { tellStillMissing } from './still-missing.ts'

/** `attach --update <number>/<material> [file]`: says something else of a material, or gives paper its scan. */
export async function updateMaterial(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const [name = '', path] = await namesFrom(desk, given)
  const said = saidIn(options)
  if (path === undefined && Object.keys(said).length === 0)
    throw new Refusal('usage.missing', { options: ['--title', '--kind', '--pages', '…'] })
  const office = await desk.write()
  requireDating({ ...office, reason: options.reason }, office.policy)
  const draft = readMaterial(said, office.policy, office.today)
  const intake = intakeAt(desk, office)
  const file = path === undefined ? undefined : await fileFor(desk, office, intake, name, path)
  try {
    const work = () => {
      const found = materialGiven(office, name)
      requireAttachable(office, found.archive)
      return changed(office, intake, found, { draft, file, reason: options.reason })
    }
    const done = desk.globals.dryRun ? office.store.rehearse(work) : office.store.transact(work)
    if (desk.globals.dryRun) desk.say.notice(desk.text.program.dryRun)
    sayUpdated(desk, office, done)
    if (done.isChanged) tellStillMissing(desk, office, done.archive)
  } finally {
    if (file?.staged !== undefined) eraseFile(office.store, file.staged)
  }
}

/** Reads the file before anything is changed. */
async function fileFor(desk: Desk, office: Office, intake: Intake, name: string, path: string) {
  const { archive, material } = materialGiven(office, name)
  requireNoFile(archive.number, material)
  const bar = await readingBar(desk, [path])
  try {
    return takeFile({ ...intake, tell: bar.tell }, archive.id, path)
  } finally {
    bar.stop()
  }
}

/** @throws Refusal material.has-file */
function requireNoFile(number: string, { seq, file }: Material): void {
  if (!file) return
  throw new Refusal('material.has-file', { number, material: String(seq), name: file.name })
}

interface Wish {
  readonly draft: ReturnType<typeof readMaterial>
  readonly file: TakenFile | undefined
  readonly reason: string | undefined
}

interface Changed extends GivenMaterial {
  readonly isChanged: boolean
}

function changed(
  office: Office,
  intake: Intake,
  { archive, material }: GivenMaterial,
  { draft, file, reason }: Wish,
): Changed {
  const { store } = office
  if (file) requireNoFile(archive.number, material)
  const before = contentsOf(material)
  const wanted = { ...before, ...draft }
  requireFits(office, archive, wanted)
  const stood = { seq: material.seq, before: before.place }
  const said = housedMaterial(office, archive, wanted, stood)
  // a new kind brings its own number, unless one was said
  const isOtherKind = said.kind !== before.kind && draft.documentNumber === undefined
  const after = {
    ...said,
    documentNumber: isOtherKind
      ? (numberFor(office, archive, { ...said, documentNumber: null }) ?? said.documentNumber)
      : said.documentNumber,
  }
  const keys = (Object.keys(after) as (keyof typeof after)[]).filter(
    (it) => before[it] !== after[it],
  )
  if (keys.length === 0 && !file) return { archive, material, isChanged: false }
  const kept = file && {
    id: keepFile(intake, archive.id, file).id,
    name: file.name,
    type: file.type,
  }
  replaceMaterial(store, material, after, kept ?? undefined)
  const pick = (from: typeof after) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  const { seq, secrecy } = material
  const told = {
    material: seq,
    title: material.title,
    ...(secrecy === null ? {} : { secrecy }),
    before: pick(before),
    after: pick(after),
    ...(file && {
      file: { name: file.name, bytes: file.bytes, sha256: file.sha256.toString('hex') },
    }),
  }
  enterAct(office, 'material.update', [{ archive, told }], reason)
  return { archive, material: materialAt(store, archive.id, seq) as Material, isChanged: true }
}

function sayUpdated(desk: Desk, { policy }: Office, { archive, material, isChanged }: Changed) {
  const text = desk.text.material
  const { number } = archive
  const words = materialWords(desk, policy, { number, material })
  desk.say.result(materialShown(material, number), () => [
    isChanged ? text.updated(words) : text.same(materialName(number, material.seq)),
  ])
}
