import { differenceOf, snapshotOf } from '../domain/archive.ts'
import { daysBetween } from '../domain/day.ts'
import { readNumber } from '../domain/number.ts'
import { parseDay } from '../domain/parse-day.ts'
import type { Request } from '../domain/request.ts'
import { shown } from '../domain/shown.ts'
import { sayArchive, sayArchives } from './archive-view.ts'
import { changeWords } from './change-view.ts'
import { noticeMisplaced } from './custody-flags.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown } from './request-shown.ts'
import { nextFor, requestLines } from './request-view.ts'
import type { UpdateWish } from './update-questions.ts'
import type { Updated } from './updating.ts'

/** Says what an update came to: the archive, or an array where several were asked for. */
export function sayUpdated(
  desk: Desk,
  office: Office,
  changes: readonly Updated[],
  wish: UpdateWish,
  several: boolean,
): void {
  const { policy } = office
  const archives = changes.map(({ after }) => after)
  const words = (change: Updated) =>
    [sentence(desk, change, wish), ...details(desk, office, change)].join('\n')
  const [only] = changes
  if (several || !only) {
    const said = new Map(changes.map((change) => [change.after.id, words(change)]))
    sayArchives(desk, policy, archives, ({ id }) => said.get(id) ?? '')
  } else sayArchive(desk, policy, only.after, words(only))
  for (const change of changes) notices(desk, office, change)
  noticeMisplaced(desk, office, changes)
  noticeLateness(desk, office, wish)
}

/** Says what waits for the archive office, and what was changed beside it. */
export function sayHandedIn(
  desk: Desk,
  office: Office,
  {
    changes,
    requests,
  }: { readonly changes: readonly Updated[]; readonly requests: readonly Request[] },
  several: boolean,
): void {
  const text = desk.text.change.update
  const asked = requests.map((request) => requestShown(office, request))
  const done = changes.map(({ after }) => shown(after, office.policy))
  const human = () => [
    ...changes.map(({ before, after }) =>
      after.version === before.version
        ? text.unchanged(after.number, after.version)
        : text.done(after.number, after.version),
    ),
    text.handedIn,
    ...requests.flatMap((request) => [
      ...requestLines(desk, office, request),
      nextFor(desk, office, request) ?? '',
    ]),
  ]
  const [only] = asked
  if (several || !only || asked.length + done.length > 1)
    desk.say.results([...done, ...asked], human)
  else desk.say.result(only, human)
}

function sentence(desk: Desk, { before, after }: Updated, wish: UpdateWish): string {
  const text = desk.text.change.update
  const { number, version } = after
  if (version === before.version) return text.unchanged(number, version)
  if (wish.kind === 'close') return text.closed(number, after.closedOn ?? '')
  if (wish.kind === 'reopen') return text.reopened(number)
  if (wish.kind === 'revert') return text.reverted(number, wish.version ?? 0, version)
  return text.done(number, version)
}

/** What changed, beneath the sentence that says the rest. */
function details(desk: Desk, office: Office, { before, after }: Updated): string[] {
  const difference = differenceOf(snapshotOf(before), snapshotOf(after))
  if (!difference) return []
  const { status, closedOn, ...shown } = difference.after
  return changeWords(desk, office, { ...difference, after: shown }).map((line) => `  ${line}`)
}

/** A number that says what is no longer so is kept, and the archivist told (SPEC section 3). */
function notices(desk: Desk, { policy }: Office, { before, after }: Updated): void {
  const { number, orgCode, openedOn, type } = after
  const same =
    before.type === type &&
    before.orgCode === orgCode &&
    before.openedOn.slice(0, 4) === openedOn.slice(0, 4)
  if (same) return
  const parts = readNumber(policy.types[type]?.pattern ?? '', number)
  const agrees =
    parts &&
    (parts.org === undefined || parts.org === orgCode) &&
    (parts.year === undefined || parts.year === Number(openedOn.slice(0, 4)))
  if (!agrees) desk.say.notice(desk.text.change.update.disagrees(number))
}

/** Changes that were known long before are on record as late (S000-4.4-1). */
function noticeLateness(desk: Desk, { policy, today }: Office, wish: UpdateWish): void {
  const known = wish.options.knownOn === undefined ? undefined : parseDay(wish.options.knownOn)
  const within = policy.assessment?.updates?.withinDays ?? policy.backdating?.days
  if (typeof known !== 'string' || within === undefined) return
  const days = daysBetween(known, today)
  if (days > within) desk.say.notice(desk.text.change.update.late(days))
}
