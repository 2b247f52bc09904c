import { requireDating } from '../domain/dating.ts'
import { isInvalid } from '../domain/invalid.ts'
import { parseDay } from '../domain/parse-day.ts'
import type { AdoptionPlan, AdoptionWish } from '../domain/policy-adoption.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import type { Day } from '../domain/words.ts'
import { adopt, adoptionPlan, type Adoption } from '../store/adoption.ts'
import type { Desk } from './desk.ts'
import { changeLine } from './policy-view.ts'

export interface AdoptionOptions {
  readonly effective?: string
  readonly reason?: string
}

/** A wish with the document as it was written. */
export type AdoptionDocument = AdoptionWish & { readonly document: string }

/** Its first day and the reason: what is asked for where the line does not say it. */
export function adoptionQuestions(desk: Desk) {
  const { ask } = desk.text.policy.set
  const check = (value: string) => {
    const day = parseDay(value)
    return isInvalid(day) ? desk.text.values.say(day) : undefined
  }
  return {
    effective: { kind: 'text', message: ask.effective, option: '--effective', check },
    reason: { kind: 'text', message: ask.reason, option: '--reason', optional: true },
  } as const
}

/** Shows what changes, asks, adopts, and says so: the one way in which a policy comes into the register. */
export async function adoptWish(
  desk: Desk,
  wish: AdoptionDocument,
  command: string,
): Promise<void> {
  const { store, realToday, operator } = await desk.read()
  requireBound(operator)
  sayPlan(desk, wish, adoptionPlan(store, wish, realToday))
  const question = desk.text.policy.set.confirm(wish.effectiveFrom)
  const sure = desk.globals.dryRun || (await desk.confirm(question, command))
  if (!sure) return desk.say.notice(desk.text.program.cancelled)
  const { adoption, today } = await desk.act((office) => {
    requireDating({ ...office, reason: wish.reason }, office.policy)
    const { store, hand, today, realToday } = office
    return { adoption: adopt(store, hand, wish, realToday), today }
  })
  sayAdoption(desk, wish, adoption, today)
}

/** Any day, past or to come. */
export function effectiveDay(value: string): Day {
  const read = parseDay(value)
  if (isInvalid(read))
    throw new Refusal('value.bad', { problems: [{ key: '--effective', value, invalid: read }] })
  if (read === '') throw new Refusal('usage.missing', { options: ['--effective'] })
  return read
}

/** More changes than anybody reads in a terminal. */
const most = 40

/** What would change, on stderr. */
function sayPlan(
  desk: Desk,
  { policy, effectiveFrom }: AdoptionDocument,
  plan: AdoptionPlan,
): void {
  const text = desk.text.policy.set
  const { changes, from, dropped, replaces } = plan
  const title = policy.title[desk.language]
  desk.say.notice(
    text.changes(title, effectiveFrom, changes.length, from.version),
    ...changes.slice(0, most).map((change) => changeLine(desk, change)),
    ...(changes.length > most ? [text.more(changes.length - most)] : []),
    ...(replaces === null ? [] : [text.replaces(replaces)]),
    ...(dropped.length === 0 ? [] : [text.dropped]),
    ...dropped.map(({ at, count }) => text.use(at, count)),
  )
}

function sayAdoption(
  desk: Desk,
  wish: AdoptionDocument,
  { version, plan, rekeyed, moved }: Adoption,
  today: Day,
): void {
  const text = desk.text.policy.set
  const { policy, effectiveFrom, reason = null } = wish
  const title = policy.title[desk.language]
  const changes = plan.changes.map(({ at, before = null, after = null }) => ({ at, before, after }))
  const dropped = plan.dropped.map(({ at, count }) => ({ at, count }))
  const value = {
    version,
    policy: policy.policy,
    title,
    effectiveFrom,
    adoptedOn: today,
    reason,
    replaces: plan.replaces,
    changes,
    dropped,
    rekeyed,
    moved,
  }
  desk.say.result(value, () => [text.done(version, title, effectiveFrom)])
  if (rekeyed > 0) desk.say.notice(text.rekeyed(rekeyed))
  if (moved > 0) desk.say.notice(text.moved(moved))
}
