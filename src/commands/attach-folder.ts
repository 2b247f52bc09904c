import type { Archive } from '../domain/archive.ts'
import { exits } from '../cli/exit.ts'
import { requireDating } from '../domain/dating.ts'
import { titleFrom } from '../domain/file-name.ts'
import { readMaterial, type MaterialDraft } from '../domain/material-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import { archiveById } from '../store/archives.ts'
import { eraseFile } from '../store/files.ts'
import type { AttachOptions } from './attach.ts'
import { intakeAt } from './attach-files.ts'
import {
  planFolder,
  type FolderPlan,
  type FolderTaken,
  type NotTaken,
  type Planned,
} from './attach-plan.ts'
import { saidIn } from './attach-questions.ts'
import { attachable, attachAll, type Attached } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import { sayFolder, sayFolderPlan } from './folder-view.ts'
import { takeFile, type Intake, type TakenFile } from './material-files.ts'

/** So many files, or so many bytes, go in together: one transaction and one entry of the journal. */
const filesAtOnce = 500
const bytesAtOnce = 8 * 1024 * 1024

/**
 * `attach <number> <folder>`, and `attach <folder>` whose files are named by archives: what can go in
 * goes in, the rest is listed. The same folder again attaches nothing twice.
 */
export async function attachFolder(
  desk: Desk,
  folder: { readonly path: string; readonly number: string | undefined },
  options: AttachOptions,
): Promise<void> {
  const said = saidIn(options)
  if (said.title !== undefined || said.documentNumber !== undefined)
    throw new Refusal('usage.together', {
      options: [said.title === undefined ? '--document-number' : '--title', folder.path],
    })
  const office = await desk.write()
  requireDating({ ...office, reason: options.reason }, office.policy)
  const draft = readMaterial(said, office.policy, office.today)
  const plan = planFolder(office, folder, options.match)
  if (desk.globals.dryRun) {
    sayFolderPlan(desk, plan)
    return desk.say.notice(desk.text.program.dryRun)
  }
  const taken = await takeFolder(desk, office, plan, { draft, reason: options.reason })
  sayFolder(desk, taken)
  if (taken.notTaken.length > 0) desk.finish(exits.badData)
}

interface Manner {
  readonly draft: MaterialDraft
  readonly reason: string | undefined
}

async function takeFolder(
  desk: Desk,
  office: Office,
  plan: FolderPlan,
  manner: Manner,
): Promise<FolderTaken> {
  const intake = intakeAt(desk, office)
  const done: FolderTaken = {
    attached: 0,
    unchanged: 0,
    bytes: 0,
    archives: new Set(),
    notTaken: [...plan.notTaken],
  }
  const bar = await filesBar(desk, plan.files.length)
  try {
    for (let at = 0; at < plan.files.length;) {
      const batch = readBatch(intake, plan.files, at, done)
      at += batch.read
      commitBatch(office, intake, batch.ready, manner, done)
      bar.update(at, at)
    }
  } catch (thrown) {
    bar.stop()
    if (done.attached > 0) desk.say.notice(desk.text.material.folder.unfinished(done.attached))
    throw thrown
  }
  bar.stop()
  return done
}

async function filesBar(desk: Desk, files: number) {
  if (!desk.say.err.isTerminal || desk.say.manner.quiet)
    return { update: () => undefined, stop: () => undefined }
  return (await import('../cli/progress.ts')).progress(desk.say.err, files)
}

interface Ready {
  readonly planned: Planned
  readonly file: TakenFile
}

/** Reads files until there is enough for one transaction; those that cannot be read are noted. */
function readBatch(
  intake: Intake,
  files: readonly Planned[],
  from: number,
  done: FolderTaken,
): { readonly ready: Ready[]; readonly read: number } {
  const ready: Ready[] = []
  let bytes = 0
  let at = from
  for (; at < files.length && ready.length < filesAtOnce && bytes < bytesAtOnce; at += 1) {
    const planned = files[at] as Planned
    try {
      const file = takeFile(intake, planned.archive.id, planned.path)
      ready.push({ planned, file })
      bytes += file.bytes
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !thrown.code.startsWith('input.')) throw thrown
      done.notTaken.push({ path: planned.path, refusal: thrown })
    }
  }
  return { ready, read: at - from }
}

/** All of a batch in one transaction; an archive that was closed or taken away meanwhile gets nothing. */
function commitBatch(
  office: Office,
  intake: Intake,
  ready: readonly Ready[],
  { draft, reason }: Manner,
  done: FolderTaken,
): void {
  const { store } = office
  const refused: NotTaken[] = []
  try {
    const attached = store.transact(() => {
      refused.length = 0
      const archives = archivesNow(office, ready)
      const wishes = ready.flatMap(({ planned, file }) => {
        const archive = archives.get(planned.archive.id)
        if (archive instanceof Refusal) refused.push({ path: planned.path, refusal: archive })
        if (!archive || archive instanceof Refusal) return []
        const title = draft.title ?? planned.title ?? titleFrom(file.name)
        return [{ archive, draft: { ...draft, title }, file }]
      })
      return attachAll(office, intake, wishes, reason)
    })
    count(done, attached)
    done.notTaken.push(...refused)
  } finally {
    for (const { file } of ready) if (file.staged !== undefined) eraseFile(store, file.staged)
  }
}

/** Each archive of a batch as it is now, or why nothing goes into it. */
function archivesNow(office: Office, ready: readonly Ready[]): Map<number, Archive | Refusal> {
  const now = new Map<number, Archive | Refusal>()
  for (const { planned } of ready) {
    const { id, number } = planned.archive
    if (now.has(id)) continue
    const archive = archiveById(office.store, id)
    now.set(
      id,
      archive
        ? attachable(office, archive)
        : new Refusal('archive.missing', { number, suggestion: undefined }),
    )
  }
  return now
}

function count(done: FolderTaken, attached: readonly Attached[]): void {
  for (const { archive, material, isNew } of attached) {
    if (!isNew) done.unchanged += 1
    else {
      done.attached += 1
      done.bytes += material.file?.bytes ?? 0
      done.archives.add(archive.id)
    }
  }
}
