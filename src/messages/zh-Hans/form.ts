/** Forms that people print and sign. */
export const form = {
  summary: '打印表单',
  description:
    '把表单写成一个自带样式的 A4 网页，用浏览器打开即可打印。页脚的日志码记下打印时的日志，日后可用 log verify --anchor 核对。每次打印都留痕。',
  numbers: '档案编号，可多个；- 表示从标准输入读取',
  options: {
    output: '写入此文件；- 为标准输出；不给则写入当前文件夹，文件名由表单和编号得出',
    reveal: '连同敏感字段（留痕）',
    mark: '登记为已打印：纸质档案卡即为这一版',
    place: '为这些库位（档案盒等）打印标签',
    first: '从标签纸的第几张开始（1 到 10），前面的已用',
    reason: '原因',
  },
  done: (path: string, sheets: number) => `已写入 ${path}（${sheets} 份），用浏览器打开即可打印`,
  would: (path: string, sheets: number) => `将写入 ${path}（${sheets} 份）`,
  marked: (number: string, version: number) => `已登记 ${number} 的纸质档案卡为第 ${version} 版`,
  unmarked: (command: string) => `打印以后请登记，以便知道纸质卡是否过时：${command}`,
  ask: { mark: '打印后归档，登记为已打印？' },
  anchor: '日志码',
  printed: (on: string, by: string) => `${on} 由 ${by} 打印`,
  version: (version: number) => `第 ${version} 版`,
  masked: '（不显示）',
  name: (form: string, first: string, count: number) =>
    count === 1 ? `${form}-${first}` : `${form}-${first}-等${count}份`,
  card: {
    summary: '客户档案卡',
    description:
      '打印客户档案卡。--mark 登记为已打印，此后档案有变，show 会说明纸质卡落后哪些内容，list --card 过时 会列出（S002-2.3-4）。',
    title: '客户档案卡',
    contacts: '联系人',
    contact: { name: '姓名', role: '职务', phone: '电话', email: '邮箱' },
    fields: '其他内容',
    remark: '批注',
    signs: ['填表人', '审核人', '日期'],
  },
  label: {
    summary: '档案盒、袋标签',
    description:
      '打印档案盒、袋的标签，写明编号、名称和制度规定的内容，附编号的二维码和条形码（S002-4.2-1、S002-3.3-1）。--place 为档案盒等库位打印。',
    title: '档案标签',
    holdings: '件数',
    range: '起止编号',
    types: '类别',
    years: '年份',
  },
  /** What `show` says of the card on paper. */
  paper: {
    heading: '纸质档案卡',
    current: (version: number, on: string) => `第 ${version} 版，${on} 打印，与现在一致`,
    behind: (version: number, on: string, now: number, keys: string) =>
      `第 ${version} 版，${on} 打印；现为第 ${now} 版${keys === '' ? '' : `，已变更：${keys}`}`,
  },
}
