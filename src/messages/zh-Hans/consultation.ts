/** Reading on the spot (查阅). */
export const consultation = {
  summary: '就地查阅档案或其中的材料',
  description:
    '在指定地点调出整份档案，或用 编号/序号 调出其中的材料供人查阅。制度要求审批的，先成申请并说明由谁审批；批准后用同一条命令，或 consult open R12，即可调出。查阅完毕：consult close。不得带出、复制、摘抄。',
  to: '由谁查阅：人员姓名或编号；外部人员另给 --unit',
  numbers: '档案编号，或 编号/材料序号，或已批准的申请号，可多个；- 表示从标准输入读取',
  scope: '查阅的内容范围，如 只看回访记录',
  place: '查阅地点；省略则为制度指定的地点',
  identity: '调出前核对身份所凭的证件，如 工作证',
  reason: '补记的原因',
  statuses: { open: '查阅中', closed: '已结束' },
  late: '未按时结束',
  keys: {
    consultation: '查阅号',
    request: '申请',
    number: '档案',
    materials: '材料',
    reader: '查阅人',
    unit: '单位',
    purpose: '目的',
    scope: '范围',
    place: '地点',
    identity: '身份凭证',
    status: '状态',
    late: '未按时结束',
    openedOn: '查阅日期',
    openedAt: '开始时间',
    closedOn: '结束日期',
    closedAt: '结束时间',
    signedBy: '签字',
    effect: '利用效果',
    condition: '查验结果',
    remark: '说明',
  },
  applied: '须先审批，已提出申请：',
  opened: (names: string, who: string, place: string, name: string) =>
    `${names} 已调出，由 ${who} ${place === '' ? '就地' : `在${place}`}查阅（${name}）`,
  scopeOnly: (scope: string) => `只查阅：${scope}`,
  rules: (source: readonly string[]) =>
    `不得带出、复制、摘抄、拍照${source.length > 0 ? `（${source.join('、')}）` : ''}`,
  next: (command: string) => `查阅完毕：${command} --signed <查阅人>`,
  open: {
    summary: '调出已批准查阅的档案',
    description: '凭已批准的查阅申请调出档案；调出前重新核对密级、是否在库。',
  },
  close: {
    summary: '查阅完毕：归还、签字',
    description:
      '查阅人归还档案并在查阅登记表上签字后，登记查阅结束、利用效果和查验结果。可写查阅号，或只有一人在查阅的档案编号。',
    consultations: '查阅号，如 C3，或档案编号，可多个；- 表示从标准输入读取',
    signed: '在查阅登记表上签字的人',
    effect: '利用效果，如 已据此答复客户',
    condition: '查验结果：完好、损坏、缺失、遗失；省略即为完好',
    remark: '说明，如 第7页折角',
    done: (names: string, who: string, name: string, signed: string | null) =>
      `${names} 已由 ${who} 查阅完毕（${name}）${signed === null ? '' : `，${signed} 签字`}`,
    harmed: (names: string, condition: string, remark: string | null) =>
      `  ${names}：${condition}${remark === null ? '' : `，${remark}`}`,
  },
  list: {
    summary: '查阅登记',
    description:
      '列出今天的查阅和尚未结束的查阅；过夜未结束或超过制度规定时间的标明“未按时结束”。--open 只列未结束的，--all 列出全部登记。',
    open: '只列未结束的',
    number: '只列此档案的',
    all: '全部登记',
    none: '没有查阅登记。',
  },
}
