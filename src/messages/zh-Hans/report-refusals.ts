import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** 统计报表. */
export const reportRefusals = {
  'report.format': ({ file, endings }) =>
    `不知道 ${file} 要写成什么：文件名请以 ${endings.join('、')} 结尾${endings.length === 1 ? '，份号要印在页上（S001-12-1）' : ''}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
