import { archiveKeys } from './archive.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { isSensitive } from './shown.ts'
import { nearest } from './suggest.ts'

/** By which key a listing is ordered. `number` is the order of series: 10000 follows 9999. */
export interface Order {
  readonly key: string
  readonly descending: boolean
}

export const byNumberUp: Order = { key: 'number', descending: false }

/** Keys that a listing can be ordered by: standard ones, and the policy's fields that are no secret. */
const orderKeys = (policy: Policy): readonly string[] => [
  ...archiveKeys.filter((key) => key !== 'fields'),
  ...Object.keys(policy.fields ?? {}).flatMap((key) =>
    isSensitive(key, policy) ? [] : [`fields.${key}`],
  ),
]

/** Reads `--sort key[:desc]`. @throws Refusal usage.unknown-field */
export function readOrder(text: string | undefined, policy: Policy): Order {
  if (text === undefined) return byNumberUp
  const [key = '', direction = 'asc', ...more] = text.split(':')
  const keys = orderKeys(policy)
  if (!keys.includes(key))
    throw new Refusal('usage.unknown-field', {
      field: key,
      suggestion: nearest(key, keys),
      fields: keys,
    })
  if (more.length > 0 || !['asc', 'desc'].includes(direction))
    throw new Refusal('usage.bad-option', {
      option: '--sort',
      value: text,
      choices: [key, `${key}:desc`],
    })
  return { key, descending: direction === 'desc' }
}
