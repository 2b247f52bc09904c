import type { KeepBecause } from '../../domain/backup-rotation.ts'
import type { BackupCheck } from '../../domain/backup-checks.ts'

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
  keep: '轮换：保留几日、几周、几月、几年的备份各一份，如 8w12m；其余的删除',
  offsite: '异地存放处，如 银行保险箱；记入日志',
  takenTo: (label: string) => `异地存放：${label}`,
  rotation: {
    kept: (backup: string, why: string) => `  保留 ${backup}：${why}`,
    removed: (backup: string) => `  删除 ${backup}`,
    and: '、',
    because: (it: KeepBecause): string => {
      if (it.code === 'newest') return '最新'
      if (it.code === 'broken') return '文件不在或大小不符，请查看'
      const spans = { day: '当日', week: '该周（周一起）', month: '当月', year: '当年' }
      return `${it.of} ${spans[it.code]}`
    },
  },
  stages: {
    copy: '复制',
    checksum: '校验和',
    integrity: '核对文件结构',
    foreignKeys: '核对引用关系',
    journal: '核对日志',
    counts: '清点件数',
  } satisfies Record<'copy' | BackupCheck, string>,
  and: '、',
  passed: '无误',
  failed: '不符',
  notCompared: '无从比较（没有清单）',
  list: {
    summary: '列出备份',
    description:
      '列出文件夹里的备份，新的在前，各有多少份档案是此后销毁的。只看清单，不打开备份；--contains 逐份打开查找；要核对内容用 dangan backup verify。',
    backup: '备份',
    madeAt: '时间（UTC）',
    archives: '档案数',
    entries: '日志条数',
    size: '大小',
    state: '状态',
    contains: '只问一件事：哪些备份里还有这份档案（逐份打开）',
    elsewhere: '日志中异地存放的备份',
    purgedSince: '此后销毁',
    takenTo: '异地存放',
    folder: '文件夹',
    containing: '还有此档案',
    contained: (it: boolean | null): string => (it === null ? '读不了' : it ? '有' : '没有'),
    holding: (number: string, holding: number, all: number) =>
      holding === 0
        ? `${all} 份备份里都没有 ${number} 的内容。`
        : `${all} 份备份中有 ${holding} 份还有 ${number} 的内容；恢复它们时会按销毁登记册重新清除。`,
    unread: (count: number) => `有 ${count} 份读不了，无从知道。`,
    noneOffsite: '日志里没有异地存放的备份。记入：dangan backup <文件夹> --offsite <存放处>。',
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
