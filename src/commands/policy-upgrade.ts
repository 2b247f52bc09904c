import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { comparePolicies } from '../domain/policy-compare.ts'
import { sectionsLacking } from '../domain/policy-upgrade.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { supplemented } from '../exchange/policy-supplement.ts'
import type { Desk, Office } from './desk.ts'
import {
  adoptionQuestions,
  adoptWish,
  effectiveDay,
  type AdoptionOptions,
} from './policy-adopting.ts'
import { versionOf } from './policy-show.ts'
import { changeColumns } from './policy-view.ts'
import { readyPolicies, type ReadyPolicies } from './ready-policies.ts'

/**
 * `policy upgrade [ready]`: the sections of a ready policy that the office's own is silent on, as a diff;
 * with `--effective` (asked for at a terminal) they are adopted as a version (SPEC 15.11).
 */
export function policyUpgradeCommand(desk: Desk) {
  const { upgrade: text, options: said } = desk.text.policy
  const command = new Command('upgrade')
    .summary(text.summary)
    .description(text.description)
    .argument('[ready]', said.readyName)
    .option('--effective <day>', said.effective)
    .option('--reason <reason>', said.reason)
    .action(async (name, options) => upgrade(desk, name, options as AdoptionOptions))
  const examples = [
    'dangan policy upgrade',
    'dangan policy upgrade general --effective 2027-01-01 --reason 补节 --dry-run',
  ]
  const manual = { examples, exits: [exits.refused, exits.missing, exits.badData] }
  return withManual(command, manual, desk.text)
}

async function upgrade(
  desk: Desk,
  name: string | undefined,
  options: AdoptionOptions,
): Promise<void> {
  const text = desk.text.policy.upgrade
  const ready = await readyPolicies()
  const office = await desk.read()
  const base = baseOf(office, ready, name)
  const offered = offer(office, ready, base)
  if (!offered) return desk.say.notice(text.nothing(base))
  if (options.effective === undefined && !desk.globals.interactive) {
    desk.say.listing(comparePolicies(office.policy, offered.policy), changeColumns(desk))
    return desk.say.notice(text.adopt(base))
  }
  const { lacking, ...whole } = offered
  if (options.effective === undefined) desk.say.notice(text.lacking(base, lacking))
  const said = await desk.ask(adoptionQuestions(desk), { ...options })
  const when = { effectiveFrom: effectiveDay(said.effective), reason: said.reason || undefined }
  await adoptWish(desk, { ...whole, ...when }, 'policy upgrade')
}

/** The ready policy that was named, or that the office's own is or began from. @throws Refusal usage.missing */
function baseOf(office: Office, { names }: ReadyPolicies, name: string | undefined): string {
  const { document } = versionOf(office, undefined)
  const began = /^extends:\s*["']?([\w-]+)/m.exec(document)?.[1]
  const base = name ?? [office.policy.policy, began].find((it) => it && names.includes(it))
  if (base === undefined) throw new Refusal('usage.missing', { options: ['<ready>'] })
  if (names.includes(base)) return base
  const suggestion = nearest(base, names)
  throw new Refusal('usage.bad-option', {
    option: '<ready>',
    value: base,
    choices: names,
    suggestion,
  })
}

/** The office's own document with the sections that it lacks; undefined where it lacks none. */
function offer(office: Office, ready: ReadyPolicies, base: string) {
  const { document } = versionOf(office, undefined)
  const { policy } = ready.read(base)
  const lacking = sectionsLacking(office.policy, policy)
  if (lacking.length === 0) return undefined
  const whole = supplemented(
    document,
    base,
    lacking.map((key) => [key, policy[key]]),
  )
  return { lacking, document: whole, policy: ready.readFile(whole, `${base}.yaml`) }
}
