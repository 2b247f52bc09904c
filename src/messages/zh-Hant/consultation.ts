/** Reading on the spot (查閱). */
export const consultation = {
  summary: '就地查閱檔案或其中的材料',
  description:
    '在指定地點調出整份檔案，或以 編號/序號 調出其中的材料供人查閱。制度要求簽核的，先成申請並說明由誰簽核；核准後用同一道指令，或 consult open R12，即可調出。查閱完畢：consult close。不得攜出、影印、摘抄。',
  to: '由誰查閱：人員姓名或編號；外部人員另給 --unit',
  numbers: '檔案編號，或 編號/材料序號，或已核准的申請號，可多個；- 表示從標準輸入讀取',
  scope: '查閱的內容範圍，如 只看回訪記錄',
  place: '查閱地點；省略則為制度指定的地點',
  identity: '調出前核對身分所憑的證件，如 識別證',
  reason: '補記的原因',
  statuses: { open: '查閱中', closed: '已結束' },
  late: '未按時結束',
  keys: {
    consultation: '查閱號',
    request: '申請',
    number: '檔案',
    materials: '材料',
    reader: '查閱人',
    unit: '單位',
    purpose: '目的',
    scope: '範圍',
    place: '地點',
    identity: '身分憑證',
    status: '狀態',
    late: '未按時結束',
    openedOn: '查閱日期',
    openedAt: '開始時間',
    closedOn: '結束日期',
    closedAt: '結束時間',
    signedBy: '簽名',
    effect: '利用成效',
    condition: '查驗結果',
    remark: '說明',
  },
  applied: '須先簽核，已提出申請：',
  opened: (names: string, who: string, place: string, name: string) =>
    `${names} 已調出，由 ${who} ${place === '' ? '就地' : `在${place}`}查閱（${name}）`,
  scopeOnly: (scope: string) => `只查閱：${scope}`,
  rules: (source: readonly string[]) =>
    `不得攜出、影印、摘抄、拍照${source.length > 0 ? `（${source.join('、')}）` : ''}`,
  next: (command: string) => `查閱完畢：${command} --signed <查閱人>`,
  open: {
    summary: '調出已核准查閱的檔案',
    description: '憑已核准的查閱申請調出檔案；調出前重新核對密等、是否在庫。',
  },
  close: {
    summary: '查閱完畢：歸還、簽名',
    description:
      '查閱人歸還檔案並在查閱登記表上簽名後，登記查閱結束、利用成效和查驗結果。可寫查閱號，或只有一人在查閱的檔案編號。',
    consultations: '查閱號，如 C3，或檔案編號，可多個；- 表示從標準輸入讀取',
    signed: '在查閱登記表上簽名的人',
    effect: '利用成效，如 已據此答覆客戶',
    condition: '查驗結果：完好、損壞、缺失、遺失；省略即為完好',
    remark: '說明，如 第7頁折角',
    done: (names: string, who: string, name: string, signed: string | null) =>
      `${names} 已由 ${who} 查閱完畢（${name}）${signed === null ? '' : `，${signed} 簽名`}`,
    harmed: (names: string, condition: string, remark: string | null) =>
      `  ${names}：${condition}${remark === null ? '' : `，${remark}`}`,
  },
  list: {
    summary: '查閱登記',
    description:
      '列出今天的查閱和尚未結束的查閱；過夜未結束或超過制度規定時間的標明「未按時結束」。--open 只列未結束的，--all 列出全部登記。',
    open: '只列未結束的',
    number: '只列此檔案的',
    all: '全部登記',
    none: '沒有查閱登記。',
  },
}
