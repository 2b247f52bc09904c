import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { signedFacts } from './signature.ts'

const flaws = {
  form: '这不是 OpenSSH 签名文件（须以 -----BEGIN SSH SIGNATURE----- 开头）',
  text: '签名与审批文本不符：文本在签名后被改动过，或签的是另一份文本',
}
const heads = {
  missing: '日志里没有这一条：末尾被截去，或换成了较早的文件',
  changed: '日志在签名后被改写',
  early: '它早于这份申请',
}
const shown = (value: unknown): string =>
  value === null ? '空' : typeof value === 'string' ? value : JSON.stringify(value)
const steps = 'dangan request text <申请号> -o <文件>，再 ssh-keygen -Y sign -n dangan-approval'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export const signatureRefusals = {
  'approval-text.bad': ({ line }) =>
    `审批文本第 ${line} 行不是本程序写出的样子，一个字节都不能改（换行须为 LF）。请重新取得文本并签名：${steps}。`,
  'approval-text.other': ({ request, differences }) =>
    [
      `审批文本（${request}）与现在的情况不符，签名只对文本所写的有效：`,
      ...differences.map(
        ({ key, said, now }) => `  ${signedFacts[key]}：文本 ${shown(said)}，现在 ${shown(now)}`,
      ),
      `请重新取得文本并签名：${steps}。`,
    ].join('\n'),
  'approval-text.head': ({ seq, because }) =>
    `审批文本写的日志链首（第 ${seq} 条）不成立：${heads[because]}。先核对日志：dangan log verify；日志完好则重新取得文本并签名。`,
  'approval-text.missing': ({ request, step }) =>
    `${request} 第 ${step} 步记为以签名决定，但签名的文本已不在。请勿再办理，与备份对照。`,
  'signature.bad': ({ because }) => `签名无效：${flaws[because]}。请重新签名：${steps}。`,
  'signature.foreign-namespace': ({ namespace }) =>
    `这个签名是为别的用途做的，不能用于审批。签名时须写明用途：ssh-keygen -Y sign -n ${namespace}。`,
  'signature.unknown-signer': ({ signers, fingerprint, because }) =>
    because === 'purpose'
      ? `签名用的密钥（${fingerprint}）在 ${signers} 里，但没有许可用于审批。请保管该文件的人写上 namespaces="dangan-approval"。`
      : `签名用的密钥（${fingerprint}）不在 ${signers} 里，不知道是谁签的。请保管该文件的人（不是档案管理员）核对本人后登记这把公钥。`,
  'signature.other-signer': ({ signer, wanted }) =>
    `这是 ${signer} 签的，而审批文本写的是由 ${wanted.join(' / ')} 决定。请本人签名，或换一份写着 ${signer} 的文本：dangan request text <申请号> --by ${signer}。`,
  'signature.shared': ({ fingerprint, signer, other }) =>
    `签名用的密钥（${fingerprint}）在名单里既属于 ${signer}，也属于 ${other}，不知道是谁签的。请保管名单的人让每人各用一把密钥。`,
  'signature.expired': ({ signers, at, because }) =>
    because === 'expired'
      ? `签名用的密钥在 ${at} 已经过期（${signers} 的 valid-before）。请用现行的密钥重新签名。`
      : `签名用的密钥在 ${at} 尚未启用（${signers} 的 valid-after）。请用现行的密钥签名。`,
  'signature.no-program': ({ program, because }) =>
    because === 'missing'
      ? `这台机器上没有 ${program}，无法核对签名。请安装 OpenSSH 客户端：apt install openssh-client、dnf install openssh-clients；Windows 在“可选功能”里添加 OpenSSH 客户端。`
      : `这台机器上的 ${program} 太旧，不会核对签名的时间。请升级到 OpenSSH 8.9 或更新的版本。`,
  'signature.no-signers': ({ path }) =>
    `没有签名人名单 ${path}，无法知道签名是谁的。名单由档案管理员以外的人保管，放在 /etc/dangan/allowed_signers，或用 --allowed-signers <文件>、环境变量 DANGAN_ALLOWED_SIGNERS 指明；每行：姓名 namespaces="dangan-approval" 公钥。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
