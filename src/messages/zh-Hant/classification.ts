import type { Catalog } from '../catalog.ts'

/** Classifying archives. */
export const classification = {
  summary: '分類',
  description:
    '設定一份或多份檔案的類型、業務階段、行業、地區、重要程度、密等與保存期限類別，或依制度的規則分類。可依編號，也可依條件選定檔案：--find、--where 等同 list 的條件；--type、--stage 等在此是要設定的值，作為條件請寫 --where 類型=…。先顯示方案，再辦理。改類型不換號，除非 --renumber。',
  options: {
    find: '符合這些詞的全部檔案（同 find）',
    byRules: '依現行制度的分類規則（未給編號則為全部檔案）',
    renumber: '依新的類型給予新編號，舊編號仍可使用',
  },
  ask: {
    axis: '依什麼分類',
    confirm: (count) => `將更動 ${count} 份檔案，要辦理嗎？`,
  },
  plan: (count, kept) =>
    kept > 0 ? `分類方案：更動 ${count} 份，${kept} 份已是如此` : `分類方案：更動 ${count} 份`,
  rule: (rule, source) =>
    source === '' ? `依制度規則 ${rule}` : `依制度規則 ${rule}（${source}）`,
  newNumber: '給予新編號',
  done: (number, version) => `已分類 ${number}（第 ${version} 版）`,
  renumbered: (number, old) => `已換號：${old} → ${number}，舊編號仍可使用`,
  nothing: '沒有需要更動的檔案。',
  declined: '未作更動。',
} satisfies Catalog['classification']
