/** Merging archives of one customer. */
export const merging = {
  summary: '合并同一客户的两份档案',
  description:
    '把一份档案并入另一份：记录和联系人随之转入，缺少的内容补上，密级取较高者，保存期限取较长者；旧编号成为曾用编号。可以撤销。',
  options: {
    number: '要并入的档案编号',
    into: '并入哪一份',
    undo: '撤销合并，给出已并入的编号',
    reason: '原因',
  },
  ask: { into: '并入哪一份（编号）' },
  done: (number: string, into: string) => `${number} 已并入 ${into}，旧编号仍可使用`,
  undone: (number: string, from: string) => `已撤销合并：${number} 已从 ${from} 分出`,
  differing: (keys: string, survivor: string) => `两份的${keys}不同，保留 ${survivor} 的。`,
}
