import type { Question } from '../cli/ask.ts'
import { readChoice } from '../domain/choice.ts'
import { isInvalid } from '../domain/invalid.ts'
import type { MaterialSaid } from '../domain/material-draft.ts'
import { readName } from '../domain/value.ts'
import { Refusal } from '../domain/refusal.ts'
import type { AttachOptions } from './attach.ts'
import type { Desk } from './desk.ts'

/** What is to be attached to which archive. */
export interface MaterialWish {
  readonly number: string
  readonly files: readonly string[]
  readonly said: MaterialSaid
}

/** Asks for the number, and for paper for its title and kind; a file brings its own name. */
export async function askMaterial(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<MaterialWish> {
  const [first, ...files] = given
  const text = desk.text.material
  const number: Question = {
    kind: 'text',
    message: desk.text.keys.archive.number,
    option: '<number>',
  }
  const asked = await desk.ask({ number }, first === undefined ? {} : { number: first })
  const said = saidIn(options)
  if (files.length > 1 && (said.title ?? said.documentNumber) !== undefined)
    throw new Refusal('usage.together', {
      options: [said.title === undefined ? '--document-number' : '--title', '<files>'],
    })
  if (files.length > 0 || said.title !== undefined) return { number: asked.number, files, said }
  const question: Question = {
    kind: 'text',
    message: text.ask.title,
    option: '--title',
    check: (typed) => complaint(desk, readName(typed)),
  }
  const { title } = await desk.ask({ title: question }, {})
  const kind = await askKind(desk, said.kind)
  return { number: asked.number, files, said: { ...said, title, ...kind } }
}

const complaint = (desk: Desk, read: ReturnType<typeof readName>): string | undefined =>
  isInvalid(read) ? desk.text.values.say(read) : undefined

async function askKind(desk: Desk, said: string | undefined): Promise<Pick<MaterialSaid, 'kind'>> {
  const { policy } = await desk.read()
  const kinds = policy.materials?.kinds
  if (said !== undefined || !kinds || !desk.globals.interactive) return {}
  const choices = Object.entries(kinds).map(([value, { label }]) => ({
    value,
    name: label[desk.language],
  }))
  const question: Question = {
    kind: 'choice',
    message: desk.text.material.ask.kind,
    option: '--kind',
    choices,
    optional: true,
    check: (typed) => complaint(desk, readChoice(kinds, typed)),
  }
  const { kind } = await desk.ask({ kind: question }, {})
  return kind === '' ? {} : { kind }
}

const saidKeys = [
  'title',
  'kind',
  'documentNumber',
  'part',
  'order',
  'pages',
  'copies',
  'form',
  'counterpart',
  'medium',
  'on',
  'secrecy',
  'place',
  'keeper',
  'from',
  'annex',
] as const satisfies readonly (keyof MaterialSaid)[]

/** What the options say of the material itself. */
export const saidIn = (options: AttachOptions): MaterialSaid =>
  Object.fromEntries(
    saidKeys.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
  )
