import type { Found } from '../domain/audit-finding.ts'

/** Something found, and in which archive; 0: in the office itself. */
export type Placed = Found & { readonly archiveId: number }
