import type { Catalog } from '../catalog.ts'

/** The journal. */
export const log = {
  summary: '檢視日誌',
  description:
    '列出辦理過的事項，新的在前；指明編號則只列與該檔案有關者。無權知悉的檔案，其事項不列出。',
  number: '檔案編號',
  options: {
    actor: '何人經手：人員姓名或編號；system 為程式本身',
    action: '何種事項：建檔、archive.add 等；archive 為全部檔案事項',
    since: '自哪一天起（辦理日期）',
    until: '至哪一天止（辦理日期）',
    limit: '最多列幾筆',
  },
  on: '日期',
  at: '時刻（UTC）',
  by: '經手人',
  account: '系統帳號',
  action: '事項',
  object: '對象',
  policyVersion: '制度版次',
  system: '（程式）',
  empty: '沒有這樣的記載。',
  verify: {
    summary: '核對日誌',
    description:
      '從第一筆走到最後一筆：順序、每筆的鏈結、每份內容的封印。唯讀，不改動檔案庫。末尾若遭整段截去，須與他處留存的鏈首對照。',
    good: (entries, head) => `日誌完好：${entries} 筆，鏈首 ${head}`,
    erased: (count) => `其中 ${count} 份細節已隨檔案銷毀，鏈仍完整。`,
    bad: (seq, reason) => `日誌第 ${seq} 筆不可信：${reason}。請勿再辦理，保留原檔，與備份對照。`,
    anchor: '核對紙面頁尾上的日誌碼，如 57-K7QM-4XTP-9RZ2-HB3D',
    anchored: (seq) => `紙面的日誌碼與第 ${seq} 條相符：到那時為止的日誌就是列印時的日誌。`,
    unanchored: (seq) =>
      `紙面的日誌碼與日誌不符：第 ${seq} 條不是列印時的那一條，日誌在其後被改寫。請勿再辦理，保留原檔，與備份對照。`,
    cutOff: (seq, entries) =>
      `紙面的日誌碼指第 ${seq} 條，而日誌只有 ${entries} 條：末尾被截去，或換成了較早的檔。請勿再辦理，與備份對照。`,
    reasons: {
      gap: '這一筆缺失',
      chain: '內容遭改動，或接不上前一筆',
      parts: '所涉檔案遭增刪或改動',
      detail: '封存的細節遭改動',
      stray: '有細節不屬於任何一筆',
    },
  },
} satisfies Catalog['log']
