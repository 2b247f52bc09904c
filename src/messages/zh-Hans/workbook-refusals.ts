import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))
const asCsv = '请在 Excel 或 WPS 里另存为“CSV UTF-8”再导入，CSV 不限大小。'

/** Why a workbook cannot be read, or written. */
export const workbookRefusals = {
  'workbook.too-large': ({ path, what, limit }) =>
    what === 'cells'
      ? `${path} 展开后超过 ${limit} 格，未读取。${asCsv}`
      : `${path} ${what === 'bytes' ? '' : '解压后'}超过 ${megabytes(limit)} MB，未读取。${asCsv}`,
  'workbook.password': ({ path }) =>
    `${path} 设有打开密码，读不了。请在 Excel 或 WPS 里去掉密码（文件 → 信息 → 保护工作簿）另存后再导入。`,
  'workbook.damaged': ({ path }) =>
    `${path} 已损坏或不完整，读不了。请在 Excel 或 WPS 里打开它另存一份，或向提供者重新索取。`,
  'workbook.empty': ({ path, sheets }) =>
    `${path} 没有可导入的行（看过工作表：${sheets.join('、') || '无'}）。隐藏的工作表须用 --sheet 指明。`,
  'workbook.no-sheet': ({ path, sheet, sheets }) =>
    `${path} 没有工作表“${sheet}”。有：${sheets.map((name, at) => `${at + 1} ${name}`).join('、')}。`,
  'workbook.no-workbook': ({ path, sheet }) =>
    `${path} 不是工作簿，没有工作表“${sheet}”。请去掉 --sheet。`,
  'workbook.too-many-rows': ({ rows, limit }) =>
    `有 ${rows} 行，而一张工作表最多 ${limit} 行。请用条件分几次导出，或导出为 csv。`,
  'workbook.long-cell': ({ limit, heading, line }) =>
    `第 ${line} 行“${heading}”一格超过 ${limit} 字，工作表放不下。请导出为 csv 或 json。`,
  'subject.too-large': ({ number, size }) =>
    `${number} 的电子材料共 ${size}，一个 .zip 装不下。请导出 .html，材料另用 dangan attach --get ${number} 取出。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
