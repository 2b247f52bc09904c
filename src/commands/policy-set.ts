import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { isInvalid } from '../domain/invalid.ts'
import { parseDay } from '../domain/parse-day.ts'
import type { AdoptionPlan, AdoptionWish } from '../domain/policy-adoption.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireBound } from '../domain/staff.ts'
import type { Day } from '../domain/words.ts'
import { policyDocument } from '../exchange/policy-source.ts'
import { adopt, adoptionPlan, type Adoption } from '../store/adoption.ts'
import type { Desk } from './desk.ts'
import { changeLine } from './policy-view.ts'
import { readyPolicies } from './ready-policies.ts'

interface SetOptions {
  readonly effective?: string
  readonly reason?: string
}

/** A wish with the document as it was written. */
type Wish = AdoptionWish & { readonly document: string }

/** `policy set <file> --effective D`: shows what changes, then adopts it (SPEC section 4, S000-6.1). */
export function policySetCommand(desk: Desk) {
  const { set: text, options: said } = desk.text.policy
  const command = new Command('set')
    .summary(text.summary)
    .description(text.description)
    .argument('[policyFile]', said.file)
    .option('--effective <day>', said.effective)
    .option('--reason <reason>', said.reason)
    .action(async (file, options) => {
      const wish = await wished(desk, file, options)
      const { store, realToday, operator } = await desk.read()
      requireBound(operator)
      sayPlan(desk, wish, adoptionPlan(store, wish, realToday))
      const sure =
        desk.globals.dryRun || (await desk.confirm(text.confirm(wish.effectiveFrom), 'policy set'))
      if (!sure) return desk.say.notice(desk.text.program.cancelled)
      const { adoption, today } = await desk.act((office) => {
        requireDating({ ...office, reason: wish.reason }, office.policy)
        const { store, hand, today, realToday } = office
        return { adoption: adopt(store, hand, wish, realToday), today }
      })
      sayAdoption(desk, wish, adoption, today)
    })
  const examples = [
    'dangan policy export -o office.yaml',
    'dangan policy set office.yaml --effective 2026-01-01 --reason 年度修订 --dry-run',
    'dangan policy set office.yaml --effective 2026-01-01 --reason 年度修订 --yes',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.badData] },
    desk.text,
  )
}

/** The file, its first day and the reason: on the line, or asked for. */
async function wished(desk: Desk, file: string | undefined, options: SetOptions): Promise<Wish> {
  const { ask } = desk.text.policy.set
  const check = (value: string) => {
    const day = parseDay(value)
    return isInvalid(day) ? desk.text.values.say(day) : undefined
  }
  const questions = {
    file: { kind: 'text', message: ask.file, option: '<policyFile>' },
    effective: { kind: 'text', message: ask.effective, option: '--effective', check },
    reason: { kind: 'text', message: ask.reason, option: '--reason', optional: true },
  } as const
  const given = { ...options, ...(file === undefined ? {} : { file }) }
  const said = await desk.ask(questions, given)
  const effectiveFrom = effectiveDay(said.effective)
  const document = policyDocument(said.file, desk.stdin)
  const policy = (await readyPolicies()).readFile(document, said.file)
  return { policy, document, effectiveFrom, reason: said.reason || undefined }
}

/** Any day, past or to come. */
function effectiveDay(value: string): Day {
  const read = parseDay(value)
  if (isInvalid(read))
    throw new Refusal('value.bad', { problems: [{ key: '--effective', value, invalid: read }] })
  if (read === '') throw new Refusal('usage.missing', { options: ['--effective'] })
  return read
}

/** More changes than anybody reads in a terminal. */
const most = 40

/** What would change, on stderr. */
function sayPlan(desk: Desk, { policy, effectiveFrom }: Wish, plan: AdoptionPlan): void {
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
  wish: Wish,
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
