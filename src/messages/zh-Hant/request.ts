/** Applications and approvals (申請、審批). */
export const request = {
  summary: '申請：檢視、撤回',
  description:
    '查閱、借閱、續借、複製、對外提供、銷毀等須審批的事項，先成申請，再依制度逐步審批。單獨使用時列出待辦的申請；以 dangan approve、dangan reject 審批。',
  kinds: {
    consult: '查閱',
    borrow: '借閱',
    renew: '續借',
    copy: '複製',
    disclose: '對外提供',
    purge: '銷毀',
    report: '報表發放',
    change: '變更',
  },
  /** A change that was made. */
  accepted: '已接受並更新',
  statuses: {
    pending: '待審批',
    approved: '已核准',
    refused: '不准',
    withdrawn: '已撤回',
    used: '已使用',
    expired: '已失效',
  },
  decisions: { approved: '同意', refused: '不同意' },
  evidences: { inTool: '本人在程式中', paper: '簽名的表單', signature: '電子簽章' },
  heads: { applicant: '申請人所屬部門主管', owner: '檔案負責人所屬部門主管' },
  /** Whoever of several may decide. */
  anyOf: (names: readonly string[]): string =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join('、')}或${names.slice(-1).join('')}`,
  keys: {
    request: '申請',
    kind: '事項',
    numbers: '檔案',
    number: '檔案編號',
    materials: '材料',
    applicant: '申請人',
    external: '外部人員',
    unit: '單位',
    department: '部門',
    purpose: '目的',
    basis: '依據',
    unitSeal: '用印簽名',
    dueOn: '歸還日期',
    status: '狀態',
    madeOn: '申請日期',
    expiresOn: '失效日期',
    settledOn: '辦結日期',
    reason: '原因',
    steps: '待誰審批',
  },
  applicant: {
    to: '借給誰：人員姓名或編號；外部人員另給 --unit',
    who: '誰：人員姓名或編號，或外部人員的姓名',
    unit: '外部人員的單位',
    credential: '外部人員的證件，如 介紹信、工作證',
    credentialNumber: '證件號碼',
    unitSeal: '申請表上簽名的單位（部門）主管，並已用印',
    purpose: '用途、理由',
    basis: '依據，如 客戶同意、法律規定',
  },
  line: (name: string, kind: string, what: string, who: string, status: string) =>
    `${name} ${kind} ${what}，申請人 ${who}：${status}`,
  brief: (name: string, kind: string, who: string, status: string) =>
    `${name} ${kind}，申請人 ${who}：${status}`,
  outsider: (name: string, unit: string) => `${name}（${unit}）`,
  purpose: (words: string) => `目的：${words}`,
  basis: (words: string) => `依據：${words}`,
  unitSeal: (name: string) => `單位用印，主管簽名：${name}`,
  due: (day: string) => `預定歸還 ${day}`,
  expires: (day: string) => `${day} 後失效`,
  because: (words: string) => `原因：${words}`,
  stepShort: (step: number) => `第 ${step} 步`,
  step: {
    open: (step: number, who: string, source: readonly string[]) =>
      `第 ${step} 步：待${who}審批${source.length > 0 ? `（${source.join('、')}）` : ''}`,
    decided: (
      step: number,
      it: {
        who: string
        by: string
        on: string
        decision: string
        evidence: string
        form: string | null
        note: string | null
      },
    ) =>
      `第 ${step} 步（${it.who}）：${it.by}於 ${it.on} ${it.decision}，${it.evidence}${it.form === null ? '' : ` ${it.form}`}${it.note === null ? '' : `，${it.note}`}`,
  },
  next: {
    use: (command: string) => `已核准。辦理：${command}`,
    decide: (who: string, command: string) =>
      `請${who}審批：${command}；憑簽名的表單代錄：${command} --by <姓名> --form <表號>`,
  },
  scanTitle: (request: string) => `${request} 審批表`,
  decision: {
    scan: '簽名表單的掃描檔，存入檔案',
    requests: '申請號，如 R12，可多個；- 表示由標準輸入讀取',
    by: '審批人：人員姓名或編號，或表單上簽名的人',
    post: '審批人的職位（不在人員名冊上的人）',
    form: '簽名的審批表編號：憑表代錄',
    note: '審批意見',
    reason: '補記的原因',
  },
  approve: {
    summary: '審批：同意',
    description:
      '登錄下一步審批。審批人就在本機、帳號與其本人對應時，於程式中審批；他人的審批憑簽名的表單代錄（--by 與 --form），留下紀錄並於稽核時列出。任何人不得審批自己的申請。',
  },
  reject: {
    summary: '審批：不同意',
    description: '登錄下一步審批為不同意，須說明理由；申請到此為止。',
    reason: '不同意的理由',
  },
  list: {
    summary: '列出申請',
    description: '列出未辦結的申請及待誰審批；--all 列出全部。',
    all: '全部，包括已辦結的',
    kind: '只列此事項，如 借閱',
    number: '只列此檔案的',
    applicant: '只列此人的',
    none: '沒有未辦結的申請。',
  },
  show: { summary: '檢視申請', description: '列出申請的內容、各步審批及憑據。' },
  withdraw: {
    summary: '撤回申請',
    description: '申請人不再需要時撤回；已使用的不能撤回。',
    reason: '原因',
  },
}
