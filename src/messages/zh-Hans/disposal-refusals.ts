import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { disposal as text } from './disposal.ts'

const places = { reason: '原因', appraisal: '鉴定意见', request: '申请的审批意见' }

/** Destroying archives. */
export const disposalRefusals = {
  'disposal.missing': ({ disposal }) =>
    `没有销毁 ${disposal}，或它不在您的知悉范围内。查看：dangan purge list --all。`,
  'disposal.kept': ({ kept }) =>
    [
      `有 ${kept.length} 份不能销毁：`,
      ...kept
        .slice(0, 20)
        .map(({ number, because }) => `  ${number}：${because.map(text.because).join('；')}`),
      '请去掉它们，或待原因消除后再办。逐份查看：dangan purge plan --kept。',
    ].join('\n'),
  'disposal.status': ({ disposal, status }) =>
    `销毁 ${disposal} 现在是“${text.statuses[status]}”，不能这样办理。查看：dangan purge show ${disposal}。`,
  'disposal.same-person': ({ name }) =>
    `执行人和监销人须是两个人，不能都是 ${name}（S002-9.2-3）。请换一位：--witness <姓名>。`,
  'disposal.unattested': ({ name }) =>
    `${name} 不能在程序中亲自确认，须凭签字的单据。请写明单据编号：--form <编号>。`,
  'disposal.sold': ({ method }) =>
    `档案不得当作废纸出售（S001-25-1），不能用“${method}”。请用粉碎、焚烧等方式：--method 粉碎。`,
  'disposal.unconfirmed': ({ disposal, said }) =>
    `输入的“${said}”不是 ${disposal}，没有销毁。请核对后写明：--confirm ${disposal}。`,
  'disposal.appraisal': ({ source }) =>
    `申请销毁须附鉴定意见${source.length > 0 ? `（${source.join('、')}）` : ''}：--appraisal <意见>。`,
  'disposal.names-customer': ({ number, where }) =>
    `${places[where]}里有 ${number} 的客户内容，而它要永久留存。请改写，只写类别和依据。`,
  'disposal.pending': ({ disposal }) =>
    `${disposal} 的内容已经删除，但另有进程还在读旧的文件，不能重写完。请待它结束后继续：dangan purge execute ${disposal}。`,
  'disposal.residue': ({ disposal, values }) =>
    `${disposal} 执行后在文件的原始字节中还找到 ${values} 个值，没有完成。请检查名为制度、单位或备注的地方是否写有客户内容，改正后继续：dangan purge execute ${disposal}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
