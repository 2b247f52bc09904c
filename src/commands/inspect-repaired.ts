import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { repairName } from '../domain/inspection.ts'
import { Refusal } from '../domain/refusal.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { repairDefect } from '../store/defects.ts'
import { enter } from '../store/journal.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { defectMeant } from './inspect-given.ts'
import { defectShown, placedName, type Placed } from './inspect-view.ts'
import { somebodyIn } from './people.ts'
import { wordsOrNone } from './text-given.ts'

interface RepairedOptions {
  readonly on?: string
  readonly by?: string
  readonly note?: string
  readonly reason?: string
}

/** `inspect repaired P2`: who repaired it, when, how (S001-15-1). */
export function inspectRepairedCommand(desk: Desk) {
  const { repaired: text, repair, reason } = desk.text.inspection
  const command = new Command('repaired')
    .summary(text.summary)
    .description(text.description)
    .argument('[repair]', repair)
    .option('--on <day>', text.on)
    .option('--by <name>', text.by)
    .option('--note <text>', text.note)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const question = { kind: 'text', message: repair, option: '<repair>' } as const
      const said = given === undefined ? {} : { named: given }
      const { named } = await desk.ask({ named: question }, said)
      const { office, ...placed } = await desk.act((office) => ({
        office,
        ...repairedSo(office, named, options),
      }))
      const { defect } = placed
      desk.say.result(defectShown(placed, office.today), () => [
        text.done(repairName(defect.id), placedName(placed), defect.repairedOn ?? ''),
      ])
    })
  const examples = [
    'dangan inspect repaired P2',
    'dangan inspect repaired P2 --on 2026-11-18 --by 修裱师傅 --note 托裱',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** @throws Refusal repair.missing, repair.done, repair.before-seen, date.* */
function repairedSo(office: Office, named: string, options: RepairedOptions): Placed {
  const { store, policy, hand, today } = office
  const { on, by, note, reason } = options
  requireDating({ ...office, reason }, policy)
  const before = defectMeant(office, named)
  const repair = repairName(before.id)
  if (before.repairedOn !== null)
    throw new Refusal('repair.done', { repair, repairedOn: before.repairedOn })
  const repairedOn = on === undefined ? today : dayGiven('--on', on, today)
  const { seenOn } = before
  if (repairedOn < seenOn)
    throw new Refusal('repair.before-seen', { repair, date: repairedOn, seenOn })
  const archive = archiveById(store, before.archiveId)
  if (!archive) throw new Refusal('repair.missing', { repair })
  requireAfterLastAct(archive, today)
  const own = staffById(store, hand.staffId ?? 0)?.name ?? null
  const repairer = by === undefined ? own : somebodyIn(store, '--by', by).name
  const repairNote = wordsOrNone('--note', note)
  const defect = repairDefect(store, before.id, { repairedOn, repairer, repairNote })
  touchArchive(store, archive.id, today)
  const of = defect.seq === null ? {} : { material: defect.seq, secrecy: defect.secrecy }
  const words = { text: repairNote, repairedOn, repairer, reason }
  const detail = { condition: repair, state: defect.state, ...of, ...words }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'condition.repair', object: `repair ${repair}`, parts })
  return { defect, archive }
}
