import { entryKinds } from './entry.ts'
import { kindColumns, missing, ofOtherKind, whole, type KindColumns } from './entry-kind-columns.ts'
import { identityOf, type CustomerKey, type EntryColumn, type EntryPart } from './entry-columns.ts'
import { readChoice } from './choice.ts'
import { invalid, isInvalid } from './invalid.ts'
import type { Choices, Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { readEntryField } from './reckoning.ts'
import { readValue } from './value.ts'
import type { Day } from './words.ts'

/** A row of a file of entries, read and checked, but for its archive. */
export interface EntryRow {
  /** As it stands; '' where only another key is given. */
  readonly number: string
  readonly customer: { readonly by: CustomerKey['by']; readonly value: string } | undefined
  readonly name: string
  readonly kind: string
  readonly on: Day
  readonly text: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads the rows of one file: what the columns mean to each kind is worked out once. */
export class EntryReader {
  readonly #policy: Policy
  readonly #columns: readonly EntryColumn[]
  readonly #kind: string | undefined
  readonly #today: Day
  readonly #places: Partial<Record<EntryPart, number>> = {}
  readonly #customers: readonly { readonly index: number; readonly customer: CustomerKey }[]
  readonly #extras: readonly { readonly index: number; readonly name: string }[]
  readonly #kinds = new Map<string, KindColumns>()
  readonly #named = new Map<string, string>()
  readonly #order: readonly { readonly index: number; readonly identity: string }[]

  /** `kind`: of rows that name none; `today`: of a file without days. */
  constructor(
    policy: Policy,
    columns: readonly EntryColumn[],
    { kind, today }: { readonly kind: string | undefined; readonly today: Day },
  ) {
    this.#policy = policy
    this.#columns = columns
    this.#kind = kind
    this.#today = today
    for (const { index, target } of columns) if ('part' in target) this.#places[target.part] = index
    this.#customers = columns.flatMap(({ index, target }) =>
      'customer' in target ? [{ index, customer: target.customer }] : [],
    )
    this.#extras = columns.flatMap(({ index, target }) =>
      'extra' in target ? [{ index, name: target.extra }] : [],
    )
    this.#order = columns
      .map(({ index, target }) => ({ index, identity: identityOf(target) }))
      .toSorted((a, b) => (a.identity < b.identity ? -1 : 1))
  }

  /** Does the file say whose entries these are? */
  get knowsArchives(): boolean {
    return this.#places.number !== undefined || this.#customers.length > 0
  }

  get knowsKinds(): boolean {
    return this.#places.kind !== undefined || this.#kind !== undefined
  }

  /** What a row is known by when it comes again. */
  rowText(cells: readonly string[]): string {
    let text = this.#places.kind === undefined ? (this.#kind ?? '') : ''
    for (const { index, identity } of this.#order) {
      const cell = cells[index]
      if (cell !== undefined && cell !== '') text += `\u001F${identity}\u001E${cell}`
    }
    return text
  }

  read(cells: readonly string[]): EntryRow | readonly Problem[] {
    const problems: Problem[] = []
    const kind = this.#kindIn(cells, problems)
    const number = this.#cell(cells, 'number')
    const customer = number === '' ? this.#customerIn(cells, problems) : undefined
    if (number === '' && customer === undefined && problems.length === 0)
      problems.push(missing('number'))
    const on = this.#dayIn(cells, problems)
    const text = this.#textIn(cells, problems)
    const fields = kind === undefined ? {} : this.#fieldsIn(cells, kind, problems)
    if (problems.length === 0 && text === '' && isEmpty(fields)) problems.push(missing('text'))
    if (kind === undefined || problems.length > 0) return problems
    return { number, customer, name: this.#cell(cells, 'name'), kind, on, text, fields }
  }

  #cell(cells: readonly string[], part: EntryPart): string {
    const place = this.#places[part]
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }

  #kindIn(cells: readonly string[], problems: Problem[]): string | undefined {
    const raw = this.#cell(cells, 'kind')
    if (raw === '' && this.#kind !== undefined) return this.#kind
    const known = this.#named.get(raw)
    if (known !== undefined) return known
    const kind = readChoice(entryKinds(this.#policy) as Choices, raw)
    if (!isInvalid(kind) && kind !== '') {
      this.#named.set(raw, kind)
      return kind
    }
    problems.push(isInvalid(kind) ? { key: 'kind', value: raw, invalid: kind } : missing('kind'))
    return undefined
  }

  #customerIn(cells: readonly string[], problems: Problem[]): EntryRow['customer'] {
    for (const { index, customer } of this.#customers) {
      const raw = cells[index] ?? ''
      const { key, field, by } = customer
      const value = readValue(field.kind, raw, field)
      if (isInvalid(value)) problems.push({ key, label: field.label, value: raw, invalid: value })
      else if (value !== '') return { by, value }
    }
    return undefined
  }

  #dayIn(cells: readonly string[], problems: Problem[]): Day {
    const today = this.#today
    if (this.#places.on === undefined) return today
    const raw = this.#cell(cells, 'on')
    const day = readValue('date', raw)
    if (isInvalid(day)) problems.push({ key: 'on', value: raw, invalid: day })
    else if (day === '') problems.push(missing('on'))
    else if (day > today)
      problems.push({
        key: 'on',
        value: raw,
        invalid: invalid('date.future', { value: day, today }),
      })
    return isInvalid(day) ? '' : day
  }

  #textIn(cells: readonly string[], problems: Problem[]): string {
    const place = this.#places.text
    const raw = place === undefined ? '' : (cells[place] ?? '')
    const text = readValue('text', raw)
    if (!isInvalid(text)) return text
    problems.push({ key: 'text', value: raw, invalid: text })
    return ''
  }

  #fieldsIn(
    cells: readonly string[],
    kind: string,
    problems: Problem[],
  ): Readonly<Record<string, string>> {
    const { rule, columns, others } = this.#columnsOf(kind)
    const fields: Record<string, string> = {}
    const before = problems.length
    for (const { index, key, field, unit } of columns) {
      const raw = cells[index]
      if (raw === undefined || raw === '') continue
      const value = readEntryField(key, unit === undefined ? raw : raw + unit, field, rule)
      if (isInvalid(value)) problems.push({ key, label: field.label, value: raw, invalid: value })
      else if (value !== '') fields[key] = value
    }
    const misplaced = others.filter(({ index }) => (cells[index] ?? '').trim() !== '')
    if (misplaced.length > 0) problems.push(ofOtherKind(rule, misplaced))
    this.#addExtras(cells, fields, problems)
    return problems.length > before ? fields : whole(fields, rule, problems)
  }

  #addExtras(cells: readonly string[], fields: Record<string, string>, problems: Problem[]): void {
    for (const { index, name } of this.#extras) {
      const raw = cells[index] ?? ''
      const value = raw === '' ? '' : readValue('text', raw)
      // a heading is never kept: in a file without headings it is a customer's (SPEC 15.5)
      if (isInvalid(value)) problems.push({ key: `extra:${index + 1}`, value: raw, invalid: value })
      else if (value !== '' && name !== '__proto__') fields[name] = value
    }
  }

  #columnsOf(kind: string): KindColumns {
    const kept = this.#kinds.get(kind)
    if (kept) return kept
    const made = kindColumns(kind, this.#columns, this.#policy)
    this.#kinds.set(kind, made)
    return made
  }
}

function isEmpty(fields: object): boolean {
  for (const _ in fields) return false
  return true
}
