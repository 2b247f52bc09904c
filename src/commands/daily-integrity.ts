import type { JournalFault } from '../domain/words.ts'
import { everyRight } from '../domain/reading-rights.ts'
import { dutyOf, noteDuty } from '../store/duties.ts'
import { examineFile, heldFiles, type FileDamage, type HeldFile } from '../store/fixity.ts'
import { noteFixity } from '../store/files.ts'
import { enter, type Part } from '../store/journal.ts'
import { verifyStretch } from '../store/journal-check.ts'
import type { Desk, Office } from './desk.ts'

/** What of the journal and the files was compared with what was registered. */
export interface Slice {
  readonly entries: number
  readonly files: number
  readonly firstBad: { readonly seq: number; readonly reason: JournalFault } | null
}

/** Where the policy says nothing. */
const usual = { entries: 20_000, megabytes: 256 }

interface Compared {
  readonly file: HeldFile
  readonly because: FileDamage | undefined
}

/**
 * Compares a stretch of the journal and some files, from where the last run stopped, and enters the
 * day's run with what it did besides. Once a day; again that day it looks only at the entry at which
 * it stopped, and writes nothing.
 */
export function compareSlice(desk: Desk, office: Office, besides: object): Slice {
  const { store, policy, hand, today } = office
  const { entries, megabytes } = policy.duties?.integrity ?? usual
  const isFirst = dutyOf(store, 'daily')?.doneOn !== today
  const begin = dutyOf(store, 'journal')?.position ?? 0
  const stretch = verifyStretch(store, begin, isFirst ? entries : 1)
  const { firstBad, until } = stretch
  if (!isFirst) return { entries: 0, files: 0, firstBad }
  const from = dutyOf(store, 'files')?.position ?? 0
  const { compared, isEnd } = filesAfter(office, from, megabytes * 1e6)
  const checked = until < begin ? until : until - begin
  store.transact(() => {
    for (const { file, because } of compared)
      noteFixity(store, file.id, because === undefined, desk.now())
    const done = { doneOn: today }
    noteDuty(store, { ...done, name: 'journal', position: stretch.isEnd ? 0 : until })
    const last = isEnd ? 0 : (compared.at(-1)?.file.id ?? from)
    noteDuty(store, { ...done, name: 'files', position: last })
    noteDuty(store, { ...done, name: 'daily', position: 0 })
    const detail = { ...besides, journal: checked, files: compared.length, firstBad }
    const parts = [{ archiveId: 0, detail }, ...damagedIn(compared)]
    enter(store, hand, { action: 'daily.run', object: today, parts })
  })
  return { entries: checked, files: compared.length, firstBad }
}

/** Files after one of them until so many bytes have been read. */
function filesAfter({ store }: Office, after: number, mostBytes: number) {
  const compared: Compared[] = []
  let bytes = 0
  for (const file of heldFiles(store, everyRight, undefined, after)) {
    if (bytes >= mostBytes) return { compared, isEnd: false }
    bytes += file.bytes
    const because = examineFile(store, file)
    if (because !== 'gone') compared.push({ file, because })
  }
  return { compared, isEnd: true }
}

function damagedIn(compared: readonly Compared[]): Part[] {
  const damaged = new Map<number, object[]>()
  for (const { file, because } of compared)
    if (because !== undefined)
      damaged.set(file.archiveId, [
        ...(damaged.get(file.archiveId) ?? []),
        { material: file.seq, damaged: because },
      ])
  return [...damaged].map(([archiveId, materials]) => ({ archiveId, detail: { materials } }))
}
