/** The office's rules and their versions. */
export const policy = {
  summary: '制度：查看、核对、采用',
  description:
    '制度规定类型、编号、密级、保存期限等。每一版都有施行日期，办理按当日施行的一版判断。',
  options: {
    section: '制度的一节，如 types 或 retention.classes',
    version: '第几版（见 policy list）',
    ready: '随程序提供的现成制度',
    readyName: '现成制度的名称',
    output: '写入此文件，不覆盖已有的',
    file: '制度文件（YAML）；- 从标准输入读取',
    effective: '自哪天起施行',
    reason: '原因',
    a: '版本号、现成制度名或文件',
    b: '版本号、现成制度名或文件',
  },
  keys: {
    version: '版本',
    title: '名称',
    policy: '标识',
    effectiveFrom: '施行日期',
    adoptedOn: '采用日期',
    reason: '原因',
    status: '状态',
    source: '条款',
    gap: '缺口',
    moves: '变动项',
    at: '位置',
    before: '原来',
    after: '现在',
    section: '节',
    items: '项数',
    assumed: '待确认',
  },
  status: { inForce: '施行中', coming: '未施行', past: '已失效', replaced: '未施行即被取代' },
  always: '自始',
  sections: {
    policy: '标识',
    title: '名称',
    language: '语言',
    timeZone: '时区',
    source: '条款',
    types: '客户类型',
    fields: '字段',
    stages: '业务阶段',
    industries: '行业',
    regions: '地区',
    importances: '重要程度',
    entries: '记录种类',
    materials: '材料种类',
    checklists: '材料清单',
    storage: '保管',
    secrecy: '密级',
    opening: '建档时限',
    backdating: '补记',
    calendar: '工作日历',
    verification: '核实',
    review: '定期审核',
    retention: '保存期限',
    posts: '岗位',
    requests: '申请与审批',
    loans: '借阅',
    agreements: '保密协议',
    incidents: '事故',
    consultation: '查阅',
    copies: '复制',
    disclosure: '对外提供',
    disposal: '销毁',
    audit: '检查与整改',
    handover: '移交',
    classification: '分类规则',
  },
  show: {
    summary: '查看现行制度',
    description: '列出制度各节，或展开其中一节。--json 给出合并后的全文；--date 看那天施行的一版。',
    heading: (title: string, version: number, from: string, adoptedOn: string) =>
      `${title}：第 ${version} 版，${from}施行，${adoptedOn} 采用`,
    from: (day: string) => `自 ${day} 起`,
    more: 'dangan policy show types',
  },
  list: {
    summary: '列出制度各版',
    description: '列出采用过的各版制度；--ready 列出现成制度。',
  },
  check: {
    summary: '核对制度',
    description:
      '核对制度文件能否采用，并列出来源留空、由程序假定的各处。不给文件则核对现行制度。有假定之处仍为 0，文件不可用为 8。',
    good: (title: string) => `${title}：可用，没有待确认之处。`,
    assumed: (title: string, count: number) =>
      `${title}：可用。来源留空、由程序假定的有 ${count} 处，请逐条确认；确认后在文件里写 assumed: false：`,
  },
  set: {
    summary: '采用新制度',
    description:
      '自某日起采用新制度。先列出变化，确认后写入。可以定在将来；定在过去而已有事按旧制度办理的，须说明原因。同一天只能有一版，未施行的可以被取代。',
    ask: { file: '制度文件', effective: '自哪天起施行', reason: '原因（可空）' },
    changes: (title: string, day: string, count: number, version: number) =>
      `《${title}》自 ${day} 起施行，比第 ${version} 版有 ${count} 处变化：`,
    more: (count: number) => `  另有 ${count} 处，全部列出：dangan policy diff`,
    replaces: (version: number) => `取代尚未施行的第 ${version} 版。`,
    dropped: '新制度不再列出、但正在使用的内容（照旧保留，按原文显示）：',
    use: (at: string, count: number) => `  ${at}：${count} 份`,
    confirm: (day: string) => `自 ${day} 起采用这部制度吗？`,
    done: (version: number, title: string, day: string) =>
      `已采用第 ${version} 版：${title}，自 ${day} 起施行。`,
    moved: (count: number) => `保存期限或下次审核日期随之改变的有 ${count} 份档案。`,
    rekeyed: (count: number) => `比对方式有变，已重编 ${count} 份档案的比对键。`,
  },
  diff: {
    summary: '比较两版制度',
    description:
      '比较两版制度。给一个文件或名称：与现行制度比较；给一个版本号：那一版与现行制度；都不给：最近两版。',
    same: '没有差别。',
    only: '只有一版制度。可与文件或现成制度比较：dangan policy diff general',
  },
  upgrade: {
    summary: '补上制度所缺的节',
    description:
      '列出现成制度有、而本单位制度没有的各节及其内容。在终端里接着询问施行日期并采用；其他场合给出 --effective（与 --yes）才采用。与 policy set 同一办法，记为新的一版。',
    nothing: (name: string) => `与现成制度 ${name} 相比，没有所缺的节。`,
    lacking: (name: string, sections: readonly string[]) =>
      `现成制度 ${name} 有、而本单位制度没有的节：${sections.join('、')}。`,
    adopt: (name: string) =>
      `以上尚未采用。采用：dangan policy upgrade ${name} --effective <日期> --reason <原因>`,
  },
  simulate: {
    summary: '试算新制度的影响',
    description:
      '若采用这部制度（文件、现成制度名或版本号），哪些档案的保存期限、下次审核日期、密级会变，各依哪条规则。只试算，不写入。保存期限和审核日期随施行而变；密级须另行 classify。',
    nothing: '没有档案会变动。',
    count: (count: number) => `会变动 ${count} 处。密级只是提示，须另行 dangan classify。`,
  },
  coverage: {
    summary: '核对条款与规则',
    description:
      '列出没有规则引用的条款，以及没有注明条款的规则。只看制度引用过的那几部文件。不给名称则核对现行制度。',
    gaps: { clauseWithoutRule: '条款无规则', ruleWithoutClause: '规则无条款' },
    count: (title: string, clauses: number, cited: number) =>
      `${title}：所引文件共 ${clauses} 条，已有规则 ${cited} 条，尚无 ${clauses - cited} 条。`,
  },
  export: {
    summary: '导出制度原文',
    description: '导出制度文件的原文，注释照旧。修改后用 dangan policy set 采用。',
    done: (path: string) => `已写入 ${path}。`,
  },
}
