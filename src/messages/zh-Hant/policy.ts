import type { Catalog } from '../catalog.ts'

/** The office's rules and their versions. */
export const policy = {
  summary: '制度：查閱、核對、採用',
  description:
    '制度規定類型、編號、密等、保存年限等。每一版都有施行日期，辦理依當日施行的一版判斷。',
  options: {
    section: '制度的一節，如 types 或 retention.classes',
    version: '第幾版（見 policy list）',
    ready: '隨程式提供的現成制度',
    readyName: '現成制度的名稱',
    output: '寫入此檔，不覆蓋既有的',
    file: '制度檔（YAML）；- 從標準輸入讀取',
    effective: '自哪天起施行',
    reason: '原因',
    a: '版次、現成制度名稱或檔案',
    b: '版次、現成制度名稱或檔案',
  },
  keys: {
    version: '版次',
    title: '名稱',
    policy: '代號',
    effectiveFrom: '施行日期',
    adoptedOn: '採用日期',
    reason: '原因',
    status: '狀態',
    source: '條款',
    gap: '缺口',
    moves: '變動項',
    at: '位置',
    before: '原來',
    after: '現在',
    section: '節',
    items: '項數',
    assumed: '待確認',
  },
  status: { inForce: '施行中', coming: '未施行', past: '已失效', replaced: '未施行即被取代' },
  always: '自始',
  sections: {
    policy: '代號',
    title: '名稱',
    language: '語言',
    timeZone: '時區',
    source: '條款',
    types: '客戶類型',
    fields: '欄位',
    stages: '業務階段',
    industries: '行業',
    regions: '地區',
    importances: '重要程度',
    entries: '記錄種類',
    materials: '材料種類',
    checklists: '材料清單',
    storage: '保管',
    secrecy: '密等',
    opening: '建檔時限',
    backdating: '補記',
    calendar: '工作日曆',
    verification: '查核',
    review: '定期審核',
    retention: '保存年限',
    posts: '職位',
    requests: '申請與審批',
    loans: '借閱',
    agreements: '保密協議',
    incidents: '事故',
    consultation: '查閱',
    copies: '影印',
    disclosure: '對外提供',
    subjectCopy: '客戶本人的副本',
    disposal: '銷毀',
    audit: '稽核與改善',
    inspection: '保管檢查',
    stocktake: '清點',
    duties: '每日自動辦理的事',
    assessment: '考核',
    handover: '移交',
    training: '訓練',
    violations: '違規',
    classification: '分類規則',
  },
  show: {
    summary: '查閱現行制度',
    description:
      '列出制度各節，或展開其中一節。--json 給出合併後的全文；--date 查閱當日施行的一版。',
    heading: (title, version, from, adoptedOn) =>
      `${title}：第 ${version} 版，${from}施行，${adoptedOn} 採用`,
    from: (day) => `自 ${day} 起`,
    more: 'dangan policy show types',
  },
  list: {
    summary: '列出制度各版',
    description: '列出採用過的各版制度；--ready 列出現成制度。',
  },
  check: {
    summary: '核對制度',
    description:
      '核對制度檔能否採用，並列出來源留白、由程式假定的各處。不給檔案則核對現行制度。有假定之處仍為 0，檔案不可用為 8。',
    good: (title) => `${title}：可用，沒有待確認之處。`,
    assumed: (title, count) =>
      `${title}：可用。來源留白、由程式假定的有 ${count} 處，請逐條確認；確認後在檔案裡寫 assumed: false：`,
  },
  set: {
    summary: '採用新制度',
    description:
      '自某日起採用新制度。先列出變化，確認後寫入。可以定在將來；定在過去而已有事依舊制度辦理的，須說明原因。同一天只能有一版，未施行的可以被取代。',
    ask: { file: '制度檔', effective: '自哪天起施行', reason: '原因（可不填）' },
    changes: (title, day, count, version) =>
      `《${title}》自 ${day} 起施行，較第 ${version} 版有 ${count} 處變化：`,
    more: (count) => `  另有 ${count} 處，全部列出：dangan policy diff`,
    replaces: (version) => `取代尚未施行的第 ${version} 版。`,
    dropped: '新制度不再列出、但仍在使用的內容（照舊保留，依原文顯示）：',
    use: (at, count) => `  ${at}：${count} 份`,
    confirm: (day) => `自 ${day} 起採用這部制度嗎？`,
    done: (version, title, day) => `已採用第 ${version} 版：${title}，自 ${day} 起施行。`,
    moved: (count) => `保存期限或下次審核日期隨之改變者，有 ${count} 份檔案。`,
    rekeyed: (count) => `比對方式有變，已重編 ${count} 份檔案的比對鍵。`,
  },
  diff: {
    summary: '比較兩版制度',
    description:
      '比較兩版制度。給一個檔案或名稱：與現行制度比較；給一個版次：該版與現行制度；都不給：最近兩版。',
    same: '沒有差異。',
    only: '只有一版制度。可與檔案或現成制度比較：dangan policy diff general',
  },
  upgrade: {
    summary: '補上制度所缺的節',
    description:
      '列出現成制度有、而本單位制度沒有的各節及其內容。在終端機裡接著詢問施行日期並採用；其他場合給出 --effective（與 --yes）才採用。辦法同 policy set，記為新的一版。',
    nothing: (name) => `與現成制度 ${name} 相比，沒有所缺的節。`,
    lacking: (name, sections) =>
      `現成制度 ${name} 有、而本單位制度沒有的節：${sections.join('、')}。`,
    adopt: (name) =>
      `以上尚未採用。要採用：dangan policy upgrade ${name} --effective <日期> --reason <原因>`,
  },
  simulate: {
    summary: '試算新制度的影響',
    description:
      '若採用這部制度（檔案、現成制度名稱或版次），哪些檔案的保存期限、下次審核日期、密等會變，各依哪條規則。只試算，不寫入。保存期限與審核日期隨施行而變；密等須另行 classify。',
    nothing: '沒有檔案會變動。',
    count: (count) => `會變動 ${count} 處。密等只是提示，須另行 dangan classify。`,
  },
  coverage: {
    summary: '核對條款與規則',
    description:
      '列出沒有規則引用的條款，以及未註明條款的規則。只看制度引用過的那幾部文件。未給名稱則核對現行制度。',
    gaps: { clauseWithoutRule: '條款無規則', ruleWithoutClause: '規則無條款' },
    count: (title, clauses, cited) =>
      `${title}：所引文件共 ${clauses} 條，已有規則 ${cited} 條，尚無 ${clauses - cited} 條。`,
  },
  export: {
    summary: '匯出制度原文',
    description: '匯出制度檔的原文，註解照舊。修改後以 dangan policy set 採用。',
    done: (path) => `已寫入 ${path}。`,
  },
} satisfies Catalog['policy']
