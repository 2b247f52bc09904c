/** Taking lists in. */
export const importing = {
  run: {
    summary: '导入名单（CSV、TSV、Excel）',
    description:
      '把名单逐行导入：自动识别编码、分隔符和表头，逐行检查，好的导入、坏的列出。同一文件再导入不会改变任何内容。工作簿（xlsx、xls、xlsb、ods，以及另存为 .xls 的网页）按内容识别：取第一张有内容的工作表，略过表头以上的标题，隐藏的行一并导入，隐藏的表须用 --sheet 指明。',
    file: '文件，- 表示标准输入',
    options: {
      type: '表中没有类型一列时，全部按此客户类型',
      map: '指定表头：客户名称=name,传真=extra',
      onDuplicate: '已有的客户：ask 询问、skip 跳过、update 更新、add 新建、fail 拒绝',
      encoding: '编码（默认自动识别）',
      delimiter: '分隔符（默认自动识别；tab 表示制表符）',
      sheet: '工作簿里的工作表：名称，或第几张（默认第一张有内容的）',
      errors: '把未接受的行连同原因存入此文件（.csv 或 .xlsx），改好可再导入',
      template: '写一份空白的导入模板（.xlsx），带下拉列表和填写说明',
      allOrNothing: '有一行不被接受就全部不导入',
      foreignNumber: '不合规则的旧编号原样保留',
    },
    columns: (columns: readonly string[]) => `列：${columns.join('　')}`,
    known: (heading: string, key: string) => (heading === key ? key : `${heading}→${key}`),
    extra: (heading: string) => `${heading}→（附加字段）`,
    derived: (heading: string) => `${heading}→（自动得出，不取）`,
    keep: '作为附加字段保留',
    unknown: (heading: string) => `“${heading}”一列是什么？`,
    read: (encoding: string, delimiter: string, rows: number) =>
      `编码 ${encoding}，分隔符 ${delimiter}，读入 ${rows} 行`,
    readSheet: (kind: string, sheet: string, rows: number) =>
      `${kind} 工作簿，工作表“${sheet}”，读入 ${rows} 行`,
    sheet: (sheet: string, others: readonly string[]) =>
      `工作表：${sheet}${others.length > 0 ? `（另有 ${others.join('、')}，用 --sheet 换一张）` : ''}`,
    headingLine: (line: number) => `表头在第 ${line} 行，其上的行略过。`,
    hiddenRows: (rows: number) => `有 ${rows} 行在表中是隐藏的，一并导入。`,
    counts: (counts: {
      created: number
      updated: number
      unchanged: number
      skipped: number
      rejected: number
    }) =>
      `新建 ${counts.created}，更新 ${counts.updated}，不变 ${counts.unchanged}，跳过 ${counts.skipped}，未接受 ${counts.rejected}`,
    numbers: (first: string, last: string) => `编号 ${first} 至 ${last}`,
    rejectedTitle: '未接受的行：',
    rejectedLine: (line: number, problems: string) => `  第 ${line} 行　${problems}`,
    passedOverTitle: '疑似已建档而跳过的行：',
    passedOverLine: (line: number, number: string, because: string) =>
      `  第 ${line} 行　与 ${number} ${because}`,
    because: {
      number: '编号相同',
      identity: '证件号相同',
      businessKey: '业务编号相同',
      phoneAndName: '电话和名称相同',
      name: '名称相同',
    },
    more: (count: number) => `  ……另有 ${count} 行`,
    batch: (batch: string, seconds: number) =>
      `批次 ${batch}，用时 ${seconds} 秒。撤销：dangan import undo ${batch}`,
    rejectedSheet: '未接受的行',
    rejectedIn: (path: string) => `未接受的行已写入 ${path}，改好后直接导入它。`,
    unfinished: (batch: string, rows: number) =>
      `前 ${rows} 行已经导入（批次 ${batch}），其余没有。改正文件后整个再导入一次，只会补上其余的。`,
    stands: (batch: string, counts: string) =>
      `已停止询问，但名单已经导入（批次 ${batch}：${counts}）。没有回答的行算作跳过；再导入同一文件，只会问这些行。撤销整批：dangan import undo ${batch}。`,
    badDelimiter: (value: string) =>
      `--delimiter 不能是“${value}”：分隔符是一个字符，不是引号也不是换行；制表符写 tab。`,
    decisions: { skip: '跳过', add: '另一位客户，新建', update: '同一位客户，更新' },
    likeness: (line: number, cells: string, number: string) =>
      `第 ${line} 行（${cells}）疑似 ${number}：`,
  },
  template: {
    sheet: '客户名单',
    notes: '填写说明',
    noteColumns: ['栏目', '是否必填', '填写说明'],
    lead: [
      '一行一位客户，填在“客户名单”表里；表头不要改。带 * 的必填，其余有则填。',
      '档案编号不用填，由程序发给。填好后导入：dangan import <本文件>',
    ],
    required: '必填',
    requiredFor: (types: string) => `${types}必填`,
    choose: '请从下拉列表中选择。',
    oneOf: (choices: string) => `从列表中选：${choices}`,
    hints: {
      text: '文字',
      date: '日期，如 2026-11-22',
      integer: '整数',
      number: '数字',
      amount: '金额，元，如 1234.50',
      phone: '电话，如 13800138000、010-65551234',
      email: '电子邮箱',
      idCard: '18 位身份证号',
      uscc: '18 位统一社会信用代码',
      choice: '从列表中选',
      orgCode: '机构代码，1 至 12 位字母和数字',
    },
    written: (path: string, columns: number) => `已写出导入模板 ${path}（${columns} 栏）`,
    next: (path: string) => `填好后：dangan import ${path}`,
    would: (path: string, columns: number) => `将写出导入模板 ${path}（${columns} 栏）`,
  },
  list: { summary: '列出导入批次' },
  show: {
    summary: '查看一个导入批次',
    batch: '批次，如 B7',
    reject: (line: number, field: string, code: string) => `  第 ${line} 行　${field}　${code}`,
  },
  undo: {
    summary: '撤销一个导入批次',
    description: '撤销导入：新建的档案删除、编号作废，更新的改回；其后改动过的保留并列出。',
    batch: '批次，如 B7',
    confirm: (batch: string, created: number, updated: number) =>
      `撤销 ${batch}：删除新建的 ${created} 份，改回更新的 ${updated} 份，编号作废。确定吗？`,
    done: (batch: string, removed: number, reverted: number) =>
      `已撤销 ${batch}：删除 ${removed} 份，改回 ${reverted} 份。`,
    kept: (number: string, because: string) => `  保留 ${number}：${because}`,
    because: {
      changed: '其后改动过',
      entries: '已有记录',
      materials: '已有材料',
      merged: '已合并',
      hold: '有暂停销毁的记载',
      incident: '有事故记载',
    },
  },
  columns: {
    batch: '批次',
    startedOn: '日期',
    fileName: '文件',
    content: '内容',
    encoding: '编码',
    delimiter: '分隔符',
    status: '状态',
    read: '读入',
    created: '新建',
    updated: '更新',
    unchanged: '不变',
    skipped: '跳过',
    rejected: '未接受',
    firstNumber: '首个编号',
    lastNumber: '末个编号',
    seconds: '秒',
  },
  contents: { archives: '档案', entries: '记录' },
  states: { running: '未完成', done: '完成', undone: '已撤销' },
}
