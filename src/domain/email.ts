import { invalid, type Invalid } from './invalid.ts'
import { once } from './once.ts'
import { coded, isNothing } from './plain.ts'

const plain = /^[\w.+-]+@[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]+$/
/** Made when first met: classes of letters take a millisecond to be made. */
const tolerable = once(
  () =>
    /^([\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+\p{L}[\p{L}\p{N}\p{M}-]{1,62})$/u,
)

/** An e-mail address with its domain in lower case; '' when the cell says that there is none. */
export const readEmail = (raw: string): string | Invalid =>
  raw.length <= 64 && plain.test(raw) ? raw : readRoughEmail(raw)

function readRoughEmail(raw: string): string | Invalid {
  const text = coded(raw)
  if (typeof text !== 'string') return text
  if (isNothing(text)) return ''
  const found = tolerable().exec(text.replace(/^mailto:/i, ''))
  if (!found || text.length > 254) return invalid('email.shape', {})
  return `${found[1]}@${(found[2] ?? '').toLowerCase()}`
}
