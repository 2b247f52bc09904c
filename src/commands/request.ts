import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { requestKinds, type RequestKind } from '../domain/policy-use.ts'
import { Refusal } from '../domain/refusal.ts'
import { requestName, statusOn, type Request } from '../domain/request.ts'
import { nearest } from '../domain/suggest.ts'
import { archivesById } from '../store/archives.ts'
import { archiveOf } from '../store/lookup.ts'
import { requestsWith } from '../store/requests.ts'
import { staffOf } from '../store/staff.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { enterReadings, toEnter } from './reading.ts'
import { numbersFrom } from './numbers-given.ts'
import { requestColumns, requestListed } from './request-columns.ts'
import { sayRequests } from './request-saying.ts'
import { requestTextCommand } from './request-text.ts'
import { requestVerifyCommand } from './request-verify.ts'
import { withdrawCommand } from './request-withdraw.ts'
import { strayWord } from './stray-word.ts'
import { isReadable, requestGiven, requireReadable } from './requesting.ts'

/** `request`: applications, who must approve them, what became of them; alone it lists those that wait. */
export function requestCommand(desk: Desk) {
  const { summary, description } = desk.text.request
  const command = new Command('request')
    .summary(summary)
    .description(description)
    .addCommand(listCommand(desk), { isDefault: true })
    .addCommand(showCommand(desk))
    .addCommand(withdrawCommand(desk))
    .addCommand(requestTextCommand(desk))
    .addCommand(requestVerifyCommand(desk))
  const examples = ['dangan request', 'dangan request show R12']
  return withManual(command, { examples, exits: [] }, desk.text)
}

interface ListOptions {
  readonly all?: true
  readonly kind?: string
  readonly number?: string
  readonly applicant?: string
}

function listCommand(desk: Desk) {
  const text = desk.text.request.list
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--all', text.all)
    .option('--kind <kind>', text.kind)
    .option('--number <number>', text.number)
    .option('--applicant <staff>', text.applicant)
    .allowExcessArguments()
    .action(async (options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayWord(desk, self, stray)
      const office = await desk.read()
      const requests = listed(desk, office, options)
      const rows = requests.map((it) => requestListed(desk, office, it))
      desk.say.listing(rows, requestColumns(desk))
      if (requests.length === 0) desk.say.notice(text.none)
    })
  const examples = ['dangan request list', 'dangan request list --all --kind 借阅']
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** Those that wait; with `--all` every one. What the reader may not see is left out. */
function listed(desk: Desk, office: Office, options: ListOptions): Request[] {
  const { store, today } = office
  const { kind, number, applicant, all } = options
  const filter = {
    ...(all ? {} : { isOpen: true as const }),
    ...(kind === undefined ? {} : { kind: kindNamed(desk, kind) }),
    ...(number === undefined ? {} : { archiveId: archiveOf(office, number).id }),
    ...(applicant === undefined ? {} : { applicantId: staffOf(store, applicant).id }),
  }
  return requestsWith(store, filter)
    .filter((it) => isReadable(office, it))
    .filter((it) => all || statusOn(it, today) !== 'expired')
}

/** @throws Refusal usage.bad-option */
function kindNamed(desk: Desk, raw: string): RequestKind {
  const { kinds } = desk.text.request
  const choices = Object.fromEntries(
    requestKinds.map((kind) => [
      kind,
      { label: { 'zh-Hans': kinds[kind], 'zh-Hant': kinds[kind], en: kinds[kind] } },
    ]),
  )
  const key = readChoice(choices, raw)
  if (typeof key === 'string' && key !== '') return key as RequestKind
  const names = requestKinds.map((kind) => kinds[kind])
  const facts = { option: '--kind', value: raw, choices: names, suggestion: nearest(raw, names) }
  throw new Refusal('usage.bad-option', facts)
}

/** A change shows contents of its archive: that is a reading (SPEC 15.3). */
function enterChanges(
  desk: Desk,
  office: Office,
  requests: readonly Request[],
  reveal: boolean,
): Promise<void> {
  const ids = requests.flatMap(({ wish, items }) =>
    wish.change ? items.map(({ archiveId }) => archiveId) : [],
  )
  const archives = [...archivesById(office.store, ids).values()]
  const line = ['request show', ...requests.map(({ id }) => requestName(id))].join(' ')
  return enterReadings(desk, line, toEnter(office, archives, reveal), reveal)
}

function showCommand(desk: Desk) {
  const text = desk.text.request.show
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', desk.text.request.decision.requests)
    .option('--reveal', desk.text.archive.show.reveal)
    .action(async (given, { reveal }) => {
      const names = await numbersFrom(desk, given, desk.text.request.keys.request)
      const office = await desk.read()
      const requests = names.map((name) => requireReadable(office, requestGiven(office, name)))
      await enterChanges(desk, office, requests, reveal === true)
      sayRequests(desk, office, requests, isSeveral(given), reveal)
    })
  const examples = ['dangan request show R12', 'dangan request show R12 --json']
  return withManual(command, { examples, exits: [exits.missing, exits.notPermitted] }, desk.text)
}
