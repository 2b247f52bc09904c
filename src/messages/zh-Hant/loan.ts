/** Loans (借閱). */
export const loan = {
  summary: '列出借出的檔案',
  description:
    '列出借出未還的檔案，依應還日期先後。--overdue 只列逾期的，--due-within 列幾天內到期的（含逾期），--all 連已還的。recall 催還有人等候的。',
  statuses: { out: '借出', returned: '已還', lost: '遺失' },
  conditions: { intact: '完好', damaged: '毀損', incomplete: '缺漏', lost: '遺失' },
  outTo: (borrower: string, dueOn: string, loan: string, late: number) =>
    `${borrower}，應還 ${dueOn}（${loan}）${late > 0 ? `，逾期 ${late} 天` : ''}`,
  keys: {
    loan: '借閱號',
    request: '申請',
    number: '檔案',
    borrower: '借閱人',
    unit: '單位',
    status: '狀態',
    lentOn: '借出',
    dueOn: '應還',
    returnedOn: '歸還',
    renewals: '續借次數',
    overdueDays: '逾期天數',
    calendar: '行事曆',
    calendarVersion: '行事曆版本',
    provisional: '暫定',
    recalledOn: '催還',
    agreement: '借閱協議',
    items: '材料',
  },
  list: {
    overdue: '只列逾期的',
    dueWithin: '只列幾天內到期的（含逾期）',
    borrower: '只列此人借的',
    number: '只列此檔案的',
    all: '連已還的',
    none: '沒有借出的檔案。',
  },
  provisional: (day: string) =>
    `應還日期 ${day} 是暫定的：那一年的行事曆還沒有公布。公布後：dangan policy calendar import <檔案>。`,
  noAgreement: (who: string, kind: string, source: readonly string[], command: string) =>
    `${who} 沒有有效的${kind}${source.length > 0 ? `（${source.join('、')}）` : ''}。簽好後登錄：${command}`,
  borrow: {
    summary: '借出檔案或其中的材料',
    description:
      '借出整份檔案，或以 編號/序號 借出其中的材料。制度要求審批的，先成申請並說明由誰審批；核准後再用同一條命令，或 borrow R12，即可借出。應還日期依制度的期限，--due 可以更早。',
    numbers: '檔案編號，或 編號/材料序號，或已核准的申請號，可多個；- 表示由標準輸入讀取',
    due: '歸還日期；省略則依制度的期限',
    agreement: '已簽的借閱協議編號',
    queue: '已借出時排隊等候',
    reason: '補記的原因',
    done: (names: string, who: string, due: string, loan: string) =>
      `${names} 已借給 ${who}，應還 ${due}（${loan}）`,
    next: (back: string, slip: string) => `歸還：${back}；出借單：${slip}`,
    applied: '須先審批，已提出申請：',
    queued: '已排隊等候：',
  },
  renew: {
    summary: '續借',
    description:
      '在應還日期之前續借，次數和期限依制度；有人等候時不能續借。須審批的先成申請，核准後再用同一條命令或 renew R15。',
    numbers: '檔案編號、借閱號（L12）或已核准的續借申請號，可多個',
    due: '續借到哪天；省略則依制度的期限',
    reason: '續借的原因',
    done: (names: string, due: string, times: number) =>
      `${names} 已續借到 ${due}（第 ${times} 次）`,
  },
  return: {
    summary: '歸還，逐件查驗',
    description:
      '歸還借出的檔案或其中幾件材料，註銷外借登記，並說明放回何處。在終端機裡逐件詢問查驗結果；其他場合不說明即為完好。',
    numbers: '檔案編號、編號/材料序號，或借閱號（L12），可多個',
    condition: '查驗結果：完好、毀損、缺漏、遺失',
    pages: '點到的頁數；比借出時少即為缺漏',
    remark: '說明，如 第7頁折角',
    liable: '責任人',
    reason: '補記的原因',
    ask: (name: string, title: string | null, pages: number | null) =>
      `${name}${title === null ? '' : ` ${title}`}${pages === null ? '' : `（${pages} 頁）`} 查驗結果`,
    done: (names: string, who: string, loan: string) => `${names} 已由 ${who} 歸還（${loan}）`,
    lost: (names: string, who: string, loan: string) =>
      `${names} 由 ${who} 借出後遺失，外借登記已註銷（${loan}）`,
    counted: (condition: string, pages: number, counted: number) =>
      `${condition}（借出 ${pages} 頁，點到 ${counted} 頁）`,
    late: (days: number) => `逾期 ${days} 天`,
    harmed: (name: string, condition: string, remark: string | null) =>
      `  ${name}：${condition}${remark === null ? '' : `，${remark}`}`,
    incident: (incident: string, command: string) => `  已登錄事故 ${incident}：${command}`,
    stillOut: (names: string, count: number) => `  ${names} 還有 ${count} 件未還`,
    place: (number: string, location: string | null) =>
      location === null
        ? `${number} 沒有登錄存放位置：dangan locate ${number} --next`
        : `請放回 ${location}`,
    waits: (who: string, request: string, status: string, command: string) =>
      `${who} 在排隊等候（${request}，${status}）：${command}`,
  },
  recall: {
    summary: '催還',
    description: '有人等候時，把應還日期提前；不早於制度保證的最短借期。',
    done: (names: string, who: string, due: string, loan: string) =>
      `已催 ${who} 最遲於 ${due} 歸還 ${names}（${loan}）`,
  },
}
