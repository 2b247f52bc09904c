import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { signedFacts } from './signature.ts'

const flaws = {
  form: '這不是 OpenSSH 簽章檔（須以 -----BEGIN SSH SIGNATURE----- 開頭）',
  text: '簽章與審批文本不符：文本在簽署後被更動，或簽的是另一份文本',
}
const heads = {
  missing: '日誌裡沒有這一條：末尾被截去，或換成了較早的登記檔',
  changed: '日誌在簽署後被改寫',
  early: '它早於這件申請',
}
const shown = (value: unknown): string =>
  value === null ? '空' : typeof value === 'string' ? value : JSON.stringify(value)
const steps = 'dangan request text <申請號> -o <檔案>，再 ssh-keygen -Y sign -n dangan-approval'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export const signatureRefusals = {
  'approval-text.bad': ({ line }) =>
    `審批文本第 ${line} 行與本程式寫出的不同，一個位元組都不能更動（換行須為 LF）。請重新取得文本並簽署：${steps}。`,
  'approval-text.other': ({ request, differences }) =>
    [
      `審批文本（${request}）與現在的情況不符，簽章只對文本所寫的有效：`,
      ...differences.map(
        ({ key, said, now }) => `  ${signedFacts[key]}：文本 ${shown(said)}，現在 ${shown(now)}`,
      ),
      `請重新取得文本並簽署：${steps}。`,
    ].join('\n'),
  'approval-text.head': ({ seq, because }) =>
    `審批文本寫的日誌鏈首（第 ${seq} 條）不成立：${heads[because]}。先核對日誌：dangan log verify；日誌完好則重新取得文本並簽署。`,
  'approval-text.missing': ({ request, step }) =>
    `${request} 第 ${step} 步記為以簽章決定，但所簽的文本已不在。請勿再辦理，與備份對照。`,
  'signature.bad': ({ because }) => `簽章無效：${flaws[because]}。請重新簽署：${steps}。`,
  'signature.foreign-namespace': ({ namespace }) =>
    `這個簽章是為別的用途而做，不能用於審批。簽署時須寫明用途：ssh-keygen -Y sign -n ${namespace}。`,
  'signature.unknown-signer': ({ signers, fingerprint, because }) =>
    because === 'purpose'
      ? `簽署所用的金鑰（${fingerprint}）列於 ${signers}，但未允許用於審批。請保管該檔案的人寫上 namespaces="dangan-approval"。`
      : `簽署所用的金鑰（${fingerprint}）不在 ${signers} 中，不知道是誰簽的。請保管該檔案的人（不是檔案管理員）核對本人後登記這把公鑰。`,
  'signature.other-signer': ({ signer, wanted }) =>
    `這是 ${signer} 簽的，而審批文本寫的是由 ${wanted.join(' / ')} 決定。請本人簽署，或換一份寫著 ${signer} 的文本：dangan request text <申請號> --by ${signer}。`,
  'signature.shared': ({ fingerprint, signer, other }) =>
    `簽署所用的金鑰（${fingerprint}）在名單中既屬於 ${signer}，也屬於 ${other}，不知道是誰簽的。請保管名單的人讓每人各用一把金鑰。`,
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
