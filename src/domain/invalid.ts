import type { Day, Label, Status } from './words.ts'

/**
 * Every way in which one value is not acceptable, and the facts that go with it. Unlike a `Refusal`
 * it is returned, not thrown: an import collects them. Wording lives in messages/.
 * `at` is a position counted in characters from 1. Suggestions are shown, never applied.
 */
export interface ValueFacts {
  'value.missing': {}
  /** Stars in place of digits: a copy made for display. */
  'value.masked': {}
  /** A control, bidi or invisible character, as `U+202E`. */
  'text.control': { at: number; character: string }
  /** Half of a character: the file was cut or converted badly. */
  'text.surrogate': { at: number }
  'text.long': { limit: number }
  /** No telephone number that we know; `digits` is how many it has. */
  'phone.shape': { digits: number }
  /** Excel kept `known` leading digits; the last `missing` are lost. */
  'phone.exponent': { known: number; missing: number }
  'phone.lost-zero': { suggestion: string }
  'phone.several': {}
  'email.shape': {}
  'idCard.length': { length: number }
  'idCard.character': { at: number; character: string }
  'idCard.region': { region: string }
  'idCard.date': { date: string }
  'idCard.checksum': {}
  /** Excel keeps 15 digits: the last `missing` are lost. */
  'idCard.rounded': { missing: number }
  /** A permit, passport or card of another issuer. */
  'idCard.not-mainland': {}
  'uscc.length': { length: number }
  /** `suggestion`: the code with O read as 0, I as 1 …, where its checksum then fits. */
  'uscc.character': { at: number; character: string; suggestion?: string }
  'uscc.checksum': {}
  'uscc.rounded': { missing: number }
  'integer.shape': {}
  'integer.exponent': {}
  'integer.negative': {}
  'number.shape': {}
  /** Goods that come back are entered as such. */
  'quantity.negative': {}
  'amount.negative': {}
  /** Quantity × unit price is `product`, and not the amount. */
  'amount.disagrees': { quantity: string; unitPrice: string; product: string; amount: string }
  /** A count that is too small or too large. */
  'integer.range': { from: number; to: number }
  'amount.shape': {}
  'amount.exponent': {}
  /** 壹仟元: numerals in words. */
  'amount.words': {}
  /** Not in yuan. */
  'amount.currency': { currency: string }
  'date.shape': {}
  /** `readings`: the days that it may mean. */
  'date.ambiguous': { readings: readonly Day[] }
  'date.incomplete': {}
  'date.no-such-day': {}
  /** Before 1800 or after 9999. */
  'date.range': { from: Day; to: Day }
  /** An instant of another time zone, so its day here is another question. */
  'date.zone': {}
  'date.future': { value: string; today: Day }
  /** An end before its beginning. */
  'date.before': { value: string; from: Day }
  /** The last day of a level is over already. */
  'term.over': { value: string; today: Day }
  /** What has no level has no term. */
  'term.no-level': {}
  /** A deadline that has passed. */
  'date.past': { value: string; today: Day }
  /** `choices` and `suggestion` are identifiers, `labels` what the policy calls them. */
  'choice.unknown': {
    value: string
    suggestion?: string
    choices: readonly string[]
    labels?: Readonly<Record<string, Label>>
  }
  'orgCode.form': { value: string }
  /** Neither `name,role,phone,email；…` nor JSON of contacts. */
  'contacts.shape': {}
  /** What a formula came to: `#REF!`. */
  'cell.error': { error: string; column: number }
  /** A row has `cells` cells under `width` headings: something in it has slipped. */
  'row.too-long': { width: number; cells: number }
  /** A likely duplicate of `number`, where `--on-duplicate fail` was said. */
  'row.duplicate': { number: string }
  /** The row's number is void, destroyed, does not agree with the row, or is not its customer's. */
  'row.number': { number: string; reason: string }
  /** The archive that the row would change is above the operator's clearance, or is not in use. */
  'row.not-cleared': { number: string | null }
  'row.status': { number: string; status: Status }
  /** The act would be dated before the archive's last one (SPEC 15.13). */
  'row.last-act': { number: string; lastAct: Day }
  /** The row would give `number` the identity or business key of `holder`. */
  'row.identity': { number: string; holder: string | null }
  /** No archive has this number, or this business key. */
  'row.no-archive': { value: string }
  /** Several archives have this business key. */
  'row.several-archives': { value: string; count: number }
  /** The row names another customer than the archive that it means. */
  'row.other-name': { number: string; name: string }
  /** The row has a value that its kind of entry has no field for. */
  'row.other-kind': { kind: Label | null; fields: readonly Label[] }
  /** The archive cannot lie where the row says: the refusal of `locate`. */
  'row.place': { number: string; place: string; reason: string }
  /** Letters, digits, `-`, `_`, `.`. */
  'place.code': {}
  /** `--map` is not `heading=key,heading=key`. */
  'map.shape': { part: string }
  'map.key': { key: string; suggestion?: string }
  'map.heading': { heading: string; suggestion?: string }
}
export type ValueCode = keyof ValueFacts

/** A value that is not acceptable: one code, and the facts of that code. */
export type Invalid = {
  readonly [Code in ValueCode]: { readonly code: Code; readonly facts: ValueFacts[Code] }
}[ValueCode]

export const invalid = <Code extends ValueCode>(code: Code, facts: ValueFacts[Code]): Invalid =>
  ({ code, facts }) as unknown as Invalid

export const isInvalid = <Value>(read: Value | Invalid): read is Invalid =>
  typeof read === 'object' && read !== null && 'code' in read && 'facts' in read
