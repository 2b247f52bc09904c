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
  ask: { kind: '记录的种类', text: '内容（可空）' },
  done: (number: string, kind: string, on: string) => `已记入 ${number}：${on} ${kind}`,
  list: {
    summary: '列出一份档案的记录',
    description: '列出一份档案的记录，最近的在前。',
    kind: '只列某一种',
    headings: {
      entry: '记录',
      on: '日期',
      kind: '种类',
      text: '内容',
      fields: '字段',
      by: '记录人',
    },
  },
}
