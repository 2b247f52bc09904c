import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { alignedLines } from '../cli/aligned.ts'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { briefly, outline } from '../cli/outline.ts'
import { assumptionsOf, policySections, sectionOf } from '../domain/policy-sections.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { policyOf, policyVersions, type Adopted } from '../store/policies.ts'
import type { Desk, Office } from './desk.ts'
import { strayWord, subcommandMeant } from './stray-word.ts'

/** `policy show [section]`: the rules in force, merged (SPEC section 4). */
export function policyShowCommand(desk: Desk) {
  const { show: text, options: said } = desk.text.policy
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[section]', said.section)
    .option('--policy-version <number>', said.version)
    .action(async (section, { policyVersion }, self) => {
      if (section !== undefined && isStray(self, section)) throw strayWord(desk, self, section)
      const office = await desk.read()
      const adopted = versionOf(office, policyVersion)
      const policy = policyOf(office.store, adopted.version) as Policy
      if (section !== undefined) return saySection(desk, section, sectionOf(policy, section))
      desk.say.result({ ...policy }, () => overview(desk, policy, adopted))
    })
  const examples = [
    'dangan policy show',
    'dangan policy show types.individual',
    'dangan policy show --policy-version 1 --json',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

/** `policy lst`: no section, nor nearly one, but nearly a subcommand. */
const isStray = (self: CommandUnknownOpts, word: string): boolean =>
  nearest(word.split('.')[0] as string, policySections) === undefined &&
  subcommandMeant(self, word) !== undefined

/** The version of a number, or the one in force. @throws Refusal policy.missing */
export function versionOf({ store, policyVersion }: Office, said: string | undefined): Adopted {
  const versions = policyVersions(store)
  const wanted = said === undefined ? policyVersion : Number(said)
  const found = versions.find(({ version }) => version === wanted)
  if (found) return found
  throw new Refusal('policy.missing', { version: said ?? '', versions: versions.length })
}

/** A part of the policy: as it is for machines, as an outline for people. */
function saySection(desk: Desk, section: string, part: unknown): void {
  const human = () => outline(part, desk.language)
  if (Array.isArray(part) && part.every((item) => typeof item === 'object'))
    return desk.say.results(part as Readonly<Record<string, unknown>>[], human)
  const isMap = typeof part === 'object' && part !== null && !Array.isArray(part)
  const last = section.split('.').at(-1) as string
  desk.say.result(isMap ? { ...part } : { [last]: part }, human)
}

/** Title and dates, then a line a section. */
function overview(desk: Desk, policy: Policy, adopted: Adopted): string[] {
  const { show: text, keys, always, sections } = desk.text.policy
  const { effectiveFrom, version, adoptedOn } = adopted
  const from = effectiveFrom === null ? always : text.from(effectiveFrom)
  const assumed = assumptionsOf(policy).map(({ at }) => at)
  const rows = policySections
    .filter((section) => policy[section] !== undefined)
    .map((section) => {
      const count = assumed.filter((at) => at === section || at.startsWith(`${section}.`)).length
      const said = contentOf(desk, policy[section])
      return [section, sections[section], said, count === 0 ? '' : String(count)]
    })
  const headings = [keys.section, '', keys.items, keys.assumed]
  return [
    text.heading(policy.title[desk.language], version, from, adoptedOn),
    ...(adopted.reason === null ? [] : [`${keys.reason}  ${adopted.reason}`]),
    '',
    ...alignedLines(headings, rows, [], undefined),
    '',
    desk.text.program.next(text.more),
  ]
}

/** How many rules a section has, or what it says where it is short. */
function contentOf(desk: Desk, part: unknown): string {
  if (Array.isArray(part) && part.every((item) => typeof item === 'object'))
    return String(part.length)
  if (typeof part !== 'object' || Array.isArray(part)) return briefly(part, desk.language)
  const { levels, classes, channels } = part as Readonly<Record<string, object | undefined>>
  const rules = levels ?? classes ?? channels ?? (part as object)
  const isList = Object.values(rules).every(
    (rule) => typeof rule === 'object' && !Array.isArray(rule),
  )
  return isList ? String(Object.keys(rules).length) : briefly(part, desk.language)
}
