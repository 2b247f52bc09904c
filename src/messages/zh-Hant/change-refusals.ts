import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keyLabel } from './keys.ts'

/** Changes that were handed in. */
export const changeRefusals = {
  'change.overtaken': ({ request, number, fields }) =>
    `${request} 提出以後，${number} 的${fields.map(({ key, label }) => label?.['zh-Hant'] ?? keyLabel(key)).join('、')}已被改動，不能照原樣更新（S000-4.4-4）；申請仍待審批。請核對：dangan show ${number} --history；按現狀重提後撤回：dangan request withdraw ${request}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
