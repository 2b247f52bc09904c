import type { Question } from '../cli/ask.ts'
import { needsOrgCode } from '../domain/number.ts'
import { choicesOf, readDraft, readerOf, type Said } from '../domain/draft.ts'
import { isInvalid } from '../domain/invalid.ts'
import { openArchive, problemsOf } from '../domain/opening.ts'
import type { Policy } from '../domain/policy.ts'
import { readContact } from '../domain/settings.ts'
import { lookalikes } from '../store/duplicates.ts'
import { saidIn, type ContentOptions } from './content-options.ts'
import type { Desk, Office } from './desk.ts'

export type AddOptions = ContentOptions & {
  readonly on?: string
  readonly contact: readonly string[]
  readonly number?: string
  readonly foreignNumber?: true
  readonly duplicate?: 'ask' | 'add' | 'fail'
  readonly reason?: string
}

/** What `add` was told. */
export interface AddWish {
  readonly said: Said
  readonly contacts: readonly string[]
  readonly number: string | undefined
  readonly foreignNumber: boolean
  /** Somebody decided that a likely duplicate is another customer. */
  readonly duplicatesAllowed: boolean
  readonly reason: string | undefined
}

/** The raw values that the options of `add` say, by key. */
export function openingIn(options: AddOptions, policy: Policy): Map<string, string> {
  const said = saidIn(options, policy)
  return options.on === undefined ? said : said.set('openedOn', options.on)
}

/** Asks for type, name, org code and phone where they are missing, and what to do about a likely duplicate. */
export async function askOpening(desk: Desk, options: AddOptions): Promise<AddWish> {
  const office = await desk.read()
  const said = openingIn(options, office.policy)
  const given = (key: string) => (said.has(key) ? { [key]: said.get(key) as string } : {})
  const { type, name } = await desk.ask(firstQuestions(desk, office.policy), {
    ...given('type'),
    ...given('name'),
  })
  const asked = !said.has('type') || !said.has('name')
  said.set('type', type).set('name', name)
  if (needsOrg(type, office.policy)) {
    const { orgCode } = await desk.ask(
      { orgCode: question(desk, office.policy, 'orgCode', '--org') },
      given('orgCode'),
    )
    said.set('orgCode', orgCode)
  }
  if (asked && desk.globals.interactive) {
    const phone = { ...question(desk, office.policy, 'phone', '--phone'), optional: true }
    said.set('phone', (await desk.ask({ phone }, given('phone'))).phone)
  }
  const wish = wishOf(options, said)
  return {
    ...wish,
    duplicatesAllowed: await duplicateDecided(desk, office, wish, options.duplicate),
  }
}

/** What the line alone says. */
export const wishIn = (options: AddOptions, policy: Policy): AddWish =>
  wishOf(options, openingIn(options, policy))

const wishOf = (options: AddOptions, said: Map<string, string>): AddWish => ({
  said,
  contacts: options.contact,
  number: options.number,
  foreignNumber: options.foreignNumber === true,
  duplicatesAllowed: options.duplicate === 'add',
  reason: options.reason,
})

const firstQuestions = (desk: Desk, policy: Policy) => ({
  type: question(desk, policy, 'type', '--type'),
  name: question(desk, policy, 'name', '--name'),
})

const needsOrg = (type: string, policy: Policy): boolean => {
  const read = readerOf('type', policy)(type)
  return !isInvalid(read) && needsOrgCode(policy.types[read]?.pattern ?? '')
}

/** A question for the value of a key: with the policy's choices, checked as one types. */
function question(
  desk: Desk,
  policy: Policy,
  key: 'type' | 'name' | 'orgCode' | 'phone',
  option: string,
): Question {
  const choices = choicesOf(key, policy)
  const read = readerOf(key, policy)
  return {
    kind: choices ? 'choice' : 'text',
    message: desk.text.archive.add.ask[key],
    option,
    ...(choices ? { choices: named(choices, desk) } : {}),
    check: (value) => {
      const said = value === '' ? value : read(value)
      return isInvalid(said) ? desk.text.values.say(said) : undefined
    },
  }
}

const named = (choices: NonNullable<ReturnType<typeof choicesOf>>, desk: Desk) =>
  Object.entries(choices).map(([value, { label }]) => ({ value, name: label[desk.language] }))

/** Off a terminal a likely duplicate is refused; at one a person decides (SPEC section 5). */
async function duplicateDecided(
  desk: Desk,
  office: Office,
  wish: AddWish,
  how: AddOptions['duplicate'],
): Promise<boolean> {
  if (how === 'add' || how === 'fail' || !desk.globals.interactive) return how === 'add'
  const { policy, today } = office
  const draft = readDraft(wish.said, policy)
  if (problemsOf(draft, policy, today).length > 0) return false
  const opening = openArchive(draft, wish.contacts.map(readContact), policy, today)
  const alike = lookalikes(office, opening)
  if (alike.length === 0) return false
  const text = desk.text.archive.add
  const shown = ({ number, name }: (typeof alike)[number]) => `${number ?? text.hidden}  ${name}`
  desk.say.notice(text.likely, ...alike.map((it) => `  ${shown(it)}`.trimEnd()))
  return desk.confirm(text.ask.duplicate, 'add', { option: '--duplicate add' })
}
