import type { CheckCode, CheckFacts } from '../../domain/audit-finding.ts'
import type { Because } from '../../domain/duplicates.ts'
import { auditDuties } from './audit-duties.ts'

const because: Readonly<Record<Because, string>> = {
  identity: '证件号相同',
  businessKey: '业务编号相同',
  phoneAndName: '电话和名称相同',
  name: '名称相同',
}
const list = (keys: readonly string[]) => keys.join('、')

/** What each check is called, and what it says of what it found. */
export const auditChecks = {
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
