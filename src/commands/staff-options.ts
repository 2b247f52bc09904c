import { readChoice } from '../domain/choice.ts'
import { isInvalid, type Invalid } from '../domain/invalid.ts'
import { readName } from '../domain/plain.ts'
import type { Choices, Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { languages, secrecyLevels, type Label, type Secrecy } from '../domain/words.ts'
import { keysIn } from '../messages/index.ts'

/** What a line says of a person; '' takes a value away. */
export interface PersonOptions {
  readonly name?: string
  readonly post?: string
  readonly department?: string
  readonly clearance?: string
  readonly account?: string
}

/** The same, read: what was not said is absent. */
export interface PersonSaid {
  readonly name?: string
  readonly post?: string | null
  readonly department?: string | null
  readonly clearance?: Secrecy
  readonly osAccount?: string | null
}

/**
 * Reads what was said of a person.
 * @throws Refusal value.bad, with everything that is wrong
 */
export function readPerson(options: PersonOptions, policy: Policy): PersonSaid {
  const problems: { key: string; value: string; invalid: Invalid }[] = []
  const read = <T extends string>(key: string, value: string | undefined, by: Reader) => {
    if (value === undefined) return undefined
    const made = by(value)
    if (!isInvalid(made)) return made as T
    problems.push({ key, value, invalid: made })
    return undefined
  }
  const name = read('--name', options.name, readName)
  const post = read('--post', options.post, readName)
  const department = read('--department', options.department, readName)
  const clearance = read<Secrecy>('--clearance', options.clearance, clearanceReader(policy))
  const account = read('--account', options.account, readName)
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  if (name === '') throw new Refusal('usage.missing', { options: ['<name>'] })
  return {
    ...(name === undefined ? {} : { name }),
    ...(post === undefined ? {} : { post: post || null }),
    ...(department === undefined ? {} : { department: department || null }),
    ...(clearance === undefined ? {} : { clearance: clearance || 'none' }),
    ...(account === undefined ? {} : { osAccount: account || null }),
  }
}

type Reader = (raw: string) => string | Invalid

/** Any of the four levels, in our words of every language and in those of the policy. */
export const clearanceReader =
  (policy: Policy): Reader =>
  (raw) =>
    readChoice(clearanceChoices(policy), raw)

/** All four levels, in our words of every language and in those of the policy. */
function clearanceChoices(policy: Policy): Choices {
  const named = policy.secrecy?.levels
  return Object.fromEntries(
    secrecyLevels.map((level) => {
      const words = languages.map((language) => [language, keysIn[language].secrecy[level]])
      const label = Object.fromEntries(words) as Label
      return [level, { label, aliases: Object.values(named?.[level]?.label ?? {}) }]
    }),
  )
}
