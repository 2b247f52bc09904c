import type { Instant } from '../../domain/words.ts'

/** What is done each day without a person. */
export const daily = {
  summary: '每日自动办理，并列出须人办理的事',
  description:
    '供 cron 每天运行：到期的审核轮次、过期的申请、期满的密级、备份、日志和电子文件的核对，由程序自行办理（日志记为系统，不用任何人的权限）；其余的列出。没有须人办理的事时一声不响，退出状态为 0，否则为 10，最多二十行，其余只计数。一天运行几次都一样；停了几天，下次自己补上。只列出运行者有权查看的档案，其他的只计数。',
  backup: '备份到哪个文件夹；不写则按制度',
  report: '把全部事项写成一个网页；只覆盖自己写过的',
  title: '每日事项',
  since: '自／期限',
  none: '没有须人办理的事。',
  count: (count: number) => `共 ${count} 项。`,
  made: (on: string) => `${on} 由 dangan daily 编制`,
  ofKind: (kind: string, count: number) => `${kind} ${count}`,
  rest: (count: number, kinds: string) => `另有 ${count} 项：${kinds}。全部：dangan due`,
  hidden: (count: number) =>
    `另有 ${count} 件所在的档案此账户无权查看；有权的人员可运行：dangan due`,
  missed: (days: number) => `上次运行之后停了 ${days} 天，现已补办。`,
  kinds: {
    clock: '时钟',
    journal: '日志',
    file: '电子文件',
    round: '审核轮次',
  },
  wrong: {
    clock: (last: Instant) => `本机时间早于日志最后一条（${last}）：请校准时钟`,
    journal: (seq: number) => `日志第 ${seq} 条与登记时不符`,
    file: (seq: number) => `第 ${seq} 件材料的文件与登记时不符`,
    round: (period: string, count: number, missed: readonly string[]) =>
      `${period} 的定期审核已开始，共 ${count} 份${missed.length === 0 ? '' : `；${missed.join('、')} 未曾开始，应审核的都在这一轮里`}`,
  },
  did: {
    declassify: (count: number, _what: string) => `保密期满 ${count} 份，已降密或解密。`,
    expire: (count: number, _what: string) => `过期的申请 ${count} 件，已了结。`,
    round: (count: number, what: string) => `已开始 ${what} 的定期审核，共 ${count} 份。`,
    journal: (count: number, _what: string) => `已核对日志 ${count} 条。`,
    files: (count: number, _what: string) => `已核对电子文件 ${count} 个。`,
    backup: (_count: number, what: string) => `已备份：${what}`,
  },
}
