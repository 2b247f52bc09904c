import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: '校验和与清单不符',
  integrity: '文件已损坏或不完整',
  foreignKeys: '记录之间的关联已断',
  journal: '日志的链条已断',
  counts: '记录条数与清单不符',
} satisfies Record<BackupCheck, string>

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

/** Backups, restoring, and writing the file anew. */
export const trustRefusals = {
  'backup.keep': ({ value }) =>
    `看不懂“${value}”。写明各保留几日（d）、几周（w）、几月（m）、几年（y）：--keep 8w12m。`,
  'restore.unsound': ({ backup, check }) =>
    `备份 ${backup} 不可用：${checks[check]}。没有改动任何文件；请换一份：dangan backup list。`,
  'restore.itself': ({ path }) =>
    `${path} 就是要恢复的备份，不能恢复到它自己上面。请另指位置：--to <路径>。`,
  'restore.other-file': ({ path, backup }) =>
    `${path} 是另一个档案文件，不是备份 ${backup} 的原件，不会覆盖。请恢复到别处：--to <路径>。`,
  'restore.no-register': ({ path, folder }) =>
    `在 ${path} 旁和 ${folder} 里都没有销毁登记册（*.purged），恢复后已销毁的档案会重新出现（S002-9.2-5）。请把登记册放回；确实没有的，说明原因：--no-register --reason <原因>。`,
  'restore.register-damaged': ({ register, line }) =>
    `销毁登记册 ${register} 第 ${line} 行已损坏，不能据以恢复。请用备份文件夹里的登记册核对、改正这一行。`,
  'restore.register-disputed': ({ number, disposal, seq }) =>
    `登记册说 ${number} 已由 ${disposal} 销毁（日志第 ${seq} 条），现有文件的日志却不是这样，而且该档案还在。请先查明：确已销毁的，在现有文件中再销毁一次；登记有误的，改正登记册。`,
  'restore.unconfirmed': ({ path, said }) => `输入的“${said}”不是 ${path} 的文件名，没有恢复。`,
  'restore.residue': ({ values }) =>
    `恢复出来的文件里还找得到已销毁档案的 ${values} 个值，没有采用。请检查名为制度、单位或备注的地方是否写有客户内容。`,
  'file.no-space': ({ path, needsBytes, freeBytes }) =>
    `${path} 所在磁盘空间不足：需要 ${megabytes(needsBytes)}，剩余 ${megabytes(freeBytes)}。什么都没有改动；请先腾出空间。`,
  'key.sealed': ({ path }) =>
    `${path} 已经加密。换密钥用 dangan doctor --rekey，解密用 --decrypt。`,
  'key.plain': ({ path }) => `${path} 没有加密。加密用 dangan doctor --encrypt。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
