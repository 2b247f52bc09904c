import { anotherName, writableName } from '../domain/file-name.ts'
import type { Archive } from '../domain/archive.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { byNumberUp } from '../domain/order.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import { safeJson } from '../cli/safe.ts'
import { newBag, type Bag, type BagFile } from '../exchange/bag-write.ts'
import { csvLine } from '../exchange/csv-write.ts'
import { isSameFile } from '../exchange/new-file.ts'
import { examineFile } from '../store/fixity.ts'
import { listed, survey, surveyed, type Survey } from '../store/listing.ts'
import { materialsOf } from '../store/materials.ts'
import { enterReading } from '../store/reading.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { dossierOf } from './dossier.ts'
import { exportColumns, outgoing } from './export-columns.ts'
import { lineOf, selectionOf } from './filter-options.ts'
import { readable } from './material-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { sizeOf } from './backup-view.ts'

/** What is to go into a bag. */
export interface BagWish {
  readonly folder: string
  readonly words: readonly string[]
  readonly said: FilterSaid
  readonly reveal: boolean
}

/**
 * `export --bag <folder>`: archives as a BagIt package, a folder for each type and in it one for each
 * number (S002-4.2-2), with what is known of the customer and the electronic materials.
 */
export async function exportBag(desk: Desk, wish: BagWish): Promise<void> {
  const { folder } = wish
  const office = await desk.read()
  requireBound(office.operator)
  if (isSameFile(folder, office.store.path))
    throw new Refusal('file.target-exists', { path: folder })
  const { archives, told } = await meant(desk, office, wish)
  const text = desk.text.package.bag
  if (desk.globals.dryRun) return desk.say.notice(text.would(told.count), desk.text.program.dryRun)
  const bag = newBag(folder)
  try {
    const { store, hand } = await desk.write()
    const query = lineOf('export --bag', wish.words, wish.said)
    enterReading(store, hand, { action: 'archive.export', query, ...told, revealed: wish.reveal })
    const went = fill(desk, office, bag, archives, wish.reveal)
    const size = bag.keep(({ bytes }) => infoOf(desk, office, went.count, bytes))
    const result = { path: folder, ...went, ...size }
    desk.say.result(result, () => [
      text.written(folder, went.count, size.files, sizeOf(size.bytes)),
    ])
    if (went.masked) desk.say.notice(desk.text.finding.export.masked)
  } finally {
    bag.discard()
  }
}

interface Meant {
  readonly archives: Iterable<Archive>
  readonly told: Survey
}

/** `RG2025-0001`: several of these are a list, while other words narrow a search. */
const wholeNumber = /^[\p{L}\d]+-\d+$/u

async function meant(desk: Desk, office: Office, { words, said }: BagWish): Promise<Meant> {
  const isList = words.length > 0 && words.every((it) => it === '-' || wholeNumber.test(it))
  if (isList) {
    const archives = archivesFor(office, await numbersFrom(desk, words))
    return { archives, told: surveyed(archives) }
  }
  const selection = selectionOf(office, words, said)
  const archives = listed(office.store, selection, byNumberUp)
  return { archives, told: survey(office.store, selection) }
}

interface Went {
  count: number
  materials: number
  masked: boolean
}

function fill(
  desk: Desk,
  office: Office,
  bag: Bag,
  archives: Iterable<Archive>,
  reveal: boolean,
): Went {
  const went: Went = { count: 0, materials: 0, masked: false }
  const index = bag.file('index.csv')
  index.write(`\uFEFF${csvLine(indexKeys)}\r\n`)
  const taken = new Set<string>()
  for (const archive of archives) {
    const path = folderOf(desk, office, archive, taken)
    const it = outgoing(office, archive, reveal)
    const materials = writeArchive(desk, office, bag, path, archive, reveal)
    went.count += 1
    went.materials += materials
    went.masked ||= it.shown.masked !== undefined
    const { number, type, name, status } = archive
    const cells = [number, type, name ?? '', status, path.join('/'), String(materials)]
    index.write(`${csvLine(cells)}\r\n`)
  }
  index.close()
  return went
}

/** Of the index of electronic files (S002-4.2-3). */
const indexKeys = ['number', 'type', 'name', 'status', 'folder', 'files']

/** The label of the type, then the number; two that would be written alike do not meet. */
function folderOf(
  desk: Desk,
  { policy }: Office,
  { type, number }: Archive,
  taken: Set<string>,
): readonly [string, string] {
  const label = writableName(policy.types[type]?.label[desk.language] ?? type)
  const written = writableName(number)
  const nameAt = (count: number) => anotherName(written, count)
  let count = 1
  while (taken.has(`${label}/${nameAt(count)}`.toLowerCase())) count += 1
  taken.add(`${label}/${nameAt(count)}`.toLowerCase())
  return [label, nameAt(count)]
}

/** What is known of an archive, and its files; gives how many of those. */
function writeArchive(
  desk: Desk,
  office: Office,
  bag: Bag,
  path: readonly [string, string],
  archive: Archive,
  reveal: boolean,
): number {
  const paths = writeMaterials(office, bag, path, archive)
  const dossier = dossierOf(office, archive, reveal)
  const materials = dossier.materials.map((it) => ({ ...it, path: paths.get(it.material) ?? null }))
  const record = { ...dossier, channel: archive.channel, materials }
  put(bag.file(...path, 'metadata.json'), `${safeJson(record, 2)}\n`)
  const columns = exportColumns(desk, office, Object.keys(archive.fields))
  const it = outgoing(office, archive, reveal)
  const { headings } = desk.say.manner
  const lines = [
    columns.map(({ key, heading }) => (headings ? heading : key)),
    columns.map(({ cell }) => cell(it)),
  ]
  const text = lines.map((cells) => `${csvLine(cells)}\r\n`).join('')
  put(bag.file(...path, 'metadata.csv'), `\uFEFF${text}`)
  return paths.size
}

/** The files that the operator may read, `003-合同.pdf`; gives their names by material. @throws Refusal material.damaged, material.missing */
function writeMaterials(
  office: Office,
  bag: Bag,
  path: readonly [string, string],
  archive: Archive,
): ReadonlyMap<number, string> {
  const paths = new Map<number, string>()
  for (const material of readable(office, archive, materialsOf(office.store, archive.id))) {
    if (!material.file) continue
    const seq = String(material.seq).padStart(3, '0')
    const name = writableName(`${seq}-${material.file.name}`)
    const file = bag.file(...path, name)
    const damage = examineFile(office.store, material.file, file.add)
    file.close()
    const facts = { number: archive.number, material: String(material.seq) }
    if (damage === 'gone') throw new Refusal('material.missing', facts)
    if (damage) throw new Refusal('material.damaged', { ...facts, because: damage })
    paths.set(material.seq, name)
  }
  return paths
}

function put(file: BagFile, text: string): void {
  file.write(text)
  file.close()
}

const infoOf = (
  desk: Desk,
  { operator, today }: Office,
  count: number,
  bytes: number,
): readonly (readonly [string, string])[] => [
  ['Bagging-Date', today],
  ['Bag-Software-Agent', `dangan ${desk.version}`],
  ['Bag-Size', sizeOf(bytes)],
  ['Contact-Name', operator.staff?.name ?? desk.account],
  ['External-Description', desk.text.package.bag.description(count)],
]
