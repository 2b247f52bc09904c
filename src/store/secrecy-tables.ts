export interface ArchiveReaderRow {
  staffId: number
  archiveId: number
  namedOn: string
  namedBy: number | null
}
