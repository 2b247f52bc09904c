import { requireDating } from '../domain/dating.ts'
import { titleFrom } from '../domain/file-name.ts'
import { readMaterial, type MaterialDraft } from '../domain/material-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import { isFolder } from '../exchange/folder-files.ts'
import { eraseFile, sweepFiles } from '../store/files.ts'
import { archivesFor } from './archives-given.ts'
import type { AttachOptions } from './attach.ts'
import { askMaterial } from './attach-questions.ts'
import { attachAll, requireAttachable, type Attached } from './attaching.ts'
import { readingBar } from './attach-progress.ts'
import type { Desk, Office } from './desk.ts'
import { tellUnlocked } from './housing.ts'
import { takeFile, type Intake, type TakenFile } from './material-files.ts'
import { materialShown, materialWords } from './material-view.ts'
import { tellStillMissing } from './still-missing.ts'

/** `attach <number>`, with files, with a folder, or with nothing but paper. */
export async function attachGiven(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const folder = folderIn(given, options)
  if (folder) return (await import('./attach-folder.ts')).attachFolder(desk, folder, options)
  if (options.match !== undefined) throw new Refusal('usage.missing', { options: ['<folder>'] })
  const wish = await askMaterial(desk, given, options)
  const office = await desk.write()
  const draft = readMaterial(wish.said, office.policy, office.today)
  requireDating({ ...office, reason: options.reason }, office.policy)
  const intake = intakeAt(desk, office)
  const attached = await attachFiles(desk, office, intake, { ...wish, draft, options })
  sayAttached(desk, office, attached)
  tellUnlocked(desk, office, attached)
  if (attached[0]) tellStillMissing(desk, office, attached[0].archive)
}

/** A folder by itself names archives by its files; behind a number, all of it goes into that archive. */
function folderIn(given: readonly string[], { title }: AttachOptions) {
  const [first = '', second, ...more] = given
  if (given.length === 1 && title === undefined && isFolder(first))
    return { path: first, number: undefined }
  if (second !== undefined && more.length === 0 && isFolder(second))
    return { path: second, number: first }
  return undefined
}

/** Where files are taken in; what others left half-way is swept out first. */
export function intakeAt(desk: Desk, { store }: Office): Intake {
  const { processes, now, globals } = desk
  const writer = { ...processes, now }
  if (!globals.dryRun) sweepFiles(store, writer)
  return { store, writer, rehearsed: globals.dryRun, tell: () => undefined }
}

interface Given {
  readonly number: string
  readonly files: readonly string[]
  readonly draft: MaterialDraft
  readonly options: AttachOptions
}

/** Reads every file first; then, in one transaction, all of them go in or none. */
async function attachFiles(
  desk: Desk,
  office: Office,
  intake: Intake,
  { number, files, draft, options }: Given,
): Promise<Attached[]> {
  const { store } = office
  const [archive] = archivesFor(office, [number])
  if (!archive) throw new Error('a number means an archive, or is refused')
  requireAttachable(office, archive)
  const bar = await readingBar(desk, files)
  const taken: TakenFile[] = []
  try {
    for (const path of files) taken.push(takeFile({ ...intake, tell: bar.tell }, archive.id, path))
    const work = () => {
      const [now] = archivesFor(office, [number])
      if (!now) throw new Error('a number means an archive, or is refused')
      requireAttachable(office, now)
      const drafts = taken.length === 0 ? [undefined] : taken
      const wishes = drafts.map((file) => ({
        archive: now,
        draft: { ...draft, title: draft.title ?? titleFrom(file?.name ?? '') },
        file,
      }))
      return attachAll(office, intake, wishes, options.reason)
    }
    return intake.rehearsed ? rehearsed(desk, office, work) : store.transact(work)
  } finally {
    bar.stop()
    for (const { staged } of taken) if (staged !== undefined) eraseFile(store, staged)
  }
}

function rehearsed<T>(
  desk: Desk,
  { store }: Office,
  work: () => T extends PromiseLike<unknown> ? never : T,
): T {
  const done = store.rehearse(work)
  desk.say.notice(desk.text.program.dryRun)
  return done
}

function sayAttached(desk: Desk, { policy }: Office, attached: readonly Attached[]): void {
  const text = desk.text.material
  const listed = attached.map(({ archive, material }) => ({ number: archive.number, material }))
  const results = listed.map(({ number, material }) => materialShown(material, number))
  const human = () =>
    attached.map(({ isNew, archive, material }) => {
      const words = materialWords(desk, policy, { number: archive.number, material })
      return isNew ? text.done(words) : text.already(words)
    })
  const [only] = results
  if (results.length === 1 && only) desk.say.result(only, human)
  else desk.say.results(results, human)
  const [first] = listed
  if (first) desk.say.notice(desk.text.program.next(`dangan attach --list ${first.number}`))
}
