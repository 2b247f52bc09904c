import type { Catalog } from '../catalog.ts'

/** Agreements: who undertook to keep secret what they learn. */
export const agreement = {
  summary: '登錄、列出、終止保密協議',
  description:
    '登錄某人簽了保密協議；不寫 --until 則依制度的年限。外部人員用 --unit 寫明單位。--list 列出有效的，--expiring 30 只列 30 天內到期的，--missing 列出接觸檔案而未簽的在職人員；--end 終止。',
  options: {
    who: '姓名或人員編號；外部人員寫姓名',
    unit: '外部人員的單位',
    kind: '協議種類，如 保密協議',
    number: '協議編號',
    on: '簽訂日期，預設為辦理日期',
    until: '有效至（含當日）',
    list: '列出有效的協議',
    expiring: '只列幾天內到期的',
    missing: '列出依制度須簽而沒有有效協議的在職人員',
    all: '連同已到期、已終止的',
    end: '終止此人現行的協議',
    reason: '原因',
  },
  keys: {
    agreement: '協議',
    staff: '人員',
    name: '姓名',
    unit: '單位',
    post: '職稱',
    department: '部門',
    kind: '種類',
    number: '協議編號',
    signedOn: '簽訂',
    until: '有效至',
    status: '狀態',
    last: '上一份有效至',
  },
  status: { standing: '有效', expired: '已到期', ended: '已終止' },
  signed: (agreement, name, kind, until) =>
    `已登錄 ${agreement}：${name} 簽了${kind}，${until === null ? '無期限' : `有效至 ${until}`}`,
  ended: (agreement, name, kind, on) => `已終止 ${agreement}：${name} 的${kind}自 ${on} 起不再有效`,
  none: '沒有這樣的協議。',
  noneMissing: '依制度須簽協議的在職人員都已簽。',
  forEver: '無期限',
} satisfies Catalog['agreement']
