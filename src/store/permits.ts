import { highestOf } from '../domain/chain.ts'
import type { CopyOutcome, PermitKind } from '../domain/copy-words.ts'
import type { CopyHolding, Permit } from '../domain/copy.ts'
import { numberOf, stemOf } from '../domain/number.ts'
import type { Outsider, RequestWish } from '../domain/request.ts'
import type { Day, Secrecy } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

const permits = query
  .selectFrom('permit')
  .innerJoin('archive', 'archive.id', 'permit.archiveId')
  .innerJoin('request', 'request.id', 'permit.requestId')
  .leftJoin('staff', 'staff.id', 'request.applicantId')
  .selectAll('permit')
  .select(['archive.number as archive', 'archive.secrecy', 'staff.name as staffName'])
  .select(['request.outsider', 'request.purpose', 'request.wish'])

type Row = ReturnType<typeof rowType>
const rowType = (store: Store) => store.one(permits)

export function permitById(store: Store, id: number): Permit | undefined {
  const row = store.first(permits.where('permit.id', '=', id))
  return row && permitIn(store, row)
}

/** Which permits are wanted; nothing said: all. */
export interface PermitFilter {
  readonly kinds: readonly PermitKind[]
  /** With copies that nobody has accounted for. */
  readonly isOutstanding?: true
  readonly archiveId?: number
}

/** The register of permits, the oldest first. */
export function permitsWith(store: Store, filter: PermitFilter): Permit[] {
  const { kinds, isOutstanding, archiveId } = filter
  let asked = permits.where('permit.kind', 'in', kinds).orderBy('permit.id')
  if (archiveId !== undefined) asked = asked.where('permit.archiveId', '=', archiveId)
  if (isOutstanding)
    asked = asked.where('permit.id', 'in', (from) =>
      from.selectFrom('copyHolding').select('permitId').where('accountedOn', 'is', null),
    )
  return store.all(asked).map((row) => permitIn(store, row))
}

function permitIn(store: Store, row: Row): Permit {
  const outsider = row.outsider === null ? null : (JSON.parse(row.outsider) as Outsider)
  const items = itemsOf(store, row.requestId)
  return {
    id: row.id,
    kind: row.kind,
    request: row.requestId,
    archiveId: row.archiveId,
    archive: row.archive,
    number: row.number,
    secrecy: highestOf([row.secrecy, ...items.flatMap(({ secrecy }) => secrecy ?? [])]),
    holder: row.staffName ?? outsider?.name ?? '',
    unit: outsider?.unit ?? null,
    purpose: row.purpose,
    wish: JSON.parse(row.wish) as RequestWish,
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    signedBy: row.signedBy,
    seqs: items.map(({ seq }) => seq),
    copies: copiesOf(store, row.id),
  }
}

/** What a permit is about, with the levels that materials have of their own. */
const itemsOf = (
  store: Store,
  requestId: number,
): { readonly seq: number | null; readonly secrecy: Secrecy | null }[] =>
  store.all(
    query
      .selectFrom('requestItem')
      .leftJoin('material', 'material.id', 'requestItem.materialId')
      .select(['material.seq', 'material.secrecy'])
      .where('requestItem.requestId', '=', requestId)
      .orderBy('requestItem.position'),
  )

const copiesOf = (store: Store, permitId: number): CopyHolding[] =>
  store.all(
    query
      .selectFrom('copyHolding')
      .leftJoin('material', 'material.id', 'copyHolding.materialId')
      .select(['copyHolding.position', 'material.seq', 'copyHolding.accountedOn'])
      .select(['copyHolding.outcome', 'copyHolding.remark'])
      .where('copyHolding.permitId', '=', permitId)
      .orderBy('copyHolding.position'),
  )

/** A permit about to be issued. */
export interface NewPermit {
  readonly kind: PermitKind
  readonly request: number
  readonly archiveId: number
  /** The pattern of the office's own numbers; null: it numbers none. */
  readonly pattern: string | null
  readonly issuedOn: Day
  readonly issuedBy: number | null
  readonly expiresOn: Day | null
  readonly signedBy: string | null
  /** One a copy: of which material; null: of the whole archive. */
  readonly copies: readonly (number | null)[]
  /** The copies are the customer's own from now on. */
  readonly isGiven: boolean
}

/** Issues a permit, its number and its copies. Returns its id. */
export function addPermit(store: Store, added: NewPermit): number {
  const { request, pattern, copies, isGiven, ...rest } = added
  const { lastId: id } = store.run(
    query.insertInto('permit').values({
      ...rest,
      requestId: request,
      number: pattern === null ? null : nextNumber(store, pattern, added.issuedOn),
      fromNumber: null,
    }),
  )
  const given = {
    accountedOn: added.issuedOn,
    outcome: 'given',
    accountedBy: added.issuedBy,
  } as const
  const state = isGiven ? given : { accountedOn: null, outcome: null, accountedBy: null }
  for (const [index, materialId] of copies.entries()) {
    const held = { permitId: id, position: index + 1, archiveId: added.archiveId, materialId }
    store.run(query.insertInto('copyHolding').values({ ...held, ...state, remark: null }))
  }
  return id
}

/** The next number of a series that no permit has: another pattern of before may have made it. */
function nextNumber(store: Store, pattern: string, issuedOn: Day): string {
  const stem = stemOf(pattern, Number(issuedOn.slice(0, 4)), null)
  const count = store
    .prepare(
      `INSERT INTO permit_series (stem, last) VALUES (?, 1)
       ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .pluck(true)
  const known = store.prepare('SELECT 1 FROM permit WHERE number = ?')
  for (;;) {
    const number = numberOf(stem, store.attempt(() => count.get(stem)) as number)
    if (known.get(number) === undefined) return number
  }
}

/** How copies were accounted for. */
export interface Accounting {
  readonly accountedOn: Day
  readonly outcome: CopyOutcome
  readonly accountedBy: number | null
  readonly remark: string | null
}

export function accountForCopies(
  store: Store,
  permitId: number,
  positions: readonly number[],
  accounting: Accounting,
): void {
  for (const position of positions)
    store.run(
      query
        .updateTable('copyHolding')
        .set(accounting)
        .where('permitId', '=', permitId)
        .where('position', '=', position),
    )
}
