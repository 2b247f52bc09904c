import type { Archive } from './archive.ts'
import { levelOf, materialName, type Material } from './material.ts'
import type { Secrecy } from './words.ts'

/** What is lent, read, copied or asked for at once: a whole archive, or some of its materials. */
export interface Takings {
  readonly archive: Archive
  /** Empty: the whole archive. */
  readonly materials: readonly Material[]
}

/** `RG2025-0001`, or `RG2025-0001/3` of a material. */
export const takingsNames = ({ archive, materials }: Takings): string[] =>
  materials.length === 0
    ? [archive.number]
    : materials.map(({ seq }) => materialName(archive.number, seq))

export const takingsLevels = ({ archive, materials }: Takings): Secrecy[] =>
  materials.length === 0 ? [archive.secrecy] : materials.map((it) => levelOf(it, archive))
