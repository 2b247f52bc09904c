import type { BackupCheck } from '../../domain/backup-checks.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const checks = {
  checksum: '總和檢查碼與清單不符',
  integrity: '檔案庫已損壞',
  foreignKeys: '記錄之間的關聯已斷',
  journal: '日誌的鏈結已斷',
  counts: '記錄筆數與清單不符',
} satisfies Record<BackupCheck, string>

/** What can be wrong with archive files, backups and keys. */
export const fileRefusals = {
  'file.missing': ({ path }) => `沒有檔案庫 ${path}。新建一個：dangan init；或用 --file 指明位置。`,
  'file.exists': ({ path }) => `${path} 已存在，不會覆寫。換一個位置：--file <路徑>。`,
  'file.not-a-file': ({ path }) => `${path} 不是一般檔案。請用 --file 指明檔案庫。`,
  'file.unreadable': ({ path, reason }) => `無法開啟 ${path}：${reason}。請檢查權限與路徑。`,
  'file.read-only': ({ path }) =>
    `${path} 只能讀、不能寫。請檢查它和所在資料夾的寫入權限；檢視類命令仍可使用。`,
  'file.busy': ({ path }) => `${path} 正被另一個程式寫入，等候已久。沒有任何更動，請稍後再試。`,
  'file.disk': ({ path, reason }) => `寫入 ${path} 時磁碟出錯：${reason}。請檢查剩餘空間與磁碟。`,
  'file.foreign': ({ path }) =>
    `${path} 不是 dangan 的檔案庫，未作任何更動。請用 --file 指明檔案庫。`,
  'file.damaged': ({ path, reason }) =>
    `檔案庫 ${path} 已損壞：${reason}。請勿再寫入，從最近的備份還原。`,
  'file.newer': ({ path, schema, known }) =>
    `${path} 由較新版本的 dangan 寫成（結構 ${schema}，本程式只認得 ${known}）。請升級程式。`,
  'file.wrong-key': ({ path }) => `金鑰打不開 ${path}：金鑰不對，或它不是 dangan 的檔案庫。`,
  'file.key-needed': ({ path }) =>
    `${path} 已加密（或不是檔案庫），需要金鑰：--key-file <路徑>，或環境變數 DANGAN_KEY、DANGAN_KEY_FILE。`,
  'file.key-empty': () => '金鑰不能空白：空的金鑰等於不加密。',
  'file.target-exists': ({ path }) => `${path} 已存在，不會覆寫。請換一個名稱，或先移走它。`,
  'file.not-a-folder': ({ path }) => `${path} 不是資料夾，而是檔案。請換一個位置，或先移走它。`,
  'file.no-folder': ({ folder }) => `沒有資料夾 ${folder}。請先新增它，或換一個位置。`,
  'file.reshaped': ({ path }) =>
    `${path} 的結構被別的程式更動過，不能放心使用，未作任何更動。請從最近的備份還原。`,

  'backup.failed': ({ path, check }) =>
    `備份未完成：副本未通過核對（${checks[check]}），已刪除，${path} 未動。請先核對原檔：dangan log verify。`,
  'backup.none': ({ folder }) => `${folder} 裡沒有備份。請指明備份所在的資料夾。`,
  'backup.missing': ({ backup, folder }) =>
    `${folder} 裡沒有備份 ${backup}。檢視：dangan backup list。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
