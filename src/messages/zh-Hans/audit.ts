import type { FindingStatus, Severity } from '../../domain/audit-finding.ts'
import { auditChecks } from './audit-checks.ts'
import { due } from './due.ts'

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
  checks: auditChecks,
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
  due,
}
