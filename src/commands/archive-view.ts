import type { Archive } from '../domain/archive.ts'
import type { Policy } from '../domain/policy.ts'
import { shown } from '../domain/shown.ts'
import type { Desk } from './desk.ts'

/** Says an archive that was made or changed: its JSON, or one sentence. */
export function sayArchive(desk: Desk, policy: Policy, archive: Archive, sentence: string): void {
  desk.say.result(shown(archive, policy), () => [sentence])
}

/** Several archives: an array for machines, a sentence each for people. */
export function sayArchives(
  desk: Desk,
  policy: Policy,
  archives: readonly Archive[],
  sentence: (archive: Archive) => string,
): void {
  desk.say.results(
    archives.map((archive) => shown(archive, policy)),
    () => archives.map(sentence),
  )
}
