import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keyLabel } from './keys.ts'

/** Changes that were handed in. */
export const changeRefusals = {
  'change.overtaken': ({ request, number, fields }) =>
    `Since ${request} was handed in, ${fields.map(({ key, label }) => label?.en ?? keyLabel(key)).join(', ')} of ${number} changed: it cannot be taken in as it is (S000-4.4-4), and still waits. Look: dangan show ${number} --history; hand it in anew as things stand, and withdraw this one: dangan request withdraw ${request}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
