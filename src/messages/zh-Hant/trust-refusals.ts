import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: '檢查碼與清單不符',
  integrity: '備份檔已損壞或不完整',
  foreignKeys: '紀錄之間的關聯已斷',
  journal: '日誌的鏈條已斷',
  counts: '紀錄筆數與清單不符',
} satisfies Record<BackupCheck, string>

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`

/** Backups, restoring, and writing the file anew. */
export const trustRefusals = {
  'backup.keep': ({ value }) =>
    `看不懂「${value}」。請寫明各保留幾日（d）、幾週（w）、幾月（m）、幾年（y）：--keep 8w12m。`,
  'restore.unsound': ({ backup, check }) =>
    `備份 ${backup} 不可用：${checks[check]}。沒有更動任何檔案庫；請換一份：dangan backup list。`,
  'restore.itself': ({ path }) =>
    `${path} 就是要還原的備份，不能還原到它自己上面。請另指位置：--to <路徑>。`,
  'restore.other-file': ({ path, backup }) =>
    `${path} 是另一個檔案庫，不是備份 ${backup} 的原件，不會覆寫。請還原到別處：--to <路徑>。`,
  'restore.no-register': ({ path, folder }) =>
    `在 ${path} 旁和 ${folder} 裡都沒有銷毀登記冊（*.purged），還原後已銷毀的檔案會重新出現（S002-9.2-5）。請把登記冊放回；確實沒有者，請說明原因：--no-register --reason <原因>。`,
  'restore.register-damaged': ({ register, line }) =>
    `銷毀登記冊 ${register} 第 ${line} 行已損壞，不能據以還原。請用備份資料夾裡的登記冊核對、改正這一行。`,
  'restore.register-disputed': ({ number, disposal, seq }) =>
    `登記冊說 ${number} 已由 ${disposal} 銷毀（日誌第 ${seq} 筆），現有檔案庫的日誌卻不是如此，而且該檔案還在。請先查明：確已銷毀者，在現有檔案庫中再銷毀一次；登記有誤者，改正登記冊。`,
  'restore.unconfirmed': ({ path, said }) => `輸入的「${said}」不是 ${path} 的檔名，沒有還原。`,
  'restore.residue': ({ values }) =>
    `還原出來的檔案庫裡還找得到已銷毀檔案的 ${values} 個值，沒有採用。請檢查制度、單位或備註等處是否寫有客戶內容。`,
  'file.no-space': ({ path, needsBytes, freeBytes }) =>
    `${path} 所在磁碟空間不足：需要 ${megabytes(needsBytes)}，剩餘 ${megabytes(freeBytes)}。什麼都沒有更動；請先騰出空間。`,
  'key.sealed': ({ path }) =>
    `${path} 已經加密。更換金鑰用 dangan doctor --rekey，解密用 --decrypt。`,
  'key.plain': ({ path }) => `${path} 沒有加密。加密用 dangan doctor --encrypt。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
