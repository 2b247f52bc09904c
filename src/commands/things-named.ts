import type { Archive } from '../domain/archive.ts'
import { materialName } from '../domain/material.ts'
import { archivesById } from '../store/archives.ts'
import { materialsOf } from '../store/materials.ts'
import type { Desk, Office } from './desk.ts'

/** Names of archives and of their materials, for the lines of a register. */
export interface Things {
  readonly archives: readonly Archive[]
  /** `RG2025-0001/3 设计单（张三）`, or the whole archive where no materials are said. */
  readonly words: (archiveId: number, materialIds: readonly number[]) => string
}

/** The archives on which these hang, each read once. */
export function thingsNamed(
  desk: Desk,
  { store }: Office,
  hanging: readonly { readonly archiveId: number }[],
): Things {
  const archives = archivesById(
    store,
    hanging.map(({ archiveId }) => archiveId),
  )
  const held = new Map([...archives.keys()].map((id) => [id, materialsOf(store, id)]))
  const { whole, gone } = desk.text.sheet
  const { inBrackets, items } = desk.text.program.marks
  return {
    archives: [...archives.values()],
    words(archiveId, materialIds) {
      const archive = archives.get(archiveId)
      if (!archive) return gone
      const of = archive.name === null ? '' : inBrackets(archive.name)
      const titles = materialIds.map((id) => {
        const material = held.get(archiveId)?.find((it) => it.id === id)
        if (!material) return `${archive.number} ${gone}`
        return `${materialName(archive.number, material.seq)} ${material.title}`
      })
      return (titles.length > 0 ? titles.join(items) : `${archive.number} ${whole}`) + of
    },
  }
}
