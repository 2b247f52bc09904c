import { type Agreement, type Signatory } from '../domain/agreement.ts'
import { outsiderKey } from '../domain/request.ts'
import type { Day } from '../domain/words.ts'
import type { AgreementRow } from './custody-tables.ts'
import { query, sql } from './query.ts'
import type { Store } from './store.ts'

type Stored = Omit<AgreementRow, 'id' | 'endedOn' | 'endReason'> & {
  readonly id: number
  readonly endedOn: string | null
  readonly endReason: string | null
  readonly staffName: string | null
}

const rows = query
  .selectFrom('agreement')
  .leftJoin('staff', 'staff.id', 'agreement.staffId')
  .selectAll('agreement')
  .select(sql<string | null>`staff.name`.as('staffName'))
  .orderBy('agreement.signedOn')
  .orderBy('agreement.id')

const agreementIn = ({ id, kind, number, ...row }: Stored): Agreement => ({
  id,
  kind,
  number,
  signatory: {
    staff: row.staffId === null ? null : { id: row.staffId, name: row.staffName ?? '' },
    outsider: row.outsider === null ? null : (JSON.parse(row.outsider) as Signatory['outsider']),
  },
  signedOn: row.signedOn,
  until: row.until,
  endedOn: row.endedOn,
  endReason: row.endReason,
})

/** Everything that somebody signed, oldest first, whether or not it still holds. */
export function agreementsOf(store: Store, { staff, outsider }: Signatory): Agreement[] {
  if (staff) return store.all(rows.where('agreement.staffId', '=', staff.id)).map(agreementIn)
  if (!outsider) return []
  const key = outsiderKey(outsider)
  return store.all(rows.where('agreement.outsiderKey', '=', key)).map(agreementIn)
}

/** Everything that was ever signed, oldest first. */
export const allAgreements = (store: Store): Agreement[] => store.all(rows).map(agreementIn)

export function addAgreement(
  store: Store,
  { signatory, ...said }: Pick<Agreement, 'kind' | 'signatory' | 'number' | 'signedOn' | 'until'>,
  enteredBy: number | null,
): Agreement {
  const { staff, outsider } = signatory
  const row = {
    ...said,
    staffId: staff?.id ?? null,
    outsider: outsider && JSON.stringify({ name: outsider.name, unit: outsider.unit }),
    outsiderKey: outsider && outsiderKey(outsider),
    enteredBy,
  }
  const { lastId } = store.run(query.insertInto('agreement').values(row))
  return agreementIn(store.one(rows.where('agreement.id', '=', lastId)))
}

/** From a day on it holds no more. */
export function endAgreement(store: Store, id: number, endedOn: Day, reason: string): Agreement {
  const ended = { endedOn, endReason: reason }
  store.run(query.updateTable('agreement').set(ended).where('id', '=', id))
  return agreementIn(store.one(rows.where('agreement.id', '=', id)))
}
