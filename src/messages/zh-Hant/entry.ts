import type { Catalog } from '../catalog.ts'

/** Entries: dated facts of an archive. */
export const entry = {
  summary: '登錄一筆記錄',
  description: '在檔案裡登錄一筆記錄：溝通、訂單、服務、回饋、回訪等，欄位由現行制度規定。',
  number: '檔案編號',
  options: {
    kind: '記錄的種類，省略則為溝通',
    on: '事情發生的日期，省略則為辦理日期',
    text: '內容',
    set: '該種記錄的欄位：欄位=值，可重複',
    reason: '補登的原因',
  },
  ask: { kind: '記錄的種類', text: '內容（可不填）' },
  done: (number, kind, on) => `已登錄 ${number}：${on} ${kind}`,
  list: {
    summary: '列出一份檔案的記錄',
    description: '列出一份檔案的記錄，最近的在前。',
    kind: '只列某一種',
    headings: {
      entry: '記錄',
      on: '日期',
      kind: '種類',
      text: '內容',
      fields: '欄位',
      by: '登錄人',
    },
  },
} satisfies Catalog['entry']
