import { decimalText, shortened } from '../domain/decimal.ts'
import {
  dimensions,
  shareOf,
  usualDimensions,
  type Dimension,
  type ReportRow,
} from '../domain/report.ts'
import { countedBy, inListOrder, sumOf, type Counted } from '../domain/report-counting.ts'
import {
  archivesBy,
  creditField,
  dealingsBy,
  type CustomerCount,
  type DealingCount,
} from '../store/report-archives.ts'
import { choicesBy, type Draw, type ReportAsked } from './report-asked.ts'
import type { Office } from './desk.ts'

/** `report customers`: how many customers of each sort (客户信息统计报表, S001-9-1; S004-P-4.2). */
export const drawCustomers: Draw = (office, asked) => {
  const by = dimensionsFor(office, asked)
  const parts = archivesBy(office.store, by, asked.counting, asked.period)
  return by.flatMap((dimension, at) =>
    groupRows<CustomerCount>(
      { office, dimension, parts, at, none: noCustomers },
      (counts, whole) => ({
        archives: counts.archives,
        share: shareOf(counts.archives, whole.archives),
        active: counts.active,
        pending: counts.pending,
        closed: counts.closed,
        opened: counts.opened,
      }),
    ),
  )
}

const noCustomers = { archives: 0, active: 0, pending: 0, closed: 0, opened: 0 }

/** `report composition`: what customers of each sort bought, and their share of it (S004-P-4.4). */
export const drawComposition: Draw = (office, asked) => {
  const by = dimensionsFor(office, asked)
  const parts = dealingsBy(office.store, by, asked.counting, asked.period)
  return by.flatMap((dimension, at) =>
    groupRows<DealingCount>(
      { office, dimension, parts, at, none: noDealings },
      (counts, whole) => ({
        archives: counts.archives,
        share: shareOf(counts.archives, whole.archives),
        dealing: counts.dealing,
        transactions: counts.transactions,
        amount: amountText(counts.amount),
        amountShare: whole.amount <= 0 ? null : shareOf(counts.amount, whole.amount),
      }),
    ),
  )
}

const noDealings = { archives: 0, dealing: 0, transactions: 0, amount: 0 }

/** Of whole ten-thousandths, with two places at least. */
const amountText = (amount: number): string =>
  decimalText(shortened({ units: BigInt(amount), places: 4 }, 2))

/** Those said, else the usual ones; credit only where the policy grades it. */
function dimensionsFor({ policy }: Office, { by, kind }: ReportAsked): readonly Dimension[] {
  const said = dimensions.find((it) => it === by)
  if (said !== undefined) return [said]
  const usual = kind === 'composition' ? (['type', 'importance'] as const) : usualDimensions
  return usual.filter((it) => it !== 'credit' || creditField(policy) !== undefined)
}

interface Group<Measures extends string> {
  readonly office: Office
  readonly dimension: Dimension
  readonly parts: readonly Counted<Measures>[]
  /** Which of the keys. */
  readonly at: number
  readonly none: Readonly<Record<Measures, number>>
}

/** A line for each value of a dimension, and their total. */
function groupRows<Measures extends string>(
  { office, dimension, parts, at, none }: Group<Measures>,
  cells: (
    counts: Readonly<Record<Measures, number>>,
    whole: Readonly<Record<Measures, number>>,
  ) => Record<string, ReportRow[string]>,
): ReportRow[] {
  const groups = inListOrder(countedBy(parts, at), choicesBy(dimension, office))
  const whole = sumOf(
    groups.map(([, counts]) => counts),
    none,
  )
  const lines = groups.map(([key, counts]): ReportRow => ({
    by: dimension,
    key,
    ...cells(counts, whole),
    isTotal: false,
  }))
  return [...lines, { by: dimension, key: null, ...cells(whole, whole), isTotal: true }]
}
