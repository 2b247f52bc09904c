import type { Catalog } from '../catalog.ts'

/** Holds: nothing may be destroyed while they stand. */
export const hold = {
  place: {
    summary: '暫停銷毀，列出暫停中的檔案',
    description:
      '暫停銷毀一份或多份檔案：有訴訟、糾紛、調查等情形時，解除以前不得銷毀。一份檔案可以有幾項暫停，各自解除；寫了 --until 的到期自行終止。--list 列出現行的，--all 連同已終止的。',
    numbers: '檔案編號，可多個；- 表示從標準輸入讀取',
    reason: '原因，如 合約糾紛訴訟',
    authority: '依據或決定者，如 某法院、總經理',
    until: '暫停至（含當日）；不寫則到解除為止',
    noLending: '期間也不得外借',
    list: '列出現行的暫停',
    all: '連同已終止的（與 --list 同用）',
    done: (hold, number, until) =>
      `${number} 已暫停銷毀（${hold}${until === null ? '' : `，至 ${until}`}）`,
    none: '沒有暫停銷毀的檔案。',
    count: (count) => `共 ${count} 項。`,
  },
  release: {
    summary: '解除暫停銷毀',
    description:
      '依暫停的編號（H2）解除；寫檔案編號則解除其唯一的一項，有幾項時須寫明是哪一項，或用 --all 全部解除。',
    what: '暫停的編號（H2）或檔案編號，可多個；- 表示從標準輸入讀取',
    reason: '解除的原因',
    all: '檔案有幾項暫停時全部解除',
    done: (hold, number, left) =>
      left > 0
        ? `已解除 ${hold}；${number} 還有 ${left} 項暫停，仍不得銷毀`
        : `已解除 ${hold}，${number} 不再暫停銷毀`,
  },
  keys: {
    hold: '暫停',
    number: '檔案編號',
    name: '客戶名稱',
    reason: '原因',
    authority: '依據',
    placedOn: '起',
    placedBy: '經手人',
    until: '至',
    lending: '外借',
    status: '狀態',
    releasedOn: '解除',
    releasedBy: '解除人',
    fromNumber: '原檔案編號',
    releaseReason: '解除原因',
  },
  status: { standing: '現行', expired: '已到期', released: '已解除' },
  lending: (may) => (may ? '可' : '不得'),
  shown: '暫停銷毀',
  until: (on) => `至 ${on}`,
  noLending: '不得外借',
} satisfies Catalog['hold']
