import type { RequestFact } from '../../domain/request-facts.ts'

/** What the lines of an approval text are called. */
export const signedFacts = {
  applicant: '申請人',
  decider: '審批人',
  deciderPost: '審批人職位',
  decision: '決定',
  dueOn: '期限',
  expiresOn: '申請失效日',
  file: '登記檔',
  headHash: '日誌鏈首',
  headSeq: '日誌鏈首序號',
  kind: '申請種類',
  materials: '材料',
  nonce: '一次性標記',
  numbers: '檔案編號',
  policyVersion: '制度版本',
  purpose: '用途',
  request: '申請號',
  secrecy: '密等',
  step: '審批步驟',
  unit: '單位',
  wish: '其他要求',
} satisfies Record<RequestFact, string>

/** Signatures on approvals. */
export const signature = {
  options: {
    signature: '審批人的 OpenSSH 簽章檔（ssh-keygen -Y sign 的輸出）',
    text: '所簽的文本；不寫則取簽章檔旁邊、去掉 .sig 的那一個',
    allowedSigners: '簽署人名單；預設 DANGAN_ALLOWED_SIGNERS，再則 /etc/dangan/allowed_signers',
  },
  onlyOne: '一個簽章只對一件申請有效：--signature 須配一個申請號。',
  writable: (path: string) =>
    `注意：簽署人名單 ${path} 您自己就能更換，簽章因此證明不了什麼。請由他人（如 root）保管，放在 /etc/dangan/allowed_signers。`,
  print: {
    summary: '寫出供審批人簽署的文本',
    description:
      '逐位元組固定的文本：申請、檔案、用途、期限、決定、審批人，以及此刻的日誌鏈首。審批人以自己的金鑰簽署，即見證到此為止的日誌。已簽署的步驟寫出當時所簽的文本。',
    decision: '決定：approved 同意（預設），refused 不同意',
    step: '第幾步；預設輪到的那一步',
    by: '由誰審批：姓名或人員編號；只有一人可簽時不必寫',
    post: '名冊以外的審批人的職位',
    output: '寫到檔案；不寫則寫到標準輸出',
    noStep: (request: string, step: string) => `${request} 沒有第 ${step} 步審批。`,
    decided: (request: string, step: number) =>
      `${request} 的第 ${step} 步已有決定，並非以簽章作出。`,
    done: (path: string) => `審批文本已寫到 ${path}`,
    next: (command: 'approve' | 'reject', request: string, path: string) => [
      `審批人簽署：ssh-keygen -Y sign -n dangan-approval -f ~/.ssh/id_ed25519 ${path}`,
      `交來簽章：dangan ${command} ${request} --signature ${path}.sig`,
    ],
  },
  verify: {
    summary: '重新核對審批的簽章',
    description:
      '以作出決定的時刻為準，重新核對每個簽章：簽署人、文本與申請是否仍相符，簽署時的日誌鏈首是否仍在。稽核人員可用自己保管的名單：--allowed-signers。',
    none: '沒有以簽章作出的審批。',
    good: (count: number) => `${count} 個簽章全部有效，簽署人見證過的日誌未被更動。`,
    bad: (request: string, step: number, because: string) =>
      `${request} 第 ${step} 步的簽章不可信：${because}`,
    count: (bad: number, all: number) => `共 ${all} 個簽章，${bad} 個不可信。`,
    isGood: '有效',
    isBad: '不可信',
  },
  keys: {
    step: '步驟',
    decision: '決定',
    decider: '審批人',
    signer: '簽署人',
    fingerprint: '金鑰指紋',
    decidedOn: '日期',
    headSeq: '日誌至',
    ok: '簽章',
    code: '原因代碼',
  },
}
