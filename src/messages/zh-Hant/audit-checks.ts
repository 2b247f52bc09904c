import type { Because } from '../../domain/duplicates.ts'
import type { Catalog } from '../catalog.ts'
import { auditDuties } from './audit-duties.ts'

const because: Readonly<Record<Because, string>> = {
  identity: '證件號碼相同',
  businessKey: '業務編號相同',
  phoneAndName: '電話和名稱相同',
  name: '名稱相同',
}
const list = (keys: readonly string[]) => keys.join('、')

/** What each check is called, and what it says of what it found. */
export const auditChecks = {
  'archive.required': { title: '必填項', says: ({ fields }) => `缺 ${list(fields)}` },
  'archive.checklist': { title: '應有文件', says: ({ items }) => `缺文件：${list(items)}` },
  'value.checksum': {
    title: '證件號碼檢核',
    says: ({ fields }) => `${list(fields)}的檢查碼不符`,
  },
  'value.shape': { title: '寫法', says: ({ fields }) => `${list(fields)}寫法不對` },
  'value.choice': { title: '可選值', says: ({ fields }) => `${list(fields)}不在制度所列之內` },
  'text.control': {
    title: '特殊字元',
    says: ({ fields }) => `${list(fields)}含看不見或無法辨認的字元`,
  },
  'date.order': {
    title: '日期先後',
    says: ({ fields }) => `${list(fields)}與其他日期、年份或今天牴觸`,
  },
  'duplicate.likely': {
    title: '重複建檔',
    says: ({ because: why, other }) => `疑與 ${other} 為同一客戶（${because[why]}）`,
  },
  'number.gap': {
    title: '編號連續',
    says: ({ stem, from, to }) =>
      `編號 ${stem} 缺 ${from === to ? from : `${from}–${to}`} 號，沒有作廢記載`,
  },
  'number.before': {
    title: '啟用前的編號',
    says: ({ stem, to }) => `編號 ${stem} 的 1–${to} 號在啟用本冊之前給出，本冊不盡有記載`,
  },
  'number.width': {
    title: '編號容量',
    says: ({ stem, last, percent }) => `編號 ${stem} 已到 ${last} 號，用去位數的 ${percent}%`,
  },
  'loan.overdue': { title: '逾期借閱', says: ({ loan, dueOn }) => `L${loan} 應於 ${dueOn} 歸還` },
  'loan.agreement': { title: '借閱協議', says: ({ loan }) => `L${loan} 的借閱人沒有有效的協議` },
  'review.overdue': { title: '逾期審核', says: ({ dueOn }) => `應於 ${dueOn} 審核` },
  'opening.late': {
    title: '建檔及時',
    says: ({ firstOn, openedOn }) => `${firstOn} 已有往來，${openedOn} 才建檔`,
  },
  'contacts.few': { title: '聯絡人數', says: () => '重要客戶的聯絡人不足' },
  'secret.apart': { title: '機密分存', says: () => '須分開存放，卻放在別處' },
  'secret.keeper': { title: '機密保管人', says: () => '存放處沒有保管人' },
  'secrecy.over': { title: '保密期滿', says: ({ until }) => `保密期限已於 ${until} 屆滿` },
  'retention.over': {
    title: '保存期滿',
    says: ({ until }) => `保存期限已於 ${until} 屆滿，尚未處置`,
  },
  'approval.paper': {
    title: '紙本審批',
    says: ({ request, step }) => `R${request} 第 ${step} 步憑紙本表單登記，並非審批人親自辦理`,
  },
  'verify.self': { title: '自行核實', says: () => '由採集人自己核實' },
  backdated: {
    title: '補記',
    says: ({ seq, effectiveOn, enteredOn }) =>
      `日誌第 ${seq} 條記 ${effectiveOn} 的事，${enteredOn} 才登記`,
  },
  'journal.intact': { title: '日誌完好', says: ({ seq }) => `日誌第 ${seq} 條與登記時不符` },
  'file.fixity': {
    title: '檔案內容未變',
    says: ({ material }) => `第 ${material} 件文件的電子檔與登記時不符`,
  },
  'file.intact': { title: '登記冊完好', says: () => '登記冊檔案已損壞' },
  'row.damaged': { title: '記載完好', says: () => '記載已損壞，讀不出來' },
  'row.orphan': {
    title: '無主記載',
    says: ({ table, count }) => `${table} 有 ${count} 列所屬的檔案不存在`,
  },
  'incident.report': {
    title: '事故報告',
    says: ({ incident, dueOn }) => `事故 I${incident} 應於 ${dueOn} 以前報告`,
  },
  'handover.missing': {
    title: '移交短少',
    says: ({ handover, item, missing }) =>
      `移交 H${handover} 第 ${item} 項${missing ? '未見' : '不全'}`,
  },
  'request.expired': {
    title: '過期申請',
    says: ({ request, expiresOn }) => `R${request} 已於 ${expiresOn} 過期，尚未了結`,
  },
  'card.behind': { title: '檔案卡', says: () => '紙本檔案卡已不是最新' },
  'place.wrong': { title: '存放位置', says: () => '放在不該放或不明的位置' },
  'inspection.item': {
    title: '保管檢查',
    says: ({ inspection: id, item, place }) =>
      `${item}異常${place === null ? '' : `：${place}`}（I${id}）`,
  },
  'inspection.overdue': { title: '逾期保管檢查', says: ({ dueOn }) => `應於 ${dueOn} 以前檢查` },
  'repair.overdue': {
    title: '逾期修復',
    says: ({ repair, dueOn }) => `P${repair} 應於 ${dueOn} 以前修復`,
  },
  'stocktake.missing': {
    title: '清點不在架',
    says: ({ stocktake: id }) => `清點時不在架（C${id}）`,
  },
  'stocktake.misplaced': {
    title: '清點錯架',
    says: ({ stocktake: id, at }) => `清點時在 ${at}，與登錄的庫位不符（C${id}）`,
  },
  'stocktake.stray': {
    title: '清點查無的編號',
    says: ({ stocktake: id, count }) => `架上有 ${count} 個查無或已作廢的編號（C${id}）`,
  },
  'stocktake.purged': {
    title: '已銷毀而在架',
    says: ({ stocktake: id, count }) => `架上有 ${count} 份應已銷毀的檔案（C${id}）`,
  },
  'stocktake.overdue': { title: '逾期清點', says: ({ dueOn }) => `應於 ${dueOn} 以前清點` },
  ...auditDuties,
  'manual.readable': { title: '電子檔可讀', says: () => '請抽取電子檔打開檢視，記下結果' },
  'manual.virus': { title: '病毒', says: () => '請用防毒軟體檢查本機和儲存媒體，記下結果' },
  'manual.media': { title: '備份媒體', says: () => '請檢視備份媒體的外觀和讀取，記下結果' },
} satisfies Catalog['audit']['checks']
