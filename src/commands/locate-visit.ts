import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { shelfMeant } from '../domain/place.ts'
import { requireEscort } from '../domain/storage.ts'
import { requireHere } from '../domain/staffing.ts'
import { enter } from '../store/journal.ts'
import { shelvesIn } from '../store/places.ts'
import { staffById, staffOf } from '../store/staff.ts'
import { addVisit, visits } from '../store/visits.ts'
import type { Desk, Office } from './desk.ts'
import { placeGiven } from './locate-show.ts'
import { keepersIn } from './place-view.ts'

interface VisitOptions {
  readonly who?: string
  readonly purpose?: string
  readonly with?: string
  readonly list?: true
  readonly reason?: string
}

/** `locate visit <place>`: enters who was in the store-room, with whom, what for (S000-4.6-5, S004-Q-2.2.7). */
export function visitCommand(desk: Desk) {
  const { visit: text, options: said, place } = desk.text.place
  const command = new Command('visit')
    .summary(text.summary)
    .description(text.description)
    .argument('[place]', place)
    .option('--who <name>', text.who)
    .option('--purpose <purpose>', text.purpose)
    .option('--with <staff>', text.with)
    .option('--list', text.list)
    .option('--reason <reason>', said.reason)
    .action(async (given, _options, self) => {
      const options = self.optsWithGlobals() as VisitOptions
      if (options.list) return sayVisits(desk, given)
      const code = await placeGiven(desk, given)
      const question = { kind: 'text', message: text.purpose, option: '--purpose' } as const
      const asked = options.purpose === undefined ? {} : { purpose: options.purpose }
      const { purpose } = await desk.ask({ purpose: question }, asked)
      const visit = await desk.act((office) => entered(office, code, { ...options, purpose }))
      desk.say.result(visit, () => [text.done(visit.who, visit.place, visit.on)])
    })
  const examples = [
    'dangan locate visit A --purpose 清点',
    'dangan locate visit A --who 李雷 --with 李娜 --purpose 检修空调',
    'dangan locate visit --list',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

function entered(office: Office, code: string, wish: VisitOptions & { readonly purpose: string }) {
  const { store, policy, hand, today } = office
  const { reason, purpose } = wish
  requireDating({ ...office, reason }, policy)
  const shelf = shelfMeant(shelvesIn(store), code)
  const own = staffById(store, hand.staffId ?? 0)?.name ?? hand.account
  const visitor = wish.who?.trim() || own
  const escort = wish.with === undefined ? undefined : staffOf(store, wish.with)
  if (escort) requireHere(escort)
  const keeper = shelf.keeper === null ? undefined : staffById(store, shelf.keeper)
  requireEscort({ place: shelf.code, visitor, escort: escort?.name, keeper: keeper?.name }, policy)
  const visit = addVisit(store, {
    place: shelf.code,
    visitor,
    escortId: escort?.id ?? null,
    purpose,
    visitedOn: today,
    recordedAt: hand.now(),
    recordedBy: hand.staffId,
  })
  const detail = { visit, reason }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'place.visit', object: `place ${shelf.code}`, parts })
  return shown(visit, keepersIn(store))
}

const shown = (visit: ReturnType<typeof visits>[number], people: ReadonlyMap<number, string>) => ({
  visit: visit.id,
  place: visit.place,
  who: visit.visitor,
  with: visit.escortId === null ? null : (people.get(visit.escortId) ?? null),
  purpose: visit.purpose,
  on: visit.visitedOn,
  by: visit.recordedBy === null ? null : (people.get(visit.recordedBy) ?? null),
})

async function sayVisits(desk: Desk, place: string | undefined): Promise<void> {
  const { store } = await desk.read()
  const code = place === undefined ? undefined : shelfMeant(shelvesIn(store), place).code
  const people = keepersIn(store)
  const { visit: text, keys } = desk.text.place
  const rows = visits(store, code).map((it) => shown(it, people))
  desk.say.listing(rows, [
    { key: 'visit', heading: '#', value: (it) => it.visit, besides: true },
    { key: 'on', heading: keys.on, value: (it) => it.on },
    { key: 'place', heading: keys.place, value: (it) => it.place },
    { key: 'who', heading: text.who, value: (it) => it.who },
    { key: 'with', heading: text.escort, value: (it) => it.with },
    { key: 'purpose', heading: text.purpose, value: (it) => it.purpose },
    { key: 'by', heading: keys.by, value: (it) => it.by },
  ])
  if (rows.length === 0) desk.say.notice(text.none)
}
