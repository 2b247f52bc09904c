/** Agreements: who undertook to keep secret what they learn. */
export const agreement = {
  summary: '登记、列出、终止保密协议',
  description:
    '登记某人签了保密协议；不写 --until 则按制度的年限。外部人员用 --unit 写明单位。--list 列出有效的，--expiring 30 只列 30 天内到期的，--missing 列出接触档案而未签的在岗人员；--end 终止。',
  options: {
    who: '姓名或人员编号；外部人员写姓名',
    unit: '外部人员的单位',
    kind: '协议种类，如 保密协议',
    number: '协议编号',
    on: '签订日期，默认办理日期',
    until: '有效至（含当日）',
    list: '列出有效的协议',
    expiring: '只列几天内到期的',
    missing: '列出按制度须签而没有有效协议的在岗人员',
    all: '连同已到期、已终止的',
    end: '终止此人现行的协议',
    reason: '原因',
  },
  keys: {
    agreement: '协议',
    staff: '人员',
    name: '姓名',
    unit: '单位',
    post: '职务',
    department: '部门',
    kind: '种类',
    number: '协议编号',
    signedOn: '签订',
    until: '有效至',
    status: '状态',
    last: '上一份有效至',
  },
  status: { standing: '有效', expired: '已到期', ended: '已终止' },
  signed: (agreement: string, name: string, kind: string, until: string | null) =>
    `已登记 ${agreement}：${name} 签了${kind}，${until === null ? '无期限' : `有效至 ${until}`}`,
  ended: (agreement: string, name: string, kind: string, on: string) =>
    `已终止 ${agreement}：${name} 的${kind}自 ${on} 起不再有效`,
  none: '没有这样的协议。',
  noneMissing: '按制度须签协议的在岗人员都已签。',
  forEver: '无期限',
}
