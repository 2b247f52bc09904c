import { UsageFault } from '../cli/failure.ts'
import { choicesOf, readerOf } from '../domain/draft.ts'
import { settableKeys, type Archive } from '../domain/archive.ts'
import { isInvalid } from '../domain/invalid.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { isSensitive } from '../domain/shown.ts'
import { archivesFor } from './archives-given.ts'
import { saidIn, type ContentOptions } from './content-options.ts'
import type { Desk } from './desk.ts'
import { enterPassing, toEnter } from './reading.ts'

export type UpdateOptions = ContentOptions & {
  readonly extra: readonly string[]
  readonly addContact: readonly string[]
  readonly removeContact: readonly string[]
  readonly knownOn?: string
  readonly source?: string
  readonly reason?: string
  readonly expectVersion?: string
  readonly close?: true
  readonly on?: string
  readonly reopen?: true
  readonly revert?: string
  readonly void?: true
  readonly addReader: readonly string[]
  readonly removeReader: readonly string[]
}

/** What `update` was told. */
export interface UpdateWish {
  readonly kind: 'change' | 'close' | 'reopen' | 'revert' | 'void' | 'readers'
  readonly options: UpdateOptions
  readonly reason: string | undefined
  readonly expectVersion: number | undefined
  /** For `revert`. */
  readonly version: number | undefined
}

/** Reads the line; asks for what an act needs and was not said. */
export async function askUpdate(
  desk: Desk,
  numbers: readonly string[],
  options: UpdateOptions,
): Promise<UpdateWish> {
  const kind = kindOf(options)
  requireFit(kind, numbers, options)
  const wish = {
    kind,
    options,
    reason: options.reason,
    expectVersion: countIn(desk, '--expect-version', options.expectVersion),
    version: countIn(desk, '--revert', options.revert),
  }
  if (kind === 'revert') return wish
  if (kind !== 'change') return { ...wish, reason: await askReason(desk, options.reason) }
  return hasChanges(options) ? wish : { ...wish, options: await askChange(desk, numbers, options) }
}

const acts = ['close', 'reopen', 'revert', 'void'] as const

function kindOf(options: UpdateOptions): UpdateWish['kind'] {
  const said = acts.filter((act) => options[act] !== undefined)
  const naming = namingIn(options)
  if (said.length > 1 || (said.length > 0 && naming.length > 0))
    throw new Refusal('usage.together', {
      options: [...said.map((act) => `--${act}`), ...naming],
    })
  return naming.length > 0 ? 'readers' : (said[0] ?? 'change')
}

const namingIn = ({ addReader, removeReader }: UpdateOptions): string[] => [
  ...(addReader.length > 0 ? ['--add-reader'] : []),
  ...(removeReader.length > 0 ? ['--remove-reader'] : []),
]

/** What goes with what. */
function requireFit(
  kind: UpdateWish['kind'],
  numbers: readonly string[],
  options: UpdateOptions,
): void {
  if (options.on !== undefined && kind !== 'close')
    throw new Refusal('usage.missing', { options: ['--close'] })
  if ((kind === 'revert' || kind === 'void') && hasChanges(options))
    throw new Refusal('usage.together', { options: [`--${kind}`, '--set'] })
  const [naming] = namingIn(options)
  if (naming !== undefined && (hasChanges(options) || options.expectVersion !== undefined))
    throw new Refusal('usage.together', {
      options: [naming, hasChanges(options) ? '--set' : '--expect-version'],
    })
  const single = kind === 'revert' ? '--revert' : '--expect-version'
  const wantsOne = kind === 'revert' || options.expectVersion !== undefined
  if (wantsOne && numbers.length > 1)
    throw new Refusal('usage.together', { options: [single, numbers.join(' ')] })
}

const hasChanges = (options: UpdateOptions): boolean =>
  saidIn(options, noPolicy).size + options.extra.length > 0 ||
  options.addContact.length + options.removeContact.length > 0

/** Enough to count the options: keys are read under the real one. */
const noPolicy = { types: {} } as unknown as Policy

function countIn(desk: Desk, option: string, said: string | undefined): number | undefined {
  if (said === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(said)) return Number(said)
  throw new UsageFault(desk.text.program.usage.badNumber(option, said))
}

async function askReason(desk: Desk, reason: string | undefined): Promise<string> {
  const message = desk.text.change.update.ask.reason
  const question = { kind: 'text', message, option: '--reason' } as const
  const given = reason === undefined || reason.trim() === '' ? {} : { reason }
  return (await desk.ask({ reason: question }, given)).reason
}

/** One value, chosen from what the archive may hold. */
async function askChange(
  desk: Desk,
  numbers: readonly string[],
  options: UpdateOptions,
): Promise<UpdateOptions> {
  const missing = () => new Refusal('usage.missing', { options: ['--set'] })
  if (!desk.globals.interactive) throw missing()
  const office = await desk.read()
  const [archive] = archivesFor(office, numbers)
  if (!archive) throw missing()
  await enterPassing(desk, `update ${archive.number}`, toEnter(office, [archive]))
  const { policy } = office
  const text = desk.text.change.update.ask
  const label = (key: string) => labelOf(key, policy, desk.language, desk.text.keys)
  const keys = [...settableKeys, ...(policy.types[archive.type]?.fields ?? [])]
  const choices = keys.map((key) => ({ value: key, name: label(key) }))
  const which = { kind: 'choice', message: text.key, option: '', choices } as const
  const { key } = await desk.ask({ key: which }, {})
  const { value } = await desk.ask({ value: valueQuestion(desk, policy, archive, key) }, {})
  return { ...options, set: [...options.set, `${key}=${value}`] }
}

function valueQuestion(desk: Desk, policy: Policy, archive: Archive, key: string) {
  const read = readerOf(key, policy)
  const choices = choicesOf(key, policy) ?? policy.fields?.[key]?.choices
  const now = isSensitive(key, policy)
    ? undefined
    : (archive[key as keyof Archive] ?? archive.fields[key])
  return {
    kind: choices ? ('choice' as const) : ('text' as const),
    message: desk.text.change.update.ask.value(labelOf(key, policy, desk.language, desk.text.keys)),
    option: `--set ${key}=…`,
    optional: true,
    ...(typeof now === 'string' ? { initial: now } : {}),
    ...(choices
      ? {
          choices: Object.entries(choices).map(([value, { label }]) => ({
            value,
            name: label[desk.language],
          })),
        }
      : {}),
    check: (value: string) => {
      const said = value === '' ? value : read(value)
      return isInvalid(said) ? desk.text.values.say(said) : undefined
    },
  }
}
