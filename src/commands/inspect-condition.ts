import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { addDays } from '../domain/day.ts'
import { dayGiven } from '../domain/day-given.ts'
import {
  inspectionName,
  inspectionRule,
  meantBy,
  repairName,
  requireInspectionOpen,
} from '../domain/inspection.ts'
import { quoted } from '../domain/quoted.ts'
import { touchArchive } from '../store/archives.ts'
import { addDefect } from '../store/defects.ts'
import { enter } from '../store/journal.ts'
import type { Desk, Office } from './desk.ts'
import { inspectionMeant } from './inspect-given.ts'
import { defectShown, placedName, stateLabel, type Placed } from './inspect-view.ts'
import { dayToComeGiven, wordsOrNone } from './text-given.ts'
import { thingsGiven } from './things-given.ts'

interface ConditionOptions {
  readonly state?: string
  readonly note?: string
  readonly repair?: true
  readonly due?: string
  readonly on?: string
  readonly inspection?: string
  readonly reason?: string
}

/** `inspect condition <number[/material]>`: what is the matter with it, and whether it is repaired (S001-15-1). */
export function inspectConditionCommand(desk: Desk) {
  const { condition: text, reason } = desk.text.inspection
  const command = new Command('condition')
    .summary(text.summary)
    .description(text.description)
    .argument('[number]', text.number)
    .argument('[material]', text.material)
    .option('--state <state>', text.state)
    .option('--note <text>', text.note)
    .option('--repair', text.repair)
    .option('--due <day>', text.due)
    .option('--on <day>', text.on)
    .option('--inspection <inspection>', text.inspection)
    .option('--reason <reason>', reason)
    .action(async (number, material, options) => {
      const asked = await ask(desk, number, options)
      const name = material === undefined ? asked.number : `${asked.number}/${material}`
      const { office, ...placed } = await desk.act((office) => ({
        office,
        ...entered(office, name, { ...options, state: asked.state }),
      }))
      say(desk, office, placed)
    })
  const examples = [
    'dangan inspect condition RG2026-0001 --state 字迹变色 --note 封面褪色',
    'dangan inspect condition RG2026-0001 3 --state 破损 --note 第2页撕破 --repair',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function ask(desk: Desk, number: string | undefined, { state }: ConditionOptions) {
  const { condition: text } = desk.text.inspection
  const isAsked = state === undefined && desk.globals.interactive
  const states = isAsked ? inspectionRule((await desk.read()).policy).states : {}
  const choices = Object.entries(states).map(([value, { label }]) => ({
    value,
    name: label[desk.language],
  }))
  const questions = {
    number: { kind: 'text', message: text.number, option: '<number>' },
    state: { kind: 'choice', message: text.state, option: '--state', choices },
  } as const
  const given = {
    ...(number === undefined ? {} : { number }),
    ...(state === undefined ? {} : { state }),
  }
  return desk.ask(questions, given)
}

/** Decides and writes, in the caller's transaction. */
function entered(office: Office, name: string, said: ConditionOptions): Placed {
  const { store, policy, hand, today } = office
  const { reason, due, on } = said
  requireDating({ ...office, reason }, policy)
  const rule = inspectionRule(policy)
  const state = meantBy(rule.states, said.state ?? '', '--state')
  const [thing] = thingsGiven(office, [name])
  if (!thing) throw new Error('a number means an archive, or is refused')
  const { archive, material } = thing
  requireStatus(archive, ['pending', 'active', 'closed'])
  requireAfterLastAct(archive, today)
  const inspection =
    said.inspection === undefined ? undefined : inspectionMeant(office, said.inspection)
  if (inspection) requireInspectionOpen(inspection)
  const wantsRepair = said.repair === true || due !== undefined
  const within = rule.repairDays === undefined ? null : addDays(today, rule.repairDays)
  const dueOn = due === undefined ? within : dayToComeGiven('--due', due, today)
  const defect = addDefect(store, {
    archiveId: archive.id,
    materialId: material?.id ?? null,
    inspectionId: inspection?.id ?? null,
    state,
    note: wordsOrNone('--note', said.note),
    seenOn: on === undefined ? today : dayGiven('--on', on, today),
    seenBy: hand.staffId,
    wantsRepair,
    dueOn: wantsRepair ? dueOn : null,
  })
  touchArchive(store, archive.id, today)
  const detail = {
    condition: repairName(defect.id),
    state,
    ...(material ? { material: material.seq, secrecy: material.secrecy } : {}),
    text: defect.note,
    seenOn: defect.seenOn,
    dueOn: defect.dueOn,
    ...(inspection ? { inspection: inspectionName(inspection.id) } : {}),
    reason,
  }
  const object = `repair ${repairName(defect.id)}`
  enter(store, hand, {
    action: 'condition.note',
    object,
    parts: [{ archiveId: archive.id, detail }],
  })
  return { defect, archive }
}

function say(desk: Desk, office: Office, placed: Placed): void {
  const { condition: text } = desk.text.inspection
  const { defect } = placed
  const name = repairName(defect.id)
  const state = stateLabel(desk, office.policy, defect.state)
  desk.say.result(defectShown(placed, office.today), () => [
    text.done(name, placedName(placed), state, defect.wantsRepair, defect.dueOn),
  ])
  if (defect.wantsRepair)
    desk.say.notice(desk.text.program.next(`dangan inspect repaired ${quoted(name)}`))
}
