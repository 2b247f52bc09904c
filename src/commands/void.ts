import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireStatus } from '../domain/closing.ts'
import { mattersOf } from '../store/matters.ts'
import { voidArchives } from '../store/voiding.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'

/** `update --void`: mistakes of the first hour are taken out; their numbers are void for ever (SPEC 15.9). */
export async function voidGiven(
  desk: Desk,
  numbers: readonly string[],
  reason: string,
): Promise<void> {
  const text = desk.text.change.update
  const asked = desk.globals.interactive || numbers.length > 1
  if (
    asked &&
    !desk.globals.dryRun &&
    !(await desk.confirm(text.ask.void(numbers.join('、')), 'update --void'))
  )
    return desk.say.notice(desk.text.classification.declined)
  const voided = await desk.act((office) => {
    const archives = archivesFor(office, numbers)
    requireDating({ ...office, reason }, office.policy)
    for (const archive of archives) requireUnused(office, archive)
    voidArchives(office, archives, reason)
    return archives.map(({ number }) => number)
  })
  const results = voided.map((number) => ({ number, fate: 'void', reason }))
  const [only] = results
  const human = () => voided.map((number) => text.voided(number))
  if (results.length === 1 && only) desk.say.result(only, human)
  else desk.say.results(results, human)
}

/** @throws Refusal void.used, status.wrong, date.before-last-act */
function requireUnused({ store, today }: Office, archive: ReturnType<typeof archivesFor>[number]) {
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
  const because = mattersOf(store, archive.id)
  if (because.length > 0) throw new Refusal('void.used', { number: archive.number, because })
}
