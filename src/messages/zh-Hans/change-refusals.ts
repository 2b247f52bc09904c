import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keyLabel } from './keys.ts'

/** Changes that were handed in. */
export const changeRefusals = {
  'change.overtaken': ({ request, number, fields }) =>
    `${request} 提出以后，${number} 的${fields.map(({ key, label }) => label?.['zh-Hans'] ?? keyLabel(key)).join('、')}已被改动，不能照原样更新（S000-4.4-4）；申请仍待审批。请核对：dangan show ${number} --history；按现状重提后撤回：dangan request withdraw ${request}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
