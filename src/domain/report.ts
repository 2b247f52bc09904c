import type { Period } from './period.ts'
import type { Day } from './words.ts'

/** Reports (统计报表) that the office draws up (S001-9-1, S000-2.2-3). */
export const reportKinds = [
  'customers',
  'growth',
  'composition',
  'loans',
  'completeness',
  'reviews',
  'updates',
  'incidents',
  'retention',
  'staff',
  'assessment',
] as const
export type ReportKind = (typeof reportKinds)[number]

/**
 * How a column reads. `share`: 0 to 1, four places; `score`: 0 to 100, one place; `amount`: a
 * decimal text; `word`: a key of ours or of the policy; `id`: text also in a workbook.
 */
export type CellForm =
  | 'text'
  | 'id'
  | 'word'
  | 'count'
  | 'share'
  | 'score'
  | 'days'
  | 'amount'
  | 'day'
  | 'flag'

export type Cell = string | number | boolean | null

/** A line of a report, by the keys of its columns. `isTotal`: it sums up lines above it. */
export type ReportRow = Readonly<Record<string, Cell>> & { readonly isTotal: boolean }

/** The columns of each report, in their order: what other programs rely on. */
export const reportColumns = {
  customers: {
    by: 'word',
    key: 'word',
    archives: 'count',
    share: 'share',
    active: 'count',
    pending: 'count',
    closed: 'count',
    opened: 'count',
    isTotal: 'flag',
  },
  growth: {
    period: 'id',
    from: 'day',
    to: 'day',
    opened: 'count',
    closed: 'count',
    cumulative: 'count',
    remaining: 'count',
    isTotal: 'flag',
  },
  composition: {
    by: 'word',
    key: 'word',
    archives: 'count',
    share: 'share',
    dealing: 'count',
    transactions: 'count',
    amount: 'amount',
    amountShare: 'share',
    isTotal: 'flag',
  },
  loans: {
    department: 'text',
    external: 'flag',
    loans: 'count',
    archives: 'count',
    averageDays: 'days',
    out: 'count',
    overdue: 'count',
    returnedLate: 'count',
    overdueRate: 'share',
    isTotal: 'flag',
  },
  completeness: {
    by: 'word',
    key: 'word',
    archives: 'count',
    share: 'share',
    complete: 'count',
    incomplete: 'count',
    completeRate: 'share',
    averageScore: 'share',
    isTotal: 'flag',
  },
  reviews: {
    department: 'text',
    person: 'text',
    due: 'count',
    confirmed: 'count',
    onTime: 'count',
    late: 'count',
    waiting: 'count',
    overdue: 'count',
    punctuality: 'share',
    averageDaysLate: 'days',
    withCustomer: 'count',
    isTotal: 'flag',
  },
  updates: {
    department: 'text',
    person: 'text',
    updates: 'count',
    dated: 'count',
    late: 'count',
    lateRate: 'share',
    averageDays: 'days',
    longestDays: 'count',
    fine: 'amount',
    isTotal: 'flag',
  },
  incidents: {
    sort: 'word',
    key: 'word',
    opened: 'count',
    closed: 'count',
    waiting: 'count',
    suspected: 'count',
    compensation: 'amount',
    isTotal: 'flag',
  },
  retention: {
    period: 'id',
    from: 'day',
    to: 'day',
    retentionClass: 'word',
    archives: 'count',
    held: 'count',
    isTotal: 'flag',
  },
  staff: {
    department: 'text',
    person: 'text',
    post: 'text',
    archives: 'count',
    active: 'count',
    closed: 'count',
    reviewsDue: 'count',
    loansOut: 'count',
    loansOverdue: 'count',
    findings: 'count',
    isTotal: 'flag',
  },
  assessment: {
    department: 'text',
    person: 'text',
    archives: 'count',
    completeness: 'score',
    timeliness: 'score',
    accuracy: 'score',
    tidiness: 'score',
    safety: 'score',
    score: 'score',
    grade: 'word',
    lateUpdates: 'count',
    incidents: 'count',
    fine: 'amount',
    isTotal: 'flag',
  },
} as const satisfies Record<ReportKind, Readonly<Record<string, CellForm>>>

/** What archives can be counted by. */
export const dimensions = [
  'type',
  'industry',
  'region',
  'stage',
  'importance',
  'credit',
  'secrecy',
  'owner',
] as const
export type Dimension = (typeof dimensions)[number]

/** What a report can be drawn up by, the usual first where `--by` chooses one of them. */
export const reportBy = {
  customers: dimensions,
  composition: dimensions,
  completeness: ['score', 'type', 'owner'],
  growth: ['month', 'quarter', 'year'],
} as const satisfies Partial<Record<ReportKind, readonly string[]>>

/** What is counted where nobody says by what. */
export const usualDimensions: readonly Dimension[] = [
  'type',
  'industry',
  'region',
  'stage',
  'importance',
  'credit',
]

/** The days of a report; `name` is '' where nobody said any: all until today. */
export type ReportPeriod = Period

/** All until a day. */
export const untilDay = (to: Day): ReportPeriod => ({ name: '', from: '0000-01-01', to })

/** Rounded to four places, of nothing null. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** A mean with one place; of nothing null. */
export const meanOf = (sum: number, count: number): number | null =>
  count === 0 ? null : Math.round((sum / count) * 10) / 10
