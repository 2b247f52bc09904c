import type { Catalog } from '../catalog.ts'

/** Backups of the archive file. */
export const backup = {
  summary: '備份檔案庫',
  description:
    '製作一份完整的副本，逐項核對無誤才算數；其間他人可照常辦理。加密檔案庫的備份同樣加密，金鑰不變。未指明資料夾時，放在檔案庫旁的 backups 裡。',
  dir: '存放備份的資料夾',
  done: (path, archives, size) => `已備份 ${archives} 份檔案（${size}）：${path}`,
  checked: (checks) => `核對無誤：${checks}。`,
  elsewhere: '同一顆磁碟上的備份防不了磁碟損壞，請再複製一份到別處。',
  planned: (path) => `將備份到 ${path}`,
  checks: {
    checksum: '檢查碼',
    integrity: '檔案庫結構',
    foreignKeys: '參照關係',
    journal: '日誌',
    counts: '件數',
  },
  keep: '輪替：保留幾日、幾週、幾月、幾年的備份各一份，如 8w12m；其餘刪除',
  offsite: '異地存放處，如 銀行保管箱；記入日誌',
  takenTo: (label) => `異地存放：${label}`,
  rotation: {
    kept: (backup, why) => `  保留 ${backup}：${why}`,
    removed: (backup) => `  刪除 ${backup}`,
    and: '、',
    because: (it) => {
      if (it.code === 'newest') return '最新'
      if (it.code === 'broken') return '備份檔不在或大小不符，請檢視'
      const spans = { day: '當日', week: '該週（週一起）', month: '當月', year: '當年' }
      return `${it.of} ${spans[it.code]}`
    },
  },
  stages: {
    copy: '複製',
    checksum: '檢查碼',
    integrity: '核對檔案庫結構',
    foreignKeys: '核對參照關係',
    journal: '核對日誌',
    counts: '清點件數',
  },
  and: '、',
  passed: '無誤',
  failed: '不符',
  notCompared: '無從比較（沒有清單）',
  list: {
    summary: '列出備份',
    description:
      '列出資料夾裡的備份，新的在前，各有多少份檔案是此後銷毀的。只看清單，不開啟備份；--contains 逐份開啟查找；要核對內容請用 dangan backup verify。',
    backup: '備份',
    madeAt: '時間（UTC）',
    archives: '檔案數',
    entries: '日誌筆數',
    size: '大小',
    state: '狀態',
    contains: '只問一件事：哪些備份裡還有這份檔案（逐份開啟）',
    elsewhere: '日誌中異地存放的備份',
    purgedSince: '此後銷毀',
    takenTo: '異地存放',
    folder: '資料夾',
    containing: '還有此檔案',
    contained: (it) => (it === null ? '無法讀取' : it ? '有' : '沒有'),
    holding: (number, holding, all) =>
      holding === 0
        ? `${all} 份備份裡都沒有 ${number} 的內容。`
        : `${all} 份備份中有 ${holding} 份還有 ${number} 的內容；還原時會依銷毀登記冊重新清除。`,
    unread: (count) => `有 ${count} 份無法讀取，不得而知。`,
    noneOffsite: '日誌裡沒有異地存放的備份。記入：dangan backup <資料夾> --offsite <存放處>。',
    states: { present: '在', missing: '備份檔不在', changed: '大小不符' },
    empty: (folder) => `${folder} 裡沒有備份。製作一份：dangan backup。`,
  },
  verify: {
    summary: '核對一份備份',
    description:
      '重新讀一遍備份：檢查碼、檔案庫結構、參照關係、整本日誌、件數。未指明時核對最新的一份。',
    backup: '備份的名稱或路徑',
    good: (path, archives) => `備份完好：${path}（${archives} 份檔案）`,
    bad: (path) => `備份不可用：${path}。請勿用它還原，另製一份：dangan backup。`,
  },
} satisfies Catalog['backup']
