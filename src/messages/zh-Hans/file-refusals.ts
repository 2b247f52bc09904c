import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: '校验和与清单不符',
  integrity: '文件已损坏',
  foreignKeys: '记录之间的关联已断',
  journal: '日志的链条已断',
  counts: '记录条数与清单不符',
} satisfies Record<BackupCheck, string>

/** What can be wrong with archive files, backups and keys. */
export const fileRefusals = {
  'file.missing': ({ path }) =>
    `没有档案文件 ${path}。新建一个：dangan init；或用 --file 指明位置。`,
  'file.exists': ({ path }) => `${path} 已存在，不会覆盖。换一个位置：--file <路径>。`,
  'file.not-a-file': ({ path }) => `${path} 不是普通文件。用 --file 指明档案文件。`,
  'file.unreadable': ({ path, reason }) => `无法打开 ${path}：${reason}。请检查权限和路径。`,
  'file.read-only': ({ path }) =>
    `${path} 只能读、不能写。请检查文件和所在文件夹的写权限；查看类命令仍可使用。`,
  'file.busy': ({ path }) => `${path} 正被另一个程序写入，等候已久。什么都没有改动，请稍后再试。`,
  'file.disk': ({ path, reason }) => `写 ${path} 时磁盘出错：${reason}。请检查剩余空间和磁盘。`,
  'file.foreign': ({ path }) =>
    `${path} 不是 dangan 的档案文件，未作任何改动。用 --file 指明档案文件。`,
  'file.damaged': ({ path, reason }) =>
    `档案文件 ${path} 已损坏：${reason}。请勿再写入，从最近的备份恢复。`,
  'file.newer': ({ path, schema, known }) =>
    `${path} 由较新版本的 dangan 写成（结构 ${schema}，本程序只认得 ${known}）。请升级程序。`,
  'file.wrong-key': ({ path }) => `密钥打不开 ${path}：密钥不对，或文件不是 dangan 的档案文件。`,
  'file.key-needed': ({ path }) =>
    `${path} 已加密（或不是档案文件），需要密钥：--key-file <路径>，或环境变量 DANGAN_KEY、DANGAN_KEY_FILE。`,
  'file.key-empty': () => '密钥不能为空：空密钥等于不加密。',
  'file.target-exists': ({ path }) => `${path} 已存在，不会覆盖。换一个名字，或先移走它。`,
  'file.not-a-folder': ({ path }) => `${path} 是文件，不是文件夹。请换一个位置，或先移走它。`,
  'file.no-folder': ({ folder }) => `没有文件夹 ${folder}。请先新建它，或换一个位置。`,
  'file.reshaped': ({ path }) =>
    `${path} 的结构被别的程序改动过，不能放心使用，未作任何改动。请从最近的备份恢复。`,

  'backup.failed': ({ path, check }) =>
    `没有做成备份：副本未通过核对（${checks[check]}），已删去，${path} 未动。先核对原文件：dangan log verify。`,
  'backup.none': ({ folder }) => `${folder} 里没有备份。请指明备份所在的文件夹。`,
  'backup.missing': ({ backup, folder }) =>
    `${folder} 里没有备份 ${backup}。查看：dangan backup list。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
