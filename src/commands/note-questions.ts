import type { Question } from '../cli/ask.ts'
import {
  entryKindNamed,
  entryKinds,
  lackingIn,
  readEntryFields,
  requireReckoned,
  type EntryDraft,
} from '../domain/entry.ts'
import { isInvalid } from '../domain/invalid.ts'
import type { EntryRule, FieldRule, Policy } from '../domain/policy.ts'
import { readEntryField, type EntryFields } from '../domain/reckoning.ts'
import { Refusal } from '../domain/refusal.ts'
import { readExtras } from '../domain/settings.ts'
import { readValue } from '../domain/value.ts'
import type { Desk } from './desk.ts'

interface NoteOptions {
  readonly kind?: string
  readonly text?: string
  readonly set: readonly string[]
}

/** An entry as it was asked for: `said` are its fields before anything was reckoned. */
export interface AskedEntry {
  readonly number: string
  readonly draft: Omit<EntryDraft, 'happenedOn'>
  readonly said: EntryFields
}

/** What kind is meant where none is said. */
const usual = 'communication'

/**
 * Reads the line; asks for the number, the kind and what the kind requires. Whoever says nothing of
 * the fact itself on the line is taken through all its fields, and its text.
 */
export async function askEntry(
  desk: Desk,
  given: string | undefined,
  options: NoteOptions,
): Promise<AskedEntry> {
  const text = desk.text.entry
  const number = {
    kind: 'text',
    message: desk.text.keys.archive.number,
    option: '<number>',
  } as const
  const asked = await desk.ask({ number }, given === undefined ? {} : { number: given })
  const { policy } = await desk.read()
  const kind = await askKind(desk, policy, options.kind)
  const rule = entryKinds(policy)[kind] as EntryRule
  const said = readEntryFields(readExtras(options.set), rule)
  const required = await askRequired(desk, rule, said)
  const others = isThrough(desk, options)
    ? await askOthers(desk, rule, { ...said, ...required })
    : {}
  const words = await askText(desk, options.text)
  const told = new Map(Object.entries({ ...required, ...others }))
  const all = { ...said, ...readEntryFields(told, rule) }
  if (words === '' && Object.keys(all).length === 0)
    throw new Refusal('usage.missing', { options: ['--text'] })
  const fields = requireReckoned(all, rule)
  return { number: asked.number, draft: { kind, text: textIn(words), fields }, said: all }

  async function askText(desk: Desk, said: string | undefined): Promise<string> {
    if (said !== undefined || !desk.globals.interactive) return said ?? ''
    const question = {
      kind: 'text',
      message: text.ask.text,
      option: '--text',
      optional: true,
    } as const
    return (await desk.ask({ text: question }, {})).text
  }
}

const isThrough = ({ globals }: Desk, { text, set }: NoteOptions): boolean =>
  globals.interactive && text === undefined && set.length === 0

/** @throws Refusal value.bad */
export function textIn(raw: string): string {
  const value = readValue('text', raw)
  if (!isInvalid(value)) return value
  throw new Refusal('value.bad', { problems: [{ key: '--text', value: raw, invalid: value }] })
}

async function askKind(desk: Desk, policy: Policy, said: string | undefined): Promise<string> {
  if (said !== undefined) return entryKindNamed(said, policy)
  const kinds = entryKinds(policy)
  if (!desk.globals.interactive && Object.hasOwn(kinds, usual)) return usual
  const choices = Object.entries(kinds).map(([value, { label }]) => ({
    value,
    name: label[desk.language],
  }))
  const question = {
    kind: 'choice',
    message: desk.text.entry.ask.kind,
    option: '--kind',
    choices,
  } as const
  return (await desk.ask({ kind: question }, {})).kind
}

/** The fields that the kind requires, where they were not said. */
async function askRequired(
  desk: Desk,
  rule: EntryRule,
  said: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const lacking = lackingIn(requireReckoned(said, rule), rule)
  const questions = lacking.map((key) => [key, fieldQuestion(desk, key, rule)])
  return desk.ask(Object.fromEntries(questions) as Record<string, Question>, {})
}

/** The other fields of the kind, each of which may be passed over; an amount that is reckoned out is not asked for. */
async function askOthers(
  desk: Desk,
  rule: EntryRule,
  said: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const { quantity = '', unitPrice = '', amount } = rule.reckoned ?? {}
  const open = Object.keys(rule.fields ?? {}).filter((key) => said[key] === undefined)
  const ask = (keys: readonly string[]) => {
    const questions = keys.map((key) => [key, otherQuestion(desk, key, rule)])
    return desk.ask(Object.fromEntries(questions) as Record<string, Question>, {})
  }
  const told = await ask(open.filter((key) => key !== amount))
  const figures = { ...said, ...told }
  const isReckoned = Boolean(figures[quantity]) && Boolean(figures[unitPrice])
  return isReckoned ? told : { ...told, ...(await ask(open.filter((key) => key === amount))) }
}

function otherQuestion(desk: Desk, key: string, rule: EntryRule): Question {
  const question = fieldQuestion(desk, key, rule)
  return { ...question, message: desk.text.entry.ask.other(question.message), optional: true }
}

function fieldQuestion(desk: Desk, key: string, rule: EntryRule): Question {
  const field = rule.fields?.[key] as FieldRule
  const label = field.label[desk.language]
  const choices = Object.entries(field.choices ?? {})
  return {
    kind: field.kind === 'choice' ? 'choice' : 'text',
    message: label,
    option: `--set ${label}=…`,
    choices: choices.map(([value, choice]) => ({ value, name: choice.label[desk.language] })),
    check: (value) => {
      if (value === '') return undefined
      const read = readEntryField(key, value, field, rule)
      return isInvalid(read) ? desk.text.values.say(read) : undefined
    },
  }
}
