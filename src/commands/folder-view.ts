import { failureOf } from '../cli/failure.ts'
import { Refusal } from '../domain/refusal.ts'
import { sizeOf } from './backup-view.ts'
import type { FolderPlan, FolderTaken, NotTaken } from './attach-plan.ts'
import type { Desk } from './desk.ts'

/** More than anybody reads. */
const mostLines = 20
const mostErrors = 1000

/** What would go where, a file a line. */
export function sayFolderPlan(desk: Desk, { files, notTaken }: FolderPlan): void {
  const text = desk.text.material
  desk.say.listing(files, [
    { key: 'path', heading: text.folder.file, value: ({ path }) => path },
    {
      key: 'number',
      heading: desk.text.keys.archive.number,
      value: ({ archive }) => archive.number,
    },
    {
      key: 'name',
      heading: desk.text.keys.archive.name,
      value: ({ archive }) => archive.name,
      besides: true,
    },
    { key: 'title', heading: text.keys.title, value: ({ title }) => title },
  ])
  desk.say.notice(text.folder.plan(files.length), ...notTakenLines(desk, notTaken))
}

/** What attaching came to. */
export function sayFolder(desk: Desk, taken: FolderTaken): void {
  const { attached, unchanged, bytes, archives, notTaken } = taken
  const text = desk.text.material.folder
  const errors = notTaken.slice(0, mostErrors).map((it) => errorOf(desk, it))
  const counts = { attached, unchanged, rejected: notTaken.length }
  desk.say.result({ ...counts, archives: archives.size, bytes, errors }, () => [
    text.done(attached, archives.size, sizeOf(bytes)),
    ...(unchanged > 0 ? [text.unchanged(unchanged)] : []),
  ])
  const lines = notTakenLines(desk, notTaken)
  if (lines.length > 0) desk.say.notice(...lines)
}

function notTakenLines(desk: Desk, notTaken: readonly NotTaken[]): string[] {
  if (notTaken.length === 0) return []
  const rest = notTaken.length - mostLines
  return [
    desk.text.material.folder.notTaken(notTaken.length),
    ...notTaken.slice(0, mostLines).map((it) => {
      const { file, message } = errorOf(desk, it)
      return `  ${message.includes(file) ? message : `${file}${desk.text.program.marks.colon}${message}`}`
    }),
    ...(rest > 0 ? [`  … +${rest}`] : []),
  ]
}

function errorOf(desk: Desk, { path, refusal }: NotTaken) {
  if (!(refusal instanceof Refusal))
    return {
      file: path,
      code: `folder.${refusal}`,
      message: desk.text.material.folder.because[refusal],
    }
  const message = failureOf(refusal, desk.text)?.message ?? ''
  return { file: path, code: refusal.code, message }
}
