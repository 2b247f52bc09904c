/** How far a duty that is done unattended has come. */
export interface DutyRow {
  name: 'daily' | 'journal' | 'files'
  doneOn: string
  position: number
}
