import { isInvalid } from '../domain/invalid.ts'
import { readName, readText } from '../domain/plain.ts'
import { Refusal } from '../domain/refusal.ts'

/** One line that an option gives, without blanks around it; undefined: not said, or nothing. @throws Refusal value.bad */
export const nameIn = (option: string, raw: string | undefined): string | undefined =>
  wordsIn(option, raw, readName)

/** As much text as an option gives. @throws Refusal value.bad */
export const textIn = (option: string, raw: string | undefined): string | undefined =>
  wordsIn(option, raw, readText)

function wordsIn(
  option: string,
  raw: string | undefined,
  read: typeof readName,
): string | undefined {
  if (raw === undefined) return undefined
  const words = read(raw)
  if (isInvalid(words))
    throw new Refusal('value.bad', { problems: [{ key: option, value: raw, invalid: words }] })
  return words === '' ? undefined : words
}
