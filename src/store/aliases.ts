import { query } from './query.ts'
import type { Store } from './store.ts'
import type { AliasRow } from './tables.ts'

/** Former numbers that lead to an archive, oldest first. */
export const aliasesOf = (store: Store, archiveId: number): AliasRow[] =>
  store.all(
    query.selectFrom('alias').selectAll().where('archiveId', '=', archiveId).orderBy('since'),
  )

export const addAlias = (store: Store, alias: AliasRow): void => {
  store.run(query.insertInto('alias').values(alias))
}

/** Former numbers now lead to another archive. */
export const moveAliases = (store: Store, from: number, to: number): void => {
  store.run(query.updateTable('alias').set({ archiveId: to }).where('archiveId', '=', from))
}

export const returnAlias = (store: Store, number: string, archiveId: number): void => {
  store.run(query.updateTable('alias').set({ archiveId }).where('number', '=', number))
}

export const removeAlias = (store: Store, number: string): void => {
  store.run(query.deleteFrom('alias').where('number', '=', number))
}
