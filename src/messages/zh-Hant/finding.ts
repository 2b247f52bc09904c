import type { Catalog } from '../catalog.ts'

/** Finding, listing and exporting archives. */
export const finding: Catalog['finding'] = {
  filters: {
    type: '客戶類型（可用逗號列出數個）',
    industry: '行業',
    region: '地區',
    stage: '業務階段',
    secrecy: '密等',
    importance: '重要程度',
    owner: '業務負責人；空值表示沒有',
    status: '狀態：待核實、使用中、已結束、已銷毀',
    org: '機構代碼或經銷商代碼',
    openedAfter: '建檔日期不早於（含當日）',
    openedBefore: '建檔日期不晚於（含當日）',
    incomplete: '只要尚缺必填內容者',
    missing: '只要缺某種材料或某項必填內容者，如 合約,電話',
    reviewDue: '只要到某日（預設今天）應審核者',
    card: '紙本檔案卡：過時、一致、未列印',
    where: '任何欄位等於某值：欄位=值，可重複',
  },
  find: {
    summary: '查找檔案',
    description:
      '依編號、名稱、聯絡人、電話、地址、材料標題與記錄的文字查找：漢字從一個字起，繁簡通查，可用全拼或首字母，電話任意連續四碼以上。多個詞須同時符合。最相符者在前。',
    words: '要找的詞',
    limit: (usual) => `最多列出幾份（預設 ${usual}）`,
    none: (words) =>
      words === ''
        ? '沒有符合條件的檔案。'
        : `找不到「${words}」。可少寫幾個字，或改用拼音、電話。`,
    more: (shown, total) =>
      `${total === null ? `不只 ${shown} 份` : `共 ${total} 份`}，只列出最相符的 ${shown} 份。再加一個詞，或用 --limit；全部列出：dangan list <詞>。`,
    count: (count) => `共 ${count} 份。`,
  },
  list: {
    summary: '列出檔案',
    description:
      '依編號順序列出全部檔案，或符合詞與條件的檔案，數量不限。已銷毀者只在 --status 指明時列出。',
    sort: '依哪個欄位排序，如 name 或 openedOn:desc（預設依編號）',
    limit: '最多列出幾份（預設全部）',
    index: '電子檔案索引目錄（客戶一覽表），備註欄標明機密、絕密',
    none: '沒有符合條件的檔案。',
    more: (shown) =>
      `只列出前 ${shown} 份，後面還有。要多列，請加大 --limit；不給 --limit 則全部列出。`,
    count: (count) => `共 ${count} 份。`,
  },
  export: {
    sheet: '客戶檔案',
    summary: '匯出檔案',
    description:
      '把全部或符合詞與條件的檔案連同所有欄位匯出為 xlsx、CSV 或 NDJSON；改好後可用 import 匯回。敏感欄位留空並在 masked 一欄註明，--reveal 才匯出。每次匯出都留下紀錄。',
    output: '寫入此檔（.xlsx、.csv、.ndjson、.json）；未給則寫到標準輸出',
    reveal: '連同敏感欄位（留下紀錄）',
    written: (path, count) => `已匯出 ${count} 份至 ${path}`,
    said: (count) => `已匯出 ${count} 份。`,
    would: (count) => `將匯出 ${count} 份。`,
    masked: '敏感欄位未匯出，masked 一欄註明是哪些；要一併匯出：--reveal（留下紀錄）。',
    foreign: '其中有不合編號規則的舊編號，匯入別處時請加 --foreign-number。',
  },
  columns: {
    matchedBy: '符合之處',
    masked: '未匯出欄位',
    flags: '注意',
  },
  foundBy: {
    number: '編號',
    name: '名稱',
    pinyin: '拼音',
    contact: '聯絡人',
    phone: '電話',
    text: '地址或電子郵件',
    material: '材料',
    entry: '記錄',
  },
  headings: {
    year: '檔案年份',
    serial: '檔案序號',
    status: '檔案狀態',
    version: '檔案版本',
    closedOn: '關閉日期',
    nextReviewOn: '下次審核日期',
    retainUntil: '保存至',
    contacts: '全部聯絡人',
    masked: '未匯出欄位',
  },
}
