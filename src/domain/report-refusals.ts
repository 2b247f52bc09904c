/** Why a report cannot be made or issued so. */
export interface ReportRefusalFacts {
  /** What a file is to be is said by its ending. */
  'report.format': { file: string; endings: readonly string[] }
}
