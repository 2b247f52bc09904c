/** 檔案包與客戶自己的副本。 */
export const packaging = {
  bag: {
    option:
      '存成 BagIt 檔案包：新資料夾，依客戶類型/檔案編號分資料夾，附詮釋資料、電子材料與校驗清單',
    description: (count: number) => `客戶檔案 ${count} 份，依客戶類型與檔案編號分資料夾`,
    written: (path: string, count: number, files: number, size: string) =>
      `已存成檔案包 ${path}：${count} 份檔案，${files} 個檔，${size}`,
    would: (count: number) => `將把 ${count} 份存成檔案包。`,
  },
  subject: {
    option: '客戶要求查閱、複製本人資訊時，匯出其本人的副本（-o 以 .html、.json 或 .zip 結尾）',
    toOption: '副本交給誰（留下紀錄）',
    to: '副本交給誰',
    title: '客戶個人資訊副本',
    lead: (to: string, number: string) =>
      `應 ${to} 的要求，依《個人資訊保護法》第四十五條，提供檔案 ${number} 中留存的下列資訊。`,
    contacts: '聯絡人',
    contactColumns: ['姓名', '職務', '電話', '信箱'],
    entries: '記錄',
    entryColumns: ['日期', '種類', '內容'],
    materials: '材料',
    materialColumns: ['序號', '標題', '種類', '日期', '電子檔'],
    disclosures: '對外提供',
    disclosureColumns: ['日期', '提供給', '內容', '依據'],
    none: '無。',
    onPaper: '紙本',
    file: (path: string, size: string) => `${path}（${size}）`,
    withheld: (contacts: number, entries: number, materials: number) =>
      contacts + entries + materials === 0
        ? '以上為留存的全部資訊。'
        : `依本單位制度未包括：他人的資訊（聯絡人 ${contacts} 人）、內部記錄 ${entries} 筆、內部材料 ${materials} 件。`,
    prepared: (day: string, by: string) => `${day} 由 ${by} 製作`,
    written: (path: string, number: string, to: string) =>
      `已匯出 ${number} 的本人副本 ${path}，交 ${to}。`,
    would: (number: string, to: string) => `將匯出 ${number} 的本人副本，交 ${to}。`,
    unread: (count: number) =>
      `有 ${count} 件材料客戶可以取得，而您無權檢視，未包括在內。請有權人員辦理。`,
    lookThrough: '交出前請通讀：記錄文字若提到他人，請遮去。',
    withoutFiles: (count: number) => `電子材料 ${count} 件未附；連同材料：-o 以 .zip 結尾。`,
  },
}
