import { Refusal } from './refusal.ts'

/**
 * The journal's head as a short code that people copy from paper: `57-K7QM-4XTP-9RZ2-HB3D` is entry
 * 57 and the first 75 bits of its hash, with a sign that tells a slip of the pen from a forgery.
 */
export interface Anchor {
  readonly seq: number
  /** Fifteen signs of five bits each. */
  readonly signs: string
}

/** Crockford's digits: none that look like another. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 15

/** `hash` in hex. */
export const anchorTo = (seq: number, hash: string): Anchor => ({ seq, signs: signsOf(hash) })

function signsOf(hash: string): string {
  const bits = [...hash.slice(0, 20)].map((it) =>
    Number.parseInt(it, 16).toString(2).padStart(4, '0'),
  )
  const groups = bits.join('').match(/.{5}/g) ?? []
  return groups
    .slice(0, length)
    .map((group) => digits[Number.parseInt(group, 2)])
    .join('')
}

export function anchorCode({ seq, signs }: Anchor): string {
  const groups = `${signs}${checkOf(seq, signs)}`.match(/.{4}/g) ?? []
  return [String(seq), ...groups].join('-')
}

/** Weighted by place, modulo a prime: one wrong sign and two changed about are seen. */
function checkOf(seq: number, signs: string): string {
  const values = [...String(seq).padStart(12, '0'), ...signs].map((it) => digits.indexOf(it))
  const sum = values.reduce((total, value, at) => total + value * (at + 2), 0)
  return digits[sum % 31] as string
}

/** Reads a code as somebody typed it. @throws Refusal anchor.bad */
export function readAnchor(text: string): Anchor {
  const said = text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replaceAll(/[‐-―−]/g, '-')
  const [, number = '', rest = ''] = /^#?(\d{1,12})[\s-]+(.+)$/.exec(said) ?? []
  const signs = rest.replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const anchor = { seq: Number(number), signs: signs.slice(0, length) }
  const isWhole = new RegExp(`^[${digits}]{${length + 1}}$`).test(signs)
  if (isWhole && checkOf(anchor.seq, anchor.signs) === signs.at(-1)) return anchor
  throw new Refusal('anchor.bad', { code: text })
}
