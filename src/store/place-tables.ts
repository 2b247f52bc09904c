import type { Generated } from 'kysely'
import type { PlaceKind } from '../domain/place.ts'

export interface PlaceRow {
  id: Generated<number>
  code: string
  kind: PlaceKind
  label: string | null
  parentId: number | null
  position: number
  capacity: number | null
  keeperId: number | null
  levels: string | null
}

export interface PlaceVisitRow {
  id: Generated<number>
  place: string
  visitor: string
  escortId: number | null
  purpose: string
  visitedOn: string
  recordedAt: string
  recordedBy: number | null
}

export interface CardRow {
  archiveId: number
  version: number
  digest: Uint8Array
  printedOn: string
  printedBy: number | null
  isBehind: 0 | 1
}
