import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const binaries = {
  zip: '是壓縮檔，不是名冊。請先解壓縮，匯入其中的 CSV 或活頁簿。',
  sqlite: '是 SQLite 資料庫，不是 CSV。請先從中匯出 CSV。',
  pdf: '是 PDF，不是 CSV。請取得原表格並另存為 CSV。',
  binary: '不是名冊：既不是文字檔，也不是活頁簿。請另存為 CSV 或 xlsx。',
}

/** What can be wrong with imports and with the files that they come from. */
export const importRefusals = {
  'import.missing': ({ batch }) => `沒有匯入批次 ${batch}。檢視：dangan import list。`,
  'import.undone': ({ batch }) => `匯入批次 ${batch} 已經復原過了。`,
  'import.rejected': ({ rejected }) =>
    `有 ${rejected} 列未被接受，全部未匯入（--all-or-nothing）。`,
  'export.format': ({ file, endings }) =>
    `從 ${file} 看不出要匯出成什麼格式。檔名請以 ${endings.join('、')} 結尾，或加 --format csv。`,

  'input.missing': ({ path }) => `找不到 ${path}。請檢查路徑。`,
  'input.directory': ({ path }) => `${path} 是資料夾。請指明其中的一個檔案。`,
  'input.empty': ({ path }) => `${path} 是空的，沒有內容。請檢查匯出或掃描是否完成。`,
  'input.unreadable': ({ path, reason }) => `無法讀取 ${path}：${reason}。請檢查權限與磁碟。`,
  'input.special': ({ path }) => `${path} 是管線或裝置，不是一般檔案，無法附入。請先存成檔案。`,
  'input.changed': ({ path }) => `${path} 在讀取時被更動，未附入。請等其他程式寫完，再試一次。`,
  'input.binary': ({ path, kind }) => `${path} ${binaries[kind]}`,
  'csv.bad-bytes': ({ line, encoding }) =>
    `第 ${line} 列有不屬於 ${encoding} 的位元組，來源檔已損壞或混有兩種編碼。請從原系統另存為 UTF-8。`,
  'csv.nul': ({ line }) => `第 ${line} 列有空位元組（NUL），來源檔已損壞或不是文字。請重新匯出。`,
  'csv.unclosed-quote': ({ line }) =>
    `第 ${line} 列開始的引號直到檔尾都沒有關閉。請補上引號，或重新匯出。`,
  'csv.cell-too-long': ({ line, limitBytes }) =>
    `第 ${line} 列有一格超過 ${limitBytes} 位元組，多半是引號沒有關閉。請檢查該列的引號。`,
  'csv.too-many-columns': ({ line, columns, limit }) =>
    `第 ${line} 列有 ${columns} 欄，至多 ${limit} 欄。請檢查分隔符號與引號。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
