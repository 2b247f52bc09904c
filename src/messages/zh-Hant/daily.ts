import type { Catalog } from '../catalog.ts'

/** What is done each day without a person. */
export const daily = {
  summary: '每日自動辦理，並列出須人辦理的事',
  description:
    '供 cron 每天執行：到期的審核輪次、逾期的申請、期滿的密等、備份、日誌和電子檔的核對，由程式自行辦理（日誌記為系統，不用任何人的權限）；其餘的列出。沒有須人辦理的事時一聲不響，結束狀態為 0，否則為 10，最多二十行，其餘只計數。一天執行幾次都一樣；停了幾天，下次自己補上。只列出執行者有權查看的檔案，其他的只計數。',
  backup: '備份到哪個資料夾；不寫則依制度',
  report: '把全部事項寫成一個網頁；只覆寫自己寫過的',
  title: '每日事項',
  since: '自／期限',
  none: '沒有須人辦理的事。',
  count: (count) => `共 ${count} 項。`,
  made: (on) => `${on} 由 dangan daily 編製`,
  ofKind: (kind, count) => `${kind} ${count}`,
  rest: (count, kinds) => `另有 ${count} 項：${kinds}。全部：dangan due`,
  hidden: (count) => `另有 ${count} 件所在的檔案此帳號無權查看；有權的人員可執行：dangan due`,
  missed: (days) => `上次執行之後停了 ${days} 天，現已補辦。`,
  kinds: {
    clock: '時鐘',
    journal: '日誌',
    file: '電子檔',
    round: '審核輪次',
  },
  wrong: {
    clock: (last) => `本機時間早於日誌最後一筆（${last}）：請校正時鐘`,
    journal: (seq) => `日誌第 ${seq} 筆與登錄時不符`,
    file: (seq) => `第 ${seq} 件材料的檔案與登錄時不符`,
    round: (period, count, missed) =>
      `${period} 的定期審核已開始，共 ${count} 份${missed.length === 0 ? '' : `；${missed.join('、')} 未曾開始，應審核的都在這一輪裡`}`,
  },
  did: {
    declassify: (count) => `保密期滿 ${count} 份，已降密或解密。`,
    expire: (count) => `逾期的申請 ${count} 件，已了結。`,
    round: (count, what) => `已開始 ${what} 的定期審核，共 ${count} 份。`,
    journal: (count) => `已核對日誌 ${count} 筆。`,
    files: (count) => `已核對電子檔 ${count} 個。`,
    backup: (_count, what) => `已備份：${what}`,
  },
} satisfies Catalog['daily']
