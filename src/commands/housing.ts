import type { Archive } from '../domain/archive.ts'
import { levelOf, materialName, type Material, type MaterialContents } from '../domain/material.ts'
import { canonicalCode, type Shelf } from '../domain/place.ts'
import {
  belongsInSafe,
  isMisplaced,
  objectionTo,
  objectionToWords,
  type Holding,
} from '../domain/storage.ts'
import { shelfAt } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'

/** An archive as something that lies somewhere. `name`: its number, or the customer's name before it has one. */
export const archiveHolding = ({ secrecy }: Pick<Archive, 'secrecy'>, name: string): Holding => ({
  name,
  secrecy,
  kind: null,
})

/** A material that lies by itself; its level is the archive's where that is higher. */
export const materialHolding = (
  archive: Pick<Archive, 'number' | 'secrecy'>,
  material: Pick<MaterialContents, 'kind' | 'secrecy'>,
  seq: number,
): Holding => ({
  name: materialName(archive.number, seq),
  secrecy: levelOf(material, archive),
  kind: material.kind,
})

/**
 * Where a holding is to lie, as it is kept: the code of a known place, else the words as they stand.
 * @throws Refusal place.full, place.divided, place.apart, place.not-apart, place.not-locked, place.no-keeper, place.unknown
 */
function homeOf({ store, policy }: Office, holding: Holding, said: string): string {
  const shelf = shelfAt(store, canonicalCode(said))
  const objection = shelf
    ? objectionTo(holding, shelf, policy)
    : objectionToWords(holding, said, policy)
  if (objection) throw objection
  return shelf?.code ?? said
}

/** An archive whose location is kept as it should be; one that stays where it is is not asked why. */
export function housed<Kept extends Pick<Archive, 'location' | 'secrecy'>>(
  office: Office,
  archive: Kept,
  name: string,
  before: string | null = null,
): Kept {
  const { location } = archive
  if (location === null || location === before) return archive
  return { ...archive, location: homeOf(office, archiveHolding(archive, name), location) }
}

/** The same for a material with a place of its own. */
export function housedMaterial(
  office: Office,
  archive: Pick<Archive, 'number' | 'secrecy'>,
  contents: MaterialContents,
  { seq, before }: { readonly seq: number; readonly before: string | null },
): MaterialContents {
  const { place } = contents
  if (place === null || place === before) return contents
  return { ...contents, place: homeOf(office, materialHolding(archive, contents, seq), place) }
}

/** Tells of originals that belong in a safe and have been put nowhere yet (S003-15.5-4). */
export function tellUnlocked(desk: Desk, { policy }: Office, given: readonly Placed[]): void {
  const source = (policy.storage?.apart?.source ?? []).join(desk.text.program.marks.items)
  for (const { archive, material } of given)
    if (material.place === null && belongsInSafe(material, policy))
      desk.say.notice(desk.text.place.unlocked(materialName(archive.number, material.seq), source))
}

/** A material with a place, or without one. */
interface Placed {
  readonly archive: Pick<Archive, 'number'>
  readonly material: Pick<Material, 'seq' | 'kind' | 'form' | 'medium' | 'place'>
}

/** Does it lie where it must not? What lies nowhere yet is not misplaced. */
export function liesWrong(
  { policy }: Office,
  holding: Holding,
  at: { readonly place: string | null; readonly shelf: Shelf | undefined },
): boolean {
  return at.place !== null && isMisplaced(holding, at.shelf, policy)
}
