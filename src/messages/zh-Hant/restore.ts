import type { Catalog } from '../catalog.ts'

/** Putting a backup in place. */
export const restore = {
  summary: '還原備份',
  description:
    '把一份備份還原到檔案庫的位置，或用 --to 還原到別處。先整份核對，在旁邊另做一份，依銷毀登記冊清除備份以後銷毀的檔案，再在原始位元組中查找，全部無誤才一步換上；原來的檔案庫改名留在旁邊。備份以後發出的編號作廢，不再使用。--dry-run 只看會如何。',
  backup: '備份的名稱或路徑',
  to: '還原到這個位置，而非檔案庫所在處',
  noRegister: '沒有銷毀登記冊也還原；須說明原因',
  reason: '沒有銷毀登記冊的原因',
  confirm: '被替換檔案庫的檔名，以確認',
  backupKeyFile: '備份的金鑰檔；備份以後換過金鑰時用',
  offer: (backup, madeAt, archives) => `${backup}　${madeAt} UTC　${archives} 份檔案`,
  ask: (name) => `將替換現有檔案庫。請輸入檔名 ${name} 以確認`,
  given: (backup) => `備份 ${backup} 之後發出`,
  found: (backup, madeAt, archives) =>
    `備份 ${backup}${madeAt === null ? '' : `（${madeAt} UTC）`}完好，有 ${archives} 份檔案。`,
  damaged: (path, reason) => `${path} 已損壞（${reason}），將改名留在旁邊。`,
  replaces: (path, archives, acts) =>
    acts > 0
      ? `將替換 ${path}（${archives} 份檔案）；備份以後的 ${acts} 筆日誌所記的辦理都會遺失。`
      : `將替換 ${path}（${archives} 份檔案）；備份以後沒有辦理。`,
  numbersUnknown:
    '現有檔案庫無法讀取：最近一份備份以後發出的編號不得而知，請按紙本登記核對後用 dangan add --number 補錄。',
  unregistered: '沒有銷毀登記冊：無法得知備份以後銷毀過哪些檔案。',
  planned: (restored, suppressed) => `將還原 ${restored} 份檔案，清除已銷毀的 ${suppressed} 份`,
  done: (path, restored, suppressed) =>
    `已還原 ${restored} 份檔案，清除已銷毀的 ${suppressed} 份：${path}`,
  searched: (values) => `在還原的檔案庫的原始位元組中查找了已銷毀檔案的 ${values} 個值：沒有留下。`,
  sealed: '檔案庫已加密，原始位元組中無從查找；索引已核對，檔案庫已整個重寫。',
  voided: (count) => `備份以後發出的 ${count} 個編號作廢，不再使用。`,
  kept: (path) => `原來的檔案庫在 ${path}。核對無誤後請刪除：以後的銷毀不會清除它的內容。`,
} satisfies Catalog['restore']
