import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import {
  inspectionName,
  inspectionRule,
  requireBegun,
  type Inspection,
} from '../domain/inspection.ts'
import { periodOf } from '../domain/inspection-cycle.ts'
import { shelfMeant } from '../domain/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { addInspection, inspectionOf } from '../store/inspections.ts'
import { enter } from '../store/journal.ts'
import { shelvesIn } from '../store/places.ts'
import { periodGiven } from './audit-given.ts'
import type { Desk, Office } from './desk.ts'
import { inspectionShown } from './inspect-view.ts'

interface OpenOptions {
  readonly place?: string
  readonly period?: string
  readonly on?: string
  readonly reason?: string
}

/** `inspect open`: begins the inspection of a period, once, with the policy's checklist (S001-14-1). */
export function inspectOpenCommand(desk: Desk) {
  const { open: text, reason } = desk.text.inspection
  const command = new Command('open')
    .summary(text.summary)
    .description(text.description)
    .option('--place <place>', text.place)
    .option('--period <period>', text.period)
    .option('--on <day>', text.on)
    .option('--reason <reason>', reason)
    .action(async (options) => {
      const opened = await desk.act((office) => open(office, options))
      const name = inspectionName(opened.id)
      const { period, place, items } = opened
      desk.say.result(inspectionShown(opened), () => [text.done(name, period, place, items.length)])
      desk.say.notice(desk.text.program.next(`dangan inspect record ${name}`))
    })
  const examples = [
    'dangan inspect open',
    'dangan inspect open --place A --period 2026H2',
    'dangan inspect open --on 2026-11-18 --reason 补记',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** @throws Refusal policy.silent, usage.bad-option, place.missing, inspection.early, inspection.already */
function open(office: Office, { place: said, period: of, on, reason }: OpenOptions): Inspection {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const rule = inspectionRule(policy)
  const openedOn = on === undefined ? today : dayGiven('--on', on, today)
  const period = of === undefined ? periodOf(openedOn, rule.everyMonths) : periodGiven(of)
  requireBegun(period, openedOn)
  const place = said === undefined ? null : shelfMeant(shelvesIn(store), said).code
  const before = inspectionOf(store, period.name, place)
  if (before) {
    const facts = { inspection: inspectionName(before.id), period: period.name, place }
    throw new Refusal('inspection.already', facts)
  }
  const opened = { openedOn, openedBy: hand.staffId }
  const inspection = addInspection(store, period, place, Object.keys(rule.items), opened)
  const detail = { period: period.name, place, openedOn, reason }
  const object = `inspection ${inspectionName(inspection.id)}`
  enter(store, hand, { action: 'inspection.open', object, parts: [{ archiveId: 0, detail }] })
  return inspection
}
