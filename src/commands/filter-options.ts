import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageFault } from '../cli/failure.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { readFilter, type Filter } from '../domain/filter.ts'
import type { Choices } from '../domain/policy.ts'
import { languages, statuses, type Label } from '../domain/words.ts'
import type { Catalog } from '../messages/catalog.ts'
import { keysIn } from '../messages/index.ts'
import type { Selection } from '../store/conditions.ts'
import type { Desk, Office } from './desk.ts'
import { collected } from './content-options.ts'

/** Declares the options that narrow archives down: the same for find, list and export. */
export function withFilters<C extends CommandUnknownOpts>(
  command: C,
  text: Catalog['finding']['filters'],
): C {
  command
    .option('--type <type>', text.type)
    .option('--industry <industry>', text.industry)
    .option('--region <region>', text.region)
    .option('--stage <stage>', text.stage)
    .option('--secrecy <level>', text.secrecy)
    .option('--importance <importance>', text.importance)
    .option('--org <code>', text.org)
  return withConditions(command, text)
}

/** Those of them that name no class: `classify` sets what the others ask for, and has `--where` for it. */
export function withConditions<C extends CommandUnknownOpts>(
  command: C,
  text: Catalog['finding']['filters'],
): C {
  command
    .option('--owner <name>', text.owner)
    .option('--status <status>', text.status)
    .option('--opened-after <day>', text.openedAfter)
    .option('--opened-before <day>', text.openedBefore)
    .option('--incomplete', text.incomplete)
    .option('--missing <kind>', text.missing)
    .option('--review-due [day]', text.reviewDue)
    .option('--card <state>', text.card)
    .option('--where <field=value>', text.where, collected, [])
  return command
}

/** What the line says, read under the policy; `words` as one text. @throws Refusal value.bad */
export function selectionOf(office: Office, words: readonly string[], said: FilterSaid): Selection {
  const { policy, operator, today } = office
  const keys = keysIn[policy.language]
  const filter = readFilter(said, { policy, today, statuses: statusChoices(), keys })
  return { words: words.join(' '), filter, policy, rights: operator.rights }
}

/** Nothing was said: neither words nor a filter. */
export const isEverything = (words: readonly string[], { conditions }: Filter): boolean =>
  words.join('').trim() === '' && conditions.length === 0

/** States as a list that can be read in any language. */
function statusChoices(): Choices {
  return Object.fromEntries(
    statuses.map((status) => {
      const words = languages.map((language) => [language, keysIn[language].status[status]])
      return [status, { label: Object.fromEntries(words) as Label }]
    }),
  )
}

/** `--limit`: a whole number from 1. @throws UsageFault */
export function limitIn(desk: Desk, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageFault(desk.text.program.usage.badNumber('--limit', text))
  return Number(text)
}

/** How archives were asked for, for the journal: the words of the line. */
export function lineOf(command: string, words: readonly string[], said: object): string {
  const options = Object.entries(said).flatMap(([name, value]) =>
    value === undefined || value === false || (Array.isArray(value) && value.length === 0)
      ? []
      : [`--${name}${value === true ? '' : ` ${String(value)}`}`],
  )
  return [command, ...words, ...options].join(' ')
}
