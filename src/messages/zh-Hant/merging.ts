import type { Catalog } from '../catalog.ts'

/** Merging archives of one customer. */
export const merging = {
  summary: '合併同一客戶的兩份檔案',
  description:
    '把一份檔案併入另一份：記錄與聯絡人隨之轉入，缺少的內容補上，密等取較高者，保存期限取較長者；舊編號成為曾用編號。可以取消。',
  options: {
    number: '要併入的檔案編號',
    into: '併入哪一份',
    undo: '取消合併，給出已併入的編號',
    reason: '原因',
  },
  ask: { into: '併入哪一份（編號）' },
  done: (number, into) => `${number} 已併入 ${into}，舊編號仍可使用`,
  undone: (number, from) => `已取消合併：${number} 已從 ${from} 分出`,
  differing: (keys, survivor) => `兩份的${keys}不同，保留 ${survivor} 的。`,
} satisfies Catalog['merging']
