import type { Because } from '../../domain/duplicates.ts'
import type { CheckCode, CheckFacts, FindingStatus, Severity } from '../../domain/audit-finding.ts'
import { auditDuties } from './audit-duties.ts'

const because: Readonly<Record<Because, string>> = {
  identity: '证件号相同',
  businessKey: '业务编号相同',
  phoneAndName: '电话和名称相同',
  name: '名称相同',
}
const list = (keys: readonly string[]) => keys.join('、')

/** What each check is called, and what it says of what it found. */
const checks = {
  'archive.required': { title: '必填项', says: ({ fields }) => `缺 ${list(fields)}` },
  'archive.checklist': { title: '应有材料', says: ({ items }) => `缺材料：${list(items)}` },
  'value.checksum': { title: '证件号校验', says: ({ fields }) => `${list(fields)}的校验码不符` },
  'value.shape': { title: '写法', says: ({ fields }) => `${list(fields)}写法不对` },
  'value.choice': { title: '可选值', says: ({ fields }) => `${list(fields)}不在制度所列之内` },
  'text.control': {
    title: '特殊字符',
    says: ({ fields }) => `${list(fields)}含看不见的或无法辨认的字符`,
  },
  'date.order': {
    title: '日期先后',
    says: ({ fields }) => `${list(fields)}与其他日期、年份或今天相抵触`,
  },
  'duplicate.likely': {
    title: '重复建档',
    says: ({ because: why, other }) => `疑与 ${other} 为同一客户（${because[why]}）`,
  },
  'number.gap': {
    title: '编号连续',
    says: ({ stem, from, to }) =>
      `编号 ${stem} 缺 ${from === to ? from : `${from}–${to}`} 号，没有作废记载`,
  },
  'number.before': {
    title: '启用前的编号',
    says: ({ stem, to }) => `编号 ${stem} 的 1–${to} 号在启用本册之前给出，本册不尽有记载`,
  },
  'number.width': {
    title: '编号容量',
    says: ({ stem, last, percent }) => `编号 ${stem} 已到 ${last} 号，用去位数的 ${percent}%`,
  },
  'loan.overdue': { title: '逾期借阅', says: ({ loan, dueOn }) => `L${loan} 应于 ${dueOn} 归还` },
  'loan.agreement': { title: '借阅协议', says: ({ loan }) => `L${loan} 的借阅人没有有效的协议` },
  'review.overdue': { title: '逾期审核', says: ({ dueOn }) => `应于 ${dueOn} 审核` },
  'opening.late': {
    title: '建档及时',
    says: ({ firstOn, openedOn }) => `${firstOn} 已有往来，${openedOn} 才建档`,
  },
  'contacts.few': { title: '联系人数', says: () => '重要客户的联系人不足' },
  'secret.apart': { title: '涉密分存', says: () => '须分开存放，却放在别处' },
  'secret.keeper': { title: '涉密保管人', says: () => '存放处没有保管人' },
  'secrecy.over': { title: '保密期满', says: ({ until }) => `保密期限已于 ${until} 届满` },
  'retention.over': {
    title: '保存期满',
    says: ({ until }) => `保存期限已于 ${until} 届满，尚未处置`,
  },
  'approval.paper': {
    title: '纸质审批',
    says: ({ request, step }) => `R${request} 第 ${step} 步凭纸质表单登记，未由审批人本人办理`,
  },
  'verify.self': { title: '自行核实', says: () => '由采集人自己核实' },
  backdated: {
    title: '补记',
    says: ({ seq, effectiveOn, enteredOn }) =>
      `日志第 ${seq} 条记 ${effectiveOn} 的事，${enteredOn} 才登记`,
  },
  'journal.intact': { title: '日志完好', says: ({ seq }) => `日志第 ${seq} 条与登记时不符` },
  'file.fixity': {
    title: '文件未变',
    says: ({ material }) => `第 ${material} 件材料的文件与登记时不符`,
  },
  'file.intact': { title: '档案文件完好', says: () => '档案文件已损坏' },
  'row.damaged': { title: '记载完好', says: () => '记载已损坏，读不出来' },
  'row.orphan': {
    title: '无主记载',
    says: ({ table, count }) => `${table} 有 ${count} 行所属的档案不存在`,
  },
  'incident.report': {
    title: '事故报告',
    says: ({ incident, dueOn }) => `事故 I${incident} 应于 ${dueOn} 以前报告`,
  },
  'handover.missing': {
    title: '移交短缺',
    says: ({ handover, item, missing }) =>
      `移交 H${handover} 第 ${item} 项${missing ? '未见' : '不全'}`,
  },
  'request.expired': {
    title: '过期申请',
    says: ({ request, expiresOn }) => `R${request} 已于 ${expiresOn} 过期，尚未了结`,
  },
  'card.behind': { title: '档案卡', says: () => '纸质档案卡已不是最新' },
  'place.wrong': { title: '存放位置', says: () => '放在不该放或不明的位置' },
  'inspection.item': {
    title: '保管检查',
    says: ({ inspection: id, item, place }) =>
      `${item}异常${place === null ? '' : `：${place}`}（I${id}）`,
  },
  'inspection.overdue': { title: '逾期保管检查', says: ({ dueOn }) => `应于 ${dueOn} 以前检查` },
  'repair.overdue': {
    title: '逾期修复',
    says: ({ repair, dueOn }) => `P${repair} 应于 ${dueOn} 以前修复`,
  },
  'stocktake.missing': {
    title: '清点不在架',
    says: ({ stocktake: id }) => `清点时不在架（C${id}）`,
  },
  'stocktake.misplaced': {
    title: '清点错架',
    says: ({ stocktake: id, at }) => `清点时在 ${at}，与登记的库位不符（C${id}）`,
  },
  'stocktake.stray': {
    title: '清点不认识的编号',
    says: ({ stocktake: id, count }) => `架上有 ${count} 个不认识或已作废的编号（C${id}）`,
  },
  'stocktake.purged': {
    title: '已销毁而在架',
    says: ({ stocktake: id, count }) => `架上有 ${count} 份应已销毁的档案（C${id}）`,
  },
  'stocktake.overdue': { title: '逾期清点', says: ({ dueOn }) => `应于 ${dueOn} 以前清点` },
  ...auditDuties,
  'manual.readable': { title: '文件可读', says: () => '请抽取电子文件打开查看，记下结果' },
  'manual.virus': { title: '病毒', says: () => '请用杀毒软件检查本机和载体，记下结果' },
  'manual.media': { title: '备份载体', says: () => '请查看备份载体的外观和读取，记下结果' },
} satisfies {
  readonly [Code in CheckCode]: { title: string; says: (facts: CheckFacts[Code]) => string }
}

/** Audits, findings and reviews. */
export const audit = {
  summary: '检查档案，列出问题及整改',
  description:
    '按检查项目逐一检查您有权查看的档案和全册，列出问题，与上一次相比：新增、仍有、已改。结果留存为一次检查（A3）。有错误或警告时退出状态为 10。',
  check: '只做这些检查，如 loan.overdue number.gap',
  severity: '只看这一级及更重的：error、warning、info、manual',
  sample: '只抽查百分之几的档案，如 5%',
  seed: '抽样的种子：相同的种子抽到相同的档案',
  sinceLast: '只看与上一次不同的：新增的和已改的',
  period: '只查在此期间建档的，如 2025Q1、2025H1、2025-03、2025',
  checks,
  severities: {
    error: '错误',
    warning: '警告',
    info: '提示',
    manual: '人工',
  } satisfies Record<Severity, string>,
  status: {
    new: '新增',
    standing: '仍有',
    resolved: '已整改',
    fixed: '已消除',
  } satisfies Record<FindingStatus, string>,
  keys: {
    finding: '问题',
    check: '检查',
    severity: '级别',
    number: '档案编号',
    message: '说明',
    clause: '依据',
    items: '四性检测',
    dueOn: '整改期限',
    status: '情况',
    foundOn: '发现',
    owner: '整改人',
    resolvedOn: '整改日期',
    resolvedBy: '报告人',
    note: '备注',
    fix: '办法',
    audit: '检查',
    runOn: '日期',
    runBy: '检查人',
    archives: '档案数',
    hidden: '无权查看',
    new: '新增',
    standing: '仍有',
    fixed: '已消除',
    signedOn: '签署日期',
    signedBy: '签署人',
    title: '名称',
  },
  office: '全册',
  running: (archives: number) => `已查 ${archives} 份`,
  ran: (audit: string, archives: number, found: number) =>
    found === 0
      ? `${audit}：检查 ${archives} 份档案，没有问题。`
      : `${audit}：检查 ${archives} 份档案，问题 ${found} 个。`,
  compared: (fresh: number, standing: number, fixed: number) =>
    `新增 ${fresh}，仍有 ${standing}，已消除 ${fixed}。`,
  hidden: (count: number) => `另有 ${count} 份档案您无权查看，未检查。`,
  unkept: '档案文件不能写入：检查结果不留存，也不与上一次比较。',
  next: (finding: string) =>
    `下一步：dangan audit findings --open；整改后：dangan audit resolve ${finding} --note …`,
  list: {
    summary: '列出历次检查',
    description: '最近的在前；每次检查的范围、问题数、签署人都在。',
    none: '还没有检查过。',
  },
  checksList: {
    summary: '列出检查项目及其依据',
    description: '每项检查的编号、级别、所答的四性检测条目和依据的条款。',
  },
  show: {
    summary: '看一次检查查出的问题',
    description: '这次检查查出的和看到已消除的问题，按现在的情况列出。',
    audit: '检查的编号，如 A3',
  },
  sign: {
    summary: '签署一次检查的结果',
    description: '由检查人以外的人对结果负责；只有一人在岗时可自签。一次检查只签一次。',
    note: '意见',
    done: (audit: string, by: string) => `${by} 已签署 ${audit}`,
  },
  findings: {
    summary: '列出问题及整改情况',
    description: '历次检查查出的问题，重的在前；问题在下次检查时查不到了，就算已消除。',
    open: '只列未整改的',
    owner: '只列此人负责的',
    none: '没有问题。',
    count: (count: number) => `共 ${count} 个。`,
  },
  finding: '问题的编号，如 F3，可多个',
  resolve: {
    summary: '报告问题已整改',
    description: '写明怎样整改的。下次检查复查：还查得到就重新提出。',
    note: '怎样整改的',
    done: (finding: string) => `${finding} 已整改；下次检查时复查`,
  },
  reopen: {
    summary: '重新提出已整改的问题',
    description: '整改不到位的，不等下次检查就重新提出。',
    note: '原因',
    done: (finding: string) => `${finding} 重新提出`,
  },
  assign: {
    summary: '指定整改人和期限',
    description: '不写期限的，按制度的整改期限。',
    to: '整改人（人员）',
    due: '整改期限',
    done: (finding: string, to: string, due: string | null) =>
      `${finding} 由 ${to} 整改${due === null ? '' : `，期限 ${due}`}`,
  },
  review: {
    summary: '开始一轮定期审核，按责任人列出',
    description:
      '每个期间只开一轮：期末以前应审核的档案都列入，按责任人排列。再次运行只列出尚未审核的。',
    period: '期间，如 2025Q3',
    all: '连同已审核的',
    opened: (period: string, count: number) => `已开始 ${period} 的审核，共 ${count} 份。`,
    count: (left: number, all: number) => `还有 ${left} 份未审核，共 ${all} 份。`,
    hidden: (count: number) => `另有 ${count} 份您无权查看。`,
  },
  confirm: {
    summary: '登记档案已审核，推算下次审核',
    description: '已重新核对内容。下次审核从今天起按制度的周期推算：周期不止一种时从严。',
    numbers: '档案编号，可多个；- 表示从标准输入读取',
    withCustomer: '已与客户核对',
    reason: '补记的原因',
    done: (number: string, next: string | null) =>
      `${number} 已审核${next === null ? '' : `，下次 ${next}`}`,
  },
  reviewKeys: {
    round: '期间',
    number: '档案编号',
    name: '客户名称',
    owner: '责任人',
    dueOn: '应审核',
    confirmedOn: '审核日期',
    confirmedBy: '审核人',
    withCustomer: '与客户核对',
    lateDays: '迟（天）',
  },
  yes: '是',
  due: {
    summary: '列出到期和将到期的事',
    description:
      '把要办的事按日期列成一张单子：归还、审核、审批、事故报告、整改、移交、培训、申诉、协议、解密、保存期满、核实、查阅未结、复制件、备份、检查、工作日历等。有到期的事时退出状态为 10。',
    within: '几天以内到期的也列出（默认 0）',
    none: '没有到期的事。',
    count: (count: number) => `共 ${count} 件。`,
    keys: {
      due: '期限',
      kind: '事项',
      number: '档案编号',
      what: '内容',
      who: '责任人',
      count: '件数',
      next: '下一步',
    },
    kinds: {
      loan: '归还',
      review: '审核',
      request: '申请',
      incident: '事故报告',
      rectification: '整改',
      handover: '移交',
      training: '培训',
      violation: '申诉',
      agreement: '协议到期',
      inspection: '保管检查',
      stocktake: '清点',
      repair: '修复',
      secrecy: '保密期满',
      retention: '保存期满',
      verification: '核实',
      hold: '暂停销毁到期',
      consultation: '查阅未结',
      permit: '复制件',
      disposal: '销毁未完',
      backup: '备份',
      audit: '检查',
      calendar: '工作日历',
    },
    what: {
      loan: (id: string) => `${id} 归还`,
      review: (count: number) => (count === 1 ? '定期审核' : `${count} 份定期审核`),
      request: (id: string) => `${id} 未了结`,
      incident: (id: string) => `${id} 向上报告`,
      rectification: (title: string, count: number) =>
        count === 1 ? title : `${title} ${count} 个`,
      handover: (id: string) => `${id} 移交、接收`,
      training: (id: string) => `${id} 到期，须再培训`,
      violation: (id: string) => `${id} 申诉待复核`,
      agreement: (id: string) => `${id} 到期，须重签`,
      inspection: (id: string | null) => (id === null ? '保管检查，尚未开始' : `${id} 保管检查`),
      stocktake: (id: string | null) => (id === null ? '清点，尚未开始' : `${id} 清点`),
      repair: (id: string) => `${id} 修复`,
      secrecy: (count: number) => (count === 1 ? '保密期限届满' : `${count} 份保密期限届满`),
      retention: (count: number) => (count === 1 ? '保存期限届满' : `${count} 份保存期限届满`),
      many: (count: number) => `${count} 件`,
      verification: (count: number) => (count === 1 ? '待核实' : `${count} 份待核实`),
      hold: (id: string) => `${id} 到期，此后可以销毁`,
      consultation: (id: string) => `${id} 查阅未结，须归还签字`,
      permit: (id: string) => `${id} 的复制件去向未交代`,
      disposal: (id: string) => `${id} 销毁中断，须继续`,
      backup: '该备份了',
      audit: '该全面检查了',
      calendar: (year: number) => `还没有 ${year} 年的工作日历`,
    },
  },
}
