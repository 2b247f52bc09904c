import type { Because } from '../../domain/disposal-reasons.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const term = (label: { readonly 'zh-Hans': string } | null): string =>
  label === null ? '保存期限' : `保存期限“${label['zh-Hans']}”`

const reasons = {
  over: (it) => `${term(it.label)}已于 ${it.until} 期满${clauses(it.source)}`,
  until: (it) => `${term(it.label)}到 ${it.until}${clauses(it.source)}`,
  permanent: (it) => `${term(it.label)}：永久保存${clauses(it.source)}`,
  notBegun: (it) => `${term(it.label)}尚未起算${clauses(it.source)}`,
  noClass: () => '没有保存期限',
  destroyed: () => '已经销毁',
  hold: (it) => `暂停销毁 ${it.hold}${it.until === null ? '' : `，至 ${it.until}`}`,
  loan: (it) => `借出未还 ${it.loan}，应还 ${it.dueOn}`,
  request: (it) => `申请 ${it.request} 未办结`,
  incident: (it) => `事故 ${it.incident} 未结案`,
  consultation: (it) => `有人正在查阅 ${it.consultation}`,
  copies: (it) => `有 ${it.count} 份复制件没有交代下落${clauses(it.source)}`,
} satisfies { readonly [Code in Because['code']]: (it: Extract<Because, { code: Code }>) => string }

/** Destroying what has served its time (销毁). */
export const disposal = {
  summary: '销毁：鉴定、申请、执行、销毁清册',
  description:
    '保存期满的档案按“计划、申请、审批、执行、清册”销毁。执行以后，编号、类型、日期和审批留存，客户的内容从文件、日志和索引中彻底清除。单用列出未办完的销毁。',
  because: (it: Because): string => (reasons[it.code] as (it: Because) => string)(it),
  statuses: {
    proposed: '待审批',
    approved: '已批准',
    refused: '不准',
    executing: '执行中',
    executed: '已销毁',
  },
  plan: {
    summary: '可以销毁的和须保留的',
    description:
      '逐份列出可以销毁的和须保留的，各写明依据：期限、暂停销毁、借出、申请、事故。可写编号，或用筛选条件；什么都不写则看全部档案。',
    numbers: '档案编号，可多个；- 表示从标准输入读取',
    kept: '也列出须保留的',
    count: (may: number, kept: number) => `可以销毁 ${may} 份，须保留 ${kept} 份。`,
    hidden: '须保留的及原因：加 --kept。',
    next: (numbers: string) => `提出申请：dangan purge propose ${numbers} --reason <原因>`,
    mayGo: '可以销毁',
    isKept: '保留',
  },
  propose: {
    summary: '申请销毁',
    description:
      '为保存期满的档案提出销毁申请（销毁申请表），按制度逐步审批。有一份不能销毁，整个申请就不提出。',
    reason: '销毁原因（不写客户的姓名、电话等内容：它要永久留存）',
    appraisal: '鉴定意见：是否还有保存价值',
    by: '申请人；不写则为办理人',
    late: '补记的原因',
    done: (disposal: string, count: number, request: string) =>
      `已提出销毁 ${disposal}：${count} 份，申请 ${request}`,
  },
  list: {
    summary: '列出销毁',
    description: '列出未办完的销毁；--all 列出全部。',
    all: '全部，包括已销毁和不准的',
    none: '没有未办完的销毁。',
    count: (count: number) => `共 ${count} 项。`,
  },
  show: {
    summary: '查看销毁',
    description: '列出一项销毁的档案、审批、执行人和监销人。',
    disposal: '销毁的编号（D1）或其申请的编号（R12）',
    line: (disposal: string, count: number, status: string) => `${disposal} ${count} 份：${status}`,
    request: '申请',
    older: '旧备份里可能还有这些档案：恢复时按销毁登记册重新清除。',
  },
  execute: {
    summary: '执行销毁',
    description:
      '重新核对每一份，然后清除：档案、记录、材料及其电子文件、索引、借阅和申请的内容、日志的明细，最后重写整个文件，再在原始字节中查找，确认没有留下。中断以后重新执行同一命令即可继续。执行人和监销人须为两人；须输入销毁编号以确认。',
    by: '执行人：人员姓名或编号；外部人员另给 --by-unit',
    byUnit: '执行人的单位（外部人员）',
    witness: '监销人：人员姓名或编号；外部人员另给 --witness-unit',
    witnessUnit: '监销人的单位（外部人员）',
    method: '纸质档案的销毁方式，如 粉碎、焚烧',
    place: '销毁地点',
    form: '执行人和监销人签字的单据编号',
    confirm: '销毁编号，以确认',
    late: '补记的原因',
    ask: (disposal: string, count: number) =>
      `将彻底销毁 ${count} 份档案，不能恢复。请输入 ${disposal} 以确认`,
    resuming: (disposal: string) => `${disposal} 上次没有执行完，现在继续。`,
    done: (disposal: string, count: number) => `${disposal} 已销毁 ${count} 份`,
    searched: (values: number, archives: number) =>
      `在文件的原始字节中查找了 ${archives} 份档案的 ${values} 个值：没有留下。`,
    unsearched: (count: number) =>
      `其中 ${count} 份的值在中断时已经清除，无从查找；文件已整个重写。`,
    sealed: '文件已加密，原始字节中无从查找；索引已核对，文件已整个重写。',
    shared: (values: number) => `有 ${values} 个值别的档案也有，仍在文件中。`,
    sharedWith: (position: number, holders: number) => `第 ${position} 个：另有 ${holders} 处`,
    next: (disposal: string) => `销毁清册：dangan purge certificate ${disposal}`,
    backups: '销毁以前的备份里还有这些档案，请一并处理；恢复它们时会按销毁登记册重新清除。',
    unreached: (folders: readonly string[]) =>
      `这些备份文件夹现在到不了，里面的销毁登记册未更新：${folders.join('、')}。再备份到那里时会补上。`,
    pending: (disposal: string) =>
      `销毁 ${disposal} 没有执行完。继续：dangan purge execute ${disposal}`,
  },
  certificate: {
    summary: '销毁清册',
    description: '打印销毁清册，永久保存；--json、--format csv 给出其内容而不打印。',
    title: '档案销毁清册',
    holding: '客户档案',
    electronic: '电子记录彻底删除',
    headings: {
      type: '类别',
      position: '顺序号',
      title: '题名',
      number: '档号',
      materials: '数量',
      reason: '原因',
      executedOn: '时间',
      place: '地点',
      secrecy: '密级',
      copies: '份数',
      pages: '页数',
      approvedBy: '批准人',
      executor: '档管员',
      witness: '监销人',
    },
    facts: {
      disposal: '销毁编号',
      request: '申请',
      method: '销毁方式',
      appraisal: '鉴定意见',
      count: '档案',
      form: '签字单据',
      journal: '日志',
    },
    signs: ['执行人：', '监销人：', '日期：'],
    count: (archives: number, materials: number, pages: number) =>
      `${archives} 份，材料 ${materials} 件，${pages} 页`,
    done: (path: string) => `已打印 ${path}`,
  },
  keys: {
    disposal: '销毁',
    number: '档案编号',
    retainUntil: '保存至',
    because: '依据',
    verdict: '处理',
    status: '状态',
    count: '份数',
    reason: '原因',
    appraisal: '鉴定意见',
    proposedOn: '申请日期',
    request: '申请',
    executor: '执行人',
    witness: '监销人',
    method: '方式',
    place: '地点',
    executedOn: '销毁日期',
  },
}
