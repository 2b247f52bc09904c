/** Entries: dated facts of an archive. */
export const entry = {
  summary: '记入一条记录',
  description: '在档案里记入一条记录：沟通、订单、服务、反馈、回访等，字段由现行制度规定。',
  number: '档案编号',
  options: {
    kind: '记录的种类，省略则为沟通',
    on: '事情发生的日期，省略则为办理日期',
    text: '内容',
    set: '该种记录的字段：字段=值，可重复',
    reason: '补记的原因',
  },
  ask: { kind: '记录的种类', text: '内容（可空）', other: (label: string) => `${label}（可空）` },
  done: (number: string, kind: string, on: string, entry: number) =>
    `已记入 ${number}：${on} ${kind}（记录 ${entry}）`,
  late: (days: number) => `比规定时限晚 ${days} 天记入。`,
  reckoned: (label: string, amount: string) => `${label}由数量和单价算出：${amount}`,
  entry: '记录的编号，见 note list',
  list: {
    summary: '列出记录：一份、几份或全部档案',
    description:
      '列出记录，最近的在前；不写编号则为您有权查看的全部档案。字段可用名称或键，数量和金额在末尾合计。',
    numbers: '档案编号，可多个；- 表示从标准输入读取',
    kind: '只列某一种，几种用逗号隔开',
    since: '自哪一天起',
    until: '到哪一天止',
    product: '只列这种产品',
    batch: '只列这个批号',
    field: '只列字段为此值的：字段=值，可重复',
    text: '只列内容里有这些词的',
    columns: '每个字段单独一列，成为一张台账',
    limit: '最多列几条',
    none: '没有这样的记录。',
    headings: {
      entry: '记录',
      on: '日期',
      kind: '种类',
      text: '内容',
      fields: '字段',
      by: '记录人',
      version: '版本',
      recordedOn: '记入日期',
      daysLate: '迟记天数',
      batch: '导入批次',
    },
    totals: (count: number, quantity: string | undefined, amount: string | undefined) =>
      [
        `共 ${count} 条`,
        ...(quantity === undefined ? [] : [`数量 ${quantity}`]),
        ...(amount === undefined ? [] : [`金额 ${amount}`]),
      ].join('，'),
  },
  show: {
    summary: '查看一条记录',
    description: '查看一条记录的全部内容；更正过的，每一版都在：谁、何时、为何。',
    history: '列出每一版，最早的在前',
    reveal: '显示敏感字段（留痕）',
    headings: {
      version: '版本',
      actedOn: '办理日期',
      by: '经手人',
      on: '日期',
      text: '内容',
      fields: '字段',
      reason: '原因',
    },
    imported: (batch: string) => `导入批次 ${batch}`,
  },
  correct: {
    summary: '更正一条记录',
    description: '更正一条记录。原来的各版都保留，更正须说明原因；记录不能删除。',
    on: '事情发生的日期',
    text: '内容',
    set: '字段=值，可重复；值为空则去掉该字段',
    reason: '更正的原因',
    expectVersion: '预期的版本，不符则拒绝',
    done: (entry: number, number: string, version: number) =>
      `已更正记录 ${entry}（${number}），第 ${version} 版`,
    unchanged: (entry: number) => `记录 ${entry} 没有变化。`,
  },
  trace: {
    summary: '由产品、批号查买方，由客户查产品、批号',
    description:
      '写 --product、--batch，列出全部买方、数量和日期；写档案编号，列出该客户买过的全部产品和批号。',
    numbers: '档案编号，可多个',
    product: '产品',
    batch: '批号',
    since: '自哪一天起',
    until: '到哪一天止',
    quantity: '数量',
    amount: '金额',
    entries: '记录数',
    firstOn: '最早',
    lastOn: '最近',
    none: '没有查到。',
    buyers: (count: number, quantity: string | undefined) =>
      `共 ${count} 位客户${quantity === undefined ? '' : `，数量 ${quantity}`}`,
  },
  import: {
    summary: '导入记录（CSV、TSV、Excel）',
    description:
      '把记录逐行导入，按档案编号或业务编号归入各份档案。自动识别编码、分隔符和表头，逐行检查，好的导入、坏的列出。同一文件再导入不会改变任何内容；撤销：import undo。',
    kind: '表中没有种类一列时，全部按此种类',
    map: '指定表头：单号=orderNumber,备注=text,库号=extra',
    noArchiveColumn: (headings: string) =>
      `文件里没有档案编号，也没有业务编号一列，不知道记在哪份档案里。表头：${headings}。请用 --map 表头=number 指明。`,
    noKindColumn: '文件里没有种类一列。请用 --kind 指明是哪一种记录。',
    keys: { number: '档案编号', name: '客户名称', kind: '种类', on: '日期', text: '内容' },
    undo: {
      confirm: (batch: string, created: number) =>
        `撤销 ${batch}：删除导入的 ${created} 条记录，其后更正过的保留。确定吗？`,
      done: (batch: string, removed: number) => `已撤销 ${batch}：删除 ${removed} 条记录。`,
      kept: (entry: number, number: string, because: string) =>
        `  保留记录 ${entry}（${number}）：${because}`,
      because: { corrected: '其后更正过', merged: '档案已合并', closed: '档案已结束' },
    },
  },
}
