import type { JournalFault } from '../../domain/words.ts'

/** The journal. */
export const log = {
  summary: '查看日志',
  description:
    '列出办理过的事项，新的在前；给出编号则只列与该档案有关的。无权知悉的档案，其事项不列出。',
  number: '档案编号',
  options: {
    actor: '谁经手的：人员姓名或编号；system 为程序自己',
    action: '哪种事项：建档、archive.add 等；archive 为全部档案事项',
    since: '自哪一天起（办理日期）',
    until: '至哪一天止（办理日期）',
    limit: '最多列几条',
  },
  on: '日期',
  at: '时刻（UTC）',
  by: '经手人',
  account: '系统账户',
  action: '事项',
  object: '对象',
  policyVersion: '制度版本',
  system: '（程序）',
  empty: '没有这样的记载。',
  verify: {
    summary: '核对日志',
    description:
      '从第一条走到最后一条：顺序、每条的链接、每份内容的封印。只读，不改动文件。被整段截去的末尾须与别处留存的链首对照。',
    good: (entries: number, head: string) => `日志完好：${entries} 条，链首 ${head}`,
    erased: (count: number) => `其中 ${count} 份细节已随档案销毁，链仍完整。`,
    bad: (seq: number, reason: string) =>
      `日志第 ${seq} 条不可信：${reason}。请勿再办理，保留原文件，与备份对照。`,
    anchor: '核对纸面页脚上的日志码，如 57-K7QM-4XTP-9RZ2-HB3D',
    anchored: (seq: number) => `纸面的日志码与第 ${seq} 条相符：到那时为止的日志就是打印时的日志。`,
    unanchored: (seq: number) =>
      `纸面的日志码与日志不符：第 ${seq} 条不是打印时的那一条，日志在其后被改写。请勿再办理，保留原文件，与备份对照。`,
    cutOff: (seq: number, entries: number) =>
      `纸面的日志码指第 ${seq} 条，而日志只有 ${entries} 条：末尾被截去，或换成了较早的文件。请勿再办理，与备份对照。`,
    reasons: {
      gap: '这一条缺失',
      chain: '内容被改动，或接不上前一条',
      parts: '所涉档案被增删或改动',
      detail: '封存的细节被改动',
      stray: '有细节不属于任何一条',
    } satisfies Record<JournalFault, string>,
  },
}
