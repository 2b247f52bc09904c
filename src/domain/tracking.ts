import type { Policy } from './policy.ts'
import { Totals } from './totals.ts'
import { traceKey } from './tracing.ts'
import type { Day } from './words.ts'

/** An entry as it is traced. */
export interface Traceable {
  readonly kind: string
  readonly happenedOn: Day
  readonly fields: Readonly<Record<string, string>>
}

/** What was bought by one customer, or of one product and batch: the entries together. */
export interface Lot<Subject> {
  readonly subject: Subject
  /** Values of the traced fields, each once. */
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly entries: number
  readonly quantity: string | null
  readonly amount: string | null
  readonly firstOn: Day
  readonly lastOn: Day
}

/** Keys of the fields that the policy traces, in its order: `product`, `batch`. */
export const tracedKeys = ({ entries = {} }: Policy): readonly string[] => [
  ...new Set(
    Object.values(entries).flatMap(({ fields = {} }) =>
      Object.keys(fields).filter((key) => fields[key]?.traced && !fields[key].sensitive),
    ),
  ),
]

/** Has it anything by which it can be traced? */
export const isTraceable = (entry: Traceable, keys: readonly string[]): boolean =>
  keys.some((key) => entry.fields[key] !== undefined)

/** Entries put together by `identity`, in the order in which they came. */
export function lotsOf<Entry extends Traceable>(
  entries: Iterable<Entry>,
  identity: (entry: Entry) => string | number,
  policy: Policy,
): Lot<Entry>[] {
  const keys = tracedKeys(policy)
  const lots = new Map<string | number, OpenLot<Entry>>()
  for (const entry of entries) {
    const at = identity(entry)
    const lot = lots.get(at) ?? new OpenLot(entry, policy)
    lots.set(at, lot)
    lot.add(entry, keys)
  }
  return [...lots.values()].map((lot) => lot.closed)
}

/** By product, batch … as they are compared. */
export const byTraces = (entry: Traceable, keys: readonly string[]): string =>
  keys.map((key) => traceKey(entry.fields[key] ?? '')).join('\u001F')

class OpenLot<Entry extends Traceable> {
  readonly #subject: Entry
  readonly #totals: Totals
  readonly #values = new Map<string, Map<string, string>>()
  #firstOn: Day
  #lastOn: Day

  constructor(subject: Entry, policy: Policy) {
    this.#subject = subject
    this.#totals = new Totals(policy)
    this.#firstOn = subject.happenedOn
    this.#lastOn = subject.happenedOn
  }

  add(entry: Entry, keys: readonly string[]): void {
    this.#totals.add(entry)
    if (entry.happenedOn < this.#firstOn) this.#firstOn = entry.happenedOn
    if (entry.happenedOn > this.#lastOn) this.#lastOn = entry.happenedOn
    for (const key of keys) {
      const value = entry.fields[key]
      if (value === undefined) continue
      const known = this.#values.get(key) ?? new Map<string, string>()
      this.#values.set(key, known)
      if (!known.has(traceKey(value))) known.set(traceKey(value), value)
    }
  }

  get closed(): Lot<Entry> {
    const { count, quantity, amount } = this.#totals
    return {
      subject: this.#subject,
      values: new Map([...this.#values].map(([key, values]) => [key, [...values.values()]])),
      entries: count,
      quantity: quantity ?? null,
      amount: amount ?? null,
      firstOn: this.#firstOn,
      lastOn: this.#lastOn,
    }
  }
}
