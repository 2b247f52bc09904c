import { plainText, simplify, squeeze } from './characters.ts'

/** Which of two ways a name is read and compared; a customer type's policy says which. */
export type Naming = 'person' | 'organisation'

/**
 * Text as searches and comparisons see it: NFKC, lower case, accents and invisible characters off,
 * Traditional characters as Simplified, white space between Han characters removed and elsewhere
 * one space. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return simplify(plainText(text))
}

/** Legal forms that are never part of anything else: gone wherever they stand (before a branch, too). */
const formInside = /股份有限(?:责任)?公司|有限(?:责任)?公司/g

/** What may end a company's name without making it another company; a 分公司 is another. */
const formAtEnd = /(?:集团|总公司|(?<![分子])公司)$/

/** Partnerships and sole traders carry their kind in brackets at the end. */
const kindInBrackets = /\((?:(?:有限|特殊普通|普通)合伙|个体工商户)\)$/

const latinForm =
  /(?<![a-z0-9])(?:co ?ltd|co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|group|pte|pty)$/

/**
 * The key under which two names are likely the same customer: folded, without spaces and
 * punctuation; an organisation's also without its legal form (有限公司, 集团, Co., Ltd.), but with
 * what makes it another one (分公司, 厂, 医院). Empty only for an empty name.
 */
export function nameKey(name: string, naming: Naming): string {
  const folded = foldText(name)
  const whole = squeeze(folded) || folded || name
  return naming === 'person' ? whole : withoutForm(folded) || whole
}

function withoutForm(folded: string): string {
  const kindless = folded.replace(kindInBrackets, '')
  const latin = /[a-z]/.test(kindless) ? withoutLatinForm(kindless) : kindless
  let key = squeeze(latin).replace(formInside, '')
  for (let shorter = key; ; key = shorter) {
    shorter = key.replace(formAtEnd, '')
    if (shorter === key) return key
  }
}

function withoutLatinForm(folded: string): string {
  let words = folded
    .replace(/[.'’]/g, '')
    .replace(/[!-/:-@[-`{-~ ]+/g, ' ')
    .trim()
  for (;;) {
    const shorter = words.replace(latinForm, '').trim()
    if (shorter === words) return words
    words = shorter
  }
}
