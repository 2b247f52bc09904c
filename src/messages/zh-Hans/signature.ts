import type { RequestFact } from '../../domain/request-facts.ts'

/** What the lines of an approval text are called. */
export const signedFacts = {
  applicant: '申请人',
  decider: '审批人',
  deciderPost: '审批人岗位',
  decision: '决定',
  dueOn: '期限',
  expiresOn: '申请失效日',
  file: '档案文件',
  headHash: '日志链首',
  headSeq: '日志链首序号',
  kind: '申请种类',
  materials: '材料',
  nonce: '一次性标记',
  numbers: '档案编号',
  policyVersion: '制度版本',
  purpose: '用途',
  request: '申请号',
  secrecy: '密级',
  step: '审批步骤',
  unit: '单位',
  wish: '其他要求',
} satisfies Record<RequestFact, string>

/** Signatures on approvals. */
export const signature = {
  options: {
    signature: '审批人的 OpenSSH 签名文件（ssh-keygen -Y sign 的输出）',
    text: '签名的文本；不写则取签名文件旁边、去掉 .sig 的那一个',
    allowedSigners: '签名人名单；默认 DANGAN_ALLOWED_SIGNERS，再则 /etc/dangan/allowed_signers',
  },
  onlyOne: '一个签名只对一份申请有效：--signature 须配一个申请号。',
  writable: (path: string) =>
    `注意：签名人名单 ${path} 您自己就能改换，签名因此证明不了什么。请由他人（如 root）保管，放在 /etc/dangan/allowed_signers。`,
  print: {
    summary: '写出供审批人签名的文本',
    description:
      '逐字节固定的文本：申请、档案、用途、期限、决定、审批人，以及此刻的日志链首。审批人用自己的密钥签名，即见证到此为止的日志。已签名的步骤写出当时签的文本。',
    decision: '决定：approved 同意（默认），refused 不同意',
    step: '第几步；默认轮到的那一步',
    by: '由谁审批：姓名或人员编号；只有一人可批时不必写',
    post: '名册以外的审批人的岗位',
    output: '写到文件；不写则写到标准输出',
    noStep: (request: string, step: string) => `${request} 没有第 ${step} 步审批。`,
    decided: (request: string, step: number) =>
      `${request} 的第 ${step} 步已有决定，不是以签名作出的。`,
    done: (path: string) => `审批文本已写到 ${path}`,
    next: (command: 'approve' | 'reject', request: string, path: string) => [
      `审批人签名：ssh-keygen -Y sign -n dangan-approval -f ~/.ssh/id_ed25519 ${path}`,
      `交来签名：dangan ${command} ${request} --signature ${path}.sig`,
    ],
  },
  verify: {
    summary: '重新核对审批签名',
    description:
      '以作出决定的时刻为准，重新核对每个签名：签名人、文本与申请是否仍相符，签名时的日志链首是否仍在。审计人员可用自己保管的名单：--allowed-signers。',
    none: '没有以签名作出的审批。',
    good: (count: number) => `${count} 个签名全部有效，签名人见证过的日志未被改动。`,
    bad: (request: string, step: number, because: string) =>
      `${request} 第 ${step} 步的签名不可信：${because}`,
    count: (bad: number, all: number) => `共 ${all} 个签名，${bad} 个不可信。`,
    isGood: '有效',
    isBad: '不可信',
  },
  keys: {
    step: '步骤',
    decision: '决定',
    decider: '审批人',
    signer: '签名人',
    fingerprint: '密钥指纹',
    decidedOn: '日期',
    headSeq: '日志至',
    ok: '签名',
    code: '原因代码',
  },
}
