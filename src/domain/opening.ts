import type { ArchiveContents, Contact } from './archive.ts'
import { contactsIn } from './contact-cell.ts'
import { completenessOf } from './completeness.ts'
import type { Draft } from './draft.ts'
import { isSettable } from './archive.ts'
import { invalid } from './invalid.ts'
import { needsOrgCode } from './number.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { retainUntil, retentionRuleOf } from './retention.ts'
import { nextReview } from './review.ts'
import { termOf } from './secrecy-term.ts'
import type { Day, Secrecy, Status } from './words.ts'

/** An archive ready to be numbered and entered. */
export interface Opening extends ArchiveContents {
  readonly status: Status
}

/** What an archive cannot be opened without: a name, a type, and the org code where its number has one (SPEC 5). */
export function lackingFor(draft: Draft, policy: Policy): readonly string[] {
  const { values } = draft
  const pattern = policy.types[values.get('type') ?? '']?.pattern
  const org = pattern !== undefined && needsOrgCode(pattern)
  if (values.has('name') && values.has('type') && !(org && !values.has('orgCode'))) return none
  const needed = org ? ['name', 'type', 'orgCode'] : ['name', 'type']
  return needed.filter((key) => !values.get(key) && !stumbled(draft, key))
}

const none: readonly never[] = []

const stumbled = (draft: Draft, key: string): boolean =>
  draft.problems.some((problem) => problem.key === key)

/** What stands against opening: values that are wrong, things missing, days to come. */
export function problemsOf(draft: Draft, policy: Policy, today: Day): readonly Problem[] {
  const lacking = lackingFor(draft, policy)
  const early = laterThan(today, draft)
  if (lacking.length === 0 && early.length === 0) return draft.problems
  const missing = lacking.map((key): Problem => ({
    key,
    value: '',
    invalid: invalid('value.missing', {}),
  }))
  return [...draft.problems, ...missing, ...early]
}

function laterThan(today: Day, { values }: Draft): readonly Problem[] {
  const problems: Problem[] = []
  for (const key of ['openedOn', 'formedOn']) {
    const value = values.get(key)
    if (value !== undefined && value > today)
      problems.push({ key, value, invalid: invalid('date.future', { value, today }) })
  }
  return problems
}

/** Opens an archive from a draft without problems: the policy fills in what was not said. */
export function openArchive(
  draft: Draft,
  contacts: readonly Contact[],
  policy: Policy,
  today: Day,
): Opening {
  const said = (key: string): string | null => draft.values.get(key) || null
  const type = said('type') as string
  const rule = policy.types[type]
  const retentionClass =
    said('retentionClass') ?? rule?.retentionClass ?? policy.retention?.default ?? null
  const openedOn = said('openedOn') ?? today
  const days = { openedOn, formedOn: said('formedOn') ?? openedOn, closedOn: null }
  const secrecy = (said('secrecy') ?? rule?.secrecy ?? policy.secrecy?.default ?? 'none') as Secrecy
  const until = secrecy === 'none' ? null : said('secrecyUntil')
  const opened: ArchiveContents = {
    type,
    orgCode: said('orgCode'),
    name: said('name'),
    stage: said('stage'),
    industry: said('industry'),
    region: said('region'),
    secrecy,
    secrecyUntil: until ?? termOf(secrecy, policy, today),
    importance: said('importance'),
    owner: said('owner'),
    phone: said('phone'),
    email: said('email'),
    address: said('address'),
    ...days,
    nextReviewOn: null,
    retentionClass,
    retainUntil: retainUntil(retentionRuleOf(policy, retentionClass), days),
    location: said('location'),
    channel: said('channel'),
    contacts: contactsOf(said('contact'), [...contactsIn(said('contacts') ?? ''), ...contacts]),
    fields: fieldsOf(draft),
  }
  const complete = completenessOf(opened, policy).missing.length === 0
  const nextReviewOn = nextReview(policy, { importance: opened.importance, complete }, today)
  return { ...opened, nextReviewOn, status: statusAtOpening(opened.channel, policy) }
}

const contactsOf = (name: string | null, contacts: readonly Contact[]): readonly Contact[] =>
  name === null ? contacts : [{ name }, ...contacts]

function fieldsOf(draft: Draft): Record<string, string> {
  const kept: [string, string][] = []
  for (const entry of draft.values)
    if (entry[1] !== '' && !isSettable(entry[0]) && !besides.has(entry[0])) kept.push(entry)
  // not by assignment, since a heading may be called `__proto__`
  return Object.fromEntries(kept)
}

/** Keys of a draft that are neither standard nor fields. */
const besides = new Set(['number', 'contact', 'contacts', 'masked'])

/** Information from an indirect source waits for a second pair of eyes (S000-4.1, S000-4.2). */
export function statusAtOpening(channel: string | null, policy: Policy): Status {
  const rule = policy.verification
  if (!rule || rule.needed === 'none') return 'active'
  if (rule.needed === 'all') return 'pending'
  return channel !== null && rule.channels[channel]?.direct === false ? 'pending' : 'active'
}
