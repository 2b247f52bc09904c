export interface JournalRow {
  seq: number
  at: string
  effectiveOn: string
  staffId: number | null
  account: string
  action: string
  object: string
  policyVersion: number
  commitment: Uint8Array
  hash: Uint8Array
}
