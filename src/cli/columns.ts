import { eastAsianWidth } from 'get-east-asian-width'
import { once } from '../domain/once.ts'

/** Nearly everything that an office writes: ASCII, Han, kana, and their full-width signs. */
const everyday =
  /^[\u0020-\u007E\u3000-\u303E\u3041-\u3096\u30A1-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]*$/

/**
 * Columns that a text takes in a terminal. string-width is what this is checked against; it is
 * not called, because its tables of emoji cost a third of a cold start.
 */
export function widthOf(text: string): number {
  if (!everyday.test(text))
    return charactersOf(text).reduce((sum, it) => sum + characterWidth(it), 0)
  let wide = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x3000) wide += 1
  return text.length + wide
}

let segmenter: Intl.Segmenter | undefined

/** What a reader sees as one character: a letter with its accents, a Han character with its variant. */
export function charactersOf(text: string): string[] {
  if (everyday.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Made when first met: classes of characters take a millisecond to be made. */
const signs = once(() => ({
  unseen:
    /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]+/u,
  pictured:
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Extended_Pictographic}.*\u200D.*\p{Extended_Pictographic}|^[\d#*]\uFE0F?\u20E3$/u,
  alsoWide: /[\p{Spacing_Mark}\uFF65-\uFF9F]/u,
}))

function characterWidth(character: string): number {
  const { unseen, pictured, alsoWide } = signs()
  const seen = character.replace(unseen, '')
  if (seen === '') return 0
  if (character.length < 50 && pictured.test(character)) return 2
  const [first = '', ...others] = [...seen]
  const more = others.filter((other) => alsoWide.test(other)).length
  return eastAsianWidth(first.codePointAt(0) ?? 0) + more
}
