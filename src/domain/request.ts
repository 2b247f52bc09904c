import type { ChangeWish } from './change-wish.ts'
import type { ChainStep, Evidence, RequestKind } from './policy-use.ts'
import type { ReportKind } from './report.ts'
import type { RequestStatus } from './request-status.ts'
import type { Staff } from './staff.ts'
import type { Day, Secrecy } from './words.ts'

/** Somebody of another unit, and what they showed of themselves (S001-18-4). */
export interface Outsider {
  readonly name: string
  readonly unit: string
  /** A key of `requests.credentials`, or the office's own word where the policy has no list. */
  readonly credential: string | null
  readonly credentialNumber: string | null
}

/** Who applies: somebody of the staff, or an outsider; one of them is null. */
export interface Applicant {
  readonly staff: Staff | null
  readonly outsider: Outsider | null
}

export const isExternal = ({ staff }: Applicant): boolean => staff === null

export const applicantName = ({ staff, outsider }: Applicant): string =>
  staff?.name ?? outsider?.name ?? ''

/** What a kind of request says besides what it is for; each kind has its own of these. */
export interface RequestWish {
  /** Until when (borrow, renew). */
  readonly dueOn?: Day
  /** Whoever asked stands in the queue for what is out. */
  readonly queued?: true
  /** The loan to be renewed. */
  readonly loan?: number
  /** What exactly is to be read, where it is less than all (S002-6.1-2). */
  readonly scope?: string
  /** The unit's seal and its head's signature were seen on the form (S001-18-2). */
  readonly unitSeal?: string
  readonly copies?: number
  readonly excerpt?: true
  /** It is for the archive's own customer: copies are theirs, originals are collected (S004-Q-3.1). */
  readonly customer?: true
  readonly original?: true
  /** To which unit it is disclosed, and to whom there. */
  readonly recipient?: string
  readonly person?: string
  /** What exactly, and where the ground stands written. */
  readonly what?: string
  /** On what ground: a key of `requests.bases`, or of `disclosure.bases` (S004-M-7.1, S004-M-8.1). */
  readonly basis?: string
  readonly reference?: string
  readonly consent?: string
  /** The report that is to be issued to another department, and what of (S001-10-1). */
  readonly report?: ReportKind
  readonly by?: string
  readonly period?: string
  readonly from?: Day
  readonly to?: Day
  readonly filter?: Readonly<Record<string, string | boolean>>
  /** What is to be changed (change). */
  readonly change?: ChangeWish
}

/** An archive or a material that is asked for. */
export interface RequestItem {
  readonly archiveId: number
  readonly number: string
  /** Null: the whole archive. */
  readonly materialId: number | null
  /** The material's sequence number; null: the whole archive, or it is gone. */
  readonly seq: number | null
  /** Its level when it was asked for. */
  readonly secrecy: Secrecy
}

/** One step of a request's chain, and how it was decided. */
export interface RequestStep {
  readonly step: number
  readonly rule: ChainStep
  readonly decision: Decision | null
  /** The staff member; null: somebody outside the register, or nobody yet. */
  readonly decidedBy: number | null
  readonly decider: string | null
  readonly deciderPost: string | null
  readonly decidedOn: Day | null
  /** Who says so: differs from the decider where a form is attested. */
  readonly enteredBy: number | null
  readonly evidence: Evidence | null
  readonly formNumber: string | null
  readonly scanId: number | null
  readonly note: string | null
  readonly signer: string | null
}
export type Decision = 'approved' | 'refused'

/** An application (申请), its chain fixed when it was made (SPEC section 7). */
export interface Request {
  readonly id: number
  readonly kind: RequestKind
  readonly applicant: Applicant
  /** The applicant's department when it was made. */
  readonly department: string | null
  readonly purpose: string
  readonly wish: RequestWish
  /** As it was entered; what a day makes of it is `statusOn`. */
  readonly status: RequestStatus
  readonly madeOn: Day
  readonly madeBy: number | null
  readonly expiresOn: Day | null
  readonly settledOn: Day | null
  readonly reason: string | null
  readonly policyVersion: number
  /** Hex. */
  readonly nonce: string
  readonly journalSeq: number | null
  readonly items: readonly RequestItem[]
  readonly steps: readonly RequestStep[]
}

/** `R12`: how people and files name a request. */
export const requestName = (id: number): string => `R${id}`

/** Reads `R12`, `r12` or full width; undefined where it is none. */
export function readRequestName(text: string): number | undefined {
  const said = /^[Rr](\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

/** Nothing was used in time: expiry is of the day, whether or not it was entered. */
export const statusOn = (
  { status, expiresOn }: Pick<Request, 'status' | 'expiresOn'>,
  today: Day,
): RequestStatus =>
  (status === 'pending' || status === 'approved') && expiresOn !== null && expiresOn < today
    ? 'expired'
    : status

/** The step that is to be decided now; undefined: none is left. */
export const nextStep = ({ steps }: Pick<Request, 'steps'>): RequestStep | undefined =>
  steps.find(({ decision }) => decision === null)

/** Two outsiders are the same where name and unit are, letters and width apart. */
export const outsiderKey = ({ name, unit }: Pick<Outsider, 'name' | 'unit'>): string =>
  [name, unit].map((text) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()).join('|')
