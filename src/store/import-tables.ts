import type { Generated } from 'kysely'

export interface ImportRow {
  id: Generated<number>
  fileName: string
  encoding: string
  delimiter: string
  startedAt: string
  startedOn: string
  staffId: number | null
  status: 'running' | 'done' | 'undone'
  read: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  rejected: number
  firstNumber: string | null
  lastNumber: string | null
  seconds: number | null
  content: Generated<'archives' | 'entries'>
}

export interface ImportStretchRow {
  importId: number
  journalSeq: number
  firstArchiveId: number | null
  lastArchiveId: number | null
  firstEntryId: Generated<number | null>
  lastEntryId: Generated<number | null>
}
