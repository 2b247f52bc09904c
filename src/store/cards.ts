import { createHmac } from 'node:crypto'
import type { Archive } from '../domain/archive.ts'
import { onCard, type Card } from '../domain/card.ts'
import type { Day } from '../domain/words.ts'
import type { CardRow } from './place-tables.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** The paper card of an archive; undefined: none was ever printed. */
export function cardOf(store: Store, archiveId: number): Card | undefined {
  const row = rowOf(store, archiveId)
  if (!row) return undefined
  const { version, printedOn, printedBy, isBehind } = row
  return { version, printedOn, printedBy, isBehind: isBehind === 1 }
}

const rowOf = (store: Store, archiveId: number): CardRow | undefined =>
  store.first(query.selectFrom('card').selectAll().where('archiveId', '=', archiveId))

/** This version of the archive lies on paper from now on. */
export function markCard(
  store: Store,
  archive: Archive,
  printed: { readonly on: Day; readonly by: number | null },
): void {
  dropCard(store, archive.id)
  const row = {
    archiveId: archive.id,
    version: archive.version,
    digest: digestOf(store, archive),
    printedOn: printed.on,
    printedBy: printed.by,
    isBehind: 0 as const,
  }
  store.run(query.insertInto('card').values(row))
}

/** Keeps in step whether the paper still says what the archive says, in the transaction of the change. */
export function followCard(store: Store, archive: Archive): void {
  const card = rowOf(store, archive.id)
  if (!card) return
  const isBehind = digestOf(store, archive).equals(card.digest) ? 0 : 1
  if (isBehind !== card.isBehind)
    store.run(query.updateTable('card').set({ isBehind }).where('archiveId', '=', archive.id))
}

export const dropCard = (store: Store, archiveId: number): void => {
  store.run(query.deleteFrom('card').where('archiveId', '=', archiveId))
}

/** A card as it is kept, for a merge to be taken back. Its digest is told as hex. */
export type FormerCard = Omit<CardRow, 'digest'> & { readonly digest: string }

export function formerCard(store: Store, archiveId: number): FormerCard | undefined {
  const row = rowOf(store, archiveId)
  return row && { ...row, digest: Buffer.from(row.digest).toString('hex') }
}

export function returnCard(store: Store, card: FormerCard | undefined): void {
  if (!card) return
  const row = { ...card, digest: Buffer.from(card.digest, 'hex') }
  store.run(query.insertInto('card').values(row))
}

/** Keyed: whoever has the file without the archive learns nothing from it (SPEC 15.5). */
function digestOf(store: Store, archive: Archive): Buffer {
  const { digestKey } = store.one(query.selectFrom('registry').select('digestKey'))
  return createHmac('sha256', digestKey)
    .update(JSON.stringify(onCard(archive)))
    .digest()
}
