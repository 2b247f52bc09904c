import { decimalIn, decimalText, sum, zero, type Decimal } from './decimal.ts'
import type { Policy } from './policy.ts'

/** Quantities and amounts of entries summed up, exactly; goods that came back count below zero. */
export class Totals {
  readonly #policy: Policy
  #quantity: Decimal | undefined
  #amount: Decimal | undefined
  count = 0

  constructor(policy: Policy) {
    this.#policy = policy
  }

  add(entry: { readonly kind: string; readonly fields: Readonly<Record<string, string>> }): void {
    this.count += 1
    const { quantity, amount } = this.#policy.entries?.[entry.kind]?.reckoned ?? {}
    this.#quantity = withValue(this.#quantity, entry.fields[quantity ?? ''])
    this.#amount = withValue(this.#amount, entry.fields[amount ?? ''])
  }

  /** Undefined where no entry had one. */
  get quantity(): string | undefined {
    return this.#quantity && decimalText(this.#quantity)
  }

  get amount(): string | undefined {
    return this.#amount && decimalText(this.#amount)
  }
}

/** What an older policy took for a number may not be one. */
const withValue = (total: Decimal | undefined, value: string | undefined): Decimal | undefined =>
  value === undefined || !/^-?\d+(?:\.\d+)?$/.test(value)
    ? total
    : sum(total ?? zero, decimalIn(value))

/** Texts of quantities summed up; undefined where there is none. */
export const totalOf = (quantities: readonly (string | null)[]): string | undefined => {
  const total = quantities.reduce<Decimal | undefined>(
    (before, quantity) => withValue(before, quantity ?? undefined),
    undefined,
  )
  return total && decimalText(total)
}
