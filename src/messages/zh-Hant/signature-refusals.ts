import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const flaws = {
  form: '這不是 OpenSSH 簽章檔（須以 -----BEGIN SSH SIGNATURE----- 開頭）',
  text: '簽章與簽核文本不符：文本在簽署後被更動，或簽的是另一份文本',
}
const steps = 'dangan request text <申請號> -o <檔案>，再 ssh-keygen -Y sign -n dangan-approval'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export const signatureRefusals = {
  'approval-text.bad': ({ line }) =>
    `簽核文本第 ${line} 行與本程式寫出的不同，一個位元組都不能更動（換行須為 LF）。請重新取得文本並簽署：${steps}。`,
  'signature.bad': ({ because }) => `簽章無效：${flaws[because]}。請重新簽署：${steps}。`,
  'signature.foreign-namespace': ({ namespace }) =>
    `這個簽章是為別的用途而做，不能用於簽核。簽署時須寫明用途：ssh-keygen -Y sign -n ${namespace}。`,
  'signature.unknown-signer': ({ signers, fingerprint, because }) =>
    because === 'purpose'
      ? `簽署所用的金鑰（${fingerprint}）列於 ${signers}，但未允許用於簽核。請保管該檔案的人寫上 namespaces="dangan-approval"。`
      : `簽署所用的金鑰（${fingerprint}）不在 ${signers} 中，不知道是誰簽的。請保管該檔案的人（不是檔案管理員）核對本人後登記這把公鑰。`,
  'signature.other-signer': ({ signer, wanted }) =>
    `這是 ${signer} 簽的，而簽核文本寫的是由 ${wanted.join(' / ')} 決定。請本人簽署，或換一份寫著 ${signer} 的文本：dangan request text <申請號> --by ${signer}。`,
  'signature.expired': ({ signers, at, because }) =>
    because === 'expired'
      ? `簽署所用的金鑰在 ${at} 已經到期（${signers} 的 valid-before）。請用現行的金鑰重新簽署。`
      : `簽署所用的金鑰在 ${at} 尚未啟用（${signers} 的 valid-after）。請用現行的金鑰簽署。`,
  'signature.no-program': ({ program, because }) =>
    because === 'missing'
      ? `這部電腦上沒有 ${program}，無法核對簽章。請安裝 OpenSSH 用戶端：apt install openssh-client、dnf install openssh-clients；Windows 請在「選用功能」加入 OpenSSH 用戶端。`
      : `這部電腦上的 ${program} 太舊，不會核對簽章的時間。請升級到 OpenSSH 8.9 或更新的版本。`,
  'signature.no-signers': ({ path }) =>
    `沒有簽署人名單 ${path}，無法知道簽章是誰的。名單由檔案管理員以外的人保管，放在 /etc/dangan/allowed_signers，或以 --allowed-signers <檔案>、環境變數 DANGAN_ALLOWED_SIGNERS 指明；每行：姓名 namespaces="dangan-approval" 公鑰。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
