import type { Archive } from '../domain/archive.ts'
import { changed, derived } from '../domain/change.ts'
import type { WantedContents } from '../domain/change-wish.ts'
import { problemsOfChange, requireKnownKeys } from '../domain/change-check.ts'
import { closed, reopened, requireOpen } from '../domain/closing.ts'
import { joined, without } from '../domain/contacts.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { readDraft } from '../domain/draft.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { stateAt } from '../domain/reverting.ts'
import { termProblems } from '../domain/secrecy-term.ts'
import { readContact, readExtras } from '../domain/settings.ts'
import { writeChanges } from '../store/changes.ts'
import { requireIdentityFree } from '../store/duplicates.ts'
import { mergedAfter, versionsOf } from '../store/history.ts'
import { saidIn } from './content-options.ts'
import type { Office } from './desk.ts'
import { housed } from './housing.ts'
import type { UpdateWish } from './update-questions.ts'

/** An archive before an act and after it. */
export interface Updated {
  readonly before: Archive
  readonly after: Archive
}

const actions = {
  change: 'archive.update',
  close: 'archive.close',
  reopen: 'archive.reopen',
  revert: 'archive.revert',
} as const

/** Decides and writes, in the caller's transaction. */
export function updated(
  office: Office,
  archives: readonly Archive[],
  wish: UpdateWish & { readonly kind: keyof typeof actions },
): Updated[] {
  const { policy, today } = office
  const { reason, options } = wish
  requireDating({ ...office, reason }, policy)
  const { knownOn, source } = options
  const known = knownOn === undefined ? undefined : dayGiven('--known-on', knownOn, today)
  const changes = archives.map((before) => {
    const after = housed(office, decided(office, before, wish), before.number, before.location)
    return { before, after }
  })
  for (const { before, after } of changes) requireIdentityFree(office, before, after)
  const remarks = { reason, source, knownOn: known }
  const stored = writeChanges(office, changes, actions[wish.kind], remarks)
  return changes.map(({ before }, at) => ({ before, after: stored[at] ?? before }))
}

export function decided(office: Office, before: Archive, wish: UpdateWish): Archive {
  const { policy, today } = office
  const { number, version } = before
  const expected = wish.expectVersion
  if (expected !== undefined && expected !== version)
    throw new Refusal('version.stale', { number, expected, actual: version })
  requireAfterLastAct(before, today)
  if (wish.kind === 'revert') return revertedTo(office, before, wish.version ?? 0)
  const start = wish.kind === 'reopen' ? reopened(before, policy, today) : before
  requireOpen(start)
  const after = contentsChanged(office, start, wantedIn(wish.options, policy))
  if (wish.kind !== 'close') return after
  const { on } = wish.options
  return closed(after, on === undefined ? today : dayGiven('--on', on, today), policy, today)
}

/** What the options say. */
export function wantedIn(options: UpdateWish['options'], policy: Policy): WantedContents {
  const extras = readExtras(options.extra)
  const { addContact, removeContact } = options
  return {
    values: Object.fromEntries([...extras, ...saidIn(options, policy)]),
    extras: [...extras.keys()],
    ...{ addContact, removeContact },
  }
}

/** What is wanted, laid over the archive. @throws Refusal value.bad, usage.unknown-field */
export function contentsChanged(
  { policy, today }: Office,
  archive: Archive,
  wanted: WantedContents,
): Archive {
  const draft = readDraft(new Map(Object.entries(wanted.values)), policy)
  requireKnownKeys(draft.values, new Set(wanted.extras), archive, policy)
  const problems = problemsOfChange(draft, archive, policy, today)
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  const said = changed(archive, draft.values, policy, today)
  const terms = termProblems(draft.values, said.secrecy, today)
  if (terms.length > 0) throw new Refusal('value.bad', { problems: terms })
  const left = wanted.removeContact.reduce(without, said.contacts)
  const contacts = wanted.addContact.map(readContact).reduce(joined, left)
  return derived(archive, { ...said, contacts }, policy, today)
}

/** @throws Refusal version.missing, version.erased, version.merged, status.wrong */
function revertedTo({ store }: Office, archive: Archive, version: number): Archive {
  requireOpen(archive)
  const state = stateAt(archive, versionsOf(store, archive.id), version)
  const [merged] = mergedAfter(store, archive.id, version)
  if (merged !== undefined)
    throw new Refusal('version.merged', { number: archive.number, version, merged })
  return state
}
