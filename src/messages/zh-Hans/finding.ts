/** Finding, listing and exporting archives. */
export const finding = {
  filters: {
    type: '客户类型（可用逗号列出几个）',
    industry: '行业',
    region: '地区',
    stage: '业务阶段',
    secrecy: '密级',
    importance: '重要程度',
    owner: '责任人；空值表示没有责任人',
    status: '状态：待核实、在用、已结束、已销毁',
    org: '机构代码或经销商代码',
    openedAfter: '建档日期不早于（含当日）',
    openedBefore: '建档日期不晚于（含当日）',
    incomplete: '只要尚缺必填内容的',
    missing: '只要缺某种材料或某项必填内容的，如 合同,电话',
    reviewDue: '只要到某日（默认今天）应审核的',
    card: '纸质档案卡：过时、一致、未打印',
    where: '任何字段等于某值：字段=值，可重复',
  },
  find: {
    summary: '查找档案',
    description:
      '按编号、名称、联系人、电话、地址、材料标题和记录的文字查找：汉字从一个字起，繁简通查，可用全拼或首字母，电话任意连续四位以上。几个词须同时符合。最相符的在前。',
    words: '要找的词',
    limit: (usual: number) => `最多列出几份（默认 ${usual}）`,
    none: (words: string) =>
      words === ''
        ? '没有符合条件的档案。'
        : `没有找到“${words}”。可少写几个字，或换用拼音、电话。`,
    more: (shown: number, total: number | null) =>
      `${total === null ? `不止 ${shown} 份` : `共 ${total} 份`}，只列出最相符的 ${shown} 份。再加一个词，或用 --limit；全部列出：dangan list <词>。`,
    count: (count: number) => `共 ${count} 份。`,
  },
  list: {
    summary: '列出档案',
    description:
      '按编号顺序列出全部档案，或符合词和条件的档案，多少都可以。已销毁的只在 --status 指明时列出。',
    sort: '按哪个字段排序，如 name 或 openedOn:desc（默认按编号）',
    limit: '最多列出几份（默认全部）',
    index: '电子档案索引目录（客户一览表），备注栏标明机密、绝密',
    none: '没有符合条件的档案。',
    more: (shown: number) =>
      `只列出前 ${shown} 份，后面还有。要多列，加大 --limit；不给 --limit 则全部列出。`,
    count: (count: number) => `共 ${count} 份。`,
  },
  export: {
    sheet: '客户档案',
    summary: '导出档案',
    description:
      '把全部或符合词和条件的档案连同所有字段导出为 xlsx、CSV 或 NDJSON；改好后可用 import 导回。敏感字段留空并在 masked 一列注明，--reveal 才导出。每次导出都留痕。',
    output: '写入此文件（.xlsx、.csv、.ndjson、.json）；不给则写到标准输出',
    reveal: '连同敏感字段（留痕）',
    written: (path: string, count: number) => `已导出 ${count} 份至 ${path}`,
    said: (count: number) => `已导出 ${count} 份。`,
    would: (count: number) => `将导出 ${count} 份。`,
    masked: '敏感字段未导出，masked 一列注明是哪些；要连同导出：--reveal（留痕）。',
    foreign: '其中有不合编号规则的旧编号，导入别处时请加 --foreign-number。',
  },
  columns: {
    matchedBy: '符合之处',
    masked: '未导出字段',
    flags: '注意',
  },
  foundBy: {
    number: '编号',
    name: '名称',
    pinyin: '拼音',
    contact: '联系人',
    phone: '电话',
    text: '地址或邮箱',
    material: '材料',
    entry: '记录',
  },
  /** Headings of an export that an import must not take for something else. */
  headings: {
    year: '档案年份',
    serial: '档案序号',
    status: '档案状态',
    version: '档案版本',
    closedOn: '关闭日期',
    nextReviewOn: '下次审核日期',
    retainUntil: '保存至',
    contacts: '全部联系人',
    masked: '未导出字段',
  },
}
