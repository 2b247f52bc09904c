import type { Catalog } from '../catalog.ts'

/** Changing and verifying archives. */
export const change = {
  update: {
    summary: '更新檔案',
    description:
      '更新一份或數份檔案，每次更新成為新的一版，可以檢視，也可以還原。空值（--phone ""）表示刪去該項。結束、重新啟用、還原舊版與作廢也在此辦理。制度規定變更須經審批的，其他部門人員的更新先成為申請，核准時生效（S000-4.4-4）。',
    options: {
      extra: '制度以外的欄位：名稱=值，可重複',
      addContact: '增加聯絡人，同名者更新：姓名[,職稱[,電話[,電子郵件]]]，可重複',
      removeContact: '刪去聯絡人，可重複',
      knownOn: '得知變更的日期',
      source: '變更的來源',
      reason: '變更的原因',
      expectVersion: '目前須為第幾版，否則不更新',
      close: '結束：合作已終止',
      on: '結束的日期（與 --close 併用）',
      reopen: '重新啟用已結束的檔案',
      revert: '還原到第幾版，成為新的一版',
      void: '作廢：誤建的檔案，內容全部刪去，編號不再使用',
    },
    ask: {
      key: '更新哪一項',
      value: (label) => `${label}（留空則刪去）`,
      reason: '原因',
      version: '還原到第幾版',
      void: (numbers) => `${numbers} 的全部內容將被刪去，無法復原，編號永不再用。確定作廢嗎？`,
    },
    done: (number, version) => `已更新 ${number}（第 ${version} 版）`,
    handedIn: '須由檔案單位核實後接受，已提出申請：',
    closed: (number, on) => `已結束 ${number}，結束日期 ${on}`,
    reopened: (number) => `已重新啟用 ${number}`,
    reverted: (number, to, version) =>
      `${number} 已還原到第 ${to} 版的內容（現為第 ${version} 版）`,
    voided: (number) => `已作廢 ${number}，編號不再使用`,
    unchanged: (number, version) => `${number} 沒有更動，仍是第 ${version} 版`,
    late: (days) => `得知變更已有 ${days} 天，遲於規定，已記錄在案。`,
    disagrees: (number) =>
      `編號 ${number} 與新的內容不再一致，編號照舊。需要換號：dangan classify ${number} --renumber。`,
  },
  verify: {
    summary: '核實檔案',
    description: '由蒐集人以外的一人核實資訊：待核實的檔案自此啟用，使用中的檔案更新核實日期。',
    options: { method: '如何核實', reason: '補登的原因' },
    done: (number, on) => `已核實 ${number}，${on}`,
    self: '單位內沒有其他人員，由蒐集人自行核實，已註明。',
    attested: (name: string) => `蒐集人代 ${name} 登錄核實，日誌註明係據其陳述，稽核時會列出。`,
  },
} satisfies Catalog['change']
