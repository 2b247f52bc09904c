import type { Generated } from 'kysely'
import type { DayKind } from '../domain/work-calendar.ts'

export interface CalendarImportRow {
  id: Generated<number>
  calendar: string
  version: string
  fileName: string
  years: string
  importedOn: string
  importedBy: number | null
}

export interface CalendarDayRow {
  importId: number
  day: string
  kind: DayKind
  name: string | null
}
