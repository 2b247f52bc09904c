import type { Archive, Snapshot } from './archive.ts'
import { Refusal } from './refusal.ts'
import { takenBack } from './restoring.ts'

/** What the journal keeps of a version, as far as going back needs it; null: erased. */
export type Step = { readonly version: number; readonly before: Snapshot } | null

/**
 * The archive as it was at a version, by walking back over the details of later ones, newest first.
 * Its number, which others know it by, stays.
 * @throws Refusal version.missing, version.erased
 */
export function stateAt(archive: Archive, steps: readonly Step[], version: number): Archive {
  const { number, version: versions } = archive
  if (version < 1 || version > versions)
    throw new Refusal('version.missing', { number, version, versions })
  let state = archive
  for (let at = versions; at > version; at--) {
    const step = steps[versions - at]
    if (step?.version !== at) throw new Refusal('version.erased', { number, version })
    state = takenBack(state, step.before)
  }
  return state
}
