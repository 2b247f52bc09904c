/** Applications and approvals (申请、审批). */
export const request = {
  summary: '申请：查看、撤回',
  description:
    '查阅、借阅、续借、复制、对外提供、销毁等须审批的事项，先成申请，按制度逐步审批。单用列出待办的申请；用 dangan approve、dangan reject 审批。',
  kinds: {
    consult: '查阅',
    borrow: '借阅',
    renew: '续借',
    copy: '复制',
    disclose: '对外提供',
    purge: '销毁',
    report: '报表发放',
    change: '变更',
  },
  /** A change that was made. */
  accepted: '已接受并更新',
  statuses: {
    pending: '待审批',
    approved: '已批准',
    refused: '不准',
    withdrawn: '已撤回',
    used: '已使用',
    expired: '已失效',
  },
  decisions: { approved: '同意', refused: '不同意' },
  evidences: { inTool: '本人在程序中', paper: '签字的表', signature: '电子签名' },
  heads: { applicant: '申请人所在部门负责人', owner: '档案负责人所在部门负责人' },
  /** Whoever of several may decide. */
  anyOf: (names: readonly string[]): string =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join('、')}或${names.slice(-1).join('')}`,
  keys: {
    request: '申请',
    kind: '事项',
    numbers: '档案',
    number: '档案编号',
    materials: '材料',
    applicant: '申请人',
    external: '外部人员',
    unit: '单位',
    department: '部门',
    purpose: '目的',
    basis: '依据',
    unitSeal: '签字盖章',
    dueOn: '归还日期',
    status: '状态',
    madeOn: '申请日期',
    expiresOn: '失效日期',
    settledOn: '办结日期',
    reason: '原因',
    steps: '待谁审批',
  },
  applicant: {
    to: '借给谁：人员姓名或编号；外部人员另给 --unit',
    who: '谁：人员姓名或编号，或外部人员的姓名',
    unit: '外部人员的单位',
    credential: '外部人员的证件，如 介绍信、工作证',
    credentialNumber: '证件号码',
    unitSeal: '申请表上签字的单位（部门）负责人，并已盖章',
    purpose: '用途、理由',
    basis: '依据，如 客户同意、法律规定',
  },
  line: (name: string, kind: string, what: string, who: string, status: string) =>
    `${name} ${kind} ${what}，申请人 ${who}：${status}`,
  brief: (name: string, kind: string, who: string, status: string) =>
    `${name} ${kind}，申请人 ${who}：${status}`,
  outsider: (name: string, unit: string) => `${name}（${unit}）`,
  purpose: (words: string) => `目的：${words}`,
  basis: (words: string) => `依据：${words}`,
  unitSeal: (name: string) => `单位盖章，负责人签字：${name}`,
  due: (day: string) => `拟还 ${day}`,
  expires: (day: string) => `${day} 后失效`,
  because: (words: string) => `原因：${words}`,
  stepShort: (step: number) => `第 ${step} 步`,
  step: {
    open: (step: number, who: string, source: readonly string[]) =>
      `第 ${step} 步：待${who}审批${source.length > 0 ? `（${source.join('、')}）` : ''}`,
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
      `第 ${step} 步（${it.who}）：${it.by}于 ${it.on} ${it.decision}，${it.evidence}${it.form === null ? '' : ` ${it.form}`}${it.note === null ? '' : `，${it.note}`}`,
  },
  next: {
    use: (command: string) => `已批准。办理：${command}`,
    decide: (who: string, command: string) =>
      `请${who}审批：${command}；凭签字的表代录：${command} --by <姓名> --form <表号>`,
  },
  scanTitle: (request: string) => `${request} 审批表`,
  decision: {
    scan: '签字的表的扫描件，存入档案',
    requests: '申请号，如 R12，可多个；- 表示从标准输入读取',
    by: '审批人：人员姓名或编号，或表上签字的人',
    post: '审批人的岗位（不在人员名单上的人）',
    form: '签字的审批表的编号：凭表代录',
    note: '审批意见',
    reason: '补记的原因',
  },
  approve: {
    summary: '审批：同意',
    description:
      '登记下一步审批。审批人坐在本机、账户与其本人对应时，在程序中审批；别人的审批凭签字的表代录（--by 与 --form），留痕并在审计时列出。任何人不得审批自己的申请。',
  },
  reject: {
    summary: '审批：不同意',
    description: '登记下一步审批为不同意，须说明理由；申请到此为止。',
    reason: '不同意的理由',
  },
  list: {
    summary: '列出申请',
    description: '列出未办结的申请及待谁审批；--all 列出全部。',
    all: '全部，包括已办结的',
    kind: '只列此事项，如 借阅',
    number: '只列此档案的',
    applicant: '只列此人的',
    none: '没有未办结的申请。',
  },
  show: { summary: '查看申请', description: '列出申请的内容、各步审批及凭据。' },
  withdraw: {
    summary: '撤回申请',
    description: '申请人不再需要时撤回；已使用的不能撤回。',
    reason: '原因',
  },
}
