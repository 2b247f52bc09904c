import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { padded, widthOf } from '../cli/width.ts'
import type { Inspection } from '../domain/inspection.ts'
import { archivesById } from '../store/archives.ts'
import { defectsIn } from '../store/defects.ts'
import type { Desk, Office } from './desk.ts'
import { inspectionGiven, inspectionMeant, readableDefects } from './inspect-given.ts'
import {
  defectShown,
  inspectionShown,
  itemWords,
  placedName,
  stateLabel,
  type Placed,
} from './inspect-view.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `inspect show I3`: its checklist, and the papers that were found wanting in it. */
export function inspectShowCommand(desk: Desk) {
  const { show: text, inspection } = desk.text.inspection
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[inspection]', inspection)
    .action(async (given) => {
      const name = await inspectionGiven(desk, given)
      const office = await desk.read()
      const it = inspectionMeant(office, name)
      const placed = defectsOf(office, it.id)
      const archives = [...new Map(placed.map(({ archive }) => [archive.id, archive])).values()]
      const shown = inspectionShown(it)
      await enterReadings(desk, `inspect show ${shown.inspection}`, toEnter(office, archives))
      const defects = placed.map((one) => defectShown(one, office.today))
      desk.say.result({ ...shown, defects }, () => lines(desk, office, it, placed))
    })
  const examples = ['dangan inspect show I3', 'dangan inspect show 3 --json']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

export function defectsOf(office: Office, inspection: number): Placed[] {
  const found = readableDefects(office, defectsIn(office.store, { inspection }))
  const ids = found.map(({ archiveId }) => archiveId)
  const archives = archivesById(office.store, ids)
  return found.flatMap((defect) => {
    const archive = archives.get(defect.archiveId)
    return archive ? [{ defect, archive }] : []
  })
}

/** A label and a value a line, nothing that is empty; then the checklist. */
function lines(
  desk: Desk,
  { policy }: Office,
  it: Inspection,
  placed: readonly Placed[],
): string[] {
  const { keys, status, everywhere, show } = desk.text.inspection
  const shown = inspectionShown(it)
  const values = [
    [keys.inspection, shown.inspection],
    [keys.period, shown.period],
    [keys.place, shown.place ?? everywhere],
    [keys.status, status[shown.status]],
    [keys.openedOn, shown.openedOn],
    [keys.openedBy, shown.openedBy],
    [keys.closedOn, shown.closedOn],
    [keys.signers, shown.signers.join(desk.text.program.marks.items) || null],
    [keys.droppedBecause, shown.droppedBecause],
    [keys.audit, shown.audit],
  ].filter((row): row is [string, string] => row[1] !== null)
  const width = Math.max(...values.map(([label]) => widthOf(label)))
  const unseen = (item: (typeof it.items)[number]) =>
    item.answer === null ? `  ${show.unanswered}` : ''
  return [
    ...values.map(([label, value]) => `${padded(label, width)}  ${value}`),
    '',
    ...it.items.map((item) => itemWords(desk, policy, item) + unseen(item)),
    ...placed.map(
      (one) =>
        `  ${placedName(one)}  ${stateLabel(desk, policy, one.defect.state)}  ${one.defect.note ?? ''}`,
    ),
  ]
}
