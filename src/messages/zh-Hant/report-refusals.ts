import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** 統計報表. */
export const reportRefusals = {
  'report.format': ({ file, endings }) =>
    `不知道 ${file} 要寫成什麼：檔名請以 ${endings.join('、')} 結尾${endings.length === 1 ? '，份號要印在頁上（S001-12-1）' : ''}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
