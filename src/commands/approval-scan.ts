import type { Archive } from '../domain/archive.ts'
import { requestName } from '../domain/request.ts'
import { archiveById } from '../store/archives.ts'
import { eraseFile } from '../store/files.ts'
import { intakeAt } from './attach-files.ts'
import { readingBar } from './attach-progress.ts'
import { attachAll } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import { takeFile } from './material-files.ts'
import { requestGiven } from './requesting.ts'

/**
 * Does an act on a request together with the scan of its signed form, which goes into the archive
 * that was asked for (S002-6.4-2), in one transaction; `work` is handed the scan's material.
 * @throws Refusal request.missing, and those of a file that cannot be read
 */
export async function actWithScan<T>(
  desk: Desk,
  name: string,
  path: string,
  work: (office: Office, scanId: number) => T extends PromiseLike<unknown> ? never : T,
): Promise<T> {
  const office = await desk.write()
  const { store } = office
  const intake = intakeAt(desk, office)
  const request = requestGiven(office, name)
  const archiveId = request.items[0]?.archiveId ?? 0
  const bar = await readingBar(desk, [path])
  const file = takeFile({ ...intake, tell: bar.tell }, archiveId, path)
  try {
    const act = () => {
      const archive = archiveById(store, archiveId) as Archive
      const title = desk.text.request.scanTitle(requestName(request.id))
      const draft = { title, form: 'scan' as const }
      const [scan] = attachAll(office, intake, [{ archive, draft, file }], undefined)
      return work(office, scan?.material.id ?? 0)
    }
    if (!desk.globals.dryRun) return store.transact(act) as T
    const done = store.rehearse(act) as T
    desk.say.notice(desk.text.program.dryRun)
    return done
  } finally {
    bar.stop()
    if (file.staged !== undefined) eraseFile(store, file.staged)
  }
}
