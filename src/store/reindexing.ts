import { termsVersion } from '../domain/search-terms.ts'
import { everyArchive } from './archives.ts'
import { query } from './query.ts'
import { registryOf } from './registry.ts'
import type { Store } from './store.ts'
import {
  joinTerms,
  keepEntryTerms,
  keepMaterialTerms,
  keepTerms,
  type FindableMaterial,
} from './terms.ts'
import { retrace } from './traces.ts'

/** Was the search index made by a program that folds or reads names otherwise (SPEC 15.14)? */
export const isIndexOutdated = (store: Store): boolean =>
  registryOf(store).termsVersion !== termsVersion()

/** How many archives, entries and materials an index of everything has. */
export const indexed = (store: Store): number =>
  countOf(store, 'archive') + countOf(store, 'entry') + countOf(store, 'material')

const countOf = (store: Store, table: 'archive' | 'entry' | 'material'): number =>
  store.one(query.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('all'))).all

/** Makes the search index anew, in one transaction; tells how far it has come. */
export function reindex(store: Store, tell: (done: number) => void): void {
  store.transact(() => {
    for (const table of ['archive_terms', 'entry_terms', 'material_terms'])
      store.script(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`)
    let done = 0
    const told = () => {
      done += 1
      if (done % 1000 === 0) tell(done)
    }
    for (const archive of everyArchive(store)) {
      keepTerms(store, archive)
      told()
    }
    for (const { id, text } of everyEntry(store)) {
      keepEntryTerms(store, id, text)
      told()
    }
    for (const material of everyMaterial(store)) {
      keepMaterialTerms(store, material.id, material)
      told()
    }
    retrace(store)
    joinTerms(store)
    store.run(query.updateTable('registry').set({ termsVersion: termsVersion() }))
  })
}

const page = 2000

function* everyEntry(store: Store): Generator<{ id: number; text: string }> {
  for (let after = 0; ;) {
    const rows = store.all(
      query
        .selectFrom('entry')
        .select(['id', 'text'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(page),
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

function* everyMaterial(store: Store): Generator<FindableMaterial & { id: number }> {
  for (let after = 0; ;) {
    const rows = store.all(
      query
        .selectFrom('material')
        .select(['id', 'title', 'documentNumber'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(page),
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
