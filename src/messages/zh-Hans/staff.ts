/** People of the office. */
export const staff = {
  summary: '人员：登记、变更、离岗',
  description:
    '登记办理档案的人员。操作者的权限来自其操作系统账户所对应的人员；--as 只表示代谁办理，不增加权限。',
  options: {
    name: '姓名',
    post: '职务',
    department: '部门',
    clearance: '知悉范围：无、秘密、机密、绝密',
    account: '对应的操作系统账户',
    joinedOn: '到岗日期，默认办理日期',
    leftOn: '离岗日期，默认办理日期',
    reason: '原因',
    all: '包括已离岗的人员',
    who: '姓名或人员编号',
    newAccount: '改为对应的操作系统账户；空为取消',
  },
  keys: {
    staff: '编号',
    name: '姓名',
    post: '职务',
    department: '部门',
    clearance: '知悉范围',
    account: '账户',
    joinedOn: '到岗',
    leftOn: '离岗',
    status: '状态',
  },
  status: { active: '在岗', left: '已离岗' },
  add: {
    summary: '登记一位人员',
    description:
      '登记一位人员。没有账户的人员可以被代办（--as），但不能自己办理。授予的知悉范围不能高于您自己的。',
    done: (id: number, name: string) => `已登记人员 ${id}：${name}。`,
    homonym: (name: string, ids: string) =>
      `已有同名人员 ${name}（${ids}）。以后请用编号指明，例如 --as ${ids}。`,
    similar: (option: string, value: string, known: string) =>
      `${option}“${value}”是新的，已有的是“${known}”。若是笔误，请用 dangan staff update 改正。`,
    noAccount: (id: number) =>
      `此人还没有账户，不能自己办理：dangan staff update ${id} --account <账户>。`,
  },
  list: { summary: '列出人员', description: '列出在岗人员；--all 包括已离岗的。' },
  show: { summary: '查看一位人员', description: '按姓名或编号查看一位人员。' },
  update: {
    summary: '变更一位人员',
    description: '变更姓名、职务、部门、知悉范围或账户。知悉范围高于您的人员，您不能变更。',
    done: (id: number, name: string) => `已变更人员 ${id}：${name}。`,
    unchanged: (id: number, name: string) => `人员 ${id}（${name}）没有变化。`,
    losing: (account: string) => `您自己的账户 ${account} 将不再对应您，此后不能用它办理。确定吗？`,
  },
  leave: {
    summary: '登记离岗',
    description: '登记一位人员离岗。记录照旧保留，账户即可对应他人。',
    done: (name: string, on: string) => `${name} 已于 ${on} 离岗。`,
    own: '您将登记自己离岗，此后不能再用这个账户办理。确定吗？',
  },
}
