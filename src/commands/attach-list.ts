import { inOrder } from '../domain/material.ts'
import { materialsOf } from '../store/materials.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { materialColumns, readable } from './material-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `attach --list <number…>`: the in-volume list (卷内清单), in the order in which the papers lie. */
export async function listMaterials(desk: Desk, given: readonly string[]): Promise<void> {
  const numbers = await numbersFrom(desk, given)
  const office = await desk.read()
  const archives = archivesFor(office, numbers)
  const read = toEnter(office, archives)
  const line = ['attach --list', ...read.archives.map(({ number }) => number)].join(' ')
  await enterReadings(desk, line, read)
  const { store, policy } = office
  const rows = archives.flatMap((archive) => {
    const shown = readable(office, archive, materialsOf(store, archive.id))
    return inOrder(shown, policy).map((material) => ({ number: archive.number, material }))
  })
  const count = desk.say.listing(rows, materialColumns(desk, policy, isSeveral(given)))
  const text = desk.text.material
  if (count === 0) return desk.say.notice(text.none)
  const counted = rows.filter(({ material }) => !material.annex)
  const pages = counted.reduce(
    (sum, { material: { pages, copies } }) => sum + (pages ?? 0) * copies,
    0,
  )
  desk.say.notice(text.count(count, pages))
}
