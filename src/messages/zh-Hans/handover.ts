import type { DutyCounts } from '../../domain/handover-refusals.ts'

/** Handovers between people, and of departments to the archive. */
export const handover = {
  summary: '移交：列单、清点、签字、交接',
  description:
    '人员离职、调岗，或部门向档案部门移交：自动列出移出人经管的档案、借阅、申请、整改、审核、库位，逐项清点，三方签字后由接收人接管（S003-5.5-1、S003-15.4）。不带子命令则列出未结的移交。',
  handover: '移交编号，如 H1',
  reason: '补记的原因',
  keys: {
    handover: '移交',
    because: '事由',
    from: '移出人',
    to: '接收人',
    department: '部门',
    status: '状态',
    openedOn: '开始',
    giveBy: '移出期限',
    receiveBy: '接收期限',
    dueOn: '期限',
    lateDays: '逾期天数',
    items: '项目',
    unanswered: '未清点',
    lacking: '短缺',
    signatures: '签字',
    extensions: '延期',
    endedOn: '结束',
    hidden: '未列出',
  },
  itemKeys: {
    item: '序号',
    kind: '类别',
    number: '档案编号',
    what: '内容',
    count: '件数',
    pages: '页数',
    state: '清点',
    note: '说明',
  },
  status: { open: '办理中', closed: '已移交', withdrawn: '已撤销' },
  because: { leave: '离职', transfer: '调岗', department: '部门移交' },
  roles: { giver: '移出人', receiver: '接收人', supervisor: '监交人' },
  kinds: {
    archive: '档案',
    material: '单独保管的材料',
    loan: '借阅',
    request: '申请',
    finding: '整改',
    review: '定期审核',
    place: '库位',
  },
  answers: { found: '无误', incomplete: '不全', missing: '未见', takenOver: '由接收人续办' },
  settled: '已了结',
  open: {
    summary: '开始一次移交',
    description:
      '列出移出人经管的一切：名下的档案和页数、单独保管的权证、借出未还的、未了结的申请、未完成的整改和审核、保管的库位。写明编号则只移交这几份档案。期限按制度的工作日计算。',
    numbers: '只移交这些档案；不写则全部',
    from: '移出人：姓名或人员编号',
    to: '接收人：姓名或人员编号',
    because: '事由：离职、调岗、部门移交（默认离职）',
    department: '移交的部门：其人员名下的档案交档案部门保管，负责人不变',
    allOf: '部门移交时，只取此人名下的档案；可重复',
    done: (it: string, from: string, to: string, items: number) =>
      `已开始移交 ${it}：${from} 移交 ${to}，共 ${items} 项`,
    deadlines: (giveBy: string, receiveBy: string) =>
      `${giveBy} 以前交齐，${receiveBy} 以前清点接收。`,
    hidden: (count: number) =>
      `另有 ${count} 项您无权知悉，没有列入，须由有权人员另行移交（S001-22）。`,
  },
  item: {
    summary: '逐项清点',
    description:
      '记下清单上的各项是否无误。未见、页数不足的要写明情况，接收后列为问题限期整改。离职人员借出未还的，须归还，或由接收人续办（--take-over）。接收人签字后不再改动；事后找到的可以补记。',
    items: '清单序号，可多个',
    all: '其余未清点的一律无误',
    missing: '没有见到',
    pages: '实有页数',
    takeOver: '借阅由接收人接手续办',
    note: '情况说明',
    done: (it: string, items: string, word: string, left: number) =>
      `${it} 第 ${items} 项：${word}${left > 0 ? `；还有 ${left} 项未清点` : '；已全部清点'}`,
    none: (it: string) => `${it} 没有未清点的项目。`,
  },
  sign: {
    summary: '登记签字',
    description:
      '移出人、接收人、监交人三人各签一次，须是不同的三人。本人用自己的账户办理；签在纸上的写明清单号（--form）。接收人和监交人在逐项清点以后签。',
    role: '以何身份：移出人、接收人、监交人；不写则由人推定',
    by: '签字人：姓名或人员编号；默认本人',
    form: '签了字的纸质清单的编号',
    done: (it: string, role: string, by: string, left: string) =>
      `${it} 已由${role} ${by} 签字${left === '' ? '；三方签字齐全' : `；还缺：${left}`}`,
  },
  extend: {
    summary: '延长期限',
    description: '有特殊情况的，说明原因，经制度规定的岗位同意后延期（S003-15.4-9）。',
    days: '延长几天，按制度的单位（工作日或自然日）',
    reason: '原因',
    by: '批准人：姓名或人员编号；默认本人',
    form: '批准人签了字的纸质表单的编号',
    done: (it: string, giveBy: string, receiveBy: string) =>
      `${it} 已延期：移出 ${giveBy}，接收 ${receiveBy}`,
  },
  close: {
    summary: '完成移交',
    description:
      '逐项清点、三方签字以后完成移交：档案的负责人、保管人、整改和审核的责任人改为接收人，各记入日志。部门移交只转保管，负责人不变。',
    done: (it: string, count: number, to: string) => `${it} 已移交：${count} 项由 ${to} 接管`,
    withdrawn: (requests: string) => `离职人员未了结的申请已撤回：${requests}。`,
    lacking: (count: number) => `短缺 ${count} 项，已列为问题，由移出人负责。`,
  },
  withdraw: {
    summary: '撤销移交',
    description: '不再移交，或列错了：清单作废，一切照旧。',
    reason: '原因',
    done: (it: string) => `${it} 已撤销`,
  },
  list: {
    summary: '列出移交',
    description: '新的在前。默认全部；--open 只列未结的。',
    open: '只列未结的',
    of: '只列此人移出或接收的',
    none: '没有这样的移交。',
  },
  show: {
    summary: '查看一次移交',
    description: '查看清单、清点结果、签字、延期。无权知悉的档案不列出，只说有几项。',
  },
  signed: (role: string, by: string, on: string, form: string | null) =>
    `${role} ${by}，${on}${form === null ? '' : `，纸质 ${form}`}`,
  unsigned: (role: string) => `${role}：未签`,
  extended: (days: number, by: string, reason: string) => `${days} 天，${by} 批准：${reason}`,
  state: (answer: string, pages: number | null) =>
    pages === null ? answer : `${answer}，实有 ${pages} 页`,
  told: (it: string, from: string, to: string) => `${it} ${from} → ${to}`,
  duties: (it: DutyCounts): string =>
    [
      it.archives > 0 ? `档案 ${it.archives} 份` : '',
      it.materials > 0 ? `单独保管的材料 ${it.materials} 件` : '',
      it.loans > 0 ? `借出未还 ${it.loans} 笔` : '',
      it.requests > 0 ? `未了结的申请 ${it.requests} 件` : '',
      it.findings > 0 ? `整改 ${it.findings} 项` : '',
      it.reviews > 0 ? `审核 ${it.reviews} 轮` : '',
      it.places > 0 ? `库位 ${it.places} 处` : '',
    ]
      .filter((part) => part !== '')
      .join('、'),
  leaving: (name: string, duties: string, open: string | null) =>
    `${name} 名下还有：${duties}。请移交（S003-5.5-1）：${open === null ? `dangan handover open --from ${name} --to <接收人>` : `dangan handover close ${open}`}。`,
  form: {
    summary: '移交清单',
    description:
      '打印移交清单：逐项的编号、名称、件数、页数和清点栏，移出人、接收人、监交人三方签字（S003-15.4-2、S003-15.4-3、S003-15.5-3）。',
    handovers: '移交编号，如 H1，可多个；- 表示从标准输入读取',
    title: '移交清单',
    copies: (count: number) => `本清单一式 ${count} 份，各方各执一份。`,
    facts: {
      because: '事由',
      openedOn: '移交日期',
      from: '移出人',
      to: '接收人',
      department: '部门',
      giveBy: '交齐期限',
      receiveBy: '接收期限',
    },
    columns: {
      no: '序号',
      kind: '类别',
      number: '编号',
      what: '名称、内容',
      count: '件数',
      pages: '页数',
      checked: '清点',
      note: '说明',
    },
    total: (items: number, pages: number) => `共 ${items} 项，合计 ${pages} 页。`,
    hidden: (count: number) => `另有 ${count} 项未列出。`,
    signs: {
      giver: '移出人：以上各项已如数交出',
      receiver: '接收人：已逐项核对，如数接收',
      supervisor: '监交人：在场监督',
    },
  },
}
