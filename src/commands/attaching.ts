import type { Archive } from '../domain/archive.ts'
import { requireOpen } from '../domain/closing.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { newMaterial, type MaterialDraft } from '../domain/material-draft.ts'
import {
  documentNumberOf,
  levelOf,
  materialName,
  type Material,
  type MaterialContents,
  type MaterialFile,
} from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireClearance } from '../domain/staff.ts'
import { touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { addMaterial, countOn, materialAt, materialWith } from '../store/materials.ts'
import type { Office } from './desk.ts'
import { housedMaterial } from './housing.ts'
import { keepFile, type Intake, type KeptFile, type TakenFile } from './material-files.ts'

/** A document that goes into an archive. */
export interface Wish {
  readonly archive: Archive
  readonly draft: MaterialDraft & { readonly title: string }
  readonly file: TakenFile | undefined
}

/** What became of it; `isNew` is false where the archive has this very file under this name. */
export interface Attached {
  readonly archive: Archive
  readonly material: Material
  readonly isNew: boolean
}

/** May something go into this archive today? @throws Refusal status.wrong, date.before-last-act, person.not-cleared */
export function requireAttachable({ today, operator }: Office, archive: Archive): void {
  requireClearance(operator, archive)
  requireOpen(archive)
  requireAfterLastAct(archive, today)
}

/** The archive, or why nothing may go into it. */
export function attachable(office: Office, archive: Archive): Archive | Refusal {
  try {
    requireAttachable(office, archive)
    return archive
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
}

/**
 * Enters documents in their archives and the act in the journal, in the caller's transaction.
 * @throws Refusal material.missing, person.not-cleared
 */
export function attachAll(
  office: Office,
  intake: Intake,
  wishes: readonly Wish[],
  reason: string | undefined,
): Attached[] {
  const attached = wishes.map((wish) => attachOne(office, intake, wish))
  const fresh = attached.filter(({ isNew }) => isNew)
  enterAct(
    office,
    'material.attach',
    fresh.map(({ archive, material }) => ({ archive, told: toldOf(material) })),
    reason,
  )
  return attached
}

/** What an act did to one material, for the journal. */
interface Told {
  readonly archive: Archive
  readonly told: object
}

/** One entry for an act on materials, a part an archive; their archives have been acted on today. */
export function enterAct(
  { store, hand, today }: Office,
  action: string,
  acts: readonly Told[],
  reason: string | undefined,
): void {
  const byArchive = new Map<number, { archive: Archive; materials: object[] }>()
  for (const { archive, told } of acts) {
    const kept = byArchive.get(archive.id) ?? { archive, materials: [] }
    byArchive.set(archive.id, kept)
    kept.materials.push(told)
  }
  const all = [...byArchive.values()]
  const [only] = all
  if (!only) return
  const parts = all.map(({ archive, materials }) => ({
    archiveId: archive.id,
    detail: { materials, reason },
  }))
  for (const { archive } of all) touchArchive(store, archive.id, today)
  enter(store, hand, { action, object: all.length === 1 ? only.archive.number : '', parts })
}

/** What the journal says of a material; what says nothing is left out. */
export function toldOf(material: Material): object {
  const { seq, file } = material
  const said = Object.entries(contentsOf(material)).filter(
    ([, value]) => value !== null && value !== false,
  )
  const { name, bytes, sha256 } = file ?? {}
  return {
    material: seq,
    ...Object.fromEntries(said),
    ...(file && { file: { name, bytes, sha256 } }),
  }
}

/** All that can be said of a material, without what the register keeps beside. */
export const contentsOf = (material: Material): MaterialContents => ({
  title: material.title,
  kind: material.kind,
  documentNumber: material.documentNumber,
  part: material.part,
  position: material.position,
  pages: material.pages,
  copies: material.copies,
  form: material.form,
  counterpart: material.counterpart,
  medium: material.medium,
  datedOn: material.datedOn,
  secrecy: material.secrecy,
  place: material.place,
  keeper: material.keeper,
  receivedFrom: material.receivedFrom,
  annex: material.annex,
})

function attachOne(office: Office, intake: Intake, { archive, draft, file }: Wish): Attached {
  const { store, policy, hand, today } = office
  const kept = file && keepFile(intake, archive.id, file)
  const known = file && kept && !kept.isNew && materialWith(store, kept.id, file.name)
  if (known) return { archive, material: known, isNew: false }
  const drafted = newMaterial(draft, file !== undefined, policy)
  requireFits(office, archive, drafted)
  const seq = countOn(store, archive.id)
  const contents = housedMaterial(office, archive, drafted, { seq, before: null })
  const said = { ...contents, documentNumber: numberFor(office, archive, contents) }
  const entered = {
    archiveId: archive.id,
    seq,
    recordedBy: hand.staffId,
    recordedOn: today,
    file: file && kept ? { id: kept.id, name: file.name, type: file.type } : null,
  }
  const id = addMaterial(store, said, entered)
  const isPaper = said.medium !== 'electronic'
  const material: Material = {
    ...said,
    ...entered,
    id,
    fromNumber: null,
    digitised: isPaper ? file !== undefined : null,
    file: file && kept ? asRegistered(file, kept) : null,
  }
  return { archive, material, isNew: true }
}

const asRegistered = (file: TakenFile, { id, registeredAt }: KeptFile): MaterialFile => ({
  id,
  name: file.name,
  type: file.type,
  bytes: file.bytes,
  sha256: file.sha256.toString('hex'),
  registeredAt,
  verifiedAt: null,
  sound: null,
})

/** Its counterpart is there, and whoever enters it may read it. @throws Refusal material.missing, person.not-cleared */
export function requireFits(
  { store, operator }: Office,
  archive: Archive,
  { counterpart, secrecy }: MaterialContents,
): void {
  const { number, id } = archive
  if (counterpart !== null && !materialAt(store, id, counterpart))
    throw new Refusal('material.missing', { number, material: String(counterpart) })
  requireClearance(operator, archive, { number, secrecy: levelOf({ secrecy }, archive) })
}

/** Its own number where one was said, else as the policy derives it (S003-15.4-12, S003-15.5-5). */
export function numberFor(
  { store, policy }: Office,
  archive: Archive,
  { kind, documentNumber }: MaterialContents,
): string | null {
  const pattern = kind === null ? undefined : policy.materials?.kinds[kind]?.number
  if (documentNumber !== null || kind === null || pattern === undefined) return documentNumber
  const serial = pattern.includes('{serial') ? countOn(store, archive.id, kind) : 0
  return documentNumberOf(pattern, archive.number, serial)
}

/** The material that was meant, which the operator may read. @throws Refusal material.missing, person.not-cleared */
export function materialFor({ store, operator }: Office, archive: Archive, seq: number): Material {
  const { number } = archive
  const material = materialAt(store, archive.id, seq)
  if (!material) throw new Refusal('material.missing', { number, material: String(seq || '?') })
  const name = materialName(number, seq)
  requireClearance(operator, archive, { number: name, secrecy: levelOf(material, archive) })
  return material
}
