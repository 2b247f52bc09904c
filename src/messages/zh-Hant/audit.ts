import type { Because } from '../../domain/duplicates.ts'
import type { Catalog } from '../catalog.ts'

const because: Readonly<Record<Because, string>> = {
  identity: '證件號碼相同',
  businessKey: '業務編號相同',
  phoneAndName: '電話和名稱相同',
  name: '名稱相同',
}
const list = (keys: readonly string[]) => keys.join('、')

/** Audits, findings and reviews. */
export const audit = {
  summary: '稽核檔案，列出問題及改善',
  description:
    '按稽核項目逐一檢視您有權閱讀的檔案和全冊，列出問題，並與上一次相比：新增、仍有、已消除。結果留存為一次稽核（A3）。有錯誤或警告時結束狀態為 10。',
  check: '只做這些項目，如 loan.overdue number.gap',
  severity: '只看這一級及更重的：error、warning、info、manual',
  sample: '只抽查百分之幾的檔案，如 5%',
  seed: '抽樣的種子：相同的種子抽到相同的檔案',
  sinceLast: '只看與上一次不同的：新增的和已消除的',
  period: '只查在此期間建檔的，如 2025Q1、2025H1、2025-03、2025',
  checks: {
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
    'manual.readable': { title: '電子檔可讀', says: () => '請抽取電子檔打開檢視，記下結果' },
    'manual.virus': { title: '病毒', says: () => '請用防毒軟體檢查本機和儲存媒體，記下結果' },
    'manual.media': { title: '備份媒體', says: () => '請檢視備份媒體的外觀和讀取，記下結果' },
  },
  severities: { error: '錯誤', warning: '警告', info: '提示', manual: '人工' },
  status: { new: '新增', standing: '仍有', resolved: '已改善', fixed: '已消除' },
  keys: {
    finding: '問題',
    check: '項目',
    severity: '級別',
    number: '檔案編號',
    message: '說明',
    clause: '依據',
    items: '四性檢測',
    dueOn: '改善期限',
    status: '情況',
    foundOn: '發現',
    owner: '改善人',
    resolvedOn: '改善日期',
    resolvedBy: '回報人',
    note: '備註',
    fix: '辦法',
    audit: '稽核',
    runOn: '日期',
    runBy: '稽核人',
    archives: '檔案數',
    hidden: '無權閱讀',
    new: '新增',
    standing: '仍有',
    fixed: '已消除',
    signedOn: '簽署日期',
    signedBy: '簽署人',
    title: '名稱',
  },
  office: '全冊',
  running: (archives) => `已查 ${archives} 份`,
  ran: (name, archives, found) =>
    found === 0
      ? `${name}：稽核 ${archives} 份檔案，沒有問題。`
      : `${name}：稽核 ${archives} 份檔案，問題 ${found} 個。`,
  compared: (fresh, standing, fixed) => `新增 ${fresh}，仍有 ${standing}，已消除 ${fixed}。`,
  hidden: (count) => `另有 ${count} 份檔案您無權閱讀，未稽核。`,
  unkept: '登記冊不能寫入：結果不留存，也不與上一次比較。',
  next: (finding) =>
    `下一步：dangan audit findings --open；改善後：dangan audit resolve ${finding} --note …`,
  list: {
    summary: '列出歷次稽核',
    description: '最近的在前；每次稽核的範圍、問題數、簽署人都在。',
    none: '還沒有稽核過。',
  },
  checksList: {
    summary: '列出稽核項目及其依據',
    description: '每個項目的編號、級別、所答的四性檢測條目和依據的條款。',
  },
  show: {
    summary: '看一次稽核查出的問題',
    description: '這次稽核查出的和看到已消除的問題，按現在的情況列出。',
    audit: '稽核的編號，如 A3',
  },
  sign: {
    summary: '簽署一次稽核的結果',
    description: '由稽核人以外的人對結果負責；只有一人在職時可自簽。一次稽核只簽一次。',
    note: '意見',
    done: (name, by) => `${by} 已簽署 ${name}`,
  },
  findings: {
    summary: '列出問題及改善情況',
    description: '歷次稽核查出的問題，重的在前；下次稽核時查不到了，就算已消除。',
    open: '只列未改善的',
    owner: '只列此人負責的',
    none: '沒有問題。',
    count: (count) => `共 ${count} 個。`,
  },
  finding: '問題的編號，如 F3，可多個',
  resolve: {
    summary: '回報問題已改善',
    description: '寫明怎樣改善的。下次稽核複查：還查得到就重新提出。',
    note: '怎樣改善的',
    done: (finding) => `${finding} 已改善；下次稽核時複查`,
  },
  reopen: {
    summary: '重新提出已改善的問題',
    description: '改善不到位的，不等下次稽核就重新提出。',
    note: '原因',
    done: (finding) => `${finding} 重新提出`,
  },
  assign: {
    summary: '指定改善人和期限',
    description: '不寫期限的，按制度的改善期限。',
    to: '改善人（人員）',
    due: '改善期限',
    done: (finding, to, due) => `${finding} 由 ${to} 改善${due === null ? '' : `，期限 ${due}`}`,
  },
  review: {
    summary: '開始一輪定期審核，按責任人列出',
    description:
      '每個期間只開一輪：期末以前應審核的檔案都列入，按責任人排列。再次執行只列出尚未審核的。',
    period: '期間，如 2025Q3',
    all: '連同已審核的',
    opened: (period, count) => `已開始 ${period} 的審核，共 ${count} 份。`,
    count: (left, all) => `還有 ${left} 份未審核，共 ${all} 份。`,
    hidden: (count) => `另有 ${count} 份您無權閱讀。`,
  },
  confirm: {
    summary: '登記檔案已審核，推算下次審核',
    description: '已重新核對內容。下次審核從今天起按制度的週期推算：週期不止一種時從嚴。',
    numbers: '檔案編號，可多個；- 表示從標準輸入讀取',
    withCustomer: '已與客戶核對',
    reason: '補記的原因',
    done: (number, next) => `${number} 已審核${next === null ? '' : `，下次 ${next}`}`,
  },
  reviewKeys: {
    round: '期間',
    number: '檔案編號',
    name: '客戶名稱',
    owner: '責任人',
    dueOn: '應審核',
    confirmedOn: '審核日期',
    confirmedBy: '審核人',
    withCustomer: '與客戶核對',
    lateDays: '遲（天）',
  },
  yes: '是',
  due: {
    summary: '列出到期和將到期的事',
    description:
      '把要辦的事按日期列成一張清單：歸還、審核、審批、事故報告、改善、移交、協議、解密、保存期滿。有到期的事時結束狀態為 10。',
    within: '幾天以內到期的也列出（預設 0）',
    none: '沒有到期的事。',
    count: (count) => `共 ${count} 件。`,
    keys: {
      due: '期限',
      kind: '事項',
      number: '檔案編號',
      what: '內容',
      who: '責任人',
      count: '件數',
    },
    kinds: {
      loan: '歸還',
      review: '審核',
      request: '申請',
      incident: '事故報告',
      rectification: '改善',
      handover: '移交',
      agreement: '協議到期',
      secrecy: '保密期滿',
      retention: '保存期滿',
    },
    what: {
      loan: (id) => `${id} 歸還`,
      review: (count) => (count === 1 ? '定期審核' : `${count} 份定期審核`),
      request: (id) => `${id} 未了結`,
      incident: (id) => `${id} 向上報告`,
      rectification: (title, count) => (count === 1 ? title : `${title} ${count} 個`),
      handover: (id) => `${id} 移交、接收`,
      agreement: (id) => `${id} 到期，須重簽`,
      secrecy: (count) => (count === 1 ? '保密期限屆滿' : `${count} 份保密期限屆滿`),
      retention: (count) => (count === 1 ? '保存期限屆滿' : `${count} 份保存期限屆滿`),
    },
  },
} satisfies Catalog['audit']
