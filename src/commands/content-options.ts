import type { Command } from '@commander-js/extra-typings'
import type { Policy } from '../domain/policy.ts'
import { readSettings } from '../domain/settings.ts'
import type { Catalog } from '../messages/catalog.ts'

/** Options that give an archive's contents, by the key that they set. */
const keysOfOptions = {
  type: 'type',
  name: 'name',
  org: 'orgCode',
  stage: 'stage',
  industry: 'industry',
  region: 'region',
  secrecy: 'secrecy',
  secrecyUntil: 'secrecyUntil',
  importance: 'importance',
  owner: 'owner',
  phone: 'phone',
  email: 'email',
  address: 'address',
  formedOn: 'formedOn',
  location: 'location',
  retentionClass: 'retentionClass',
  channel: 'channel',
} as const

export type ContentOptions = { readonly [Key in keyof typeof keysOfOptions]?: string } & {
  readonly set: readonly string[]
}

/** Declares the options that say what an archive holds: the same wherever contents are given. */
export const withContentOptions = <Args extends unknown[]>(
  command: Command<Args>,
  text: Catalog['archive']['add']['options'],
) =>
  command
    .option('--type <type>', text.type)
    .option('--name <name>', text.name)
    .option('--org <code>', text.orgCode)
    .option('--stage <stage>', text.stage)
    .option('--industry <industry>', text.industry)
    .option('--region <region>', text.region)
    .option('--secrecy <level>', text.secrecy)
    .option('--secrecy-until <day>', text.secrecyUntil)
    .option('--importance <importance>', text.importance)
    .option('--owner <name>', text.owner)
    .option('--phone <phone>', text.phone)
    .option('--email <email>', text.email)
    .option('--address <address>', text.address)
    .option('--formed-on <day>', text.formedOn)
    .option('--location <place>', text.location)
    .option('--retention-class <class>', text.retentionClass)
    .option('--channel <channel>', text.channel)
    .option('--set <field=value>', text.set, collected, [])

/** For options that may be given several times. */
export const collected = (value: string, before: readonly string[]): string[] => [...before, value]

/** The raw values that options say, by key. */
export function saidIn(options: ContentOptions, policy: Policy): Map<string, string> {
  const said = readSettings(options.set, policy)
  for (const [option, key] of Object.entries(keysOfOptions)) {
    const value = options[option as keyof typeof keysOfOptions]
    if (value !== undefined) said.set(key, value)
  }
  return said
}

/** The option that gives a key's value. */
export const optionFor = (key: string): string => {
  const option = Object.entries(keysOfOptions).find(([, it]) => it === key)?.[0] ?? key
  return dashed(option)
}

/** `openedAfter` as it is typed: `--opened-after`. */
export const dashed = (option: string): string =>
  `--${option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
