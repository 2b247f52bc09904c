import { Command, Option } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireDating } from '../domain/dating.ts'
import { readDraft } from '../domain/draft.ts'
import { lackingFor, openArchive, problemsOf } from '../domain/opening.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { termProblems } from '../domain/secrecy-term.ts'
import { mayRead } from '../domain/staff.ts'
import { contactIn } from '../domain/settings.ts'
import { snapshotOf } from '../domain/archive.ts'
import { addArchive } from '../store/archives.ts'
import { lookalikes } from '../store/duplicates.ts'
import { enter } from '../store/journal.ts'
import { issueNumber } from '../store/numbers.ts'
import { takeNumber } from '../store/taking.ts'
import { sayArchive } from './archive-view.ts'
import { askOpening, wishIn, type AddWish } from './add-questions.ts'
import { collected, optionFor, withContentOptions } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { housed } from './housing.ts'
import { reserve } from './reserve.ts'

/** `add`: opens an archive and gives it its number (S002-3.2, SPEC sections 3 and 5). */
export function addCommand(desk: Desk) {
  const { options: text, ...said } = desk.text.archive.add
  const named = new Command('add').summary(said.summary).description(said.description)
  const command = withContentOptions(named, text)
    .option('--on <day>', text.on)
    .option('--contact <contact>', text.contact, collected, [])
    .option('--number <number>', text.number)
    .option('--foreign-number', text.foreignNumber)
    .addOption(
      new Option('--duplicate <how>', text.duplicate).choices(['ask', 'add', 'fail'] as const),
    )
    .option('--reserve <count>', text.reserve)
    .option('--reason <reason>', text.reason)
    .action(async (options) => {
      if (options.reserve !== undefined) return reserve(desk, options.reserve, options)
      const wish = desk.globals.interactive ? await askOpening(desk, options) : undefined
      const { archive, office } = await desk.act((office) => ({
        archive: open(office, wish ?? wishIn(options, office.policy)),
        office,
      }))
      sayArchive(desk, office.policy, archive, said.done(archive.number, archive.name ?? ''))
      notices(desk, office, archive)
    })
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan add --type individual --name 张三丰 --phone 13800138000',
    'dangan add --type 经销商 --org XH01 --name 上海宏达贸易有限公司 --contact 王小明,采购,13900139000',
  ],
  exits: [exits.refused, exits.notPermitted, exits.badData],
}

/** Reads, decides, numbers and enters one archive, in the caller's transaction. */
export function open(office: Office, wish: AddWish): Archive {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason: wish.reason }, policy)
  const draft = readDraft(wish.said, policy)
  const lacking = lackingFor(draft, policy)
  if (lacking.length > 0) throw new Refusal('usage.missing', { options: lacking.map(optionFor) })
  const contacts = wish.contacts.map(contactIn)
  const problems = [...problemsOf(draft, policy, today), ...contacts.flatMap((it) => it.problems)]
  requireNone(problems)
  const opened = openArchive(
    draft,
    contacts.flatMap((it) => it.contact ?? []),
    policy,
    today,
  )
  requireNone(termProblems(draft.values, opened.secrecy, today))
  const opening = housed(office, opened, opened.name ?? '')
  const alike = wish.duplicatesAllowed ? [] : lookalikes(office, opening)
  if (alike.length > 0)
    throw new Refusal('duplicate.likely', { name: opening.name ?? '', candidates: alike })
  const issued =
    wish.number === undefined
      ? issueNumber(store, policy, opening)
      : takeNumber(store, policy, opening, wish.number, wish.foreignNumber)
  const intake = { collectedBy: hand.staffId, importId: null, today }
  const archive = addArchive(store, issued, opening, intake, office.keyingPolicy)
  const detail = { version: 1, before: {}, after: snapshotOf(archive), reason: wish.reason }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'archive.add', object: archive.number, parts })
  return archive
}

function requireNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
}

/** What the archivist should know next, on stderr. */
function notices(desk: Desk, { operator }: Office, archive: Archive): void {
  const text = desk.text.archive.add
  if (archive.status === 'pending') desk.say.notice(text.pending)
  const next = desk.text.program.next(`dangan show ${archive.number}`)
  desk.say.notice(mayRead(operator, archive) ? next : desk.text.secrecy.beyond(archive.number))
}
