import type { BackupCheck } from '../../domain/refusal.ts'

/** Backups of the archive file. */
export const backup = {
  summary: '备份档案文件',
  description:
    '做一份完整的副本，逐项核对无误才算数；其间别人可以照常办理。加密档案的备份同样加密，密钥不变。不指明文件夹时，放在档案文件旁的 backups 里。',
  dir: '放备份的文件夹',
  done: (path: string, archives: number, size: string) =>
    `已备份 ${archives} 份档案（${size}）：${path}`,
  checked: (checks: string) => `核对无误：${checks}。`,
  elsewhere: '同一块磁盘上的备份防不了磁盘损坏，请再抄一份到别处。',
  planned: (path: string) => `将备份到 ${path}`,
  checks: {
    checksum: '校验和',
    integrity: '文件结构',
    foreignKeys: '引用关系',
    journal: '日志',
    counts: '件数',
  } satisfies Record<BackupCheck, string>,
  and: '、',
  passed: '无误',
  failed: '不符',
  notCompared: '无从比较（没有清单）',
  list: {
    summary: '列出备份',
    description:
      '列出文件夹里的备份，新的在前。只看清单，不打开备份；要核对内容用 dangan backup verify。',
    backup: '备份',
    madeAt: '时间（UTC）',
    archives: '档案数',
    entries: '日志条数',
    size: '大小',
    state: '状态',
    states: { present: '在', missing: '文件不在', changed: '大小不符' },
    empty: (folder: string) => `${folder} 里没有备份。做一份：dangan backup。`,
  },
  verify: {
    summary: '核对一份备份',
    description:
      '重新读一遍备份：校验和、文件结构、引用关系、整本日志、件数。不指明时核对最新的一份。',
    backup: '备份的名称或路径',
    good: (path: string, archives: number) => `备份完好：${path}（${archives} 份档案）`,
    bad: (path: string) => `备份不可用：${path}。请勿用它恢复，另做一份：dangan backup。`,
  },
}
