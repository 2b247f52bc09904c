import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))
const asCsv = '請在 Excel 另存為「CSV UTF-8」再匯入，CSV 不限大小。'

/** Why a workbook cannot be read, or written. */
export const workbookRefusals = {
  'workbook.too-large': ({ path, what, limit }) =>
    what === 'cells'
      ? `${path} 展開後超過 ${limit} 格，未讀取。${asCsv}`
      : `${path} ${what === 'bytes' ? '' : '解壓縮後'}超過 ${megabytes(limit)} MB，未讀取。${asCsv}`,
  'workbook.password': ({ path }) =>
    `${path} 設有開啟密碼，無法讀取。請在 Excel 移除密碼（檔案 → 資訊 → 保護活頁簿）另存後再匯入。`,
  'workbook.damaged': ({ path }) =>
    `${path} 已損毀或不完整，無法讀取。請在 Excel 開啟後另存一份，或請提供者重新交付。`,
  'workbook.empty': ({ path, sheets }) =>
    `${path} 沒有可匯入的列（看過工作表：${sheets.join('、') || '無'}）。隱藏的工作表須以 --sheet 指明。`,
  'workbook.no-sheet': ({ path, sheet, sheets }) =>
    `${path} 沒有工作表「${sheet}」。有：${sheets.map((name, at) => `${at + 1} ${name}`).join('、')}。`,
  'workbook.no-workbook': ({ path, sheet }) =>
    `${path} 不是活頁簿，沒有工作表「${sheet}」。請去掉 --sheet。`,
  'workbook.too-many-rows': ({ rows, limit }) =>
    `有 ${rows} 列，而一張工作表最多 ${limit} 列。請以條件分幾次匯出，或匯出為 csv。`,
  'workbook.long-cell': ({ limit, heading, line }) =>
    `第 ${line} 列「${heading}」一格超過 ${limit} 字，工作表放不下。請匯出為 csv 或 json。`,
  'subject.too-large': ({ number, size }) =>
    `${number} 的電子材料共 ${size}，一個 .zip 裝不下。請匯出 .html，材料另以 dangan attach --get ${number} 取出。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
