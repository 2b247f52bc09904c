import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { verified } from '../domain/verification.ts'
import { writeChanges } from '../store/changes.ts'
import { staffById, staffList } from '../store/staff.ts'
import { sayArchive, sayArchives } from './archive-view.ts'
import { archivesFor, enterShown, isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'

interface VerifyOptions {
  readonly method?: string
  readonly reason?: string
}

/** `verify <numbers…>`: a second pair of eyes on what was collected (S000-4.1-8, S000-4.2-1). */
export function verifyCommand(desk: Desk) {
  const text = desk.text.change.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', desk.text.archive.show.numbers)
    .option('--method <method>', text.options.method)
    .option('--reason <reason>', text.options.reason)
    .action(async (given, options) => {
      const numbers = await numbersFrom(desk, given)
      const done = await desk.act((office) => ({
        office,
        ...verify(office, archivesFor(office, numbers), options),
      }))
      const { policy } = done.office
      await enterShown(desk, done.office, 'verify', done.changes)
      const archives = done.changes.map(({ after }) => after)
      const sentence = (archive: Archive) => text.done(archive.number, archive.verifiedOn ?? '')
      const [only] = archives
      if (isSeveral(given) || !only) sayArchives(desk, policy, archives, sentence)
      else sayArchive(desk, policy, only, sentence(only))
      if (done.isOwn) desk.say.notice(text.self)
      if (done.attestedFor !== undefined) desk.say.notice(text.attested(done.attestedFor))
    })
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan verify RG2025-0001 --method 电话回访',
    'dangan verify RG2025-0001 RG2025-0002 --as 王芳',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted],
}

function verify(office: Office, archives: readonly Archive[], options: VerifyOptions) {
  const { store, policy, hand, today } = office
  const { method, reason } = options
  requireDating({ ...office, reason }, policy)
  const by = staffById(store, hand.staffId ?? 0)
  if (!by) throw new Error('nobody writes without being on the staff')
  const changes = archives.map((before) => {
    requireAfterLastAct(before, today)
    const made = verified(before, by, office.operator.staff, staffList(store), today)
    return { ...made, before, after: made.archive }
  })
  const isAttested = changes.some((change) => change.isAttested)
  const attested = isAttested ? { attested: true as const } : {}
  const stored = writeChanges(office, changes, 'archive.verify', { reason, method, ...attested })
  return {
    changes: changes.map(({ before }, at) => ({ before, after: stored[at] ?? before })),
    isOwn: changes.some((change) => change.isOwn),
    attestedFor: isAttested ? by.name : undefined,
  }
}
