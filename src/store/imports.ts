import { query } from './query.ts'
import type { Store } from './store.ts'
import type { ImportRow } from './import-tables.ts'

/** One file taken in (导入批次). */
export type Import = Omit<ImportRow, 'id' | 'content'> & {
  readonly id: number
  readonly content: 'archives' | 'entries'
}

/** How an import is named: B7. */
export const batchName = (id: number): string => `B${id}`

/** The counts of an import so far. */
export interface Counts {
  read: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  rejected: number
}

const none: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 }

export const beginImport = (
  store: Store,
  begun: Pick<
    ImportRow,
    'fileName' | 'encoding' | 'delimiter' | 'startedAt' | 'startedOn' | 'staffId'
  >,
): number =>
  store.run(
    query.insertInto('import').values({
      ...begun,
      ...none,
      status: 'running',
      firstNumber: null,
      lastNumber: null,
      seconds: null,
    }),
  ).lastId

/** Notes how far an import has come. */
export function noteImport(store: Store, id: number, changes: Partial<Omit<Import, 'id'>>): void {
  store.run(query.updateTable('import').set(changes).where('id', '=', id))
}

export const importsList = (store: Store): Import[] =>
  store.all(query.selectFrom('import').selectAll().orderBy('id', 'desc'))

export const importById = (store: Store, id: number): Import | undefined =>
  store.first(query.selectFrom('import').selectAll().where('id', '=', id))

/** Where and why rows were not taken: never what stood there (SPEC 15.5). */
export const rejectsOf = (store: Store, id: number) =>
  store.all(
    query
      .selectFrom('importReject')
      .select(['line', 'field', 'code'])
      .where('importId', '=', id)
      .orderBy('line'),
  )
