/** Loans (借阅). */
export const loan = {
  summary: '列出借出的档案',
  description:
    '列出借出未还的档案，按应还日期先后。--overdue 只列逾期的，--due-within 列几天内到期的（含逾期），--all 连已还的。recall 催还有人等候的。',
  statuses: { out: '借出', returned: '已还', lost: '遗失' },
  conditions: { intact: '完好', damaged: '损坏', incomplete: '缺失', lost: '遗失' },
  outTo: (borrower: string, dueOn: string, loan: string, late: number) =>
    `${borrower}，应还 ${dueOn}（${loan}）${late > 0 ? `，逾期 ${late} 天` : ''}`,
  keys: {
    loan: '借阅号',
    request: '申请',
    number: '档案',
    borrower: '借阅人',
    unit: '单位',
    status: '状态',
    lentOn: '借出',
    dueOn: '应还',
    returnedOn: '归还',
    renewals: '续借次数',
    overdueDays: '逾期天数',
    calendar: '日历',
    calendarVersion: '日历版本',
    provisional: '暂定',
    recalledOn: '催还',
    agreement: '借阅协议',
    items: '材料',
  },
  list: {
    overdue: '只列逾期的',
    dueWithin: '只列几天内到期的（含逾期）',
    borrower: '只列此人借的',
    number: '只列此档案的',
    all: '连已还的',
    none: '没有借出的档案。',
  },
  provisional: (day: string) =>
    `应还日期 ${day} 是暂定的：那一年的工作日历还没有公布。公布后：dangan policy calendar import <文件>。`,
  noAgreement: (who: string, kind: string, source: readonly string[], command: string) =>
    `${who} 没有有效的${kind}${source.length > 0 ? `（${source.join('、')}）` : ''}。签好后登记：${command}`,
  borrow: {
    summary: '借出档案或其中的材料',
    description:
      '借出整份档案，或用 编号/序号 借出其中的材料。制度要求审批的，先成申请并说明由谁审批；批准后再用同一条命令，或 borrow R12，即可借出。应还日期按制度的期限，--due 可以更早。',
    numbers: '档案编号，或 编号/材料序号，或已批准的申请号，可多个；- 表示从标准输入读取',
    due: '归还日期；省略则按制度的期限',
    agreement: '已签的借阅协议的编号',
    queue: '已借出时排队等候',
    reason: '补记的原因',
    done: (names: string, who: string, due: string, loan: string) =>
      `${names} 已借给 ${who}，应还 ${due}（${loan}）`,
    next: (back: string, slip: string) => `归还：${back}；出借单：${slip}`,
    applied: '须先审批，已提出申请：',
    queued: '已排队等候：',
  },
  renew: {
    summary: '续借',
    description:
      '在应还日期之前续借，次数和期限按制度；有人等候时不能续借。须审批的先成申请，批准后再用同一条命令或 renew R15。',
    numbers: '档案编号、借阅号（L12）或已批准的续借申请号，可多个',
    due: '续借到哪天；省略则按制度的期限',
    reason: '续借的原因',
    done: (names: string, due: string, times: number) =>
      `${names} 已续借到 ${due}（第 ${times} 次）`,
  },
  return: {
    summary: '归还，逐件查验',
    description:
      '归还借出的档案或其中几件材料，注销外借登记，并说明放回何处。在终端里逐件询问查验结果；其他场合不说明即为完好。',
    numbers: '档案编号、编号/材料序号，或借阅号（L12），可多个',
    condition: '查验结果：完好、损坏、缺失、遗失',
    pages: '点到的页数；比借出时少即为缺失',
    remark: '说明，如 第7页折角',
    liable: '责任人',
    reason: '补记的原因',
    ask: (name: string, title: string | null, pages: number | null) =>
      `${name}${title === null ? '' : ` ${title}`}${pages === null ? '' : `（${pages} 页）`} 查验结果`,
    done: (names: string, who: string, loan: string) => `${names} 已由 ${who} 归还（${loan}）`,
    lost: (names: string, who: string, loan: string) =>
      `${names} 由 ${who} 借出后遗失，外借登记已注销（${loan}）`,
    counted: (condition: string, pages: number, counted: number) =>
      `${condition}（借出 ${pages} 页，点到 ${counted} 页）`,
    late: (days: number) => `逾期 ${days} 天`,
    harmed: (name: string, condition: string, remark: string | null) =>
      `  ${name}：${condition}${remark === null ? '' : `，${remark}`}`,
    incident: (incident: string, command: string) => `  已登记事故 ${incident}：${command}`,
    stillOut: (names: string, count: number) => `  ${names} 还有 ${count} 件未还`,
    place: (number: string, location: string | null) =>
      location === null
        ? `${number} 没有登记存放位置：dangan locate ${number} --next`
        : `请放回 ${location}`,
    waits: (who: string, request: string, status: string, command: string) =>
      `${who} 在排队等候（${request}，${status}）：${command}`,
  },
  recall: {
    summary: '催还',
    description: '有人等候时，把应还日期提前；不早于制度保证的最短借期。',
    done: (names: string, who: string, due: string, loan: string) =>
      `已催 ${who} 最迟于 ${due} 归还 ${names}（${loan}）`,
  },
}
