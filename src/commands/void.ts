import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireStatus } from '../domain/closing.ts'
import { mattersOf } from '../store/matters.ts'
import { voidArchives } from '../store/voiding.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { enterPassing, toEnter } from './reading.ts'

/** `update --void`: mistakes of the first hour are taken out; their numbers are void for ever (SPEC 15.9). */
export async function voidGiven(
  desk: Desk,
  numbers: readonly string[],
  reason: string,
): Promise<void> {
  const text = desk.text.change.update
  if (!desk.globals.dryRun && !(await confirmed(desk, numbers)))
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

/** At a terminal the customer is named first; elsewhere the reason is enough for one, --yes for several. */
async function confirmed(desk: Desk, numbers: readonly string[]): Promise<boolean> {
  const { ask } = desk.text.change.update
  const { items } = desk.text.program.marks
  if (!desk.globals.interactive)
    return numbers.length === 1 || desk.confirm(ask.void(numbers.join(items)), 'update --void')
  const office = await desk.read()
  const archives = archivesFor(office, numbers)
  const shown = toEnter(office, archives)
  const line = ['update', ...shown.archives.map(({ number }) => number), '--void'].join(' ')
  await enterPassing(desk, line, shown)
  const names = archives.map(({ number, name }) => [number, name].filter(Boolean).join(' '))
  return desk.confirm(ask.void(names.join(items)), 'update --void')
}

/** @throws Refusal void.used, status.wrong, date.before-last-act */
function requireUnused({ store, today }: Office, archive: ReturnType<typeof archivesFor>[number]) {
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
  const because = mattersOf(store, archive.id)
  if (because.length > 0) throw new Refusal('void.used', { number: archive.number, because })
}
