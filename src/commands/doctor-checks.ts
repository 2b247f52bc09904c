import { resolve } from 'node:path'
import { disposalName } from '../domain/disposal.ts'
import { lapseOf } from './doctor-office.ts'
import { healthChecks, unknownYear, type Health, type HealthCheck } from '../domain/health.ts'
import { Refusal, type RefusalFacts } from '../domain/refusal.ts'
import { pendingDisposals } from '../store/disposals.ts'
import { brokenReferences, orphansIn, structureFault } from '../store/health.ts'
import { verifyJournal } from '../store/journal-check.ts'
import { purgedNumbers } from '../store/purged-numbers.ts'
import { registerBeside } from '../store/purged-register.ts'
import { indexed } from '../store/reindexing.ts'
import { schemaOf } from '../store/schema.ts'
import { compareVocabulary } from '../store/vocabulary.ts'
import { workCalendarOf } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { surroundings } from './doctor-surroundings.ts'

/** Looks at everything, one check after the other; what cannot even be opened is told as damage. */
export async function healthOf(desk: Desk): Promise<Health[]> {
  const path = resolve(desk.globals.file)
  try {
    const office = await desk.read()
    const inside = await within(desk, office)
    return inOrder([...surroundings(desk, path, office.store), ...inside])
  } catch (thrown) {
    const damage = damageIn(thrown)
    if (damage === undefined) throw thrown
    const { says } = desk.text.doctor
    const { restore: hint } = desk.text.doctor.hints
    const broken = { check: 'structure', state: 'error', said: says.damaged(damage), hint } as const
    return inOrder([...surroundings(desk, path, undefined), broken])
  }
}

const inOrder = (found: readonly Health[]): Health[] =>
  found.toSorted((a, b) => healthChecks.indexOf(a.check) - healthChecks.indexOf(b.check))

/** Of refusals only those of damage; a wrong key, a file that is not there, are answered as ever. */
function damageIn(thrown: unknown): string | undefined {
  if (!(thrown instanceof Refusal)) return undefined
  if (thrown.code === 'file.damaged') return (thrown.facts as RefusalFacts['file.damaged']).reason
  return thrown.code === 'file.reshaped' ? 'schema' : undefined
}

/** What is in the file. */
async function within(desk: Desk, office: Office): Promise<Health[]> {
  const { store } = office
  const { says, hints } = desk.text.doctor
  const good = (check: HealthCheck, said: string): Health => ({
    check,
    state: 'ok',
    said,
    hint: null,
  })
  const bad = (check: HealthCheck, said: string, hint: string): Health => ({
    check,
    state: 'error',
    said,
    hint,
  })
  const odd = (check: HealthCheck, said: string, hint: string): Health => ({
    check,
    state: 'warning',
    said,
    hint,
  })

  const fault = structureFault(store)
  const references = brokenReferences(store)
  const journal = verifyJournal(store)
  const orphans = orphansIn(store)
  const index = await vocabulary(desk, office)
  const unregistered = unregisteredIn(office)
  const pending = pendingDisposals(store).map(({ id }) => disposalName(id))
  return [
    good('schema', says.schema(schemaOf(store))),
    fault === null
      ? good('structure', says.sound)
      : bad('structure', says.damaged(fault), hints.restore),
    references === 0
      ? good('references', says.sound)
      : bad('references', says.references(references), hints.restore),
    journal.firstBad === null
      ? good('journal', says.journal(journal.entries))
      : bad('journal', says.journalBad(journal.firstBad.seq), 'dangan log verify'),
    orphans.rows + orphans.files === 0
      ? good('orphans', says.none)
      : odd('orphans', says.orphans(orphans.rows, orphans.files), hints.orphans),
    index.surplus + index.lacking === 0
      ? good('index', says.sound)
      : odd('index', says.index(index.surplus, index.lacking), 'dangan doctor --reindex'),
    unregistered === 0
      ? good('register', says.sound)
      : bad('register', says.register(unregistered), 'dangan backup'),
    ...(pending.length === 0
      ? [good('purge', says.none)]
      : [bad('purge', says.pending(pending), `dangan purge execute ${pending[0]}`)]),
    lapseOf(desk, office),
    calendarHealth(desk, office),
  ]
}

/** A bar at a terminal for a register that takes a while. */
async function vocabulary(desk: Desk, { store }: Office) {
  const all = indexed(store)
  if (!desk.say.isWatched || all < 20_000) return compareVocabulary(store, () => undefined)
  const bar = (await import('../cli/progress.ts')).progress(desk.say.err, all)
  try {
    return compareVocabulary(store, (done) => bar.update(done, done))
  } finally {
    bar.stop()
  }
}

/** Numbers that the file knows are purged, and the register beside it does not. */
function unregisteredIn({ store }: Office): number {
  const lines = registerBeside(store.path)?.lines ?? []
  const known = new Set(lines.map(({ number, hash }) => `${number} ${hash}`))
  return purgedNumbers(store).filter(({ number, hash }) => !known.has(`${number} ${hash}`)).length
}

function calendarHealth(desk: Desk, office: Office): Health {
  const { says } = desk.text.doctor
  const calendar = workCalendarOf(office)
  const check = 'calendar'
  if (!calendar) return { check, state: 'ok', said: says.noCalendar, hint: null }
  const year = unknownYear(calendar, office.realToday, office.policy.duties?.calendarDays ?? 0)
  if (year === undefined)
    return { check, state: 'ok', said: says.calendar(calendar.name), hint: null }
  const hint = `dangan policy calendar import ${year}.csv`
  return { check, state: 'warning', said: says.calendarLacks(calendar.name, year), hint }
}
