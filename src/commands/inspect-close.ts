import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { addDays } from '../domain/day.ts'
import {
  badItems,
  inspectionName,
  requireInspected,
  requireRecordable,
  type Inspection,
} from '../domain/inspection.ts'
import { Refusal } from '../domain/refusal.ts'
import { endInspection, inspectionById, noteRun } from '../store/inspections.ts'
import { enter } from '../store/journal.ts'
import { keepFindings } from '../store/keeping-findings.ts'
import { shelfAt } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { inspectionGiven, inspectionMeant, signersIn } from './inspect-given.ts'
import { inspectionShown } from './inspect-view.ts'
import { wordsGiven } from './text-given.ts'

interface CloseOptions {
  readonly by?: readonly string[]
  readonly drop?: string
  readonly reason?: string
}

/** `inspect close I3`: signed; what is bad becomes findings, to be put right until a day (S001-14-1, S000-5-3). */
export function inspectCloseCommand(desk: Desk) {
  const { close: text, inspection, reason } = desk.text.inspection
  const command = new Command('close')
    .summary(text.summary)
    .description(text.description)
    .argument('[inspection]', inspection)
    .option('--by <staff...>', text.by)
    .option('--drop <reason>', text.drop)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      if (options.by && options.drop !== undefined)
        throw new Refusal('usage.together', { options: ['--by', '--drop'] })
      const name = await inspectionGiven(desk, given)
      const closed = await desk.act((office) =>
        options.drop === undefined ? close(office, name, options) : drop(office, name, options),
      )
      const named = inspectionName(closed.id)
      const bad = closed.droppedBecause === null ? badItems(closed).length : 0
      desk.say.result(inspectionShown(closed), () => [
        closed.droppedBecause === null
          ? text.done(named, closed.signers.join(desk.text.program.marks.items), bad)
          : text.dropped(named),
      ])
      if (bad > 0) desk.say.notice(desk.text.program.next('dangan audit findings --open'))
    })
  const examples = [
    'dangan inspect close I3',
    'dangan inspect close I3 --by 李娜 王芳',
    'dangan inspect close I4 --drop 重复开始',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function close(office: Office, name: string, { by, reason }: CloseOptions): Inspection {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const inspection = inspectionMeant(office, name)
  requireInspected(inspection, policy, today)
  const { id, place } = inspection
  const signers = signersIn(office, '--by', by)
  endInspection(store, id, { closedOn: today, closedBy: hand.staffId, signers })
  const keeper = place === null ? null : (shelfAt(store, place)?.keeper ?? null)
  const run = keepFindings(store, policy, today, hand, {
    checks: ['inspection.item'],
    archives: 0,
    rectifyBy: rectifyBy(office),
    raised: badItems(inspection).map(({ item, note, ownerId, dueOn }) => ({
      check: 'inspection.item',
      archiveId: 0,
      object: `${place ?? ''}/${item}`,
      ownerId: ownerId ?? keeper,
      dueOn,
      note,
    })),
  })
  noteRun(store, 'inspection', id, run.id)
  entered(office, inspection, 'inspection.close', { signers, counts: run.counts, reason })
  return inspectionById(store, id) as Inspection
}

/** The last day for putting findings right; null: the policy sets none. */
export const rectifyBy = ({ policy, today }: Office) =>
  policy.audit?.rectifyDays === undefined ? null : addDays(today, policy.audit.rectifyDays)

/** It was opened by mistake: nothing comes of it, and its period can be inspected. */
function drop(office: Office, name: string, { drop: said = '', reason }: CloseOptions): Inspection {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const inspection = inspectionMeant(office, name)
  requireRecordable(inspection, today)
  const { id } = inspection
  const droppedBecause = wordsGiven('--drop', said)
  const dropped = endInspection(store, id, {
    closedOn: today,
    closedBy: hand.staffId,
    droppedBecause,
  })
  entered(office, inspection, 'inspection.drop', { droppedBecause, reason })
  return dropped
}

function entered({ store, hand }: Office, { id }: Inspection, action: string, detail: object) {
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action, object: `inspection ${inspectionName(id)}`, parts })
}
