import { rmSync, statSync } from 'node:fs'
import { rotate, type KeepBecause, type KeepRule, type Rotated } from '../domain/backup-rotation.ts'
import type { Instant } from '../domain/words.ts'
import { manifestOf, manifestsIn, type Manifest } from '../store/manifest.ts'
import { fileFault } from '../store/faults.ts'
import type { Desk } from './desk.ts'

/** A backup in a folder, of the archive file in question. */
export interface Placed {
  readonly backup: string
  readonly madeAt: Instant
  readonly isWhole: boolean
  readonly path: string
}

/** Is its file there, as long as it was made? */
export const stateOf = (path: string, { bytes }: Manifest): 'present' | 'missing' | 'changed' => {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  return size === undefined ? 'missing' : size === bytes ? 'present' : 'changed'
}

/** Backups of this very archive file that have a manifest; others in the folder are nobody's business. */
export const placedIn = (folder: string, uuid: string): Placed[] =>
  manifestsIn(folder)
    .filter(({ manifest }) => manifest.uuid === uuid)
    .map(({ path, manifest }) => ({
      backup: manifest.backup,
      madeAt: manifest.madeAt,
      isWhole: stateOf(path, manifest) === 'present',
      path,
    }))

/** What of a folder is kept and what goes, and because of what. */
export interface Rotation {
  readonly kept: readonly Rotated<Placed>[]
  readonly removed: readonly Placed[]
}

/** The plan; `made` was made just now, and stays whatever its instant says. */
export function planRotation(
  placed: readonly Placed[],
  made: Placed,
  rule: KeepRule,
  timeZone: string,
): Rotation {
  const others = placed.filter(({ path }) => path !== made.path)
  const plan = rotate([made, ...others], rule, timeZone)
  const stays = ({ backup, because }: Rotated<Placed>) => backup === made || because.length > 0
  return {
    kept: plan.filter(stays),
    removed: plan.filter((it) => !stays(it)).map(({ backup }) => backup),
  }
}

/** First the copy, then its manifest: what is left half-way is listed as missing. */
export function removeRotated({ removed }: Rotation): void {
  for (const { path } of removed)
    try {
      for (const name of [path, manifestOf(path)]) rmSync(name, { force: true })
    } catch (thrown) {
      throw fileFault(thrown, path)
    }
}

/** As other programs see it. */
export const rotationShown = ({ kept, removed }: Rotation) => ({
  kept: kept.map(({ backup, because }) => ({ backup: backup.backup, because })),
  removed: removed.map(({ backup, path }) => ({ backup, path })),
})

/** For people: a line for each backup, and why it stays. */
export function rotationLines(desk: Desk, { kept, removed }: Rotation): string[] {
  const { rotation: text } = desk.text.backup
  const why = (because: readonly KeepBecause[]) => because.map(text.because).join(text.and)
  return [
    ...kept.map(({ backup, because }) => text.kept(backup.backup, why(because))),
    ...removed.map(({ backup }) => text.removed(backup)),
  ]
}
