import { isDay } from './calendar.ts'
import { requestKinds } from './policy-use.ts'
import { Refusal } from './refusal.ts'
import type { Difference, RequestFact, RequestFacts } from './request-facts.ts'
import type { Decision } from './request.ts'
import { secrecyLevels } from './words.ts'

export const decisions = ['approved', 'refused'] as const satisfies readonly Decision[]

const title = 'dangan-approval v1'

const isText = (value: unknown) => typeof value === 'string'
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0
const isTextOrNone = (value: unknown) => value === null || isText(value)
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
const isDayOrNone = (value: unknown) => value === null || (isText(value) && isDay(value as string))
const isOneOf = (words: readonly string[]) => (value: unknown) =>
  isText(value) && words.includes(value as string)
const isHex = (digits: number) => (value: unknown) =>
  isText(value) && new RegExp(`^[0-9a-f]{${digits}}$`).test(value as string)

/** Every line of the text after its title, in its order: that of the alphabet. */
const lines: Readonly<Record<RequestFact, (value: unknown) => boolean>> = {
  applicant: isText,
  decider: isText,
  deciderPost: isTextOrNone,
  decision: isOneOf(decisions),
  dueOn: isDayOrNone,
  expiresOn: isDayOrNone,
  file: isText,
  headHash: isHex(64),
  headSeq: isCount,
  kind: isOneOf(requestKinds),
  materials: isTexts,
  nonce: isHex(32),
  numbers: isTexts,
  policyVersion: isCount,
  purpose: isText,
  request: isText,
  secrecy: isOneOf(secrecyLevels),
  step: isCount,
  unit: isTextOrNone,
  wish: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}
const keys = Object.keys(lines) as readonly RequestFact[]

/**
 * The text that an approver signs, byte for byte the same wherever and whenever it is written: LF
 * after each line, one line a fact, `key: <json>` in the order of the alphabet. Nothing in a value
 * ends a line, turns the direction of writing or hides: it stands there escaped.
 */
export const requestText = (facts: RequestFacts): string =>
  [title, ...keys.map((key) => `${key}: ${shownJson(facts[key])}`), ''].join('\n')

/**
 * The facts of a text that is exactly as `requestText` writes it, to the last byte.
 * @throws Refusal approval-text.bad
 */
export function readRequestText(text: string): RequestFacts {
  const said = text.split('\n')
  if (said[0] !== title) throw new Refusal('approval-text.bad', { line: 1 })
  const facts = Object.fromEntries(
    keys.map((key, index) => [key, valueIn(said[index + 1], key, index + 2)]),
  ) as unknown as RequestFacts
  const canonical = requestText(facts).split('\n')
  const wrong = Array.from({ length: Math.max(canonical.length, said.length) }, (_, at) => at).find(
    (at) => canonical[at] !== said[at],
  )
  if (wrong === undefined) return facts
  throw new Refusal('approval-text.bad', { line: wrong + 1 })
}

function valueIn(line: string | undefined, key: RequestFact, number: number): unknown {
  const start = `${key}: `
  const value = line?.startsWith(start) ? parsed(line.slice(start.length)) : undefined
  if (lines[key](value)) return value
  throw new Refusal('approval-text.bad', { line: number })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

/** Where `said` is not what `now` is; of `now` only what it has counts. */
export const differencesFrom = (said: RequestFacts, now: Partial<RequestFacts>): Difference[] =>
  keys
    .filter((key) => key in now && shownJson(said[key]) !== shownJson(now[key]))
    .map((key) => ({ key, said: said[key], now: now[key] }))

/**
 * Listed by number and for ever: a class of the Unicode tables would grow with the next Node, and
 * what was signed would no longer be what is written.
 */
const unseen =
  /[\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202F\u205F-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFF\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

/** JSON in which nothing acts on a terminal and nothing is hidden from who reads it before signing. */
const shownJson = (value: unknown): string =>
  JSON.stringify(value, inOrder).replaceAll(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )

/** Words of an object are told in the order of the alphabet, too, however they were put together. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const words = Object.entries(value)
  return Object.fromEntries(words.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
