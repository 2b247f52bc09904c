import type { Generated } from 'kysely'
import type { MaterialForm, MaterialMedium } from '../domain/material.ts'
import type { Secrecy } from '../domain/words.ts'

export interface MaterialRow {
  id: Generated<number>
  archiveId: number
  seq: number
  title: string
  kind: string | null
  documentNumber: string | null
  part: string | null
  position: number | null
  pages: number | null
  copies: number
  form: MaterialForm
  counterpartId: number | null
  medium: MaterialMedium
  datedOn: string | null
  secrecy: Secrecy | null
  place: string | null
  keeper: string | null
  receivedFrom: string | null
  isAnnex: 0 | 1
  fileId: number | null
  fileName: string | null
  fileType: string | null
  recordedBy: number | null
  recordedOn: string
  fromNumber: string | null
}

export interface FileRow {
  id: Generated<number>
  archiveId: number
  bytes: number
  sha256: Uint8Array | null
  registeredAt: string | null
  verifiedAt: string | null
  isSound: 0 | 1 | null
  writer: string | null
  touchedAt: string
}
