import { mapHeadings } from './headings.ts'
import { invalid, type Invalid } from './invalid.ts'
import type { Contact } from './archive.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { readName, readValue } from './value.ts'
import { isInvalid } from './invalid.ts'
import { Refusal } from './refusal.ts'

/**
 * `field=value` pairs as raw values by key. Fields go by key or by any label (`sex=male`, `性别=男`);
 * what the policy does not know is kept under its own name.
 * @throws Refusal value.bad where there is no `=`
 */
export function readSettings(pairs: readonly string[], policy: Policy): Map<string, string> {
  const said = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/)
    if (at < 1) throw shapeless(pair)
    said.set(keyNamed(pair.slice(0, at).trim(), policy), pair.slice(at + 1).trim())
  }
  return said
}

const shapeless = (pair: string): Refusal =>
  new Refusal('value.bad', {
    problems: [{ key: '--set', value: pair, invalid: invalid('map.shape', { part: pair }) }],
  })

/**
 * `name=value` pairs of fields that no policy knows, kept under the names as they stand.
 * @throws Refusal value.bad where there is no `=`
 */
export function readExtras(pairs: readonly string[]): Map<string, string> {
  const said = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/)
    if (at < 1) throw shapeless(pair)
    said.set(pair.slice(0, at).normalize('NFKC').trim(), pair.slice(at + 1).trim())
  }
  return said
}

/** The key that a person means by a heading, a label or a key. */
function keyNamed(text: string, policy: Policy): string {
  const target = mapHeadings([text], policy)[0]?.target
  return typeof target === 'string' ? target : (target?.extra ?? text)
}

/** `姓名[,职务[,电话[,邮箱]]]` as a contact. @throws Refusal value.bad */
export function readContact(text: string): Contact {
  const { contact, problems } = contactIn(text)
  if (!contact) throw new Refusal('value.bad', { problems })
  return contact
}

/** The contact that a text says, or everything that is wrong with it. */
export function contactIn(text: string): {
  readonly contact?: Contact
  readonly problems: readonly Problem[]
} {
  const [name = '', role = '', phone = '', email = ''] = text.split(/[,，]/).map((it) => it.trim())
  const problems: Problem[] = []
  const read = (key: string, raw: string, reader: (raw: string) => string | Invalid): string => {
    const value = raw === '' ? '' : reader(raw)
    if (!isInvalid(value)) return value
    problems.push({ key, value: raw, invalid: value })
    return ''
  }
  const contact = {
    name: read('contact', name, readName),
    role: read('contact', role, readName),
    phone: read('phone', phone, (raw) => readValue('phone', raw)),
    email: read('email', email, (raw) => readValue('email', raw)),
  }
  if (name === '')
    problems.push({ key: 'contact', value: text, invalid: invalid('value.missing', {}) })
  if (problems.length > 0) return { problems }
  const said = Object.entries(contact).filter(([, value]) => value !== '')
  return { contact: Object.fromEntries(said) as unknown as Contact, problems }
}
