import { basename, extname } from 'node:path'
import { safeJson } from '../cli/safe.ts'
import type { Archive } from '../domain/archive.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import { subjectRule } from '../domain/subject-copy.ts'
import { isSameFile, newFile, type NewFile } from '../exchange/new-file.ts'
import { zipWriter } from '../exchange/zip-write.ts'
import { examineFile } from '../store/fixity.ts'
import { enter } from '../store/journal.ts'
import { archivesFor } from './archives-given.ts'
import { sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'
import { subjectRecord, subjectShown, type SubjectRecord } from './subject-record.ts'
import { subjectSheet } from './subject-sheet.ts'

export interface SubjectWish {
  readonly number: string
  /** Who is given it. */
  readonly to: string | undefined
  readonly output: string | undefined
}

const formats = ['.html', '.json', '.zip'] as const
type Format = (typeof formats)[number]

/**
 * `export --subject <number> --to <name>`: all that is kept on a customer, for the customer (personal
 * information law, art. 45): a page to read, JSON for other programs, or both with the electronic
 * materials in a package. Entered with who was given it.
 */
export async function exportSubject(desk: Desk, wish: SubjectWish): Promise<void> {
  const { output } = wish
  const format = formatOf(output)
  const text = desk.text.package.subject
  const question = { kind: 'text', message: text.to, option: '--to' } as const
  const { to } = await desk.ask({ to: question }, wish.to === undefined ? {} : { to: wish.to })
  const office = await desk.read()
  requireBound(office.operator)
  const rule = subjectRule(office.policy)
  const [archive] = archivesFor(office, [wish.number]) as [Archive]
  if (output !== undefined && isSameFile(output, office.store.path))
    throw new Refusal('file.target-exists', { path: output })
  const record = subjectRecord(office, archive, rule)
  if (desk.globals.dryRun)
    return desk.say.notice(text.would(archive.number, to), desk.text.program.dryRun)
  const file = output === undefined ? undefined : newFile(output, desk.globals.yes)
  try {
    await enterGiving(desk, archive, record, { to, format })
    if (file) fill(desk, office, archive, record, { file, format, to })
    else desk.say.raw(`${safeJson(shownOf(office, record, to), 2)}\n`)
    file?.keep()
  } finally {
    file?.discard()
  }
  const { withheld } = record
  if (output !== undefined) {
    const result = { path: output, number: archive.number, to, withheld }
    desk.say.result(result, () => [text.written(output, archive.number, to)])
  }
  desk.say.notice(text.lookThrough)
  const files = record.materials.filter(({ path }) => path !== null).length
  if (record.unread > 0) desk.say.notice(text.unread(record.unread))
  if (format !== '.zip' && files > 0) desk.say.notice(text.withoutFiles(files))
}

/** @throws Refusal export.format */
function formatOf(output: string | undefined): Format {
  if (output === undefined) return '.json'
  const ending = extname(output).toLowerCase()
  const format = formats.find((it) => it === ending)
  if (format) return format
  throw new Refusal('export.format', { file: basename(output), endings: formats })
}

/** Before anything goes out; who was given it is the archive's, and goes with it. */
async function enterGiving(
  desk: Desk,
  archive: Archive,
  record: SubjectRecord,
  { to, format }: { readonly to: string; readonly format: Format },
): Promise<void> {
  const { store, hand } = await desk.write()
  const detail = {
    ...{ to, format: format.slice(1), entries: record.entries.length },
    ...{ materials: record.materials.length, withheld: record.withheld },
  }
  const act = {
    ...{ action: 'archive.subjectCopy', object: archive.number },
    parts: [{ archiveId: archive.id, detail }],
  }
  store.transact(() => void enter(store, hand, act))
}

const shownOf = ({ today, operator }: Office, record: SubjectRecord, to: string) => ({
  ...subjectShown(record),
  preparedOn: today,
  preparedBy: operator.staff?.name ?? null,
  preparedFor: to,
})

function fill(
  desk: Desk,
  office: Office,
  archive: Archive,
  record: SubjectRecord,
  { file, format, to }: { readonly file: NewFile; readonly format: Format; readonly to: string },
): void {
  const json = () => `${safeJson(shownOf(office, record, to), 2)}\n`
  const page = () => subjectSheet(desk, office, archive, record, { to, packed: format === '.zip' })
  if (format === '.json') return file.write(json())
  if (format === '.html') return file.write(page())
  const bytes = record.materials.reduce((sum, { material }) => sum + (material.file?.bytes ?? 0), 0)
  if (bytes > mostBytes)
    throw new Refusal('subject.too-large', { number: archive.number, size: sizeOf(bytes) })
  const zip = zipWriter(file.add)
  for (const [name, said] of [['index.html', page()] as const, ['data.json', json()] as const]) {
    const part = zip.begin(name)
    part.put(Buffer.from(said))
    part.close()
  }
  for (const it of record.materials) addFile(office, archive, it, zip)
  zip.end()
}

/** What a package of this kind can hold, with room for the rest. */
const mostBytes = 4_000_000_000

/** @throws Refusal material.damaged, material.missing */
function addFile(
  { store }: Office,
  archive: Archive,
  { material, path }: SubjectRecord['materials'][number],
  zip: ReturnType<typeof zipWriter>,
): void {
  if (!material.file || path === null) return
  const part = zip.begin(path)
  const damage = examineFile(store, material.file, part.put)
  part.close()
  const facts = { number: archive.number, material: String(material.seq) }
  if (damage === 'gone') throw new Refusal('material.missing', facts)
  if (damage) throw new Refusal('material.damaged', { ...facts, because: damage })
}
