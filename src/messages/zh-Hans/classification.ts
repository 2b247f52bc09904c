/** Classifying archives. */
export const classification = {
  summary: '分类',
  description:
    '设定一份或多份档案的类型、业务阶段、行业、地区、重要程度、密级和保存期限类别，或按制度的规则分类。可按编号，也可按条件选定档案：--find、--where 等同 list 的条件；--type、--stage 等在这里是要设定的值，作为条件请写 --where 类型=…。先显示方案，再办理。改类型不换号，除非 --renumber。',
  options: {
    find: '符合这些词的全部档案（同 find）',
    byRules: '按现行制度的分类规则（不给编号则为全部档案）',
    renumber: '按新的类型发给新编号，旧编号仍可使用',
  },
  ask: {
    axis: '按什么分类',
    confirm: (count: number) => `将改动 ${count} 份档案，办理吗？`,
  },
  plan: (count: number, kept: number) =>
    kept > 0 ? `分类方案：改动 ${count} 份，${kept} 份已是如此` : `分类方案：改动 ${count} 份`,
  rule: (rule: number, source: string) =>
    source === '' ? `依制度规则 ${rule}` : `依制度规则 ${rule}（${source}）`,
  newNumber: '发给新编号',
  done: (number: string, version: number) => `已分类 ${number}（第 ${version} 版）`,
  renumbered: (number: string, old: string) => `已换号：${old} → ${number}，旧编号仍可使用`,
  nothing: '没有需要改动的档案。',
  declined: '未作改动。',
}
