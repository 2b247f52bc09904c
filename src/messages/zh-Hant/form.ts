import type { Catalog } from '../catalog.ts'

/** Forms that people print and sign. */
export const form = {
  summary: '列印表單',
  description:
    '把表單寫成一個自帶樣式的 A4 網頁，用瀏覽器開啟即可列印。頁尾的日誌碼記下列印時的日誌，日後可用 log verify --anchor 核對。每次列印都會留下紀錄。',
  numbers: '檔案編號，可多個；- 表示從標準輸入讀取',
  options: {
    output: '寫入此檔；- 為標準輸出；不給則寫入目前資料夾，檔名由表單和編號得出',
    reveal: '連同敏感欄位（會留下紀錄）',
    mark: '登錄為已列印：紙本檔案卡即為這一版',
    place: '為這些庫位（檔案盒等）列印標籤',
    first: '從標籤紙的第幾張開始（1 到 10），前面的已用',
    reason: '原因',
  },
  done: (path, sheets) => `已寫入 ${path}（${sheets} 份），用瀏覽器開啟即可列印`,
  would: (path, sheets) => `將寫入 ${path}（${sheets} 份）`,
  marked: (number, version) => `已登錄 ${number} 的紙本檔案卡為第 ${version} 版`,
  unmarked: (command) => `列印以後請登錄，以便知道紙本卡是否過時：${command}`,
  ask: { mark: '列印後歸檔，登錄為已列印？' },
  anchor: '日誌碼',
  printed: (on, by) => `${on} 由 ${by} 列印`,
  version: (version) => `第 ${version} 版`,
  masked: '（不顯示）',
  name: (form, first, count) =>
    count === 1 ? `${form}-${first}` : `${form}-${first}-等${count}份`,
  card: {
    summary: '客戶檔案卡',
    description:
      '列印客戶檔案卡。--mark 登錄為已列印，此後檔案有變，show 會說明紙本卡落後哪些內容，list --card 過時 會列出（S002-2.3-4）。',
    title: '客戶檔案卡',
    contacts: '聯絡人',
    contact: { name: '姓名', role: '職稱', phone: '電話', email: '電子郵件' },
    fields: '其他內容',
    remark: '批註',
    signs: ['填表人', '審核人', '日期'],
  },
  label: {
    summary: '檔案盒、袋標籤',
    description:
      '列印檔案盒、袋的標籤，寫明編號、名稱和制度規定的內容，附編號的 QR 碼和條碼（S002-4.2-1、S002-3.3-1）。--place 為檔案盒等庫位列印。',
    title: '檔案標籤',
    holdings: '件數',
    range: '起訖編號',
    types: '類別',
    years: '年份',
  },
  paper: {
    heading: '紙本檔案卡',
    current: (version, on) => `第 ${version} 版，${on} 列印，與現在一致`,
    behind: (version, on, now, keys) =>
      `第 ${version} 版，${on} 列印；現為第 ${now} 版${keys === '' ? '' : `，已變更：${keys}`}`,
  },
} satisfies Catalog['form']
