import { safe } from '../cli/safe.ts'
import { inOrder } from '../domain/material.ts'
import { kindsInSafe, materialKindsNamed } from '../domain/material-kinds.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { archivesHolding } from '../store/material-listing.ts'
import { materialsOf } from '../store/materials.ts'
import { archivesFor, isSeveral } from './archives-given.ts'
import type { AttachOptions } from './attach.ts'
import type { Desk, Office } from './desk.ts'
import { materialColumns, readable } from './material-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterReadings, toEnter } from './reading.ts'
import { volumeSheets, type Volume } from './volume-sheet.ts'

/**
 * `attach --list <number…>`: the in-volume list (卷内清单), in the order in which the papers lie.
 * `--list --kind` and `--list --safe`: papers of these kinds by themselves, of the archives named or
 * of all: the ledger of certificates (权证台账, S003-15.3-1).
 */
export async function listMaterials(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const { print } = options
  const isLedger = options.kind !== undefined || options.safe === true
  if (isLedger && print)
    throw new Refusal('usage.together', { options: ledgerOr(options, '--print') })
  const numbers = isLedger && given.length === 0 ? undefined : await numbersFrom(desk, given)
  const office = await desk.read()
  const kinds = isLedger ? kindsIn(options, office.policy) : undefined
  const archives = numbers
    ? archivesFor(office, numbers)
    : archivesHolding(office.store, kinds ?? [], office.operator.rights)
  const read = toEnter(office, archives)
  const line = ['attach --list', ...read.archives.map(({ number }) => number)].join(' ')
  await enterReadings(desk, line, read)
  const { store, policy } = office
  const volumes = archives.map((archive) => {
    const shown = readable(office, archive, materialsOf(store, archive.id))
    const wanted = shown.filter(({ kind }) => !kinds || (kind !== null && kinds.includes(kind)))
    return { archive, materials: inOrder(wanted, policy) }
  })
  if (print && desk.say.manner.format === 'table' && !desk.say.manner.fields)
    return sayVolumes(desk, office, volumes)
  const rows = volumes.flatMap(({ archive, materials }) =>
    materials.map((material) => ({ number: archive.number, name: archive.name, material })),
  )
  const several = isLedger || isSeveral(given)
  const count = desk.say.listing(rows, materialColumns(desk, policy, { several, isLedger }))
  const text = desk.text.material
  if (count === 0) return desk.say.notice(text.none)
  const counted = rows.filter(({ material }) => !material.annex)
  const pages = counted.reduce(
    (sum, { material: { pages, copies } }) => sum + (pages ?? 0) * copies,
    0,
  )
  desk.say.notice(text.count(count, pages))
}

const ledgerOr = ({ kind }: AttachOptions, other: string): string[] => [
  kind === undefined ? '--safe' : '--kind',
  other,
]

/** The kinds that were named, and with `--safe` those that lie in one. */
const kindsIn = ({ kind = '', safe: inSafe }: AttachOptions, policy: Policy): string[] => [
  ...materialKindsNamed(kind, policy),
  ...(inSafe ? kindsInSafe(policy) : []),
]

/** Sheets to be printed, a page each: a form feed parts them. */
function sayVolumes(desk: Desk, office: Office, volumes: readonly Volume[]): void {
  const sheets = volumes.flatMap((volume) => volumeSheets(desk, office, volume))
  const texts = sheets.map((lines) => lines.map((line) => `${safe(line)}\n`).join(''))
  desk.say.raw(texts.join('\f'))
}
